"""An open lead has exactly one of a next step, a wait, a parking date, or an end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from followup_tui.errors import Refused
from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import CONTACT, ENDED, Action, Outcome, Stage
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays

LADDER = (
    Stage.NEW,
    Stage.CONTACTED,
    Stage.TALKING,
    Stage.APPLIED,
    Stage.INTERVIEW,
    Stage.OFFER,
    Stage.WON,
)
"""The stages in order; a lead may jump, and may fall back where things fall back."""


class LeadState(StrEnum):
    """How an open lead is held; `breach` is what must never be."""

    CLOSED = "closed"
    PARKED = "parked"
    NEXT_STEP = "next_step"
    WAITING = "waiting"
    BREACH = "breach"


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """What the state of a lead is derived from."""

    stage: Stage
    reason: str | None = None
    parked_until: date | None = None
    open_steps: int = 0
    """Its open follow-ups."""
    waiting_until: date | None = None
    """By when they promised something."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step a lead gets when nobody named one."""

    action: Action
    due: date


def state_of(lead: LeadFacts) -> LeadState:
    """How `lead` is held, the first that fits; without a clock, so time alone breaks nothing."""
    if lead.stage is Stage.WON or (lead.stage in ENDED and lead.reason):
        return LeadState.CLOSED
    if lead.stage in ENDED:
        return LeadState.BREACH
    if lead.parked_until:
        return LeadState.PARKED
    if lead.open_steps:
        return LeadState.NEXT_STEP
    return LeadState.WAITING if lead.waiting_until else LeadState.BREACH


def moved(stage: Stage, to: Stage, reason: str | None = None) -> Stage:
    """`to`, where a lead may go there: an ended one may be opened again, an end has its reason.

    Raises:
        Refused: it is there already, or would end without a reason.
    """
    if stage is to:
        raise Refused(f"it is {to.value} already")
    if to in {Stage.DECLINED, Stage.CLOSED} and not reason:
        raise Refused(f"a lead that is {to.value} needs a reason")
    return to


def after_touch(stage: Stage, outcome: Outcome) -> Stage:
    """Where a touch with its people takes a lead by itself: to contacted, or to talking."""
    if stage not in LADDER:
        return stage
    if outcome in CONTACT:
        to = Stage.TALKING
    elif outcome in {Outcome.WRONG_NUMBER, Outcome.MISSED_CALL}:
        return stage
    else:
        to = Stage.CONTACTED
    return max(stage, to, key=LADDER.index)


def next_step(
    stage: Stage,
    today: date,
    holidays: Collection[date] = NO_HOLIDAYS,
    defaults: Defaults = DEFAULTS,
) -> NextStep | None:
    """The step the defaults give an open lead that would be left with nothing; None if ended."""
    if stage in ENDED:
        return None
    if stage in {Stage.NEW, Stage.OFFER, Stage.PAUSED}:
        return NextStep(Action.DECIDE, today + timedelta(days=defaults.lead_decide_days))
    applied = stage is Stage.APPLIED
    wait = defaults.applied_nudge_workdays if applied else defaults.lead_nudge_workdays
    return NextStep(Action.CHECK, add_workdays(today, wait, holidays))


def is_stale(lead: LeadFacts, last_event: date, today: date, defaults: Defaults = DEFAULTS) -> bool:
    """Whether an open lead that isn't parked has lain still too long."""
    held = lead.parked_until is not None and lead.parked_until > today
    still = (today - last_event).days >= defaults.stale_days
    return still and not held and lead.stage not in ENDED
