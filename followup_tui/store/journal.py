"""The only way to write: an action is one transaction and one undoable step.

A step keeps, for each row it touched, the row before and after, both taken by SQLite
itself, set by set, so that an import of 30,000 people is one step like any other.
Undo puts the `before` back and redo the `after`; both refuse when a row is no longer
what the step left behind. What isn't an act (a card was seen, a draft) is a *quiet
note*: durable, in a transaction of its own, and never in undo's way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from peewee import ForeignKeyField, IntegerField, TextField

from followup_tui.errors import Conflict, NotFound
from followup_tui.records import dataclass
from followup_tui.rules.moment import Moment
from followup_tui.store import images, opened, search, watching
from followup_tui.store.faults import spoken_plainly
from followup_tui.store.fields import InstantField
from followup_tui.store.schema import Row, db
from followup_tui.store.turns import turn

P = ParamSpec("P")
R = TypeVar("R", bound=Row)


class Step(Row):
    """Something the user did, named as the undo line shows it."""

    label = TextField(default="")
    at = InstantField()
    undone_at = InstantField(null=True)


class RowChange(Row):
    """One row before and after one step, as JSON; null where there was or is no row."""

    step = ForeignKeyField(Step, backref="changes", on_delete="CASCADE")
    tbl = TextField()
    row_id = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        indexes = ((("step", "tbl", "row_id"), True),)


@dataclass(frozen=True, slots=True)
class Done:
    """What happened, for whoever asked: a line to show and the rows to read again."""

    label: str
    rows: frozenset[tuple[str, int]] = frozenset()
    bulk: frozenset[str] = frozenset()
    """Tables in which so much changed that the rows aren't listed."""
    new: tuple[tuple[str, int], ...] = ()
    """The rows that were added, in order; not those of a bulk."""
    tally: Mapping[str, int] = field(default_factory=dict)
    """What a bulk counts: created, matched, skipped."""
    remarks: tuple[str, ...] = ()
    """What the user should know beside the label, a line each."""

    @property
    def changed(self) -> bool:
        """Whether anything is other than before."""
        return bool(self.rows or self.bulk)

    def touched(self, *tables: str) -> bool:
        """Whether any row of these tables changed."""
        return not self.bulk.isdisjoint(tables) or any(name in tables for name, _ in self.rows)

    def added(self, table: str) -> list[int]:
        """The ids of the rows added to `table`."""
        return [row_id for name, row_id in self.new if name == table]


class Writer:
    """The verbs that rows are written with, inside an open transaction."""

    def __init__(self, now: Moment) -> None:
        self.now = now
        self.rows: set[tuple[str, int]] = set()
        self.bulk: set[str] = set()
        self.new: list[tuple[str, int]] = []
        self.tally: Counter[str] = Counter()
        self.remarks: list[str] = []

    def add(self, row: R) -> R:
        """Insert a new row."""
        images.make_storable(row)
        row.save(force_insert=True)
        self._keep(images.table_of(row), row.id, None)
        self.new.append((images.table_of(row), row.id))
        return row

    def set(self, row: R, **values: object) -> R:
        """Give a stored row new values; those that are as they were change nothing."""
        values = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not values:
            return row
        before = images.read(images.table_of(row), row.id)
        for name, value in values.items():
            setattr(row, name, value)
        images.make_storable(row)
        row.save(only=list(values))
        self._keep(images.table_of(row), row.id, before)
        return row

    def drop(self, row: Row) -> None:
        """Delete a stored row. Drop its dependents first: cascades are not recorded."""
        before = images.read(images.table_of(row), row.id)
        row.delete_instance()
        self._keep(images.table_of(row), row.id, before)

    def add_many(self, kind: type[Row], rows: Sequence[dict[str, Any]]) -> range:
        """Insert many rows at once, given by column name; their ids, in order."""
        table = images.table_of(kind)
        ids = images.insert_many(kind, rows)
        if ids:
            self.bulk.add(table)
            self._keep_many(table, ids)
        return ids

    def keep_photo(self, content: bytes, kind: str) -> int:
        """The id of a picture, stored once however many people it shows; not undone."""
        return images.keep_photo(content, kind)

    def done(self, label: str) -> Done:
        """What was done so far, with the line that says so."""
        return Done(
            label,
            frozenset(self.rows),
            frozenset(self.bulk),
            tuple(self.new),
            dict(self.tally),
            tuple(self.remarks),
        )

    def _keep(self, table: str, row_id: int, before: str | None) -> None:
        self.rows.add((table, row_id))

    def _keep_many(self, table: str, ids: range) -> None:
        pass


