"""What known people lack of what a file says of them: gaps are filled, nothing is replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from typing import Any

from peewee import JOIN

from followup_tui.actions.matching import TOLD_EACH, Tell, silent
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import name_key, organization_key, way_mark
from followup_tui.rules.ways import way_key
from followup_tui.store.alike import among, batches
from followup_tui.store.fields import new_uid
from followup_tui.store.images import storable
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, ContactTag, Organization, Tag, Way

TEXTS = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "role", "birthday",
    "how_met", "zone",
)  # fmt: skip
"""The texts of a draft that fill a gap and never replace anything."""
ORGANIZATION = "organization"
TELLING: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("role", "birthday", "nickname", "how_met"), fold),
    ORGANIZATION: organization_key,
}
"""What is said when the file has another word, and how words are compared there."""
_HELD = (*TEXTS, "notes", "extra", ORGANIZATION)

Pair = tuple[int, ContactDraft]
"""A stored person, and what a file says of them."""
Known = set[tuple[str, str]]
"""What tells the ways of one person apart: kind, and key or spelling."""


@dataclass(slots=True)
class Lack:
    """What one person lacks of what the file says of them, card by card."""

    contact_id: int
    name: str
    held: dict[str, str]
    """The texts of the person, notes, extra and organization, by name."""
    photo_held: bool
    ways_known: Known
    tags: set[str]
    gaps: dict[str, str] = field(default_factory=dict)
    photo: ContactDraft | None = None
    new_ways: list[WayDraft] = field(default_factory=list)
    new_tags: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What the file says otherwise; the stored word stays."""

    @property
    def anything(self) -> bool:
        """Whether there is something to add."""
        return bool(self.gaps or self.photo or self.new_ways or self.new_tags)

    def learn(self, draft: ContactDraft, region: str) -> None:
        """Take note of one card."""
        for word in (*TEXTS, ORGANIZATION):
            self._text(word, getattr(draft, word))
        if draft.name != self.name and name_key(draft.name) != name_key(self.name):
            self._differs("name", self.name, draft.name)
        self._lines("notes", draft.notes.split("\n"))
        self._lines("extra", draft.extra)
        if draft.photo and not self.photo_held:
            self.photo = self.photo or draft
        for way in draft.ways:
            mark = way_mark(way.kind, way_key(way.kind, way.typed, region), way.typed, way.label)
            if mark not in self.ways_known:
                self.ways_known.add(mark)
                self.new_ways.append(way)
        self.new_tags += [tag for tag in dict.fromkeys(draft.tags) if tag not in self.tags]
        self.tags.update(draft.tags)

    def _text(self, word: str, told: str) -> None:
        held = self.held[word]
        if not told or told == held:
            return
        if not held:
            self.gaps[word] = self.held[word] = told
        elif word in TELLING and TELLING[word](told) != TELLING[word](held):
            self._differs(word.replace("_", " "), held, told)

    def _lines(self, word: str, told: Sequence[str]) -> None:
        if not told:
            return
        held = self.held[word]
        # As they are stored, and split at line feeds alone: a card may hold a form feed.
        known = set(held.split("\n"))
        fresh = [line for line in map(storable, told) if line and line not in known]
        if fresh:
            kept = [held, *fresh] if held else [storable(line) for line in told]
            self.gaps[word] = self.held[word] = "\n".join(kept)

    def _differs(self, word: str, held: str, told: str) -> None:
        self.said.append(f"{self.name}: {word} stays {held!r}, the file says {told!r}")


def lacking(pairs: Iterable[Pair], region: str = "US") -> Iterator[Lack]:
    """Those of the people in `pairs` who lack something, or of whom the file says otherwise."""
    told: dict[int, list[ContactDraft]] = defaultdict(list)
    for contact_id, draft in pairs:
        told[contact_id].append(draft)
    for batch in batches(told):
        ways, tags = _ways(batch), _tags(batch)
        for contact_id, name, photo, *texts in _people(batch):
            held = dict(zip(_HELD, (text or "" for text in texts), strict=True))
            lack = Lack(
                contact_id, name, held, photo is not None, ways[contact_id], tags[contact_id]
            )
            for draft in told[contact_id]:
                lack.learn(draft, region)
            if lack.anything or lack.said:
                yield lack


