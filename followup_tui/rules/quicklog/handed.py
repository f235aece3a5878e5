"""What was left with, sent to or given to somebody: `left Rivka a 3rd voicemail`."""

from __future__ import annotations

from followup_tui.rules.quicklog.amounts import attempts_at, duration_at, ordinal
from followup_tui.rules.quicklog.by_name import take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.touches import GIVEN_NOUNS
from followup_tui.rules.quicklog.vocabulary import COMMON
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.quicklog.whom_met import SKIPPED, keep_telling
from followup_tui.rules.tokens import word_at, word_set


def read_given(draft: Draft, start: int, end: int) -> int | None:
    """`left Rivka a 3rd voicemail`, `sent Hana a quick email`, `gave Tom a call`."""
    tokens = draft.line.tokens
    at = start
    while at < end and word_at(tokens, at) in SKIPPED - _GIVING:
        at += 1
    if word_at(tokens, at) not in _GIVING:
        return None
    found = person_at(draft, at + 1, end, small=True)
    if not found:
        return None
    someone, stop = found
    if word_at(tokens, at) in ("got", "had"):
        return _got(draft, someone, (start, at, stop), end)
    place, count = stop, None
    while place < end and place - stop < 5 and word_at(tokens, place) not in GIVEN_NOUNS:
        count = count or ordinal(word_at(tokens, place))
        place += 1
    touch = GIVEN_NOUNS.get(word_at(tokens, place)) if place < end else None
    if touch is None or (touch.outcome == "left_voicemail") != (word_at(tokens, at) == "left"):
        return None
    draft.happened(*touch)
    take_when_before(draft, start)
    draft.take(start, at + 1, "touch", "channel", draft.line.said(start, place + 1))
    take_contact(draft, someone, at + 1, stop)
    draft.cover(stop, place + 1)
    for at in range(stop, place):
        draft.noted[at] = word_at(tokens, at) not in COMMON and not ordinal(word_at(tokens, at))
    draft.attempts = draft.attempts or count
    return take_details(draft, place + 1, end)


def _got(draft: Draft, someone: Someone, places: tuple[int, int, int], end: int) -> int | None:
    """Takes `got Yusuf on the 3rd try`, `got Ana on the phone`; where it ends."""
    start, at, stop = places
    phoned = [word_at(draft.line.tokens, place) for place in range(stop, stop + 3)]
    phone = phoned[:2] == ["on", "the"] and phoned[2] in ("phone", "line", "blower", "horn")
    if not (phone or (word_at(draft.line.tokens, at) == "got" and _reached(draft, stop, end))):
        return None
    draft.happened("call", "out", "talked")
    take_when_before(draft, start)
    draft.take(start, at + 1, "touch", "channel")
    keep_telling(draft, start, at)
    take_contact(draft, someone, at + 1, stop)
    if phone:
        draft.cover(stop, stop + 3)
    return take_details(draft, stop + 3 * phone, end)


def _reached(draft: Draft, at: int, end: int) -> bool:
    """Whether `got Yusuf` says that he answered: `on the 3rd try`, `6 min`, `finally`, `live`."""
    tokens = draft.line.tokens
    if at >= end or word_at(tokens, at) == "," or word_at(tokens, at - 1).endswith("'s"):
        return bool(at < end and duration_at(tokens, at + 1))
    return bool(
        attempts_at(tokens, at) or duration_at(tokens, at) or word_at(tokens, at) in _AT_LAST
    )


_AT_LAST = word_set("finally live directly")
_GIVING = word_set("left sent gave shot dropped wrote mailed got had")
