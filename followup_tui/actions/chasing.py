"""After a try that didn't reach them: the next one of its plan, or the plan's end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from followup_tui.actions.loop import referral_to
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    ever_spoken,
    live_referral,
    open_step,
    open_steps,
)
from followup_tui.rules.chase import Chase, NextTry, PlanEnds, action_of, kind_for, next_try
from followup_tui.rules.facts import (
    Action,
    Channel,
    ChaseKind,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    ReferralState,
    Stage,
)
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, Lead

BY_TALKING = frozenset(
    {
        Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT, Action.MEET, Action.CHECK,
        Action.ASK, Action.REPORT_BACK, Action.INTERVIEW, Action.THANK,
    }
)  # fmt: skip
"""Steps that a talk with the person settles."""


@dataclass(frozen=True, slots=True)
class TouchForm:
    """What happened with somebody, and what is to follow."""

    contact_id: int
    outcome: Outcome
    channel: Channel | None = None
    direction: Direction | None = None
    minutes: int | None = None
    note: str = ""
    typed: str = ""
    at: datetime | None = None
    attempts: int = 1
    attempt_no: int | None = None
    also: tuple[int, ...] = ()
    lead_id: int | None = None
    closes: tuple[int, ...] | None = None
    """The follow-ups that this settles; None leaves it to the rules."""
    steps: tuple[NextStep, ...] = ()
    waiting_until: date | None = None
    thank: bool = True
    """Whether a talk of ten minutes or more brings a thank-you."""
    session_id: int | None = None
    card_seen: bool = False
    confidence_before: int | None = None
    confidence_after: int | None = None


def chase_on(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> str:
    """Close the step that was tried and open the next one of its plan; the line that says so."""
    step = tried_step(contact, form)
    referral = (step.referral if step else None) or live_referral(contact)
    chase = _chase(change.now, contact, touch, form, step)
    plan = next_try(chase, change.now.holidays)
    if step:
        close_step(change, step, FollowUpState.ATTEMPTED, by=touch)
    ends = plan if isinstance(plan, PlanEnds) else None
    open_step(
        change,
        _next(plan, chase.kind, step),
        owed=Owed.CHASE,
        contact=contact,
        lead=touch.lead,
        referral=referral,
        promised_to=step.promised_to if step else None,
        born_of=touch,
        attempt=chase.attempt + 1,
        chase=chase.kind,
        chase_from=chase.first,
        ends_on=step.ends_on if step else None,
        parked_until=ends.park_until if ends else None,
    )
    if ends and referral and ends.tell_referrer:
        referral_to(change, referral, ReferralState.NOT_REACHED, touch=touch)
    return _said(plan)


def _chase(
    now: Moment, contact: Contact, touch: Touch, form: TouchForm, step: FollowUp | None
) -> Chase:
    referral = (step.referral if step else None) or live_referral(contact)
    today = touch.at.astimezone(now.at.tzinfo).date()
    first = (step.chase_from if step else None) or today
    made = (step.attempt if step else 1) + form.attempts - 1
    return Chase(
        kind=_kind(step, contact, referral, touch.lead),
        attempt=max(made, form.attempt_no or 1),
        first=first,
        last=max(today, first),
        hour=_hour_there(contact, touch),
    )


def _next(plan: NextTry | PlanEnds, kind: ChaseKind, step: FollowUp | None) -> NextStep:
    usual = Action(step.action) if step else Action.CALL
    action = action_of(kind, usual) if usual is Action.CALL else usual
    what = step.what if step else ""
    if isinstance(plan, PlanEnds):
        return NextStep(action, plan.park_until, what=what)
    return NextStep(action, plan.day, what=what, part=str(plan.part or ""))


def _said(plan: NextTry | PlanEnds) -> str:
    if isinstance(plan, PlanEnds):
        return f"That was the last try. Parked until {plan.park_until:%a %-d %b}"
    part = f", in the {plan.part}" if plan.part else ""
    return f"{'Last try' if plan.is_last else 'Next try'} {plan.day:%a %-d %b}{part}"


def tried_step(
    contact: Contact, form: TouchForm, apart_from: Collection[int] = ()
) -> FollowUp | None:
    """The follow-up that a try was made at: the one named, else the one due first."""
    if form.closes:
        return FollowUp.fetch(form.closes[0])
    steps = [step for step in open_steps(contact) if step.action in BY_TALKING]
    return next((step for step in steps if step.id not in apart_from), None)


def planned_try(contact: Contact, form: TouchForm, now: Moment) -> NextTry | PlanEnds:
    """What the plan would say to a try of now; nothing is written."""
    step = tried_step(contact, form)
    touch = Touch(contact=contact, lead=step.lead if step else None, at=now.at, channel="call")
    return next_try(_chase(now, contact, touch, form, step), now.holidays)


def _kind(
    step: FollowUp | None, contact: Contact, referral: Referral | None, lead: Lead | None
) -> ChaseKind:
    if step and step.chase:
        return ChaseKind(step.chase)
    return kind_for(
        referred=referral is not None,
        interviewed=lead is not None and lead.stage == Stage.INTERVIEW,
        ever_spoken=contact.stars > 0 or ever_spoken(contact),
    )


def _hour_there(contact: Contact, touch: Touch) -> int | None:
    if touch.channel != Channel.CALL:
        return None
    there = touch.at.astimezone(zone_of(contact.zone)) if contact.zone else touch.at
    return int(there.hour)
