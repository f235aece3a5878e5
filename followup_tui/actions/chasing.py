"""After a try that didn't reach them: the next one of its plan, or the plan's end."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from followup_tui.actions.loop import referral_to
from followup_tui.actions.steps import (
    LIVE,
    NextStep,
    close_step,
    ever_spoken,
    live_referral,
    open_step,
    open_steps,
)
from followup_tui.records import dataclass
from followup_tui.rules.chase import Chase, NextTry, PlanEnds, action_of, kind_for, next_try
from followup_tui.rules.facts import (
    CONTACT,
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

ATTEMPTS = frozenset({Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.GATEKEEPER})
"""The outcomes after which a chase goes on by its plan."""

BY_TALKING = frozenset(
    {
        Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT, Action.MEET, Action.CHECK,
        Action.ASK, Action.REPORT_BACK, Action.INTERVIEW, Action.THANK,
    }
)  # fmt: skip
"""Steps that a talk with the person settles."""

WORDS_OF_MINE = frozenset({Action.THANK, Action.REPORT_BACK})
"""Steps that a call is made for only where nothing else asks for one."""

TRIES = frozenset({Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT})
"""Steps that are an attempt to reach somebody."""


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
    tell: bool = True
    """Whether who gave the name is owed a word on how it went."""
    session_id: int | None = None
    card_seen: bool = False
    confidence_before: int | None = None
    confidence_after: int | None = None


def chase_on(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> str:
    """Close the step that was tried and open the next one of its plan; the line that says so.

    A try that was logged late, after something newer, is kept and moves nothing.
    """
    if overtaken(contact, touch):
        return "There is newer news, so nothing moves."
    step = tried_step(contact, form, change.now.today)
    chase = _chase(change.now, contact, touch, form, step)
    plan = next_try(chase, change.now.holidays, change.now.defaults)
    if step:
        close_step(change, step, FollowUpState.ATTEMPTED, by=touch)
    if form.steps:
        by_hand(change, contact, touch, chase, step, form.steps[0])
        return f"Next try {form.steps[0].day:%a %-d %b}"
    go_on(change, contact, chase, plan, step=step, lead=touch.lead, touch=touch)
    referral = _chased(step, contact)
    if isinstance(plan, PlanEnds) and referral and plan.tell_referrer:
        referral_to(change, referral, ReferralState.NOT_REACHED, touch=touch)
    return _said(plan)


def go_on(
    change: Change, contact: Contact, chase: Chase, plan: NextTry | PlanEnds,
    *, step: FollowUp | None, lead: Lead | None = None, touch: Touch | None = None,
) -> FollowUp:  # fmt: skip
    """The step that `plan` asks for; at its end one that is parked, and then wants a decision."""
    ends = plan if isinstance(plan, PlanEnds) else None
    referral = (step.referral if step else None) or live_referral(contact)
    last_day = step.ends_on if step else None
    return open_step(
        change,
        _next(plan, chase, step, change.now.today),
        owed=Owed.CHASE,
        contact=contact,
        lead=lead,
        referral=referral,
        promised_to=step.promised_to if step else None,
        born_of=touch,
        attempt=chase.attempt + 1,
        chase=chase.kind,
        chase_from=chase.first,
        ends_on=change.now.today if ends else last_day,
        parked_until=ends.park_until if ends else None,
    )


def by_hand(
    change: Change, contact: Contact, touch: Touch, chase: Chase, step: FollowUp | None,
    wanted: NextStep,
) -> FollowUp:  # fmt: skip
    """The next try as the user wants it, in place of the plan's."""
    return open_step(
        change,
        wanted,
        owed=Owed.PROMISED if wanted.promised else Owed.CHASE,
        contact=contact,
        lead=touch.lead,
        referral=(step.referral if step else None) or live_referral(contact),
        promised_to=contact if wanted.promised else step.promised_to if step else None,
        born_of=touch,
        attempt=chase.attempt + 1,
        chase=chase.kind,
        chase_from=chase.first,
        ends_on=step.ends_on if step else None,
    )


def _chase(
    now: Moment, contact: Contact, touch: Touch, form: TouchForm, step: FollowUp | None
) -> Chase:
    day = now.day(touch.at)
    first = (step.chase_from if step else None) or day
    made = (step.attempt if step else 1) + form.attempts - 1
    kind = _kind(step, contact, touch.lead)
    waits = touch.lead.waiting_until if touch.lead and kind is ChaseKind.INTERVIEW else None
    return Chase(
        kind=kind,
        attempt=max(made, form.attempt_no or 1),
        first=first,
        last=max(day, first),
        hour=_hour_there(now, contact, touch),
        their_date=waits,
    )


