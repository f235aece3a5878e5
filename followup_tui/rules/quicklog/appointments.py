"""Appointments: a noun with a date behind it, and touches that were moved to another day."""

from __future__ import annotations

from followup_tui.records import dataclass
from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.facts import Action, Outcome, Stage
from followup_tui.rules.quicklog.by_name import is_org
from followup_tui.rules.quicklog.deeds import RESCHEDULED
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.jobs import title_at_hand
from followup_tui.rules.quicklog.line import Line
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.parts import due_in
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.tasks import take_task
from followup_tui.rules.quicklog.verbs import APPOINTMENT_LEADS, APPOINTMENTS, TASKS
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.quicklog.whom import Task
from followup_tui.rules.tokens import Tokens, word_at, word_set

_BETWEEN = word_set(
    """is set for scheduled on moved to again with now confirmed booked , w/ : at still up been
    will be coming pushed rescheduled next me has was it's it in place @"""
)
"""Words between the noun and its date: `interview is on for Wed`."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A noun that is an appointment by the date behind it."""

    action: Action
    noun: int
    noun_end: int
    spot: Spot


def appointment_at(line: Line, start: int, end: int) -> Appointment | None:
    """The appointment that begins at `start`: `interview Thu Dec 3`, `next step mtg tues 3pm`."""
    tokens, at = line.tokens, past_asker(line, start, end)
    while at < end and word_at(tokens, at) in APPOINTMENT_LEADS:
        if APPOINTMENTS.at(tokens, at, end):
            break
        at += 1
    found = APPOINTMENTS.at(tokens, at, end)
    if not found:
        return None
    stop = found[1]
    while stop < end:
        spot = line.date_at(stop, end, Stance.MINE)
        if spot:
            return Appointment(Action(found[0]), at, found[1], spot)
        placed = word_at(tokens, stop) in ("at", "@")
        org = org_at(tokens, stop + 1, end, line.small) if placed and stop + 1 < end else None
        if not org and word_at(tokens, stop) not in _BETWEEN:
            return None
        stop = org[1] if org else stop + 1
    return None


def past_asker(line: Line, start: int, end: int) -> int:
    """Past the organization of `Silberquell want me in for an interview`."""
    found = org_at(line.tokens, start, end) if is_capital(line.tokens[start]) else None
    if not found or line.book.full_at(line.tokens, start) or line.book.one_at(line.tokens, start):
        return start
    return found[1] if word_at(line.tokens, found[1]) in _ASKS else start


_ASKS = word_set("want wants wanted invited invites offered booked")


def read_appointment(draft: Draft, start: int, end: int) -> int | None:
    """Takes an appointment; an interview moves the lead as well.

    Which interview it is stays in the note: `panel interview on 30 Sep`.
    """
    found = appointment_at(draft.line, start, end) or with_somebody(draft, start, end)
    if not found or found.spot.when.day < draft.line.moment.today or _is_verb(draft, start, found):
        return None
    if found.action is Action.INTERVIEW and draft.stage is None:
        title, org = draft.line.lead_names
        place = _place(draft, found.noun_end, end) or _asker(draft, start, end)
        title = title_at_hand(draft, place[0]) if place else title
        draft.stage = ReadStage(Stage.INTERVIEW, None, title, place[0] if place else org)
    due = due_in(draft, found.noun_end, end, Stance.MINE) or found.spot
    words = {word_at(draft.line.tokens, p) for p in range(found.noun_end, due.start)}
    if words & {"moved", "pushed", "rescheduled", "bumped", "shifted", "postponed"}:
        draft.happened(outcome="rescheduled")
    after = found.noun_end
    gone = frozenset(due.words)
    led = word_at(draft.line.tokens, after) in ("with", "w/", "w")
    if not person_at(draft, after + led, end):
        between = range(after, found.spot.start)
        gone |= {at for at in between if word_at(draft.line.tokens, at) in _BETWEEN}
    else:
        gone |= _behind_person(draft, after + led, due.start)
    place = _place(draft, after, found.spot.start)
    named = range(after + 1, place[1]) if place and not led else range(0)
    gone |= frozenset(named)
    thing = found.noun if _is_thing(draft, found) else after
    task = Task(start, found.noun, end, found.action, after, gone=gone, spot=due, thing=thing)
    stop = take_task(draft, task)
    for at in [*named, *_kinds(draft, found, start)]:
        draft.noted[at] = 1
    return stop


_WHICH = word_set("panel onsite on-site technical final second third 2nd 3rd group video phone")


def _kinds(draft: Draft, found: Appointment, start: int) -> list[int]:
    """The words that say which interview it is, or who wants a call: `Silberquell wants me to`."""
    if found.action is not Action.INTERVIEW:
        return [*range(start, past_asker(draft.line, start, found.noun))]
    places = range(start, found.noun_end)
    return [at for at in places if word_at(draft.line.tokens, at) in _WHICH]


def _asker(draft: Draft, start: int, end: int) -> tuple[str, int] | None:
    """The organization that asks me in, before the words for it."""
    stop = past_asker(draft.line, start, end)
    return (draft.line.said(start, stop), stop) if stop > start else None


