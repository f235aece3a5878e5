"""What stored people are compared by: read set by set, since an import asks for thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from peewee import JOIN, ModelSelect

from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import PersonKeys, person_keys
from followup_tui.store.models import Contact, Organization, Way

AT_ONCE = 500
"""How many keys one question holds: SQLite allows 32,766, and a plan that stays an index's."""


def anybody() -> bool:
    """Whether there is anybody at all."""
    return bool(Contact.select().exists())


def ids_like(
    uids: Collection[str], folded: Collection[str], ways: Mapping[WayKind, Collection[str]]
) -> set[int]:
    """Everybody who has one of these uids, folded names or ways (by kind and key)."""
    found: set[int] = set()
    for batch in batches(uids):
        found |= _ids(Contact.select(Contact.id).where(Contact.uid.in_(batch)))
    for batch in batches(folded):
        found |= _ids(Contact.select(Contact.id).where(Contact.folded.in_(batch)))
    for kind, keys in ways.items():
        for batch in batches(keys):
            of_kind = (Way.kind == kind) & Way.normal.in_(batch)
            found |= _ids(Way.select(Way.contact).where(of_kind))
    return found


def uids_taken(uids: Iterable[str]) -> set[str]:
    """Those of `uids` that somebody has."""
    found: set[str] = set()
    for batch in batches(uids):
        rows = Contact.select(Contact.uid).where(Contact.uid.in_(batch)).tuples()
        found.update(uid for (uid,) in rows.iterator())
    return found


def keys_by_id(ids: Iterable[int]) -> dict[int, PersonKeys]:
    """What these people are compared by."""
    found: dict[int, PersonKeys] = {}
    for batch in batches(ids):
        ways = _ways(batch)
        people = (
            Contact.select(Contact.id, Contact.name, Organization.name, Contact.uid)
            .join(Organization, JOIN.LEFT_OUTER)
            .where(Contact.id.in_(batch))
            .tuples()
        )
        for contact_id, name, organization, uid in people.iterator():
            found[contact_id] = person_keys(name, organization or "", ways[contact_id], uid)
    return found


def batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """The keys, so many at a time as one question holds."""
    listed = list(keys)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


def _ids(rows: ModelSelect[Any]) -> set[int]:
    return {row_id for (row_id,) in rows.tuples().iterator()}


def _ways(ids: list[int]) -> defaultdict[int, list[tuple[WayKind, str, str]]]:
    held: defaultdict[int, list[tuple[WayKind, str, str]]] = defaultdict(list)
    rows = Way.select(Way.contact, Way.kind, Way.normal, Way.label)
    known = rows.where(Way.contact.in_(ids), Way.normal.is_null(False))
    for contact_id, kind, normal, label in known.tuples().iterator():
        held[contact_id].append((WayKind(kind), normal, label))
    return held
