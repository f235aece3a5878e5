"""What a user does on the phone: an attempt, a talk, a message, and what follows from it."""

from __future__ import annotations

from datetime import date

from followup_tui.actions.chasing import BY_TALKING, TouchForm, chase_on
from followup_tui.actions.keeping import after_contact
from followup_tui.actions.loop import referral_to
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    keep_lead_alive,
    live_referral,
    open_step,
    open_steps,
    owed_for,
)
from followup_tui.rules import leads as lead_rules
from followup_tui.rules import loop as loop_rules
from followup_tui.rules.after_talk import thanks
from followup_tui.rules.facts import (
    CONTACT,
    Action,
    Channel,
    Direction,
    FollowUpState,
    Outcome,
    ReferralState,
    Stage,
)
from followup_tui.store.dealings import FollowUp, Touch, TouchContact
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead

ATTEMPTS = frozenset({Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.GATEKEEPER})
"""The outcomes after which a chase goes on by its plan."""

SPOKEN = {
    Outcome.LEFT_VOICEMAIL: "Voicemail left for",
    Outcome.NO_ANSWER: "No answer from",
    Outcome.BUSY: "Busy:",
    Outcome.GATEKEEPER: "Not put through to",
    Outcome.TALKED: "Talked to",
    Outcome.MET: "Met",
    Outcome.RECEIVED: "Heard from",
    Outcome.SENT: "Wrote to",
    Outcome.WRONG_NUMBER: "Wrong number for",
    Outcome.MISSED_CALL: "Missed a call from",
    Outcome.RESCHEDULED: "Another day with",
}

_BY_WRITING = frozenset(
    {Action.EMAIL, Action.TEXT, Action.CHAT, Action.THANK, Action.REPORT_BACK, Action.CHECK}
)
"""Steps that a message to the person settles."""


@undoable
def attempt(
    change: Change,
    contact_id: int,
    outcome: Outcome,
    follow_up_id: int | None = None,
    note: str = "",
) -> str:
    """Record a try that didn't reach them and apply the chase plan at once.

    Raises:
        NotFound: There is no such contact or follow-up.
    """
    contact = Contact.fetch(contact_id)
    form = TouchForm(
        contact_id,
        outcome,
        channel=Channel.CALL,
        note=note,
        closes=(follow_up_id,) if follow_up_id else None,
    )
    touch = record(change, contact, form)
    return f"{SPOKEN[outcome]} {contact.name}. {chase_on(change, contact, touch, form)}"


@undoable
def log_touch(change: Change, form: TouchForm) -> str:
    """Record what happened, settle what it settles, and open what follows.

    Raises:
        NotFound: There is no such contact, lead or follow-up.
    """
    contact = Contact.fetch(form.contact_id)
    touch = record(change, contact, form)
    tail = ""
    if form.outcome in ATTEMPTS and not form.steps:
        tail = chase_on(change, contact, touch, form)
    else:
        closed = settle(change, contact, touch, form)
        opened = [add_step(change, step, contact, touch) for step in form.steps]
        if thanks := _thank(change, contact, touch, form):
            opened.append(thanks)
        tail = _said(opened, closed)
    if form.waiting_until and touch.lead:
        change.set(touch.lead, waiting_until=form.waiting_until)
    keep_lead_alive(change, touch.lead)
    return f"{SPOKEN[form.outcome]} {contact.name}. {tail}".strip()


def record(change: Change, contact: Contact, form: TouchForm) -> Touch:
    """The touch itself, and what it means for a referral; inside an open change."""
    now = change.now.at
    touch = change.add(
        Touch(
            contact=contact,
            lead=Lead.fetch(form.lead_id) if form.lead_id else _lead_of(contact),
            at=form.at or now,
            logged_at=now,
            channel=form.channel or _channel(form.outcome),
            direction=form.direction or _direction(form.outcome),
            outcome=form.outcome,
            minutes=form.minutes,
            attempts=form.attempts,
            attempt_no=form.attempt_no,
            note=form.note,
            typed=form.typed,
            session=form.session_id,
            card_seen=form.card_seen,
            confidence_before=form.confidence_before,
            confidence_after=form.confidence_after,
        )
    )
    for other in form.also:
        change.add(TouchContact(touch=touch, contact=Contact.fetch(other)))
    _move_referral(change, contact, touch, form.outcome)
    _move_lead(change, touch, form.outcome)
    after_contact(change, contact, touch)
    return touch


