"""What happened and with whom: the head of the line, the touch word first."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.by_name import (
    read_name_head,
    take_contact,
    take_when_before,
)
from followup_tui.rules.quicklog.details import RECENT, take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.handed import read_given
from followup_tui.rules.quicklog.inferred import read_inferred
from followup_tui.rules.quicklog.of_somebody import read_of_somebody
from followup_tui.rules.quicklog.outcome_first import read_outcome_first
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.together import read_together
from followup_tui.rules.quicklog.touches import (
    ALONE,
    COUNTED,
    DIRECT,
    NOUN_OF,
    PAST,
    Touch,
    direct_at,
)
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.quicklog.whom_met import SKIPPED, keep_telling, take_person
from followup_tui.rules.quicklog.wrong_way import MACHINES, read_bad_number, read_gatekeeper
from followup_tui.rules.tokens import MARK, PHONE, word_at, word_set

_BEFORE_PERSON = word_set("to with w w/ wth for from by at of 2 wit")
_WITHS = word_set("to with w w/ wth wit 2 @")
_FURTHEST = 14
"""Words into the line up to which a touch word is looked for."""


def read_head(draft: Draft, start: int, end: int) -> int | None:
    """Takes a head that begins at `start`; where it ends, or None when none is there.

    `Talked to Maria 12 min` · `left vm for Dave` · `Dr. Ngozi Okonkwo called back` · `no answer
    x2` · `wed: coffee w/ Rosa 1h` · `NAME, half an hour` · `3pm call with Eero`.
    """
    at = _past_when(draft, start, end)
    return (
        read_gatekeeper(draft, at, end)
        or (_dialed(draft, at) and read_bad_number(draft, at, end))
        or _by_verb(draft, at, end)
        or read_given(draft, at, end)
        or read_together(draft, at, end)
        or read_of_somebody(draft, at, end)
        or read_name_head(draft, at, end)
        or read_bad_number(draft, at, end)
        or (_timed(draft, at, end) if at == start else None)
        or _further_on(draft, at, end)
        or read_inferred(draft, at, end)
    )


def _dialed(draft: Draft, at: int) -> bool:
    """Whether a number stands where the person should: `Called 720-555-0144, wrong number`."""
    tokens = draft.line.tokens
    return at + 1 < len(tokens) and tokens[at + 1].kind == PHONE


def _past_when(draft: Draft, start: int, end: int) -> int:
    """Past `wed:`, `yesterday` or `this morning,` before the head; taken once a head is there."""
    spot = draft.line.date_at(start, end, Stance.PAST)
    sat_down = WITH.at(draft.line.tokens, start, end)
    if not spot or spot.when.ask or (sat_down and sat_down[1] > start + 1):
        return start
    at = spot.end
    while at < end and word_at(draft.line.tokens, at) in (":", ",", "-", "–", "—"):
        at += 1
    return at


def _timed(draft: Draft, start: int, end: int) -> int | None:
    """`20 min call with Maria`, `two hours with Hana`: the length stands first."""
    found = duration_at(draft.line.tokens, start)
    if not found:
        return None
    minutes, at = found
    if word_at(draft.line.tokens, at) in _WITHS:
        stop = take_person(draft, start, at + 1, end, Touch("", "", "talked", True))
    else:
        stop = _by_verb(draft, at, end)
    if stop:
        draft.minutes = minutes
        draft.take(start, at, "minutes", "minutes", f"{minutes} min")
    return stop


def _by_verb(draft: Draft, start: int, end: int) -> int | None:
    """A touch word first, then the person."""
    tokens, at = draft.line.tokens, start
    at += draft.stage is not None and word_at(tokens, at + 1) in NOUN_OF  # `Rejection email from`
    while at < end and word_at(tokens, at) in SKIPPED:
        if DIRECT.at(tokens, at, end) or WITH.at(tokens, at, end):
            break
        at += 1
    tried = attempts_at(tokens, at) if at < end else None
    counted = tried and COUNTED.get(word_at(tokens, tried[1] - 1))
    if tried and counted and word_at(tokens, tried[1]) in ("to", "for", "with", "w/"):
        stop = take_person(draft, start, tried[1] + 1, end, counted)
        draft.attempts = tried[0] if stop else draft.attempts
        return stop
    if tried and DIRECT.at(tokens, tried[1], end):
        stop = _direct(draft, start, tried[1], end)
        draft.attempts = tried[0] if stop else draft.attempts
        return stop
    found = duration_at(tokens, at) if at < end else None
    if found and WITH.at(tokens, found[1], end):
        stop = _with(draft, start, found[1], end)
        if stop and draft.minutes is None:
            draft.minutes = found[0]
            draft.take(at, found[1], "minutes", "minutes", f"{found[0]} min")
        return stop
    stop = _with(draft, start, at, end) or _direct(draft, start, at, end)
    if stop is None and at + 1 < end and word_at(tokens, at) in SKIPPED:
        return _direct(draft, start, at + 1, end)  # `quick call from Ana`
    return stop


def _with(draft: Draft, start: int, at: int, end: int) -> int | None:
    """`talked to`, `zoom w/`, `call with`: the person comes after a preposition."""
    tokens = draft.line.tokens
    found = WITH.at(tokens, at, end)
    if not found:
        return None
    touch, stop = found
    stop += word_at(tokens, stop) in _ADVERBS
    fact = stop
    if stop < end and word_at(tokens, stop) not in _WITHS:
        stop = _over_fact(draft, stop, end)
    if tokens[at].word not in PAST and _is_ahead(draft, at, end):
        return None
    if stop < end and word_at(tokens, stop) in _WITHS:
        draft.noun_head = tokens[at].word not in PAST
        taken = take_person(draft, start, stop + 1, end, touch)
        if taken and stop > fact:
            draft.uncover(fact, stop)
            take_details(draft, fact, stop)
        return taken
    if _known_behind(draft, at, stop, end):
        return take_person(draft, start, stop, end, touch)
    return _alone(draft, start, at, found[1], end, touch)


def _known_behind(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether somebody known stands without `with`: `spoke Ann Lee 10m`, `coffee Ann Lee 1h`."""
    person = person_at(draft, stop, end) if stop < end else None
    if not person or person[0].known is None:
        return False
    return word_at(draft.line.tokens, at) in PAST or bool(duration_at(draft.line.tokens, person[1]))