def fill_up(change: Change, pairs: Iterable[Pair], region: str = "US", tell: Tell = silent) -> int:
    """Give everybody in `pairs` what they lack; how many lacked something.

    What differs stays as it was, and is among the remarks of the step.
    """
    lacks = list(lacking(pairs, region))
    change.remarks += [line for lack in lacks for line in lack.said]
    filled = [lack for lack in lacks if lack.anything]
    places = organization_ids(change, [lack.gaps.get(ORGANIZATION, "") for lack in filled])
    tags = tag_ids(change, {tag for lack in filled for tag in lack.new_tags})
    for index, lack in enumerate(filled):
        if index % TOLD_EACH == 0:
            tell("Filling up", index, len(filled))
        _fill_gaps(change, lack, places)
    change.add_many(
        Way,
        [
            way_row(lack.contact_id, way.kind, way.typed, way.label, False, region)
            for lack in filled
            for way in lack.new_ways
        ],
    )
    named = [(lack.contact_id, tags[name]) for lack in filled for name in lack.new_tags]
    change.add_many(ContactTag, [{"contact": who, "tag": tag} for who, tag in named])
    return len(filled)


def _fill_gaps(change: Change, lack: Lack, places: dict[str, int]) -> None:
    gaps: dict[str, object] = dict(lack.gaps)
    if ORGANIZATION in gaps:
        gaps[ORGANIZATION] = places.get(place_key(lack.gaps[ORGANIZATION]))
    if lack.photo:
        gaps["photo"] = change.keep_photo(lack.photo.photo, lack.photo.photo_kind)
    if gaps:
        change.set(Contact.fetch(lack.contact_id), **gaps)


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


def place_key(name: str) -> str:
    """By what an organization is known; one of signs alone by the signs."""
    return organization_key(name) or fold(name.strip())


def organization_ids(change: Change, names: Iterable[str]) -> dict[str, int]:
    """The organizations of these names by key, made where there is none.

    One that is written in several ways is kept as it was first; the others are remarked on.
    """
    written: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        if key := place_key(name):
            written[key][" ".join(name.split())] = None
    known = Organization.select(Organization.id, Organization.key, Organization.name)
    found: dict[str, int] = {}
    wanted = {key: next(iter(spellings)) for key, spellings in written.items()}
    for row_id, key, name in known.tuples().iterator():
        if key in written:
            found[key], wanted[key] = row_id, name
    change.remarks += [
        f"Organization {other!r} is kept as {wanted[key]!r}"
        for key, spellings in written.items()
        for other in spellings
        if fold(other) != fold(wanted[key])
    ]
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


def _people(ids: list[int]) -> Iterator[tuple[Any, ...]]:
    """Id, name, photo and the texts held of each."""
    texts = [getattr(Contact, word) for word in _HELD[:-1]]
    columns = (Contact.id, Contact.name, Contact.photo, *texts, Organization.name)
    rows = Contact.select(*columns).join(Organization, JOIN.LEFT_OUTER)
    wanted = rows.where(Contact.id << among(ids)).order_by(Contact.id)
    yield from wanted.tuples().iterator()


def _ways(ids: list[int]) -> defaultdict[int, Known]:
    held: defaultdict[int, Known] = defaultdict(set)
    rows = Way.select(Way.contact, Way.kind, Way.normal, Way.typed, Way.label)
    for contact_id, *way in rows.where(Way.contact << among(ids)).tuples().iterator():
        held[contact_id].add(way_mark(*way))
    return held


def _tags(ids: list[int]) -> defaultdict[int, set[str]]:
    held: defaultdict[int, set[str]] = defaultdict(set)
    rows = ContactTag.select(ContactTag.contact, Tag.name).join(Tag)
    for contact_id, name in rows.where(ContactTag.contact << among(ids)).tuples().iterator():
        held[contact_id].add(name)
    return held
