"""The whole book read at once, and which table is which list of it: for leaving and coming back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

import peewee
from peewee import Field, ForeignKeyField

from followup_tui.records import dataclass
from followup_tui.rules.book import Book, dealings, everything, people
from followup_tui.rules.book.people import WAYS
from followup_tui.rules.facts import WayKind
from followup_tui.store.dealings import (
    FollowUp,
    Referral,
    ReferralChange,
    Session,
    Snooze,
    TheirPromise,
    Touch,
    TouchContact,
)
from followup_tui.store.minutes import (
    Asked,
    Draft,
    FactShown,
    Flag,
    HeaderMapping,
    Heard,
    NotSame,
    OpenQuestion,
    Plan,
    Profile,
    SessionCard,
)
from followup_tui.store.models import (
    Contact,
    ContactTag,
    Lead,
    LeadPerson,
    Organization,
    Photo,
    StageChange,
    Tag,
    Way,
)
from followup_tui.store.schema import Row, db


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are kept inside another row's record."""

    listed: str
    model: type[Row]
    record: type | None
    """None where a row is but the name of another one."""
    parent: str
    named: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as a list of the book."""

    listed: str
    model: type[Row]
    record: type
    key: tuple[str, ...] = ("uid",)
    """The columns by which a row is known to be here already."""
    parts: tuple[Part, ...] = ()


SHAPES = (
    Shape("organizations", Organization, people.OrganizationRecord, ("key",)),
    Shape("tags", Tag, people.TagRecord, ("name",)),
    Shape(
        "contacts", Contact, people.ContactRecord,
        parts=(Part("tags", ContactTag, None, "contact", "tag"),),
    ),
    Shape(
        "leads", Lead, people.LeadRecord,
        parts=(
            Part("stages", StageChange, people.StageRecord, "lead"),
            Part("people", LeadPerson, people.LeadPersonRecord, "lead"),
        ),
    ),
    Shape(
        "sessions", Session, everything.SessionRecord, ("started_at",),
        (Part("cards", SessionCard, everything.CardRecord, "session"),),
    ),
    Shape(
        "touches", Touch, dealings.TouchRecord,
        parts=(Part("also", TouchContact, None, "touch", "contact"),),
    ),
    Shape(
        "referrals", Referral, dealings.ReferralRecord,
        parts=(Part("changes", ReferralChange, dealings.ReferralChangeRecord, "referral"),),
    ),
    Shape(
        "follow_ups", FollowUp, dealings.FollowUpRecord,
        parts=(
            Part("snoozes", Snooze, dealings.SnoozeRecord, "follow_up"),
            Part("plans", Plan, dealings.PlanRecord, "follow_up"),
        ),
    ),
    Shape("promises", TheirPromise, dealings.PromiseRecord),
    Shape("asked", Asked, everything.AskedRecord, ("contact", "question", "at")),
    Shape("questions", OpenQuestion, everything.QuestionRecord, ("path", "words", "at")),
    Shape("drafts", Draft, everything.DraftRecord, ("kind", "contact", "at")),
    Shape("facts", FactShown, everything.FactRecord, ("fact", "contact", "at")),
    Shape(
        "profiles", Profile, everything.ProfileRecord, ("at",),
        (Part("heard", Heard, everything.HeardRecord, "profile"),),
    ),
    Shape("not_same", NotSame, everything.NotSameRecord, ("left", "right")),
    Shape("header_mappings", HeaderMapping, everything.MappingRecord, ("header",)),
    Shape("flags", Flag, everything.FlagRecord, ("name",)),
)  # fmt: skip
"""Every table but the journal's, in an order in which nothing is named before it is there.

