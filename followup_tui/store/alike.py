"""What stored people are compared by: read set by set, since an import asks for thousands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from peewee import JOIN, SQL, ModelSelect

from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import PersonKeys, person_keys
from followup_tui.store.models import Contact, Organization, Way

AT_ONCE = 2000
"""So many people are read at a time, so that memory stays flat."""


def anybody() -> bool:
    """Whether there is anybody at all."""
    return bool(Contact.select().exists())


def ids_like(
    uids: Collection[str], folded: Collection[str], ways: Mapping[WayKind, Collection[str]]
) -> set[int]:
    """Everybody who has one of these uids, folded names or ways (by kind and key)."""
    asked: list[ModelSelect[Any]] = [
        Contact.select(Contact.id).where(Contact.uid << among(uids)),
        Contact.select(Contact.id).where(Contact.folded << among(folded)),
    ]
    asked += [
        Way.select(Way.contact).where(Way.kind == kind, Way.normal << among(keys))
        for kind, keys in ways.items()
    ]
    return {row_id for rows in asked for (row_id,) in rows.tuples().iterator()}


def uids_taken(uids: Iterable[str]) -> set[str]:
    """Those of `uids` that somebody has."""
    rows = Contact.select(Contact.uid).where(Contact.uid << among(uids))
    return {uid for (uid,) in rows.tuples().iterator()}


def keys_by_id(ids: Iterable[int]) -> dict[int, PersonKeys]:
    """What these people are compared by."""
    found: dict[int, PersonKeys] = {}
    for batch in batches(ids):
        ways = _ways(batch)
        people = (
            Contact.select(Contact.id, Contact.name, Organization.name, Contact.uid)
            .join(Organization, JOIN.LEFT_OUTER)
            .where(Contact.id << among(batch))
            .tuples()
        )
        for contact_id, name, organization, uid in people.iterator():
            found[contact_id] = person_keys(name, organization or "", ways[contact_id], uid)
    return found


def among(keys: Iterable[int | str]) -> SQL:
    """What stands behind IN for any number of keys: one value, which SQLite takes apart.

    Measured: a mark for each of 30,000 keys takes Peewee a second, this 20 ms.
    """
    return SQL("(SELECT value FROM json_each(?))", [json.dumps(list(keys))])


def batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """The keys, so many at a time as one question holds."""
    listed = list(keys)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]


def _ways(ids: list[int]) -> defaultdict[int, list[tuple[WayKind, str, str]]]:
    held: defaultdict[int, list[tuple[WayKind, str, str]]] = defaultdict(list)
    rows = Way.select(Way.contact, Way.kind, Way.normal, Way.label)
    known = rows.where(Way.contact << among(ids), Way.normal.is_null(False))
    for contact_id, kind, normal, label in known.tuples().iterator():
        held[contact_id].append((WayKind(kind), normal, label))
    return held
