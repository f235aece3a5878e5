"""What became of a call, in words behind it: they mend what its verb suggests."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.touches import ALONE, Touch, direct_at
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS, KIN, ROLE_NOUNS
from followup_tui.rules.quicklog.who import OBJECTS, person_at
from followup_tui.rules.tokens import MARK, word_at, word_set


def mend_outcome(draft: Draft, at: int, end: int) -> int | None:
    """Takes `no answer`, `left vm`, `got her assistant` behind a call: what became of it."""
    if draft.topic and draft.topic is not draft.contact:
        return None  # `Nadia - not hiring. Owen - no answer`
    if draft.second:
        return None
    return _take_reached(draft, at, end) or _take_outcome(draft, at, end)


def _take_outcome(draft: Draft, at: int, end: int) -> int | None:
    found, tokens = _outcome_at(draft, at, end), draft.line.tokens
    if not found or found[0].outcome not in ALONE:
        return None
    if draft.outcome in ALONE and not draft.weak_outcome and _anothers(draft, at):
        return None
    touch, stop = found
    if draft.channel not in (None, "call") or (draft.minutes and not draft.weak_outcome):
        return None
    incoming = touch.outcome == "wrong_number" and draft.direction == "in"
    draft.happened("call", "" if incoming else "out", touch.outcome)
    if touch.outcome == "wrong_number":
        _strike_last(draft)
    full = word_at(tokens, stop - 1) == "full"
    if word_at(tokens, stop - 1) in ("said", "says"):
        draft.voice = "said"
    told = stop - at > 2 or full or touch.outcome == "gatekeeper"
    draft.take(at, stop, "touch", "outcome", keep=told)
    return stop


def _outcome_at(draft: Draft, at: int, end: int) -> tuple[Touch, int] | None:
    """What the words say of the call, and where they end: `no answer`, `got her assistant`."""
    open_yet = draft.weak_outcome or draft.outcome in (None, "no_answer")
    tokens = draft.line.tokens
    name = at < end and tokens[at].text == "Na" and at > draft.clause_start
    found = direct_at(tokens, at, end) if open_yet and not name else None
    if draft.weak_outcome and word_at(tokens, at) in ("nothing", "nada") and at + 1 >= end:
        found = Touch("call", "out", "no_answer"), at + 1
    if draft.weak_outcome and word_at(tokens, at) in ("got", "reached", "spoke", "talked"):
        desk = any(
            word_at(tokens, place) in GATEKEEPERS for place in range(at + 1, min(end, at + 8))
        )
        theirs = word_at(tokens, at + 2) if word_at(tokens, at + 1) in _THEIRS else ""
        desk = desk or theirs in KIN.keys() | ROLE_NOUNS | _AIDES
        found = (Touch("call", "out", "gatekeeper"), end) if desk else found
    return found or (_desk_answers(draft, at, end) if open_yet else None)


def _anothers(draft: Draft, at: int) -> bool:
    """Whether somebody else was named since the outcome: `rang Ann (no answer) and Bo (left vm)`.

    What became of that call stays in the note, and what follows may be theirs.
    """
    tokens = draft.line.tokens
    told = max((piece.end for piece in draft.pieces if piece.kind == "touch"), default=-1)
    for place in range(at if told >= 0 else 0):
        behind = tokens[place].start >= told and not draft.used[place]
        if not behind or word_at(tokens, place - 1) not in _ADDS:
            continue
        found = person_at(draft, place, at)
        if found and found[0] is not draft.contact:
            draft.met(found[0])
            draft.second = found[0] if found[0].sure else draft.second
            return True
    return False


_ADDS = word_set("and & + , ; . then also")
_THEIRS = word_set("her his their")
_AIDES = word_set("paralegal aide intern temp housekeeper nanny kid voicemail's colleague's")
_WHOSE = word_set("her his their the a some")
_ANSWERS = word_set("answered answers picked said says told took thinks")
_REFUSES = word_set(
    """wouldn't wouldnt won't couldn't couldnt can't cant didn't didnt refused refuses declined
    blocked screened"""
)
_THROUGH = word_set("put connect let transfer through thru me my calls call")
"""What a desk refuses: the words up to its end are the same piece."""


def _desk_answers(draft: Draft, at: int, end: int) -> tuple[Touch, int] | None:
    """`her assistant Greg answered`, `switchboard wouldn't put me through`: who sits before the
    door, perhaps by name; all of it is a note.
    """
    tokens = draft.line.tokens
    at += word_at(tokens, at) in ("got", "reached")
    place = at + (word_at(tokens, at) in _WHOSE)
    if word_at(tokens, place) not in GATEKEEPERS or place >= end:
        return None
    while place < end and (word_at(tokens, place) in GATEKEEPERS or is_capital(tokens[place])):
        place += 1
    refuses = place < end and word_at(tokens, place) in _REFUSES
    if not refuses and (place >= end or word_at(tokens, place) not in _ANSWERS):
        return None
    stop = place + 1
    while refuses and stop < end and word_at(tokens, stop) in _THROUGH | {"to"}:
        stop += 1
    return Touch("call", "out", "gatekeeper"), stop


def _take_reached(draft: Draft, at: int, end: int) -> int | None:
    """Takes `got her`, behind a call that had reached nobody."""
    tokens = draft.line.tokens
    tried = draft.outcome in ("no_answer", "busy", "left_voicemail") and at + 1 < end
    got = word_at(tokens, at) in ("got", "reached") and word_at(tokens, at + 1) in OBJECTS
    if not (tried and got and (at + 2 >= end or tokens[at + 2].kind == MARK)):
        return None
    draft.happened("call", "out", "talked")
    draft.take(at, at + 2, "touch", "outcome", keep=True)
    return at + 2


def _strike_last(draft: Draft) -> None:
    """Strikes off the number right before `wrong number`: it was none of the contact's."""
    last = draft.pieces[-1] if draft.pieces else None
    if last and last.path == "contact.phone" and draft.contact and not draft.bad_phone:
        draft.bad_phone, draft.contact.phone = draft.contact.phone, None
        draft.pieces[-1] = replace(last, path="bad_phone")
