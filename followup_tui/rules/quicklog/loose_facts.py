"""Facts that stand in a clause of their own: `45 min`, `coffee`, `his address is …`."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.details import take_detail, take_place
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.starts import all_facts
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.ways import label_end, take_way
from followup_tui.rules.tokens import EMAIL, PHONE, word_at


def read_facts(draft: Draft, at: int, end: int) -> int | None:
    """A clause, or the rest of one, that is only facts: `45 min`, `303 555 0177`, `x2`."""
    if draft.second or not all_facts(draft.line, at, end):
        return None
    place = at
    while place < end:
        stop = take_detail(draft, place, end)
        if stop is None:
            return place if place > at else None
        place = stop
    return place


def read_touch_alone(draft: Draft, at: int, end: int) -> int | None:
    """`coffee` or `zoom` alone, behind a bare name: `rosa, 40 min, coffee` was a meeting."""
    found = WITH.at(draft.line.tokens, at, end)
    if not found or found[1] < end or draft.second or draft.contact is None:
        return None
    if draft.outcome not in (None, "talked") or draft.channel not in (None, "call"):
        return None
    if draft.outcome and (draft.channel or not draft.line.from_call):
        return None
    draft.happened(*found[0])
    draft.take(at, end, "touch", "outcome")
    return end


def read_place_behind(draft: Draft, at: int, end: int) -> int | None:
    """`, at Lodgepole` behind a given name and its number."""
    tokens, person = draft.line.tokens, draft.nearest
    behind = at > 1 and word_at(tokens, at - 1) == "," and tokens[at - 2].kind in (PHONE, EMAIL)
    if not behind or word_at(tokens, at) not in ("at", "@") or person not in draft.referrals:
        return None
    return take_place(draft, person, at, end)


def read_day_behind(draft: Draft, at: int, end: int) -> int | None:
    """The day of `call Rosa, 303-555-0142, Tue`, behind the number."""
    tokens, path = draft.line.tokens, f"followups[{len(draft.followups) - 1}].due"
    behind = at > 1 and word_at(tokens, at - 1) == "," and tokens[at - 2].kind in (PHONE, EMAIL)
    if not behind or not draft.followups or draft.followups[-1].due:
        return None
    spot = draft.line.date_at(at, end, Stance.MINE)
    if not spot or spot.end < end:
        return None
    draft.take(at, end, "followup", path)
    when = draft.dated(path, spot)
    if when:
        draft.followups[-1] = replace(
            draft.followups[-1], due=when.day, time=when.time, time_kind=when.time_kind,
            tz=when.zone, part=when.part,
        )  # fmt: skip
    return end


def read_new_way(draft: Draft, at: int, end: int) -> int | None:
    """`has a new number 720-555-0119` behind somebody's name; `his address is raj@vireo.example`,
    of the one named last.
    """
    tokens = draft.line.tokens
    owner = draft.nearest or draft.who()
    if word_at(tokens, at) in ("her", "his", "their") and owner and owner.name:
        place = label_end(draft, at, end)
        if place is not None and not draft.is_elsewhere(owner):
            stop = take_way(draft, place, owner)
            draft.take(at, place, "phone", draft.path_of(owner))
            return stop
        return None
    if word_at(tokens, at) not in ("has", "have", "got") or draft.contact is None:
        return None
    place = label_end(draft, at + 1 + (word_at(tokens, at + 1) == "a"), end)
    if place is None:
        return None
    stop = take_way(draft, place, draft.contact)
    draft.cover(at, place)
    return stop