def _is_ahead(draft: Draft, at: int, end: int) -> bool:
    """Whether a noun (`coffee`, `interview`) has a date that can only be to come."""
    tokens = draft.line.tokens
    for spot in draft.line.dates_in(at + 1, end, Stance.MINE):
        past = draft.line.date_at(spot.start, end, Stance.PAST)
        if spot.timed_only or word_at(tokens, spot.start - 1) in ("about", "re", "for", "from"):
            continue
        if past is None or past.when.ask or (draft.line.moment.today - past.when.day).days > RECENT:
            return True
        now = draft.line.moment.at.strftime("%H:%M")
        if past.when.day == draft.line.moment.today and (past.when.time or "99") <= now:
            return False
        lasted = any(duration_at(tokens, place) for place in range(at, end))
        return spot.when.time is not None and not lasted
    return False


_ADVERBS = word_set("again briefly back quickly live finally shortly just")


def _over_fact(draft: Draft, at: int, end: int) -> int:
    """Past a fact or a place between the touch word and `with`: `talked 20 min with`, `interviewed
    at Crestline w/`.
    """
    tokens = draft.line.tokens
    if person_at(draft, at, end):
        return at
    for place in range(at, min(end, at + 7)):
        if tokens[place].kind == MARK and tokens[place].text not in "&'-":
            return at
        if word_at(tokens, place) in _WITHS - {"to", "2", "@"}:
            return place if person_at(draft, place + 1, end) else at
    return at


