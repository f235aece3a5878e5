"""Taking people in from files: one command, one step; nothing dropped without a word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from followup_tui.actions.filling import (
    TEXTS,
    fill_up,
    lacking,
    organization_ids,
    place_key,
    tag_ids,
    way_row,
)
from followup_tui.actions.matching import Tell, Verdict, judge, silent
from followup_tui.actions.safely import after_backup
from followup_tui.exchange.drafts import ContactDraft, Parsed
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import phone_key
from followup_tui.rules.reach import zone_by_phone
from followup_tui.store.alike import uids_taken
from followup_tui.store.fields import instant, new_uid
from followup_tui.store.journal import Change, Writer, quiet, undoable
from followup_tui.store.minutes import HeaderMapping
from followup_tui.store.models import Contact, ContactTag, Way

AT_ONCE = 2000
"""How many people are made at a time, so that memory stays flat however long the file is."""
LONGEST_UID = 200
"""Letters; what is longer is no name of a card. Source: a UUID has 36, Exchange's ids some 112."""
MOST_ASKED = 5
"""How many numbers of one person are asked where they lie."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read."""

    name: str
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Count:
    """What an import does: created + matched + skipped = rows read."""

    rows: int
    created: int
    matched: int
    skipped: int
    filled: int = 0
    """Of those matched, how many learn something new."""
    doubtful: int = 0
    """Of those created, how many may be somebody who is here already."""
    differing: tuple[str, ...] = ()
    """What the files say otherwise of those matched; what is here stays."""


def foresee(files: Sequence[SourceFile], region: str = "US", tell: Tell = silent) -> Count:
    """What importing `files` would do; nothing is written."""
    verdicts = judge(_drafts(files), region, tell)
    known = [(v.same.contact_id, v.draft) for v in verdicts if v.same and v.same.contact_id]
    lacks = list(lacking(known, region))
    filled = sum(lack.anything for lack in lacks)
    return _count(files, verdicts, filled, tuple(line for lack in lacks for line in lack.said))


@after_backup("import")
@undoable
def import_people(
    change: Change, files: Sequence[SourceFile], region: str = "US", tell: Tell = silent
) -> str:
    """Take everybody in `files` in: new people are made, known ones learn what they lacked.

    The tally of what was done has rows, created, matched, skipped, filled and doubtful; its
    remarks are what the files say otherwise of people who are here. `tell` hears how far it is.
    """
    verdicts = judge(_drafts(files), region, tell)
    source = ", ".join(dict.fromkeys(file.parsed.format or "file" for file in files))
    strangers = [(index, v.draft) for index, v in enumerate(verdicts) if v.same is None]
    ids = _create(change, [draft for _, draft in strangers], source, region, tell)
    by_draft = {index: row_id for (index, _), row_id in zip(strangers, ids, strict=True)}
    known = [
        (v.same.contact_id or by_draft[v.same.draft or 0], v.draft) for v in verdicts if v.same
    ]
    filled = fill_up(change, known, region, tell)
    count = _count(files, verdicts, filled)
    for word in ("rows", "created", "matched", "skipped", "filled", "doubtful"):
        change.tally[word] = getattr(count, word)
    return (
        f"Imported {', '.join(file.name for file in files[:3])}"
        + (f" and {len(files) - 3} more" if len(files) > 3 else "")
        + f": {count.created} created, {count.matched} matched, {count.skipped} skipped"
    )


@quiet
def remember_mapping(writer: Writer, signature: str, mapping: Mapping[str, str]) -> None:
    """Take tables with this header as `mapping` says from now on: fields by column title."""
    told = json.dumps(dict(mapping), ensure_ascii=False, sort_keys=True)
    row = HeaderMapping.get_or_none(HeaderMapping.header == signature)
    if row is None:
        writer.add(HeaderMapping(header=signature, mapping=told, at=writer.now.at))
    elif row.mapping != told:
        writer.set(row, mapping=told, at=writer.now.at)


def _drafts(files: Iterable[SourceFile]) -> list[ContactDraft]:
    return [draft for file in files for draft in file.parsed.drafts]


def _count(
    files: Sequence[SourceFile],
    verdicts: Sequence[Verdict],
    filled: int,
    differing: tuple[str, ...] = (),
) -> Count:
    return Count(
        rows=sum(file.parsed.rows for file in files),
        created=sum(1 for v in verdicts if v.same is None),
        matched=sum(1 for v in verdicts if v.same is not None),
        skipped=sum(file.parsed.skipped for file in files),
        filled=filled,
        doubtful=sum(1 for v in verdicts if v.maybe),
        differing=differing,
    )


def _create(
    change: Change, drafts: Sequence[ContactDraft], source: str, region: str, tell: Tell
) -> list[int]:
    """Everybody in `drafts` as a new person, some thousand at a time; their ids, in order."""
    places = organization_ids(change, (draft.organization for draft in drafts))
    tags = tag_ids(change, {tag for draft in drafts for tag in draft.tags})
    uids = _uids(drafts)
    making = _Making(instant(change.now.at), source, region, places)
    ids: list[int] = []
    for start in range(0, len(drafts), AT_ONCE):
        tell("Saving", start, len(drafts))
        some = drafts[start : start + AT_ONCE]
        rows = [
            making.row(change, draft, uid)
            for draft, uid in zip(some, uids[start : start + AT_ONCE], strict=True)
        ]
        made = list(zip(change.add_many(Contact, rows), some, strict=True))
        change.add_many(Way, [row for row_id, draft in made for row in making.ways(row_id, draft)])
        change.add_many(
            ContactTag,
            [
                {"contact": row_id, "tag": tags[tag]}
                for row_id, draft in made
                for tag in dict.fromkeys(draft.tags)
            ],
        )
        ids += [row_id for row_id, _ in made]
    return ids


def _uids(drafts: Sequence[ContactDraft]) -> list[str]:
    """The files' own uids, so that the same card is known again; a new one where it is taken."""
    taken = uids_taken({draft.uid for draft in drafts})
    found = []
    for draft in drafts:
        usable = 0 < len(draft.uid) <= LONGEST_UID and draft.uid not in taken
        found.append(draft.uid if usable else new_uid())
        taken.add(found[-1])
    return found


@dataclass(frozen=True, slots=True)
class _Making:
    """What everybody made in one import shares."""

    at: str
    source: str
    region: str
    places: dict[str, int]

    def row(self, change: Change, draft: ContactDraft, uid: str) -> dict[str, Any]:
        """The draft as a row."""
        photo = change.keep_photo(draft.photo, draft.photo_kind) if draft.photo else None
        return {
            "uid": uid,
            "name": draft.name,
            "folded": fold(draft.name),
            "organization": self.places.get(place_key(draft.organization)),
            "notes": draft.notes,
            "extra": "\n".join(draft.extra),
            "photo": photo,
            "source": self.source,
            "created_at": self.at,
            **{word: getattr(draft, word) for word in TEXTS},
            "zone": draft.zone or self._zone(draft),
        }

    def ways(self, contact_id: int, draft: ContactDraft) -> Iterator[dict[str, Any]]:
        """Their ways as rows."""
        for way in draft.ways:
            yield way_row(contact_id, way.kind, way.typed, way.label, way.preferred, self.region)

    def _zone(self, draft: ContactDraft) -> str:
        typed = [way.typed for way in draft.ways if way.kind is WayKind.PHONE][:MOST_ASKED]
        numbers = [key for key in (phone_key(one, self.region) for one in typed) if key]
        return (zone_by_phone(numbers) or "") if numbers else ""
