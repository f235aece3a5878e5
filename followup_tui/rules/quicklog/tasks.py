"""Clauses in which I am to do something: bare verbs, `I'll`, `I owe`, appointments."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.facts import Action, Stage
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.speech import (
    Task,
    condition_in,
    joined,
    take_task,
    verb_at,
    with_then,
)
from followup_tui.rules.quicklog.verbs import (
    ACTS_OF_STATES,
    APPOINTMENT_LEADS,
    APPOINTMENTS,
    LEADS_MINE,
    LOOSE_VERBS,
    OWED,
    PROMISED,
    STATES,
)
from followup_tui.rules.quicklog.who import OBJECTS, person_at
from followup_tui.rules.tokens import MARK, word_at, word_set

_FILLERS = word_set("also then so and but just please maybe ok now still again plus")


def read_mine(draft: Draft, start: int, end: int, marked: bool) -> int | None:
    """Takes a task: `call Raj Tue 9am ET`, `need to send clips`, `Wed send him the deck`.

    `marked` says that a mark or a joining word stands before; without one a verb that is a noun
    as well (`email`, `offer`) must be shown to be a task by what follows it.
    """
    at, spot, condition = _preamble(draft, start, end)
    lead = LEADS_MINE.at(draft.line.tokens, at, end)
    while lead:
        at, marked = lead[1] + (word_at(draft.line.tokens, lead[1]) == ":"), True
        lead = LEADS_MINE.at(draft.line.tokens, at, end)
    if spot is None:
        at, spot, _ = _preamble(draft, at, end)
    if word_at(draft.line.tokens, at) in _FILLERS:
        at += 1
    found = verb_at(draft, at, end)
    if not found:
        return None
    if not (marked or spot) or _loose(draft, at, found[1], end):
        if not _shown(draft, at, found[1], end):
            return None
    return _take(draft, start, at, end, found, spot, condition, promised=False)


def _preamble(
    draft: Draft, at: int, end: int
) -> tuple[int, Spot | None, tuple[str, int, int] | None]:
    """Past fillers, a condition and a date that stand before the verb."""
    tokens = draft.line.tokens
    while at < end and (
        word_at(tokens, at) in _FILLERS or (tokens[at].kind == MARK and word_at(tokens, at) in ",>")
    ):
        at += 1
    condition = condition_in(draft, at, end) if word_at(tokens, at) in ("if", "unless") else None
    spot = None
    if condition:
        at = condition[2]
        at += word_at(tokens, at) in ("back",)
    found = draft.line.date_at(at, end, Stance.MINE)
    if found:
        spot, at = found, found.end
    while at < end and word_at(tokens, at) in (",", ":", "then", "-"):
        at += 1
    return at, spot, condition


def _loose(draft: Draft, at: int, stop: int, end: int) -> bool:
    return stop == at + 1 and word_at(draft.line.tokens, at) in LOOSE_VERBS


def _shown(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether what follows the verb shows a task: a person, a pronoun, a date, an object."""
    tokens = draft.line.tokens
    after = word_at(tokens, stop)
    if stop - at > 1 or after in OBJECTS | {
        "my",
        "the",
        "a",
        "it",
        "this",
        "that",
        "an",
        "me",
        "about",
        "in",
        "w/",
        "with",
    }:
        return after not in ("in",) or stop - at > 1 or word_at(tokens, at) == "check"
    if stop >= end:
        return False
    if person_at(draft, stop, end, small=draft.line.small):
        return True
    return bool(draft.line.dates_in(stop, end, Stance.MINE)) or word_at(tokens, at) in (
        "apply",
        "ask",
    )


def read_promise(draft: Draft, start: int, end: int) -> int | None:
    """Takes my promise: `I'll send her my clips Monday`, `I owe him a bio`, `told her I'd call`.

    A conditional `I'll` is a plan. `I'll be out` is no promise.
    """
    tokens = draft.line.tokens
    at, spot, condition = _preamble(draft, start, end)
    owed = OWED.at(tokens, at, end)
    if owed and not PROMISED.at(tokens, at, end):
        return _owe(draft, start, owed[1], end, spot)
    lead = PROMISED.at(tokens, at, end) or _told(draft, at, end)
    if not lead or _theirs(draft, at, lead[1], end):
        return None
    at = lead[1]
    while word_at(tokens, at) in (
        "also",
        "then",
        "definitely",
        "just",
        "try",
        "to",
        "probably",
        "be",
        "gladly",
    ):
        if word_at(tokens, at) == "be":
            return None
        at += 1
    found = verb_at(draft, at, end)
    if found is None:
        if word_at(tokens, at) in STATES or at >= end:
            return None
        found = (Action.OTHER, at + 1)
    return _take(draft, start, at, end, found, spot, condition, promised=True)


