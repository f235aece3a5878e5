"""When to try again, how, and when to stop: attempts by plan, counted from the first one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import Action, ChaseKind
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays

NOON = 12


class Part(StrEnum):
    """A part of their day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


@dataclass(frozen=True, slots=True)
class Chase:
    """What is known of a run of attempts at one person."""

    kind: ChaseKind
    attempt: int
    """How many attempts were made, today's included; 0 before the first."""
    first: date
    """The day of the first attempt; before it, of the talk, interview or promise."""
    last: date
    """The day of the latest attempt; `first` before it."""
    hour: int | None = None
    """At which hour of their day the latest attempt was made, if it was a call."""
    their_date: date | None = None
    """By when they said they would act or decide."""


@dataclass(frozen=True, slots=True)
class NextTry:
    """The next attempt of a plan."""

    day: date
    attempt: int
    part: Part | None
    """The other half of their day than the latest attempt; None where that isn't known."""
    is_last: bool
    try_second_person: bool
    """Whether to try somebody else at their place too."""


@dataclass(frozen=True, slots=True)
class PlanEnds:
    """No further attempt: park it, and tell who lent their name."""

    park_until: date
    tell_referrer: bool


def next_try(
    chase: Chase, holidays: Collection[date] = NO_HOLIDAYS, defaults: Defaults = DEFAULTS
) -> NextTry | PlanEnds:
    """The attempt that follows `chase.attempt` attempts, or the end of the plan.

    A day of the plan that isn't after the latest attempt (made late) gives way to one a short
    gap after it: the plan slows down, it never bunches up.

    Source: the table of defaults; a custom of politeness, not a finding.
    """
    steps = _steps(chase.kind, defaults)
    if chase.attempt > len(steps):
        until = chase.last + timedelta(days=defaults.park_days)
        return PlanEnds(until, tell_referrer=chase.kind is ChaseKind.REFERRED)
    day = _planned(chase, steps, holidays, defaults)
    if day <= chase.last:
        day = add_workdays(chase.last, defaults.chase_gap_workdays, holidays)
    return NextTry(
        day=day,
        attempt=chase.attempt + 1,
        part=_other_part(chase.hour),
        is_last=chase.attempt == len(steps),
        try_second_person=chase.kind is ChaseKind.REFERRED and chase.attempt == 1,
    )


def _planned(
    chase: Chase, steps: tuple[int, ...], holidays: Collection[date], defaults: Defaults
) -> date:
    theirs = chase.their_date
    if theirs and theirs >= chase.last and chase.kind in _THEY_SAY_WHEN:
        return add_workdays(theirs, defaults.promise_grace_workdays, holidays)
    if chase.attempt:
        return add_workdays(chase.first, steps[chase.attempt - 1], holidays)
    wait = defaults.first_try_workdays
    if chase.kind in _THEY_SAY_WHEN:
        wait = defaults.promise_undated_workdays
    return add_workdays(chase.first, wait, holidays)


_THEY_SAY_WHEN = frozenset({ChaseKind.INTERVIEW, ChaseKind.PROMISED})
"""Plans in which their word comes before our steps."""


def _other_part(hour: int | None) -> Part | None:
    if hour is None:
        return None
    return Part.AFTERNOON if hour < NOON else Part.MORNING


def _steps(kind: ChaseKind, defaults: Defaults) -> tuple[int, ...]:
    return {
        ChaseKind.REFERRED: defaults.referred_steps,
        ChaseKind.WARM: defaults.warm_steps,
        ChaseKind.COLD: defaults.cold_steps,
        ChaseKind.INTERVIEW: defaults.interview_steps,
        ChaseKind.PROMISED: defaults.promised_steps,
    }[kind]


def action_of(kind: ChaseKind, usual: Action = Action.CALL) -> Action:
    """How the next attempt is made: cold tries by email, nudges as such, all else as `usual`."""
    if kind is ChaseKind.COLD:
        return Action.EMAIL
    return Action.CHECK if kind in _THEY_SAY_WHEN else usual


def kind_for(
    *, referred: bool = False, interviewed: bool = False, they_promised: bool = False,
    ever_spoken: bool = False,
) -> ChaseKind:  # fmt: skip
    """Which plan fits: their word first, then the interview, the referral, the tie."""
    if they_promised:
        return ChaseKind.PROMISED
    if interviewed:
        return ChaseKind.INTERVIEW
    if referred:
        return ChaseKind.REFERRED
    return ChaseKind.WARM if ever_spoken else ChaseKind.COLD
