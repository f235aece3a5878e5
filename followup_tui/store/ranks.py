"""Which follow-ups are on the list of a day, and in which order: their ids, and nothing else.

What a screen shows of them is read as it comes into sight. With a million people a list has 16,000
rows: whole they were 20 MiB, which each step had to go through, 8 ms; their ids are 130 KB.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from sqlite3 import Connection
from typing import Any, NamedTuple

from followup_tui.rules.moment import Moment
from followup_tui.rules.owing import Action
from followup_tui.rules.ranking import Candidate, reach
from followup_tui.store.agenda import Due, key_in, part_of, rows

Hours = tuple[str | None, str | None]
"""The zone of somebody, and when they may be called."""
Key = Callable[[Due, Candidate], Any]


class Ranks(NamedTuple):
    """The ids of the list, part by part as in `Agenda`, each in the order it is shown."""

    overdue: array[int]
    today: array[int]
    later: array[int]
    coming: array[int]
    calls: frozenset[Hours]
    """When those may be called whom a row asks to call."""

    @property
    def parts(self) -> tuple[array[int], ...]:
        """The ids without the hours; who is in two parts is meant in the first of them."""
        return self[:-1]

    @property
    def in_play(self) -> int:
        """How many follow-ups are listed at all."""
        return sum(map(len, self.parts))


PARTS = Ranks._fields[:-1]
NONE = Ranks(array("q"), array("q"), array("q"), array("q"), frozenset())


def ranks(connection: Connection, now: Moment) -> Ranks:
    """The order of everything that `agenda` lists, by the same rules."""
    keys: dict[str, list[Any]] = {name: [] for name in PARTS}
    key_of = {name: key_in(name, now) for name in PARTS}
    calls = set()
    for row, asked in rows(connection, now, says=False):
        name = part_of(row, now.today)
        keys[name].append(key_of[name](row, asked))
        if row.action is Action.CALL:
            calls.add(_hours(row))
    for listed in keys.values():
        listed.sort()
    ids = {name: array("q", [key[-1] for key in keys[name]]) for name in PARTS}
    return Ranks(**ids, calls=frozenset(calls))


def amended(known: Ranks, connection: Connection, now: Moment, ids: frozenset[int]) -> Ranks:
    """`known`, with these follow-ups ranked again; the others stay where they were.

    To find its new place a row is compared with a dozen others, read for that.
    """
    parts = {name: part[:] for name, part in zip(PARTS, known.parts, strict=True)}
    for one in ids:
        for part in parts.values():
            if one in part:
                part.remove(one)
    calls = set(known.calls)
    for row, asked in list(rows(connection, now, ids=ids, says=False)):
        part = parts[part_of(row, now.today)]
        key = key_in(part_of(row, now.today), now)
        here = key(row, asked)
        keys = partial(_key_of, connection, now, key, here)
        at = bisect_left(part, here, key=keys)
        part[at:at] = array("q", (row.id,))
        if row.action is Action.CALL:
            calls.add(_hours(row))
    return Ranks(**parts, calls=frozenset(calls))


def _key_of(connection: Connection, now: Moment, key: Key, usual: object, step_id: int) -> object:
    """The key of another row; `usual` where it was removed meanwhile, until the next look."""
    found = rows(connection, now, ids=(step_id,), says=False)
    return next((key(*one) for one in found), usual)


def stands(known: Ranks, then: Moment, now: Moment) -> bool:
    """Whether `known`, read `then`, is still right by the clock: nobody opened or closed."""
    if then.at.replace(second=0, microsecond=0) == now.at.replace(second=0, microsecond=0):
        return True  # Nothing here counts seconds.
    return then.today == now.today and all(
        reach(then, *theirs) == reach(now, *theirs) for theirs in known.calls
    )


def first_listed(known: Ranks, connection: Connection, contact_id: int) -> int | None:
    """The id of the first follow-up with somebody in the list."""
    found = connection.execute(
        "SELECT id FROM follow_up WHERE contact_id = ? AND state = 'open'", (contact_id,)
    ).fetchall()
    theirs = [row_id for (row_id,) in found]
    for part in known.parts:
        places = [part.index(one) for one in theirs if one in part]
        if places:
            return part[min(places)]
    return None


def _hours(row: Due) -> Hours:
    return row.contact_zone or None, row.contact_hours or None