_ID = frozenset({"i'd", "i'll", "id"})


def _told(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`told Maria I'd call Jorge`: the name between `told` and `I'd`, or already read."""
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("told", "promised", "assured"):
        found = person_at(draft, at + 1, end)
        at = found[1] if found else at
    elif word_at(tokens, draft.clause_start) != "told" or at == draft.clause_start:
        return None
    at += word_at(tokens, at) == "that"
    if word_at(tokens, at) in _ID:
        return True, at + 1
    return (
        (True, at + 2)
        if word_at(tokens, at) == "i" and word_at(tokens, at + 1) in ("would", "will")
        else None
    )


def _theirs(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether a promise without `I` is the other's: `offered to introduce me`, `ill` alone."""
    tokens = draft.line.tokens
    first = word_at(tokens, at)
    if first == "ill":
        return verb_at(draft, stop, end) is None
    if first in ("promised", "offered", "agreed", "volunteered", "committed"):
        return any(word_at(tokens, place) in ("me", "us") for place in range(stop, end))
    return False


def _owe(draft: Draft, start: int, at: int, end: int, spot: Spot | None) -> int | None:
    """`I owe her a one-page bio by Tues`, `promised Tom a draft`: a thing to send."""
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("me", "us"):
        return None
    verb = at
    action = Action.SEND
    if word_at(tokens, at + 1) in ("a", "an") and word_at(tokens, at + 2) in (
        "call",
        "callback",
        "ring",
    ):
        action = Action.CALL
    if (
        word_at(tokens, at) in OBJECTS
        or person_at(draft, at, end)
        or word_at(tokens, at) in _ARTICLES
    ):
        return _take(draft, start, verb, end, (action, at), spot, None, promised=True)
    return None


_ARTICLES = frozenset({"a", "an", "the", "my", "some", "two", "three"})


def _take(
    draft: Draft, start: int, verb: int, end: int, found: tuple[Action, int], spot: Spot | None,
    condition: tuple[str, int, int] | None, promised: bool,
) -> int:  # fmt: skip
    """Puts the parts of a task together and writes it."""
    condition = condition or condition_in(draft, verb, end)
    gone = set(range(condition[1], condition[2])) if condition else set()
    gone |= _split_noun(draft, verb, found, end)
    due = with_then(draft, found[1], end, Stance.MINE)
    if spot and due and spot.timed_only != due.timed_only:
        merged = joined(due, spot) if spot.timed_only else joined(spot, due)
        gone |= set(range(spot.start, spot.end)) | set(range(due.start, due.end))
        spot = merged
    elif spot is None:
        spot = due or _in_condition(draft, condition)
    else:
        gone |= set(range(spot.start, spot.end))
    gone |= {
        at
        for at in range(found[1], end)
        if word_at(draft.line.tokens, at) == "then" and due is not None
    }
    if due:
        gone |= set(range(due.start, due.end))
    task = Task(start, verb, end, found[0], found[1], promised, condition[0] if condition else None,
                frozenset(gone), spot)  # fmt: skip
    draft.voice = "me" if promised else "mine"
    return take_task(draft, task)


def _in_condition(draft: Draft, condition: tuple[str, int, int] | None) -> Spot | None:
    if condition is None:
        return None
    spots = draft.line.dates_in(condition[1], condition[2], Stance.MINE)
    return spots[0] if spots else None


def _split_noun(draft: Draft, verb: int, found: tuple[Action, int], end: int) -> set[int]:
    """The noun of `give Tom a call`, the `know` of `let Jorge know`."""
    tokens = draft.line.tokens
    if found[1] != verb + 1 or word_at(tokens, verb) not in (
        "give",
        "shoot",
        "drop",
        "let",
        "keep",
        "send",
    ):
        return set()
    if found[0] in (Action.SEND, Action.OTHER):
        return set()
    nouns = {"call", "ring", "buzz", "email", "note", "line", "text", "message", "know", "posted", "thank",
             "thanks", "thank-you", "you", "dm", "thx"}  # fmt: skip
    for at in range(found[1], min(end, found[1] + 7)):
        if word_at(tokens, at) in nouns:
            gone = {at}
            gone |= {at - 1} if word_at(tokens, at - 1) in ("a", "an") else set()
            step = at + 1
            while word_at(tokens, step) in ("you", "note", "card"):
                gone.add(step)
                step += 1
            return gone
    return set()


def read_appointment(draft: Draft, start: int, end: int) -> int | None:
    """Takes a noun with a date behind it: `interview Thu Dec 3 10:30am`, `next step mtg tues 3pm`.

    An interview moves the lead as well.
    """
    tokens, at = draft.line.tokens, start
    while (
        at < end
        and word_at(tokens, at) in APPOINTMENT_LEADS
        and not APPOINTMENTS.at(tokens, at, end)
    ):
        at += 1
    found = APPOINTMENTS.at(tokens, at, end)
    if not found:
        return None
    stop = found[1]
    while stop < end and word_at(tokens, stop) in ("is", "set", "for", "scheduled", "on", "moved", "to", "again",
                                                  "with", "now", "set", "confirmed", "booked", ",", "w/", ":"):  # fmt: skip
        if draft.line.date_at(stop, end, Stance.MINE):
            break
        stop += 1
    spot = draft.line.date_at(stop, end, Stance.MINE)
    if not spot:
        someone = person_at(draft, stop, end)
        spot = draft.line.date_at(someone[1], end, Stance.MINE) if someone else None
        if not spot or not someone or _a_story(draft, start, at):
            return None
        stop = found[1]
        stop += word_at(tokens, stop) in ("with", "w/")
    action = Action(found[0])
    if action is Action.INTERVIEW:
        if draft.stage is None:
            draft.stage = ReadStage(Stage.INTERVIEW, None, *_lead(draft))
            draft.stage_at = (start, end)
    if _a_story(draft, start, at):
        return None
    due = with_then(draft, found[1], end, Stance.MINE) or spot
    gone = frozenset(range(due.start, due.end)) | frozenset(
        range(found[1], spot.start if spot.start > found[1] else found[1])
    )
    someone = person_at(draft, stop, end) if stop < end else None
    if someone and someone[1] <= spot.start:
        gone = frozenset(range(due.start, due.end))
        return take_task(draft, Task(start, at, end, action, stop, gone=gone, spot=due))
    return take_task(draft, Task(start, at, end, action, found[1], gone=gone, spot=due))


def _lead(draft: Draft) -> tuple[str | None, str | None]:
    lead = draft.line.lead
    return (lead.title, lead.org) if lead else (None, None)


def _a_story(draft: Draft, start: int, at: int) -> bool:
    return any(
        word_at(draft.line.tokens, place) in ("last", "before", "after")
        for place in range(start, at)
    )


def as_wish(draft: Draft, start: int, end: int) -> int | None:
    """Takes `wants to meet again in 3 weeks`, `asked for my clips by Fri`: what they want of me."""
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("she", "he", "they"))
    if word_at(tokens, at) not in ("wants", "want", "wanted", "asked", "needs", "asks", "wnats"):
        return None
    at += 1
    if word_at(tokens, at) == "to" and word_at(tokens, at + 1) in (
        "meet",
        "talk",
        "chat",
        "speak",
        "connect",
        "call",
    ):
        spot = with_then(draft, at + 2, end, Stance.MINE)
        if not spot:
            return None
        action = Action.MEET if word_at(tokens, at + 1) in ("meet", "connect") else Action.CALL
        gone = frozenset(range(spot.start, spot.end))
        return take_task(draft, Task(start, at + 1, end, action, at + 2, gone=gone, spot=spot))
    at += word_at(tokens, at) in ("for", "to")
    at += word_at(tokens, at) == "see"
    if not _of_mine(draft, at, end):
        return None
    return _take(draft, start, at, end, (Action.SEND, at), None, None, promised=False)


_PAPERS = word_set(
    """resume résumé cv clips references refs samples sample portfolio bio transcript headshot
    cover writing reference one-pager"""
)


def _of_mine(draft: Draft, at: int, end: int) -> bool:
    """Whether the thing wanted is one of my papers: `my references`, `clips`, `a writing sample`."""
    words = [word_at(draft.line.tokens, at + step) for step in range(3)]
    if words[0] in ("my", "a", "two", "three", "some", "2", "3", "more", "copies"):
        words = words[1:]
    return any(word in _PAPERS for word in words[:2])


_ = (ACTS_OF_STATES, replace)