def _direct(draft: Draft, start: int, at: int, end: int) -> int | None:
    """`called Dave`, `left vm for Dave`, `no answer x2`, `email from Siobhán`."""
    tokens = draft.line.tokens
    found = direct_at(tokens, at, end)
    if not found:
        return None
    touch, verb_end = found
    stop = _past_counts(draft, verb_end, end)
    stop += word_at(tokens, stop) in _BEFORE_PERSON and stop < end
    stop += word_at(tokens, stop) == "on" and _is_machine(draft, stop + 1, end)
    taken = take_person(draft, start, stop, end, touch)
    return (
        taken
        or _behind_object(draft, start, verb_end, end, touch)
        or read_outcome_first(draft, start, verb_end, end, touch)
        or _alone(draft, start, at, verb_end, end, touch)
    )


def _is_machine(draft: Draft, at: int, end: int) -> bool:
    """Whether what a message is left on stands here: `on Grace's machine`."""
    found = person_at(draft, at, end)
    machine = found and word_at(draft.line.tokens, found[1]) in MACHINES
    return bool(
        machine and word_at(draft.line.tokens, at if not found else found[1] - 1)[-2:] == "'s"
    )


def _behind_object(draft: Draft, start: int, at: int, end: int, touch: Touch) -> int | None:
    """`emailed 3 clips to Hyun-woo`, `sent thank-you note to Ingrid`: the thing stands before."""
    tokens = draft.line.tokens
    if touch.outcome != "sent":
        return None
    for place in range(at, min(end, at + 9)):
        if tokens[place].kind == MARK and tokens[place].text not in "&$-":
            return None
        found = person_at(draft, place + 1, end) if word_at(tokens, place) == "to" else None
        if found:
            nouns = [NOUN_OF.get(word_at(tokens, thing)) for thing in range(at, place)]
            draft.happened(*touch)
            draft.channel = draft.channel or next((noun for noun in nouns if noun), None)
            take_when_before(draft, start)
            draft.take(start, at, "touch", "channel")
            take_contact(draft, found[0], place + 1, found[1])
            draft.cover(place, place + 1)
            return take_details(draft, found[1], end)
    return None


def _past_counts(draft: Draft, at: int, end: int) -> int:
    """Past counts between the touch word and the person: `vm #2 for`, `na x3 kwame`."""
    tokens = draft.line.tokens
    found = attempts_at(tokens, at) if at < end else None
    if found:
        draft.attempts = found[0]
        draft.take(at, found[1], "attempts", "attempts")
        at = found[1]
    return at + (at < end and word_at(tokens, at) in ("again", "back", "message", "number"))


def _alone(draft: Draft, start: int, at: int, stop: int, end: int, touch: Touch) -> int | None:
    """A head without a person: `no answer x2`, `talked 20 min`, `left vm`; the selected row's."""
    tokens = draft.line.tokens
    fact = bool(duration_at(tokens, stop) or attempts_at(tokens, stop))
    only = stop >= end or tokens[stop].kind == MARK or fact
    outcome, past = touch.outcome in ALONE, tokens[at].word in PAST
    for_selected = draft.line.selected is not None and (outcome or (past and only))
    if not (for_selected or (outcome and only)):
        return None
    draft.happened(*touch)
    take_when_before(draft, start)
    draft.take(start, stop, "touch", "outcome")
    keep_telling(draft, start, at)
    draft.headed = True
    return take_details(draft, stop, end)


def _further_on(draft: Draft, start: int, end: int) -> int | None:
    """`Yesterday at church met Philomena`: a past touch word and a person further on."""
    tokens = draft.line.tokens
    if start != _past_when(draft, draft.clause_start, end) or draft.clause_start:
        return None
    for at in range(start + 1, min(end, start + _FURTHEST)):
        if word_at(tokens, at) not in PAST or word_at(tokens, at - 1) in _NOT_MINE:
            continue
        found = WITH.at(tokens, at, end) or DIRECT.at(tokens, at, end)
        behind = found[1] + (word_at(tokens, found[1]) in _BEFORE_PERSON) if found else end
        if found and behind < end and person_at(draft, behind, end):
            return _with(draft, at, at, end) or _direct(draft, at, at, end)
    return None


_NOT_MINE = word_set("she he they who it not never that hasn't haven't has to when if")
