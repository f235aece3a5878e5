"""Taking a whole book in: into an empty store as it was, into another one only what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from peewee import ForeignKeyField

from followup_tui.actions.filling import fill_up
from followup_tui.actions.matching import judge
from followup_tui.actions.safely import after_backup
from followup_tui.actions.steps import keep_lead_alive
from followup_tui.errors import BadInput
from followup_tui.exchange.leaving import draft
from followup_tui.rules.book import Book, Record
from followup_tui.rules.book.people import (
    NOT_SAID,
    WAYS,
    ContactRecord,
    OrganizationRecord,
    PhoneRecord,
    PhotoRecord,
    TagRecord,
    WayRecord,
)
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import organization_key
from followup_tui.rules.ways import way_key
from followup_tui.store.everything import (
    NUMBERED,
    RULE_BROKEN,
    SHAPES,
    Part,
    Shape,
    columns,
    ids_by_name,
    known,
)
from followup_tui.store.fields import InstantField, instant, new_uid
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead, Organization, Tag, Way
from followup_tui.store.schema import Row


@after_backup("import")
@undoable
def restore_book(change: Change, book: Book, name: str = "the book", region: str = "US") -> str:
    """Take in all of `book` that isn't here yet; people who are here learn what they lacked.

    The tally has rows, created, matched and skipped, for people.

    Raises:
        BadInput: The book names somebody who isn't in it, or breaks a rule of the store.
    """
    try:
        created = take_in(change, book, region)
    except RULE_BROKEN as error:
        raise BadInput(f"{name} can't be taken in: {error}. Nothing was changed.") from error
    rows = len(book.contacts)
    change.tally.update(rows=rows, created=created, matched=rows - created, skipped=0)
    return f"Imported {name}: {created} created, {rows - created} matched, 0 skipped"


def take_in(change: Change, book: Book, region: str = "US") -> int:
    """Write what is new in `book`, inside an open change; how many people were new.

    Raises:
        BadInput: The book names somebody who isn't in it.
    """
    coming = _Coming(change, region)
    coming.take(book)
    return coming.created


def foresee_book(book: Book, region: str = "US") -> dict[str, int]:
    """What taking `book` in would do, counted; nothing is written."""
    known_uids = {row.uid for row in Contact.select(Contact.uid)}
    here = {index: 0 for index, person in enumerate(book.contacts) if person.uid in known_uids}
    rows, matched = len(book.contacts), len(here | _recognised(book.contacts, here, region))
    return {"rows": rows, "created": rows - matched, "matched": matched, "skipped": 0}


def _recognised(
    people: Sequence[ContactRecord], here: dict[int, int], region: str
) -> dict[int, int]:
    """People of another uid who are surely somebody stored."""
    if not people or not Contact.select().exists():
        return {}
    strangers = [index for index in range(len(people)) if index not in here]
    verdicts = judge([draft(index + 1, people[index]) for index in strangers], region)
    return {
        index: verdict.same.contact_id
        for index, verdict in zip(strangers, verdicts, strict=True)
        if verdict.same and verdict.same.contact_id
    }


class _Coming:
    """A book on its way in."""

    def __init__(self, change: Change, region: str) -> None:
        self.created = 0
        self._change = change
        self._region = region
        self._ids: dict[type[Row], dict[object, int]] = {}
        self._added: list[tuple[Shape, Record, int]] = []

    def take(self, book: Book) -> None:
        """Write what is new, table by table; what is kept inside others comes last."""
        for shape in SHAPES:
            records = [*getattr(book, shape.listed), *_only_mentioned(shape, book)]
            self._take(shape, records)
        for part in [part for shape in SHAPES for part in shape.parts]:
            self._change.add_many(part.model, list(self._within(part)))
        self._change.add_many(Way, list(self._ways()))
        for shape, _, row_id in self._added:
            if shape.model is Lead:
                keep_lead_alive(self._change, Lead.fetch(row_id))

    def _take(self, shape: Shape, records: Sequence[Record]) -> None:
        rows = [self._row(shape, index, record) for index, record in enumerate(records)]
        held = known(shape)
        here = {
            index: held[key]
            for index, row in enumerate(rows)
            if (key := tuple(row[name] for name in shape.key)) in held
        }
        people = [one for one in records if isinstance(one, ContactRecord)]
        here |= _recognised(people, here, self._region)
        fresh = [index for index in range(len(records)) if index not in here]
        ids = self._change.add_many(shape.model, [rows[index] for index in fresh])
        for index, row_id in [*here.items(), *zip(fresh, ids, strict=True)]:
            self._called(shape.model)[_name(shape, index, records[index], rows[index])] = row_id
        self._added += [(shape, records[i], row_id) for i, row_id in zip(fresh, ids, strict=True)]
        if people:
            self.created = len(fresh)
        if people and here:
            pairs = [(row_id, draft(index + 1, people[index])) for index, row_id in here.items()]
            fill_up(self._change, pairs, self._region)

    def _within(self, part: Part) -> Iterator[dict[str, Any]]:
        for shape, record, row_id in self._added:
            if part not in shape.parts:
                continue
            for held in getattr(record, part.listed):
                if part.record is None:
                    model = getattr(part.model, part.named).rel_model
                    told = {part.named: self._id(model, held, part.listed)}
                else:
                    told = self._told(part.model, held, f"{shape.listed}.{part.listed}")
                yield {part.parent: row_id, **told}

    def _ways(self) -> Iterator[dict[str, Any]]:
        for shape, contact, row_id in self._added:
            if shape.model is not Contact:
                continue
            for kind, listed in WAYS.items():
                for way in getattr(contact, listed):
                    yield {
                        "contact": row_id,
                        "kind": str(kind),
                        "typed": way.value,
                        "label": way.label,
                        "preferred": way.preferred,
                        "wrong": way.wrong,
                        "normal": _normal(kind, way, self._region),
                    }

    def _row(self, shape: Shape, index: int, record: Record) -> dict[str, Any]:
        row = self._told(shape.model, record, f"{shape.listed}[{index}]")
        if "uid" in row:
            row["uid"] = row["uid"] or new_uid()
        if isinstance(record, ContactRecord):
            row["folded"] = fold(record.name)
        elif isinstance(record, OrganizationRecord):
            row["key"] = organization_key(record.name) or fold(record.name)
        return row

    def _told(self, model: type[Row], record: Record, place: str) -> dict[str, Any]:
        """The columns that the record fills, as the store spells them."""
        told = {field.name for field in fields(record)}
        row: dict[str, Any] = {}
        for name, field in columns(model):
            if name not in told:
                continue
            value = getattr(record, name)
            if isinstance(field, ForeignKeyField):
                row[name] = self._id(field.rel_model, value, f"{place}.{name}")
            elif value is None and isinstance(field, InstantField) and not field.null:
                row[name] = instant(self._change.now.at)
            else:
                row[name] = _stored(value)
        return row

    def _id(self, model: type[Row], name: object, place: str) -> int | None:
        if name is None:
            return None
        if isinstance(name, PhotoRecord):
            return self._change.keep_photo(name.content, name.kind)
        try:
            return self._called(model)[name]
        except KeyError:
            raise BadInput(f"{place}: {name!r} is not in the file. Nothing was changed.") from None

    def _called(self, model: type[Row]) -> dict[object, int]:
        if model not in self._ids:
            self._ids[model] = ids_by_name(model)
        return self._ids[model]


def _name(shape: Shape, index: int, record: Record, row: dict[str, Any]) -> object:
    if shape.model in NUMBERED:
        return index + 1
    if isinstance(record, OrganizationRecord | TagRecord):
        return record.name
    return row.get("uid", index)


def _only_mentioned(shape: Shape, book: Book) -> list[Record]:
    """Records of organizations and tags that people or leads name, but the file doesn't list."""
    if shape.model is Organization:
        places = dict.fromkeys(one.organization for one in book.contacts)
        places |= dict.fromkeys(one.organization for one in book.leads)
        listed = {one.name for one in book.organizations}
        return [OrganizationRecord(name) for name in places if name and name not in listed]
    if shape.model is Tag:
        words = {tag: None for one in book.contacts for tag in one.tags}
        held = {one.name for one in book.tags}
        return [TagRecord(word) for word in words if word and word not in held]
    return []


def _stored(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _normal(kind: WayKind, way: WayRecord | PhoneRecord, region: str) -> str | None:
    if not isinstance(way, PhoneRecord) or way.e164 == NOT_SAID:
        return way_key(kind, way.value, region)
    digits = "".join(char for char in way.value if char.isascii() and char.isdigit())
    return way.e164 or digits or None
