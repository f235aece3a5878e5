"""Days that were agreed on without a word for what is to happen on them."""

from __future__ import annotations

from dataclasses import replace

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.parts import due_in
from followup_tui.rules.quicklog.tasks import take_task
from followup_tui.rules.quicklog.whom import Task
from followup_tui.rules.tokens import word_at, word_set

_CONFIRMS = word_set("confirmed confirms confirming")
_BETWEEN = word_set("for us it on :")


def read_confirmed(draft: Draft, start: int, end: int, behind_person: bool) -> int | None:
    """Takes `Ana Ruiz confirmed Tues 9`, `she confirmed for Dec 3 at 2pm`: a meeting or a call,
    asked which.

    Only with a clock: `Ana confirmed Tuesday` may tell when she did.
    """
    tokens = draft.line.tokens
    named = word_at(tokens, start) in ("she", "he", "they")
    at = start + named
    person = behind_person or _behind_contact(draft, start)
    if not (named or person) or word_at(tokens, at) not in _CONFIRMS:
        return None
    day = at + 1
    while day < end and word_at(tokens, day) in _BETWEEN:
        day += 1
    spot = due_in(draft, day, end, Stance.MINE) if day < end else None
    if not spot or spot.when.time is None or spot.timed_only or min(spot.words) != day:
        return None
    path = f"followups[{len(draft.followups)}].action"
    gone = frozenset(spot.words) | frozenset(range(at + 1, day))
    stop = take_task(draft, Task(start, at, end, Action.MEET, day, gone=gone, spot=spot))
    picked = draft.question(path, (Action.MEET, Action.CALL, Action.INTERVIEW))
    if picked:
        draft.followups[-1] = replace(draft.followups[-1], action=Action(picked))
    return stop


def _behind_contact(draft: Draft, at: int) -> bool:
    """Whether the contact's name stands right before."""
    last = draft.pieces[-1] if draft.pieces and at else None
    return last is not None and last.kind == "contact" and last.end == draft.line.tokens[at - 1].end


_SAME = word_set("time place same the and")


def read_same_again(draft: Draft, at: int, end: int) -> int | None:
    """Takes `again Thurs same time` behind a talk or a meeting: the next one of its kind."""
    tokens, met = draft.line.tokens, draft.outcome == "met"
    begins = at == draft.clause_start or word_at(tokens, at - 1) == ","
    talked = met or draft.outcome == "talked"
    if not (talked and begins) or word_at(tokens, at) != "again":
        return None
    spot = draft.line.date_at(at + 1, end, Stance.MINE) if at + 1 < end else None
    behind = [word_at(tokens, place) for place in range(spot.end, end)] if spot else []
    if not spot or "same" not in behind or set(behind) - _SAME:
        return None
    action = Action.MEET if met else Action.CALL
    gone = frozenset(spot.words)
    return take_task(draft, Task(at, at, end, action, at + 1, gone=gone, spot=spot))
