"""Taking people in from files: one command, one step; nothing dropped without a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from followup_tui.actions.filling import (
    TEXTS,
    fill_up,
    lacking,
    organization_ids,
    tag_ids,
    way_row,
)
from followup_tui.actions.matching import Verdict, judge
from followup_tui.exchange.drafts import ContactDraft, Parsed, Problem
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import organization_key, phone_key
from followup_tui.rules.reach import zone_by_phone
from followup_tui.store.fields import instant, new_uid
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, ContactTag, Way


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
    filled: int
    """Of those matched, how many learn something new."""
    doubtful: int
    """Of those created, how many may be somebody who is here already."""
    problems: tuple[tuple[str, Problem], ...]


def foresee(files: Sequence[SourceFile], region: str = "US") -> Count:
    """What importing `files` would do; nothing is written."""
    verdicts = judge(_drafts(files), region)
    known = [(v.same.contact_id, v.draft) for v in verdicts if v.same and v.same.contact_id]
    filled = sum(1 for _ in lacking(known, region))
    return _count(files, verdicts, filled)


@undoable
def import_people(change: Change, files: Sequence[SourceFile], region: str = "US") -> str:
    """Take everybody in `files` in: new people are made, known ones learn what they lacked.

    The tally of what was done has created, matched, skipped, filled and doubtful.
    """
    verdicts = judge(_drafts(files), region)
    source = ", ".join(dict.fromkeys(file.parsed.format or "file" for file in files))
    ids = _create(change, [v.draft for v in verdicts if v.same is None], source, region)
    new = iter(ids)
    by_draft = {index: next(new) for index, v in enumerate(verdicts) if v.same is None}
    known = [
        (v.same.contact_id or by_draft[v.same.draft or 0], v.draft) for v in verdicts if v.same
    ]
    filled = fill_up(change, known, region)
    count = _count(files, verdicts, filled)
    for word in ("rows", "created", "matched", "skipped", "filled", "doubtful"):
        change.tally[word] = getattr(count, word)
    return (
        f"Imported {', '.join(file.name for file in files[:3])}"
        + (f" and {len(files) - 3} more" if len(files) > 3 else "")
        + f": {count.created} created, {count.matched} matched, {count.skipped} skipped"
    )


def _drafts(files: Iterable[SourceFile]) -> list[ContactDraft]:
    return [draft for file in files for draft in file.parsed.drafts]


def _count(files: Sequence[SourceFile], verdicts: Sequence[Verdict], filled: int) -> Count:
    return Count(
        rows=sum(file.parsed.rows for file in files),
        created=sum(1 for v in verdicts if v.same is None),
        matched=sum(1 for v in verdicts if v.same is not None),
        skipped=sum(file.parsed.skipped for file in files),
        filled=filled,
        doubtful=sum(1 for v in verdicts if v.doubts),
        problems=tuple((file.name, p) for file in files for p in file.parsed.problems),
    )


def _create(change: Change, drafts: Sequence[ContactDraft], source: str, region: str) -> range:
    places = organization_ids(change, drafts)
    at = instant(change.now.at)
    rows = [_row(change, draft, places, at, source, region) for draft in drafts]
    ids = change.add_many(Contact, rows)
    change.add_many(
        Way,
        [
            way_row(contact_id, way.kind, way.typed, way.label, way.preferred, region)
            for contact_id, draft in zip(ids, drafts, strict=True)
            for way in draft.ways
        ],
    )
    tags = tag_ids(change, {tag for draft in drafts for tag in draft.tags})
    change.add_many(
        ContactTag,
        [
            {"contact": contact_id, "tag": tags[tag]}
            for contact_id, draft in zip(ids, drafts, strict=True)
            for tag in dict.fromkeys(draft.tags)
        ],
    )
    return ids


def _row(
    change: Change, draft: ContactDraft, places: dict[str, int], at: str, source: str, region: str
) -> dict[str, Any]:
    photo = change.keep_photo(draft.photo, draft.photo_kind) if draft.photo else None
    return {
        "uid": new_uid(),
        "name": draft.name,
        "folded": fold(draft.name),
        "organization": places.get(organization_key(draft.organization)),
        "notes": draft.notes,
        "extra": "\n".join(draft.extra),
        "photo": photo,
        "source": source,
        "created_at": at,
        **{word: getattr(draft, word) for word in TEXTS},
        "zone": draft.zone or _zone_by(draft, region),
    }


def _zone_by(draft: ContactDraft, region: str) -> str:
    typed = [way.typed for way in draft.ways if way.kind is WayKind.PHONE]
    numbers = [key for key in (phone_key(t, region) for t in typed) if key]
    return (zone_by_phone(numbers) or "") if numbers else ""