class Change(Writer):
    """An open step: every verb is also written down, with the row before and after."""

    def __init__(self, step: Step, now: Moment) -> None:
        super().__init__(now)
        self._step = step

    def _keep(self, table: str, row_id: int, before: str | None) -> None:
        super()._keep(table, row_id, before)
        images.keep(self._step.id, table, row_id, before)

    def _keep_many(self, table: str, ids: range) -> None:
        images.keep_many(self._step.id, table, ids)


@contextmanager
def transaction() -> Iterator[None]:
    """One IMMEDIATE transaction: it waits its turn at the start, so it can't fail in the middle."""
    if db.in_transaction():
        raise RuntimeError("an action cannot call an action; share a function taking a Change")
    opened.refuse_if_read_only()
    opened.refuse_if_gone()
    with spoken_plainly(opened.name()), turn():
        opened.refuse_if_gone()
        yield


def undoable(
    body: Callable[Concatenate[Change, P], str],
) -> Callable[Concatenate[Moment, P], Done]:
    """Make an action of `body`, which writes through a `Change` and returns the line to show.

    The action takes the moment in place of the `Change`. A step that changed nothing is no step.
    """

    @wraps(body)
    def action(now: Moment, /, *args: P.args, **kwargs: P.kwargs) -> Done:
        acting = watching.asked(body, now, args, kwargs)
        with transaction():
            step = Step.create(at=now.at)
            change = Change(step, now)
            label = body(change, *args, **kwargs)
            if images.changes(step.id):
                Step.delete().where(Step.undone_at.is_null(False)).execute()
                step.label = label
                step.save()
                search.refresh(step.id)
            else:
                step.delete_instance()
                return Done(label, tally=dict(change.tally), remarks=tuple(change.remarks))
        change.remarks += watching.told(acting, label, frozenset(change.rows))
        return change.done(label)

    return action


def quiet(
    body: Callable[Concatenate[Writer, P], None],
) -> Callable[Concatenate[Moment, P], Done]:
    """Make a quiet note of `body`: durable, in a transaction of its own, with nothing to undo."""

    @wraps(body)
    def note(now: Moment, /, *args: P.args, **kwargs: P.kwargs) -> Done:
        with transaction():
            writer = Writer(now)
            body(writer, *args, **kwargs)
        return writer.done("")

    return note


def undo(now: Moment) -> Done:
    """Reverse the newest step that stands.

    Raises:
        NotFound: No step stands.
        Conflict: A row is no longer what the step left.
        Refused: A hook said no.
    """
    return _asked_and_told("undo", now, _newest_standing)


def redo(now: Moment) -> Done:
    """Do again the step undone last. Raises as `undo` does."""
    return _asked_and_told("redo", now, _undone_last)


def _newest_standing() -> Step | None:
    found: Step | None = (
        Step.select().where(Step.undone_at.is_null()).order_by(Step.id.desc()).first()
    )
    return found


def _undone_last() -> Step | None:
    found: Step | None = (
        Step.select().where(Step.undone_at.is_null(False)).order_by(Step.id).first()
    )
    return found


def _asked_and_told(name: str, now: Moment, find: Callable[[], Step | None]) -> Done:
    """Replay the step that is found, with the hooks around it as around every action."""
    step = find() if watching.anybody() else None
    acting = watching.asked_to_replay(name, now, (step.id, step.label)) if step else None
    with transaction():
        done = _replay(find(), forward=name == "redo", now=now)
    return replace(done, remarks=watching.told(acting, done.label, done.rows))


def _replay(step: Step | None, *, forward: bool, now: Moment) -> Done:
    if step is None:
        raise NotFound("There is nothing to do again." if forward else "There is nothing to undo.")
    expected, wanted = ("before", "after") if forward else ("after", "before")
    if other := images.differs(step.id, expected):
        raise Conflict(f"{step.label}: {other} was changed since, so it stays.")
    rows, bulk = images.put(step.id, wanted)
    step.undone_at = None if forward else now.at
    step.save()
    search.refresh(step.id)
    verb = "Did again" if forward else "Undid"
    return Done(f"{verb}: {step.label}", rows, bulk)


def steps(limit: int = 50) -> Iterable[Step]:
    """The newest steps, newest first; undone ones have `undone_at`."""
    newest: Iterable[Step] = Step.select().order_by(Step.id.desc()).limit(limit)
    return newest