def _behind_person(draft: Draft, at: int, end: int) -> frozenset[int]:
    """The words between the person and the date: `set for`, `moved from Tues to`."""
    person = person_at(draft, at, end)
    if not person:
        return frozenset()
    tokens, days = draft.line.tokens, draft.line.dates_in(person[1], end, Stance.MINE)
    dated = {place for spot in days for place in spot.words}
    said = _BETWEEN | _MOVABLE | {"on"}
    return frozenset(p for p in range(person[1], end) if p in dated or word_at(tokens, p) in said)


_THINGS = word_set("coffee lunch breakfast brunch dinner drinks tea beer beers tour zoom visit")


def _is_thing(draft: Draft, found: Appointment) -> bool:
    """Whether the noun says more than `meet` does: `coffee Thursday 10am`."""
    noun = range(found.noun, found.noun_end)
    return any(word_at(draft.line.tokens, at) in _THINGS for at in noun)


def _place(draft: Draft, at: int, end: int) -> tuple[str, int] | None:
    """The organization behind the noun: `phone screen w/ Kestrel Bank`, `interview at Vireo`."""
    if word_at(draft.line.tokens, at) not in ("with", "w/", "w", "at", "@"):
        return None
    found = org_at(draft.line.tokens, at + 1, end, draft.line.small)
    person = person_at(draft, at + 1, end)
    theirs = word_at(draft.line.tokens, at) in ("at", "@") or not person or is_org(person[0])
    return found if found and theirs else None


def _is_verb(draft: Draft, start: int, found: Appointment) -> bool:
    """Whether the noun is rather a bare verb: `Call Friday if nothing`."""
    verb = TASKS.at(draft.line.tokens, found.noun, found.noun_end) if found.noun == start else None
    with_them = word_at(draft.line.tokens, found.noun_end) in ("with", "w/", "w")
    return verb is not None and verb[1] == found.noun_end and not with_them


def noun_at(tokens: Tokens, at: int, end: int) -> tuple[str, int, int] | None:
    """The noun behind what may lead it, and where it stands: `final chat`, `a quick coffee`."""
    while (
        at < end
        and word_at(tokens, at) in APPOINTMENT_LEADS
        and not APPOINTMENTS.at(tokens, at, end)
    ):
        at += 1
    found = APPOINTMENTS.at(tokens, at, end)
    return (found[0], at, found[1]) if found else None


def with_somebody(draft: Draft, start: int, end: int) -> Appointment | None:
    """`coffee with Ana Wed 8:30`: the person between the noun and the date."""
    tokens, found = draft.line.tokens, noun_at(draft.line.tokens, start, end)
    if not found:
        return None
    action, at, noun_end = found
    led = word_at(tokens, noun_end) in ("with", "w/", "w")
    person = person_at(draft, noun_end + led, end)
    close = word_at(tokens, noun_end - 1) == "meeting" or (person and person[0].known)
    if not (led or close):
        return None
    if not person and not led:
        return None
    stop = person[1] if person else noun_end + 2
    spot = draft.line.date_at(stop, end, Stance.MINE)
    while stop < end and (not spot or word_at(tokens, spot.end) == "to"):
        if not spot and word_at(tokens, stop) not in _SET:
            return None
        stop = spot.end if spot else stop + 1
        spot = draft.line.date_at(stop, end, Stance.MINE) if stop < end else None
    return Appointment(Action(action), at, noun_end, spot) if spot else None


_SET = word_set(
    """got bumped shifted postponed is on set moved pushed rescheduled from to now for back
    has been confirmed in"""
)
"""Words between the person and the date: `set for`, `moved from Tues to`."""
_MOVABLE = word_set(
    """our my the it us call video coffee lunch meeting zoom chat talk mtg dinner breakfast drinks
    time interview from until till til back out forward"""
)
"""Words between `moved` and its day that the step says already."""
_MEETINGS = word_set("coffee lunch meeting zoom mtg dinner breakfast drinks")


def read_moved(draft: Draft, at: int, end: int) -> int | None:
    """Takes `rescheduled to Thursday 2pm`, and what stands behind `Paolo moved our coffee to`."""
    at += word_at(draft.line.tokens, at) in ("she", "he", "they", "we")
    found = RESCHEDULED.at(draft.line.tokens, at, end)
    if not found and (draft.outcome != Outcome.RESCHEDULED or draft.moved_at != at):
        return None
    stop = found[1] if found else at
    spot = due_in(draft, stop, end, Stance.MINE)
    if not spot and (not found or stop < end):
        return None
    if found:
        draft.happened(outcome="rescheduled")
        draft.headed = True
    if not spot:
        draft.take(at, stop, "touch", "outcome")
        return stop
    tokens = draft.line.tokens
    said = {at for at in range(stop, spot.start) if word_at(tokens, at) in _BETWEEN | _MOVABLE}
    gone = frozenset(spot.words) | said
    last = max(spot.words) + 1
    end = last if last < end and word_at(tokens, last) == "," else end  # `, her kid is sick`
    action = _what_moved(draft, spot.start)
    if action is Action.INTERVIEW and draft.stage is None:
        draft.stage = ReadStage(Stage.INTERVIEW, None, *draft.line.lead_names)
    return take_task(draft, Task(at, at, end, action, stop, gone=gone, spot=spot))


def _what_moved(draft: Draft, end: int) -> Action:
    words = {word_at(draft.line.tokens, place) for place in range(draft.clause_start, end)}
    if "interview" in words:
        return Action.INTERVIEW
    written = draft.channel in ("text", "email", "chat") and "call" not in words
    return Action.MEET if words & _MEETINGS or written else Action.CALL