Ways and photos are inside their contact, by kind.
"""

RULE_BROKEN = (peewee.IntegrityError, sqlite3.IntegrityError)
"""What is raised when a row breaks a rule of the store: a name twice, a number out of range."""

NUMBERED = (Session, Profile)
"""Tables without uids: named by their number in the file."""
_CALLED = {Organization: "name", Tag: "name"}


def whole_book() -> Book:
    """All that is kept, as it was at one moment."""
    with db.atomic():
        read = _Reading()
        return Book(**{shape.listed: tuple(read.records(shape)) for shape in SHAPES})


@cache
def columns(model: type[Row]) -> tuple[tuple[str, Field], ...]:
    """The columns of a table by field name, without its id."""
    return tuple((f.name, f) for f in model._meta.sorted_fields if f.name != "id")


class _Reading:
    """One read of everything."""

    def __init__(self) -> None:
        self._names: dict[type[Row], dict[int, Any]] = {}

    def records(self, shape: Shape) -> Iterator[Any]:
        """The records of a table, in the order of their ids."""
        parts = {part.listed: self._parts(part) for part in shape.parts}
        ways = self._ways() if shape.model is Contact else {}
        for row_id, told in self._rows(shape.model, shape.record):
            within = {name: tuple(held.get(row_id, ())) for name, held in parts.items()}
            yield shape.record(**told, **within, **ways.get(row_id, {}))

    def _rows(self, model: type[Row], record: type) -> Iterator[tuple[int, dict[str, Any]]]:
        wanted = {field.name for field in fields(record)}
        named = {
            name: self._called(field.rel_model)
            for name, field in columns(model)
            if isinstance(field, ForeignKeyField)
        }
        kept = [name for name, _ in columns(model) if name in wanted]
        for row in model.select().order_by(model.id).dicts().iterator():
            yield (
                row["id"],
                {name: named[name].get(row[name]) if name in named else row[name] for name in kept},
            )

    def _parts(self, part: Part) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = defaultdict(list)
        parent, named = getattr(part.model, part.parent), part.named
        if part.record is None:
            names = self._called(getattr(part.model, named).rel_model)
            rows = part.model.select(parent, getattr(part.model, named)).order_by(part.model.id)
            for parent_id, named_id in rows.tuples().iterator():
                found[parent_id].append(names[named_id])
            return found
        parents = dict(part.model.select(part.model.id, parent).tuples().iterator())
        for row_id, told in self._rows(part.model, part.record):
            found[parents[row_id]].append(part.record(**told))
        return found

    def _ways(self) -> dict[int, dict[str, tuple[Any, ...]]]:
        found: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
        for way in Way.select().order_by(Way.id).dicts().iterator():
            kind = WayKind(way["kind"])
            found[way["contact"]][WAYS[kind]].append(_way(kind, way))
        return {
            row_id: {name: tuple(ways) for name, ways in by_kind.items()}
            for row_id, by_kind in found.items()
        }

    def _called(self, model: type[Row]) -> dict[int, Any]:
        """What the rows of a table are called in the book, by id."""
        if model not in self._names:
            self._names[model] = _names(model)
        return self._names[model]


def _names(model: type[Row]) -> dict[int, Any]:
    if model is Photo:
        photos = Photo.select(Photo.id, Photo.kind, Photo.content)
        return {
            row_id: people.PhotoRecord(kind, bytes(content))
            for row_id, kind, content in photos.tuples().iterator()
        }
    if model in NUMBERED:
        ids = model.select(model.id).order_by(model.id).tuples()
        return {row_id: number for number, (row_id,) in enumerate(ids.iterator(), 1)}
    called = getattr(model, _CALLED.get(model, "uid"))
    return dict(model.select(model.id, called).tuples().iterator())


def _way(kind: WayKind, way: dict[str, Any]) -> people.WayRecord | people.PhoneRecord:
    shared = {"label": way["label"], "preferred": way["preferred"], "wrong": way["wrong"]}
    if kind is not WayKind.PHONE:
        return people.WayRecord(way["typed"], **shared)
    normal = way["normal"]
    e164 = normal if normal and normal.startswith("+") else None
    return people.PhoneRecord(way["typed"], e164=e164, **shared)


def known(shape: Shape) -> dict[tuple[Any, ...], int]:
    """The rows that are here already: their ids by the columns of the shape's key, as stored."""
    named = dict(columns(shape.model))
    keys = ", ".join(f'"{named[name].column_name}"' for name in shape.key)
    table = shape.model._meta.table_name
    rows = db.execute_sql(f'SELECT {keys}, id FROM "{table}"').fetchall()  # noqa: S608
    return {tuple(row[:-1]): row[-1] for row in rows}


def ids_by_name(model: type[Row]) -> dict[Any, int]:
    """The ids of a table's rows by what the book calls them; none for what it doesn't name."""
    named = model in _CALLED or "uid" in dict(columns(model))
    return {name: row_id for row_id, name in _names(model).items()} if named else {}
