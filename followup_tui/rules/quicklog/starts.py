"""Words that begin a clause, so that a comma or `and` before them parts two of them."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.appointments import appointment_at, noun_at
from followup_tui.rules.quicklog.deeds import RESCHEDULED
from followup_tui.rules.quicklog.doing import doing_at
from followup_tui.rules.quicklog.line import Line
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.stages import STAGES
from followup_tui.rules.quicklog.touches import ALONE, CHANNEL_LEADS, CHANNELS, DIRECT, PAST
from followup_tui.rules.quicklog.verbs import (
    CONDITIONS,
    DOES,
    GAVE,
    LEADS_MINE,
    LOOSE_VERBS,
    OWED,
    PROMISED,
    SAID,
    TASKS,
)
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, WORD, Tokens, touching, word_at, word_set

NAMES_FOLLOW = word_set(
    "names name people contacts leads referrals folks numbers ones persons refs"
)
_SUBJECTS = word_set("she he they we i she's he's they're i'm it it's i've shes hes theyre we're")
_WILL = word_set("she'll he'll they'll i'll we'll it'll i'd")
_OPENERS = word_set(
    """told maybe will wants wanted asked needs nothing nada owes mentioned mentions added noted
    explained"""
)
_SPEAKING = word_set(
    """will said says promised offered suggested suggests thinks recommended gave put introduced
    referred promises wants told asked connected pointed recommends"""
)
_TABLES = (LEADS_MINE, PROMISED, OWED, SAID, CONDITIONS, STAGES)


def begins(line: Line, at: int, end: int) -> bool:
    """Whether the words at `at` begin a clause."""
    tokens = line.tokens
    word = word_at(tokens, at)
    if word in _SUBJECTS or word in _WILL or word in _OPENERS or is_sigil(tokens, at):
        return True
    if _tells(tokens, at, end):
        return True
    if any(table.at(tokens, at, end) for table in _TABLES) or _gives(line, at, end):
        return True
    moved = RESCHEDULED.at(tokens, at, end)
    if moved and moved[1] > at + 1 and line.date_at(moved[1], end, Stance.MINE):
        return True
    touch = DIRECT.at(tokens, at, end)
    if touch and (touch[0].outcome in ALONE or _another_touch(line, at, touch[1])):
        return True
    return (
        (word == "again" and line.date_at(at + 1, end, Stance.MINE) is not None)
        or _begins_task(line, at, end)
        or _begins_person(line, at, end)
        or _begins_date(line, at, end)
        or all_facts(line, at, end)
    )


def _tells(tokens: Tokens, at: int, end: int) -> bool:
    """`her kid is sick`, `the dog needs a vet`: a story by the way, no part of what is to do.

    `send my clips, the deadline is Friday` goes on about the step.
    """
    if word_at(tokens, at) not in _WHOSE:
        return False
    for place in range(at + 1, min(end, at + 4)):
        if tokens[place].kind != WORD or word_at(tokens, place) in ("deadline", "date"):
            return False
        if place > at + 1 and word_at(tokens, place) in _IS:
            return True
    return False


_WHOSE = word_set("her his their my our the")
_IS = word_set("is was are were has had needs isn't wasn't aren't")


def _another_touch(line: Line, at: int, stop: int) -> bool:
    """`, emailed Sol Ito my resume`: a touch with somebody known, further on in the line."""
    if word_at(line.tokens, at) not in PAST or not at:
        return False
    return line.book.full_at(line.tokens, stop) is not None or (
        line.book.one_at(line.tokens, stop) is not None and stop < len(line.tokens)
    )


def is_sigil(tokens: Tokens, at: int) -> bool:
    """`>do`, `<they`, `=stage`, `+Name`: with a space before and right against a word."""
    if at + 1 >= len(tokens) or (at and touching(tokens, at - 1)):
        return False
    word, after = tokens[at].word, tokens[at + 1]
    if word in ("<", ">", "="):
        return after.kind != MARK
    return word == "+" and touching(tokens, at) and after.text[:1] not in "0123456789("


def _gives(line: Line, at: int, end: int) -> bool:
    """`gave me …`, `three names: …`."""
    tokens = line.tokens
    if GAVE.at(tokens, at, end) and word_at(tokens, at) not in ("contact", "intro", "referral"):
        return True
    place = at + (word_at(tokens, at) in _COUNTS)
    behind = place + 1 + 2 * (word_at(tokens, place + 1) in ("from", "by"))
    return word_at(tokens, place) in NAMES_FOLLOW and word_at(tokens, behind) in (":", "-")


_COUNTS = word_set("two three four five 2 3 4 5 new some more")


def begins_unmarked(line: Line, at: int, end: int) -> bool:
    """Whether a clause begins without a mark: `she said`, `he'll`, `i owe`, `ill text`."""
    tokens = line.tokens
    word, after = tokens[at].word, word_at(tokens, at + 1)
    if word_at(tokens, at - 1) in _SUBORDINATE:
        return False
    if word in ("she'll", "he'll", "they'll", "i'll"):
        return True
    if word == "i'd":
        return at < 5 and bool({word_at(tokens, 0), word_at(tokens, 1)} & _TOLD)
    if word in ("she", "he", "they"):
        return after in _SPEAKING
    if word == "i":
        return after in _I_SAY
    if word == "ill":
        return TASKS.at(tokens, at + 1, end) is not None
    return word in ("said", "says") and _advice(line, at, end)


_TOLD = word_set("told assured")
_SUBORDINATE = word_set(
    """reckons figures that what who if when where because until till since which how said says
    told him her them
    unless hear so else whom people person somebody someone anyone anybody whoever things
    thinks think suggests suggested recommends recommended advised mentioned"""
)
"""Words behind which `she will` or `I'll` goes on with the same clause."""
_I_SAY = word_set("will owe promised said told offered need must have should")


def _advice(line: Line, at: int, end: int) -> bool:
    """`spoke w kwame 22 min said try femi`: a verb behind `said`, and no subject before it."""
    tokens = line.tokens
    said = SAID.at(tokens, at, end)
    if not said or not TASKS.at(tokens, said[1], end):
        return False
    if word_at(tokens, at - 1) in GATEKEEPERS:
        return False
    named = is_capital(tokens[at - 1]) or line.book.one_at(tokens, at - 1) is not None
    return not named and word_at(tokens, at - 1) not in _SUBJECTS


_NOT_A_TASK = word_set("from of is was at and or are for went has were")
"""Behind a verb that is a noun as well, these show the noun: `email from`, `call was`."""


def _begins_task(line: Line, at: int, end: int) -> bool:
    """Whether a bare verb stands here as a task, not as a noun; or an appointment."""
    tokens = line.tokens
    found = TASKS.at(tokens, at, end)
    if not found:
        meeting = appointment_at(line, at, end) or _begins_meeting(line, at, end)
        return bool(meeting or doing_at(line, at, end))
    stop, word = found[1], word_at(tokens, at)
    if stop > at + 1 or word not in LOOSE_VERBS or line.date_at(stop, end, Stance.MINE):
        return True
    if stop >= end or (tokens[stop].kind == MARK and tokens[stop].text not in "@$"):
        return False
    return word_at(tokens, stop) not in _NOT_A_TASK or word in ("look", "ask")


def _begins_meeting(line: Line, at: int, end: int) -> bool:
    """`final chat w/ owner Fri 27th 3pm`: an appointment with somebody, and its day."""
    found = noun_at(line.tokens, at, end)
    if not found or word_at(line.tokens, found[2]) not in ("with", "w/", "w"):
        return False
    return any(
        line.date_at(p, end, Stance.MINE) for p in range(found[2] + 1, min(end, found[2] + 5))
    )


def _begins_person(line: Line, at: int, end: int) -> bool:
    """`Priya will …`, `Tom said …`: a person who goes on to promise or to speak."""
    tokens = line.tokens
    full = line.book.full_at(tokens, at)
    if full:
        return word_at(tokens, full.end) in _SPEAKING | DOES
    if line.book.one_at(tokens, at) and word_at(tokens, at + 1) in DOES:
        return True
    if not (is_capital(tokens[at]) or line.book.one_at(tokens, at)):
        return False
    if tokens[at].word.endswith("'ll"):
        return True
    if tokens[at].word.endswith("'s") and word_at(tokens, at + 1) in ("going", "gonna"):
        return True
    stop = at + 1
    while stop < end and stop < at + 4 and is_capital(tokens[stop]):
        stop += 1
    return word_at(tokens, stop) in _SPEAKING


def _begins_date(line: Line, at: int, end: int) -> bool:
    """`Tue call Raj`, `by Friday she'll decide`: a date with a verb behind it."""
    spot = line.date_at(at, end, Stance.MINE)
    if not spot:
        return False
    tokens, stop = line.tokens, spot.end
    stop += word_at(tokens, stop) in (",", ":")
    if word_at(tokens, stop) in _WILL or word_at(tokens, stop) in ("i", "she", "he", "they", "ill"):
        return True
    return any(table.at(tokens, stop, end) for table in (TASKS, PROMISED, CONDITIONS))


def all_facts(line: Line, at: int, end: int) -> bool:
    """Whether only facts stand up to the next mark: `45 min`, `303 555 0177`, `x2`, `by phone`."""
    tokens, start = line.tokens, at
    while at < end and not (tokens[at].kind == MARK and tokens[at].word in ",;.!-:–—"):
        found = duration_at(tokens, at) or attempts_at(tokens, at)
        if found:
            at = found[1]
        elif word_at(tokens, at) in CHANNEL_LEADS and word_at(tokens, at + 1) in CHANNELS:
            at += 2
        elif word_at(tokens, at) == "on" and word_at(tokens, at + 2) == "phone":
            at += 3
        elif tokens[at].kind in (PHONE, EMAIL) or word_at(tokens, at) in _LABELS:
            at += 1
        else:
            return False
    return at > start


_LABELS = word_set("cell direct phone at mobile new number his her their home work office tel")