def _next(plan: NextTry | PlanEnds, chase: Chase, step: FollowUp | None, today: date) -> NextStep:
    usual = Action(step.action) if step else Action.CALL
    action = action_of(chase.kind, usual) if usual is Action.CALL else usual
    what = step.what if step else ""
    if isinstance(plan, PlanEnds):
        return NextStep(action, plan.park_until, what=what)
    return NextStep(action, max(plan.day, today), what=what, part=str(plan.part or ""))


def _said(plan: NextTry | PlanEnds) -> str:
    if isinstance(plan, PlanEnds):
        return f"That was the last try. Parked until {plan.park_until:%a %-d %b}"
    part = f", in the {plan.part}" if plan.part else ""
    second = "; try somebody else there too" if plan.try_second_person else ""
    return f"{'Last try' if plan.is_last else 'Next try'} {plan.day:%a %-d %b}{part}{second}"


def overtaken(contact: Contact, touch: Touch) -> bool:
    """Whether something newer with them is known than `touch`, which was logged late."""
    newer = Touch.select().where(
        Touch.contact == contact, Touch.at > touch.at, Touch.outcome.in_(ATTEMPTS | CONTACT)
    )
    return newer.exists()


def tried_step(
    contact: Contact, form: TouchForm, day: date, apart_from: Collection[int] = ()
) -> FollowUp | None:
    """The follow-up that a try of `day` was made at: the one named, else the one due first.

    A message goes on with a plan only where it is one more attempt.
    """
    if form.closes is not None:
        return FollowUp.fetch(form.closes[0]) if form.closes else None
    steps = [step for step in open_steps(contact) if step.action in BY_TALKING]
    # A word that only time will owe isn't tried before its day.
    steps = [step for step in steps if step.chase or step.due <= day or not _by_time(step)]
    steps.sort(key=lambda step: (step.action in WORDS_OF_MINE, step.action not in TRIES))
    if form.outcome is Outcome.SENT:
        steps = [step for step in steps if is_a_try(step)]
    return next((step for step in steps if step.id not in apart_from), None)


def _by_time(step: FollowUp) -> bool:
    """Whether a step waits for its day alone: keeping in touch, and saying how it goes."""
    silent = step.action == Action.REPORT_BACK and step.referral_id is None
    return silent or step.owed == Owed.IN_TOUCH


def is_a_try(step: FollowUp) -> bool:
    """Whether a message sent for `step` is one more attempt: nobody was reached by it yet."""
    if step.chase == ChaseKind.PROMISED:
        return True
    trying = step.action in TRIES and step.chase is not None
    return trying and (step.referral is None or step.referral.state not in _REACHED)


_REACHED = (ReferralState.REACHED, ReferralState.CAME_OF_IT)


def planned_try(contact: Contact, form: TouchForm, now: Moment) -> NextTry | PlanEnds:
    """What the plan would say to a try of now; nothing is written."""
    step = tried_step(contact, form, now.today)
    touch = Touch(contact=contact, lead=step.lead if step else None, at=now.at, channel="call")
    return next_try(_chase(now, contact, touch, form, step), now.holidays, now.defaults)


def _kind(step: FollowUp | None, contact: Contact, lead: Lead | None) -> ChaseKind:
    if step and step.chase:
        return ChaseKind(step.chase)
    return kind_for(
        referred=_chased(step, contact) is not None,
        interviewed=lead is not None and lead.stage == Stage.INTERVIEW,
        ever_spoken=contact.stars > 0 or ever_spoken(contact),
    )


def _chased(step: FollowUp | None, contact: Contact) -> Referral | None:
    """The referral to this very person; a report to who gave the name is about another."""
    if step and step.referral and step.referral.contact_id == contact.id:
        return step.referral if step.referral.state in LIVE else None
    return live_referral(contact)


def _hour_there(now: Moment, contact: Contact, touch: Touch) -> int | None:
    if touch.channel != Channel.CALL:
        return None
    there = zone_of(contact.zone) if contact.zone else now.at.tzinfo
    return int(touch.at.astimezone(there).hour)