def settle(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> list[FollowUp]:
    """Close the follow-ups that the touch settles; those it closed."""
    if form.closes is not None:
        steps = [FollowUp.fetch(row_id) for row_id in form.closes]
    else:
        steps = settled_by(contact, form.outcome, change.now.today)
    for step in steps:
        close_step(change, step, FollowUpState.DONE, by=touch)
    return steps


def settled_by(contact: Contact, outcome: Outcome, today: date) -> list[FollowUp]:
    """The follow-ups with `contact` that a touch of today settles, when nobody says which."""
    return [step for step in open_steps(contact) if _settles(step, outcome, today)]


def add_step(
    change: Change, step: NextStep, contact: Contact, touch: Touch | None = None
) -> FollowUp:
    """A next step with `contact`, inside an open change."""
    return open_step(
        change,
        step,
        owed=owed_for(step.action, contact, promised=step.promised),
        contact=contact,
        lead=touch.lead if touch else None,
        promised_to=contact if step.promised else None,
        born_of=touch,
    )


def _settles(step: FollowUp, outcome: Outcome, today: date) -> bool:
    if step.due > today or step.parked_until:
        return False
    if outcome in CONTACT:
        return step.action in BY_TALKING
    return outcome is Outcome.SENT and step.action in _BY_WRITING


def _thank(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> FollowUp | None:
    already = any(step.action is Action.THANK for step in form.steps)
    custom = thanks(form.outcome, form.minutes, change.now.today)
    if not form.thank or already or custom is None:
        return None
    return open_step(
        change,
        NextStep(custom.action, custom.due),
        owed=custom.owed,
        contact=contact,
        lead=touch.lead,
        born_of=touch,
    )


def _said(opened: list[FollowUp], closed: list[FollowUp]) -> str:
    parts = [f"{step.action.replace('_', ' ')} {step.due:%a %-d %b}" for step in opened]
    said = f"Next: {', '.join(parts)}" if parts else ""
    settled = f"{len(closed)} settled" if len(closed) > 1 else ""
    return ". ".join(part for part in (said, settled) if part)


def _move_referral(change: Change, contact: Contact, touch: Touch, outcome: Outcome) -> None:
    referral = live_referral(contact)
    if referral is None or (touch.direction == Direction.IN and touch.outcome not in CONTACT):
        return
    to = loop_rules.after_touch(ReferralState(referral.state), outcome)
    referral_to(change, referral, to, touch=touch)


def _move_lead(change: Change, touch: Touch, outcome: Outcome) -> None:
    from followup_tui.actions.leads import to_stage

    if touch.lead is not None:
        to_stage(change, touch.lead, lead_rules.after_touch(Stage(touch.lead.stage), outcome))


def _lead_of(contact: Contact) -> Lead | None:
    """The open lead that their next step is about, if there is just one."""
    leads = {step.lead_id: step.lead for step in open_steps(contact) if step.lead_id}
    return next(iter(leads.values())) if len(leads) == 1 else None


def _channel(outcome: Outcome) -> Channel:
    if outcome is Outcome.MET:
        return Channel.IN_PERSON
    return Channel.EMAIL if outcome in (Outcome.SENT, Outcome.RECEIVED) else Channel.CALL


def _direction(outcome: Outcome) -> Direction | None:
    if outcome in (Outcome.RECEIVED, Outcome.MISSED_CALL):
        return Direction.IN
    return Direction.OUT if outcome in ATTEMPTS or outcome is Outcome.SENT else None
