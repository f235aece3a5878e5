"""Clauses in which I am to do something: bare verbs, `I'll`, `I owe`, what they want of me."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.appointments import appointment_at, with_somebody
from followup_tui.rules.quicklog.doing import doing_at
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.parts import condition_in, due_in, verb_at
from followup_tui.rules.quicklog.stages import passes_at
from followup_tui.rules.quicklog.tasks import add_task, take_task
from followup_tui.rules.quicklog.verbs import LEADS_MINE, LOOSE_VERBS, OWED, PROMISED, STATES
from followup_tui.rules.quicklog.who import OBJECTS, person_at
from followup_tui.rules.quicklog.whom import Task
from followup_tui.rules.tokens import MARK, word_at, word_set

_FILLERS = word_set(
    """kindly y'all definitely also then so and but just please maybe ok now still again
    plus, too"""
)
Before = tuple[Spot | None, tuple[str, int, int] | None]


def read_mine(draft: Draft, start: int, end: int, marked: bool) -> int | None:
    """Takes a task: `call Raj Tue 9am ET`, `need to send clips`, `Wed send him the deck`.

    `marked` says that a mark or a joining word stands before; without one a verb that is a noun
    as well (`email`, `offer`) must be shown to be a task by what follows it.
    """
    tokens = draft.line.tokens
    at, before = _preamble(draft, start, end)
    lead = LEADS_MINE.at(tokens, at, end)
    while lead:
        at, marked = lead[1] + (word_at(tokens, lead[1]) == ":"), True
        lead = LEADS_MINE.at(tokens, at, end)
    if before[0] is None:
        at, (spot, _) = _preamble(draft, at, end)
        before = (spot, before[1])
    found = verb_at(draft, at, end)
    doing = None if found else doing_at(draft.line, at, end)
    if doing and due_in(draft, at, end, Stance.MINE):
        found = doing
    if not found or _no_task(draft, at, found, end) or _is_appointment(draft, at, found[1], end):
        return None
    sure = marked or before[0] is not None
    loose = found[1] == at + 1 and word_at(tokens, at) in LOOSE_VERBS
    dated = before[0] is not None and found[1] >= end and found[0] in _TALKS
    if (loose or not sure) and not (dated or _shown(draft, at, found[1], end)):
        return None
    if word_at(tokens, found[1]) == "me" and word_at(tokens, found[1] - 1) in ("to", "with"):
        return None  # `and get back to me next week` is theirs
    if word_at(tokens, found[1]) == "me" and found[1] < end:
        found = (found[0], found[1] + 1)
    return add_task(draft, start, at, end, found, before)


_TALKS = frozenset({Action.CALL, Action.MEET})
"""What a day before it makes a step: `Bo Chen tomorrow 9am call`."""


def _declines(draft: Draft, at: int, end: int) -> bool:
    """Whether `pass` stands here without a thing to pass on: `told Raj I'd pass`."""
    tokens = draft.line.tokens
    conditional = word_at(tokens, at + 1) in ("if", "unless")
    return word_at(tokens, at) == "pass" and (conditional or passes_at(tokens, at + 1, end))


def _no_task(draft: Draft, at: int, found: tuple[Action, int], end: int) -> bool:
    """Whether it is a decline, or the words say that it is done: `thx note to Ann Lee sent`."""
    if _declines(draft, at, end):
        return True
    sent = word_at(draft.line.tokens, end - 1) in ("sent", "done", "mailed")
    return sent and found[0] in (Action.THANK, Action.SEND, Action.EMAIL)


def _is_appointment(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether a longer noun stands here: `phone interview Tue`, rather than `phone …`."""
    found = appointment_at(draft.line, at, end) or with_somebody(draft, at, end)
    with_them = word_at(draft.line.tokens, stop) in ("with", "w/", "w")
    return found is not None and (found.noun_end > stop or with_them)


def _preamble(draft: Draft, at: int, end: int) -> tuple[int, Before]:
    """Past fillers, a condition and a date that stand before the verb."""
    tokens = draft.line.tokens
    while at < end and (word_at(tokens, at) in _FILLERS or word_at(tokens, at) in (",", ">")):
        at += 1
    condition = condition_in(draft, at, end) if word_at(tokens, at) in ("if", "unless") else None
    at = condition[2] if condition else at
    spot = draft.line.date_at(at, end, Stance.MINE)
    if spot and (condition or spot.end < end):
        at = spot.end
    else:
        spot = None
    while at < end and word_at(tokens, at) in (",", ":", "then", "-"):
        at += 1
    return at, (spot, condition)


