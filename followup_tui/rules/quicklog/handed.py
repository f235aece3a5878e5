"""What was left with, sent to or given to somebody: `left Rivka a 3rd voicemail`."""

from __future__ import annotations

from followup_tui.rules.quicklog.amounts import ordinal
from followup_tui.rules.quicklog.by_name import take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.touches import GIVEN_NOUNS, Touch
from followup_tui.rules.quicklog.vocabulary import COMMON
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.quicklog.whom_met import SKIPPED
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
    place, count = stop, None
    while place < end and place - stop < 5 and word_at(tokens, place) not in GIVEN_NOUNS:
        count = count or ordinal(word_at(tokens, place))
        place += 1
    touch = GIVEN_NOUNS.get(word_at(tokens, place)) if place < end else None
    if word_at(tokens, at) == "got":
        place = stop + 2
        phoned = [word_at(tokens, p) for p in (stop, stop + 1, place)]
        touch = _PHONED if phoned in (["on", "the", "phone"], ["on", "the", "line"]) else None
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


_GIVING = word_set("left sent gave shot dropped wrote mailed got")
_PHONED = Touch("call", "out", "talked")
