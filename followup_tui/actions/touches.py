"""A touch as it is kept, and what it says of names, leads and keeping in touch."""

from __future__ import annotations

from followup_tui.actions.chasing import ATTEMPTS, TouchForm
from followup_tui.actions.keeping import after_contact
from followup_tui.actions.loop import keep_telling, referral_to
from followup_tui.actions.stages import to_stage
from followup_tui.actions.steps import LIVE, open_steps
from followup_tui.rules import leads as lead_rules
from followup_tui.rules import loop as loop_rules
from followup_tui.rules.facts import CONTACT, Channel, Direction, Outcome, ReferralState, Stage
from followup_tui.store.dealings import Referral, Touch, TouchContact
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, Lead


def record(change: Change, contact: Contact, form: TouchForm) -> Touch:
    """The touch itself, and what it means for names, leads and cadences; in an open change."""
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
    others = [Contact.fetch(row_id) for row_id in form.also]
    for other in others:
        change.add(TouchContact(touch=touch, contact=other))
    for who in (contact, *others):
        _move_names(change, who, touch, form)
        after_contact(change, who, touch)
        keep_telling(change, who)
    _move_lead(change, touch, form.outcome)
    return touch


def _move_names(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> None:
    """Every name that leads to them is where this touch takes it: two may have given it."""
    if touch.direction == Direction.IN and form.outcome not in CONTACT:
        return
    day = change.now.day(touch.at)
    given = Referral.select().where(
        Referral.contact == contact, Referral.state.in_((*LIVE, ReferralState.NOT_REACHED))
    )
    for referral in given:
        if change.now.day(referral.given_at) <= day:
            to = loop_rules.after_touch(ReferralState(referral.state), form.outcome)
            referral_to(change, referral, to, touch=touch, tell=form.tell)


def _move_lead(change: Change, touch: Touch, outcome: Outcome) -> None:
    if touch.lead_id is None:
        return
    lead = Lead.fetch(touch.lead_id)
    to = lead_rules.after_touch(Stage(lead.stage), outcome)
    if to != lead.stage:
        to_stage(change, lead, to)


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