_OBJECT_WORDS = OBJECTS | word_set(
    "my the a it this that an me about w/ with these those both then again back"
)


def _shown(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether what follows the verb shows a task: a person, a pronoun, a date, an object."""
    tokens = draft.line.tokens
    if stop - at > 1 or word_at(tokens, at) in ("apply", "ask"):
        return True
    if stop >= end:
        return False
    if word_at(tokens, stop) in _OBJECT_WORDS or draft.line.dates_in(stop, end, Stance.MINE):
        return True
    if word_at(tokens, at) == "check" and word_at(tokens, stop) in ("in", "if", "whether", "on"):
        return True
    return person_at(draft, stop, end, small=draft.line.small) is not None


def read_promise(draft: Draft, start: int, end: int) -> int | None:
    """Takes my promise: `I'll send her my clips Monday`, `I owe him a bio`, `told her I'd call`.

    A conditional `I'll` is a plan. `I'll be out` is no promise.
    """
    tokens = draft.line.tokens
    at, before = _preamble(draft, start, end)
    lead = PROMISED.at(tokens, at, end) or _told_them(draft, at, end)
    if not lead:
        owed = OWED.at(tokens, at, end)
        return _owe(draft, start, owed[1], end, before) if owed else None
    if _theirs(draft, at, lead[1], end):
        return None
    at = lead[1]
    while word_at(tokens, at) in ("also", "then", "definitely", "just", "to", "gladly") or (
        word_at(tokens, at) == "try" and word_at(tokens, at + 1) in ("to", "and")
    ):
        at += 1 + (word_at(tokens, at) == "try")
    found = verb_at(draft, at, end)
    if _declines(draft, at, end):
        return None
    if found is None:
        if word_at(tokens, at) in STATES or at >= end or tokens[at].kind == MARK:
            return None
        found = (Action.OTHER, at + 1)
    return add_task(draft, start, at, end, found, before, promised=True)


_ID = frozenset({"i'd", "i'll", "id"})
_TOLD = word_set("told promised assured")


def _told_them(draft: Draft, at: int, end: int) -> tuple[bool, int] | None:
    """`told Maria I'd call Jorge`: the name between `told` and `I'd`, or already read."""
    tokens = draft.line.tokens
    before = {word_at(tokens, 0), word_at(tokens, 1)} if at < 5 else set()
    if at == draft.clause_start and word_at(tokens, at) == "i'd" and before & _TOLD:
        return True, at + 1
    at += word_at(tokens, at) in ("i", "i've") and word_at(tokens, at + 1) in _TOLD
    if word_at(tokens, at) in _TOLD:
        found = person_at(draft, at + 1, end)
        if found and word_at(tokens, found[1]) in _ID | {"i", "that"}:
            draft.met(found[0])
            draft.topic = found[0]
            at = found[1]
        elif found and word_at(tokens, at) == "promised" and word_at(tokens, found[1]) == "to":
            draft.met(found[0])
            draft.topic = found[0]
            return True, found[1] + 1
    elif word_at(tokens, draft.clause_start) != "told" or at == draft.clause_start:
        return None
    at += word_at(tokens, at) == "that"
    if word_at(tokens, at) in _ID:
        return True, at + 1
    spelt = word_at(tokens, at) == "i" and word_at(tokens, at + 1) in ("would", "will")
    return (True, at + 2) if spelt else None


def _theirs(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether a promise without `I` is the other's: `offered to introduce me`, `ill` alone."""
    tokens = draft.line.tokens
    first = word_at(tokens, at)
    if first == "ill":
        return verb_at(draft, stop, end) is None
    if first in ("promised", "offered", "agreed", "volunteered", "committed", "promise"):
        words = {word_at(tokens, place) for place in range(stop, end)}
        return bool(words & {"me", "us"}) or draft.by_name
    return False


_ARTICLES = word_set("a an the my some two three 2 3 one")


def _owe(draft: Draft, start: int, at: int, end: int, before: Before) -> int | None:
    """`I owe her a one-page bio by Tues`, `promised Tom a draft`: a thing to send."""
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("me", "us"):
        return None
    named = person_at(draft, at, end)
    thing = named[1] if named else at + (word_at(tokens, at) in OBJECTS)
    if thing == at and word_at(tokens, at) not in _ARTICLES:
        return None
    thing += word_at(tokens, thing) in ("a", "an", "another")
    action = Action.CALL if word_at(tokens, thing) in ("call", "callback", "ring") else Action.SEND
    return add_task(draft, start, at, end, (action, at), before, promised=True)


def _to_meet(draft: Draft, start: int, at: int, end: int, spot: Spot) -> int | None:
    """Takes `wants to meet in 3 weeks`, `wants to grab a coffee Thursday`, `want me in Tues`."""
    tokens = draft.line.tokens
    if [word_at(tokens, at), word_at(tokens, at + 1)] == ["me", "in"]:
        return add_task(draft, start, at, end, (Action.MEET, at + 2))
    if word_at(tokens, at) != "to":
        return None
    action, verb = _MEETS.get(word_at(tokens, at + 1)), verb_at(draft, at + 1, end)
    if action:
        words = frozenset(spot.words)
        return take_task(draft, Task(start, at + 1, end, action, at + 2, gone=words, spot=spot))
    if verb and verb[0] is Action.MEET and not spot.when.ask:
        return add_task(draft, start, at + 1, end, verb)
    return None


_WANTS = word_set("wants want wanted asked needs asks asking")
_MEETS = {
    "meet": Action.MEET, "connect": Action.MEET, "talk": Action.CALL, "chat": Action.CALL,
    "speak": Action.CALL, "call": Action.CALL, "zoom": Action.MEET, "interview": Action.INTERVIEW,
}  # fmt: skip
_PAPERS = word_set(
    """resume résumé cv clips references refs samples sample portfolio bio transcript headshot
    cover writing reference one-pager availability rates dates times rate"""
)
_ANSWERS = word_set("answer decision reply response")
_SENDING = word_set("send email forward share fwd sending sent")


def read_wish(draft: Draft, start: int, end: int) -> int | None:
    """Takes what they want of me by a day: `wants to meet in 3 weeks`, `wants my clips by Fri`.

    Without a day, or where the line goes on to say what I'll send, it stays a note; so it does
    where a surer day follows: `wants to talk after Thanksgiving, call her Monday`.
    """
    tokens = draft.line.tokens
    at = start + (word_at(tokens, start) in ("she", "he", "they", "we"))
    if word_at(tokens, at) not in _WANTS:
        return None
    at += 1
    spot = due_in(draft, at, end, Stance.MINE)
    if spot is None or (spot.when.ask and _dated_after_all(draft, end)):
        return None
    met = _to_meet(draft, start, at, end, spot)
    if met:
        return met
    at += word_at(tokens, at) in ("for", "to")
    at += word_at(tokens, at) in ("see", "have", "get")
    if word_at(tokens, at) in ("a", "another") and word_at(tokens, at + 1) in ("call", "callback"):
        return add_task(draft, start, at, end, (Action.CALL, at + 2))
    rest = {word_at(tokens, place) for place in range(end, len(tokens))}
    answer = {word_at(tokens, place) for place in range(at, min(at + 3, end))} & _ANSWERS
    if answer and not rest & _SENDING:
        return add_task(draft, start, at, end, (Action.OTHER, at))
    papers = {word_at(tokens, place) for place in range(at, min(at + 4, end))} & _PAPERS
    if not papers or rest & _SENDING:
        return None
    return add_task(draft, start, at, end, (Action.SEND, at))


def _dated_after_all(draft: Draft, at: int) -> bool:
    """Whether the next words are my call to them, or a meeting, with a day that asks nothing."""
    tokens = draft.line.tokens
    at += word_at(tokens, at) in (",", ";", ".")
    at += word_at(tokens, at) in ("and", "so")
    stops = (p for p in range(at, len(tokens)) if word_at(tokens, p) in (",", ";", ".", "//"))
    stop = next(stops, len(tokens))
    verb = verb_at(draft, at, stop) if at < stop else None
    if not verb or verb[0] not in (Action.CALL, Action.MEET):
        return False
    days = draft.line.dates_in(at, stop, Stance.MINE)
    return word_at(tokens, verb[1]) in OBJECTS and any(
        not day.timed_only and not day.when.ask for day in days
    )
