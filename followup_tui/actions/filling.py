"""What known people lack of what a file says of them: gaps are filled, nothing is replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import organization_key
from followup_tui.rules.ways import way_key
from followup_tui.store.fields import new_uid
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, ContactTag, Organization, Tag, Way

TEXTS = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "role", "birthday",
    "how_met", "zone",
)  # fmt: skip
"""The texts of a draft that fill a gap and never replace anything."""


AT_ONCE = 500
"""How many people are read at a time."""

Pair = tuple[int, ContactDraft]
"""A stored person, and what a file says of them."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What one person lacks."""

    contact: Contact
    draft: ContactDraft
    gaps: dict[str, object]
    organization: bool
    photo: bool
    ways: tuple[WayDraft, ...]
    tags: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether there is something to add."""
        return bool(self.gaps or self.organization or self.photo or self.ways or self.tags)


def lacking(pairs: Sequence[Pair], region: str = "US") -> Iterator[Lack]:
    """Those of `pairs` who lack something of their draft, with what."""
    for batch in _batches(pairs):
        contacts = {row.id: row for row in Contact.select().where(Contact.id.in_(list(batch)))}
        ways, tags = _ways(list(batch)), _tags(list(batch))
        for contact_id, draft in batch.items():
            contact = contacts[contact_id]
            lack = Lack(
                contact,
                draft,
                _gaps(contact, draft),
                bool(draft.organization and contact.organization_id is None),
                bool(draft.photo and contact.photo_id is None),
                _new_ways(ways[contact_id], draft, region),
                tuple(t for t in dict.fromkeys(draft.tags) if t not in tags[contact_id]),
            )
            if lack.anything:
                yield lack


def fill_up(change: Change, pairs: Sequence[Pair], region: str = "US") -> int:
    """Give everybody in `pairs` what they lack; how many lacked something."""
    count = 0
    for lack in lacking(pairs, region):
        count += 1
        gaps = dict(lack.gaps)
        if lack.organization:
            places = organization_ids(change, [lack.draft])
            gaps["organization"] = places.get(organization_key(lack.draft.organization))
        if lack.photo:
            gaps["photo"] = change.keep_photo(lack.draft.photo, lack.draft.photo_kind)
        change.set(lack.contact, **gaps)
        for way in lack.ways:
            row = way_row(lack.contact.id, way.kind, way.typed, way.label, False, region)
            change.add(Way(**row))
        if lack.tags:
            ids = tag_ids(change, set(lack.tags))
            for name in lack.tags:
                change.add(ContactTag(contact=lack.contact, tag=ids[name]))
    return count


def way_row(
    contact_id: int, kind: WayKind, typed: str, label: str, preferred: bool, region: str
) -> dict[str, Any]:
    """A way as a row."""
    return {
        "contact": contact_id,
        "kind": kind,
        "typed": typed,
        "label": label,
        "preferred": preferred,
        "normal": way_key(kind, typed, region),
    }


def organization_ids(change: Change, drafts: Iterable[ContactDraft]) -> dict[str, int]:
    """The organizations of `drafts` by key, made where there is none."""
    wanted: dict[str, str] = {}
    for draft in drafts:
        if key := organization_key(draft.organization):
            wanted.setdefault(key, " ".join(draft.organization.split()))
    known = Organization.select(Organization.id, Organization.key).tuples().iterator()
    found = {key: row_id for row_id, key in known if key in wanted}
    missing = [key for key in wanted if key not in found]
    ids = change.add_many(
        Organization,
        [{"uid": new_uid(), "name": wanted[key], "key": key} for key in missing],
    )
    return {**found, **dict(zip(missing, ids, strict=True))}


def tag_ids(change: Change, names: set[str]) -> dict[str, int]:
    """Every tag by name, those of `names` made where there is none."""
    known = Tag.select(Tag.id, Tag.name).tuples().iterator()
    found = {name: row_id for row_id, name in known}
    missing = sorted(names - found.keys())
    ids = change.add_many(Tag, [{"name": name} for name in missing])
    return {**found, **dict(zip(missing, ids, strict=True))}


def _gaps(contact: Contact, draft: ContactDraft) -> dict[str, object]:
    gaps: dict[str, object] = {
        word: getattr(draft, word)
        for word in TEXTS
        if getattr(draft, word) and not getattr(contact, word)
    }
    for word, told in (("notes", draft.notes), ("extra", "\n".join(draft.extra))):
        held: str = getattr(contact, word)
        lines = [line for line in told.splitlines() if line and line not in held.splitlines()]
        if lines and told not in held:
            gaps[word] = "\n".join([held, *lines]) if held else told
    return gaps


def _new_ways(held: set[tuple[str, str]], draft: ContactDraft, region: str) -> tuple[WayDraft, ...]:
    fresh: dict[tuple[str, str], WayDraft] = {}
    for way in draft.ways:
        key = (str(way.kind), way_key(way.kind, way.typed, region) or way.typed)
        if key not in held:
            fresh.setdefault(key, way)
    return tuple(fresh.values())


def _ways(ids: list[int]) -> defaultdict[int, set[tuple[str, str]]]:
    held: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = Way.select(Way.contact, Way.kind, Way.normal, Way.typed).where(Way.contact.in_(ids))
    for contact_id, kind, normal, typed in rows.tuples().iterator():
        held[contact_id].add((kind, normal or typed))
    return held


def _tags(ids: list[int]) -> defaultdict[int, set[str]]:
    held: defaultdict[int, set[str]] = defaultdict(set)
    rows = ContactTag.select(ContactTag.contact, Tag.name).join(Tag)
    for contact_id, name in rows.where(ContactTag.contact.in_(ids)).tuples().iterator():
        held[contact_id].add(name)
    return held


def _batches(pairs: Sequence[Pair]) -> Iterator[dict[int, ContactDraft]]:
    """The pairs in batches, nobody twice in one: the second time they have learned already."""
    batch: dict[int, ContactDraft] = {}
    for contact_id, draft in pairs:
        if len(batch) == AT_ONCE or contact_id in batch:
            yield batch
            batch = {}
        batch[contact_id] = draft
    if batch:
        yield batch
