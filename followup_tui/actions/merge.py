"""Two cards that are one person: everything of the second goes to the first, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import ForeignKeyField

from followup_tui.actions.safely import after_backup
from followup_tui.errors import Refused
from followup_tui.rules.people import way_mark
from followup_tui.store.dealings import Referral, Touch, TouchContact
from followup_tui.store.journal import Change, undoable
from followup_tui.store.minutes import Heard, NotSame
from followup_tui.store.models import Contact, ContactTag, LeadPerson, Way
from followup_tui.store.schema import Row

FILLS = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "role", "organization_id",
    "tie_class", "cadence_days", "zone", "hours", "place", "how_met", "birthday", "photo_id",
)  # fmt: skip
"""What the first takes of the second where it has nothing itself."""

PART_OF_THE_NAME = ("prefix", "given", "additional", "family", "suffix")
"""Where these differ, `also known as` says it."""

ONCE = {
    ContactTag: "tag_id",
    LeadPerson: "lead_id",
    TouchContact: "touch_id",
    Heard: "profile_id",
}
"""Tables in which a person stands once beside each of these."""


@after_backup("merge")
@undoable
def merge(change: Change, keep_id: int, other_id: int) -> str:
    """Make one person of two: the first stays, and gets all that the second has.

    Nothing is overwritten: where both say something else, the second's word goes to the notes, and
    is among the remarks.

    Raises:
        NotFound: There is no such contact.
        Refused: They are the same card.
    """
    if keep_id == other_id:
        raise Refused("That is one card already.")
    keep, other = Contact.fetch(keep_id), Contact.fetch(other_id)
    name = other.name
    _take_words(change, keep, other)
    _take_ways(change, keep, other)
    for row, column in list(_pointing_at(other)):
        _relink(change, row, column, keep)
    change.drop(other)
    return f"Merged {name} into {keep.name}" if name != keep.name else f"Merged {name}"


@undoable
def not_the_same(change: Change, one_id: int, other_id: int) -> str:
    """Remember that two people are two, so that nobody asks again.

    Raises:
        NotFound: There is no such contact.
    """
    left, right = sorted((one_id, other_id))
    one, other = Contact.fetch(left), Contact.fetch(right)
    if not NotSame.select().where(NotSame.left == one, NotSame.right == other).exists():
        change.add(NotSame(left=one, right=other, at=change.now.at))
    if one.name == other.name:
        return f"Two people are called {one.name}"
    return f"{one.name} and {other.name} are two people"


def _take_words(change: Change, keep: Contact, other: Contact) -> None:
    fills: dict[str, Any] = {}
    differing: list[str] = []
    for name in FILLS:
        mine, theirs = getattr(keep, name), getattr(other, name)
        if theirs and not mine:
            fills[name.removesuffix("_id")] = theirs
        elif theirs and theirs != mine and name not in PART_OF_THE_NAME:
            word = name.removesuffix("_id").replace("_", " ")
            differing.append(f"{word}: {_said(other, name, theirs)}")
    if other.name != keep.name:
        differing.insert(0, f"also known as {other.name}")
    change.remarks += [f"Kept in the notes: {line}" for line in differing]
    notes = [keep.notes, other.notes if other.notes not in keep.notes else "", *differing]
    extra = [keep.extra, other.extra if other.extra not in keep.extra else ""]
    change.set(
        keep,
        **fills,
        stars=max(keep.stars, other.stars),
        notes="\n".join(part for part in notes if part),
        extra="\n".join(part for part in extra if part),
        archived=keep.archived and other.archived,
    )


def _said(other: Contact, name: str, value: object) -> object:
    if name == "photo_id":
        return "another one, left out"
    return other.organization.name if name == "organization_id" and other.organization else value


def _take_ways(change: Change, keep: Contact, other: Contact) -> None:
    held = {_mark(way) for way in keep.ways}
    preferred = {way.kind for way in keep.ways if way.preferred}
    for way in list(other.ways):
        if _mark(way) in held:
            change.drop(way)
        else:
            change.set(way, contact=keep, preferred=way.preferred and way.kind not in preferred)


def _mark(way: Way) -> tuple[str, str]:
    return way_mark(way.kind, way.normal, way.typed, way.label)


def _pointing_at(other: Contact) -> Iterator[tuple[Row, str]]:
    """Every row that refers to `other`, with the field by which it does."""
    for kind in _tables(Row):
        if kind is Way:
            continue
        for field in kind._meta.sorted_fields:
            if isinstance(field, ForeignKeyField) and field.rel_model is Contact:
                for row in kind.select().where(field == other.id):
                    yield row, field.name


def _relink(change: Change, row: Row, column: str, keep: Contact) -> None:
    if isinstance(row, NotSame):
        _stay_two(change, row, column, keep)
    elif _is_about_itself(row, keep) or _stands_already(change, row, column, keep):
        change.drop(row)
    elif isinstance(row, Referral) and keep.id in (row.giver_id, row.contact_id):
        # Nobody gave their own name: one of the two knew it, and that was the same person.
        change.set(row, giver=None, contact=keep.id)
    else:
        change.set(row, **{column: keep.id})
    if isinstance(row, Touch):
        for beside_whom in list(row.also.where(TouchContact.contact == keep)):
            change.drop(beside_whom)


def _stay_two(change: Change, row: NotSame, column: str, keep: Contact) -> None:
    """Who isn't the second isn't the first either, as they are one now."""
    third = row.right_id if column == "left" else row.left_id
    left, right = sorted((keep.id, third))
    known = NotSame.select().where(NotSame.left == left, NotSame.right == right)
    if left == right or known.exists():
        change.drop(row)
    else:
        change.set(row, left=left, right=right)


def _stands_already(change: Change, row: Row, column: str, keep: Contact) -> bool:
    """Whether the first stands there already; what the second is called there isn't lost."""
    kind = type(row)
    beside = ONCE.get(kind)
    if beside is None:
        return False
    same = kind.get_or_none(
        getattr(kind, column) == keep.id,
        getattr(kind, beside.removesuffix("_id")) == getattr(row, beside),
    )
    if isinstance(same, LeadPerson) and row.role and not same.role:
        change.set(same, role=row.role)
    return same is not None


def _is_about_itself(row: Row, keep: Contact) -> bool:
    """Whether the row would say that somebody was present with themselves."""
    return isinstance(row, TouchContact) and row.touch.contact_id == keep.id


def _tables(kind: type[Row]) -> Iterator[type[Row]]:
    for child in kind.__subclasses__():
        yield child
        yield from _tables(child)
