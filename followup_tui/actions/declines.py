"""Saying no, or letting go: the reason, the words, and all that it closes, in one step."""

from __future__ import annotations

from followup_tui.actions import keeping
from followup_tui.actions.endings import after_closed
from followup_tui.actions.loop import keep_telling, referral_to, told
from followup_tui.actions.messages import Message, sent
from followup_tui.actions.promises import end_promise, promise_of
from followup_tui.actions.stages import to_stage
from followup_tui.actions.steps import close_step
from followup_tui.errors import Refused
from followup_tui.rules import decline as rules
from followup_tui.rules.facts import (
    ENDED,
    Action,
    ChaseKind,
    DeclineReason,
    FollowUpState,
    Owed,
    PromiseState,
    ReferralState,
    Stage,
)
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.declining import lead_of, name_of, open_step_of
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead


@undoable
def decline(
    change: Change,
    follow_up_id: int,
    reason: DeclineReason,
    message: Message | None = None,
    report: Message | None = None,
) -> str:
    """Let a follow-up go, with its lead and its referral.

    Args:
        change: The open step.
        follow_up_id: The follow-up at hand.
        reason: Why; one of a fixed list, so that it can be counted.
        message: The polite no, if it went out.
        report: The word to who gave the name, if it went out; else it is owed.

    Raises:
        NotFound: There is no such follow-up.
        Refused: It isn't open.
    """
    step = FollowUp.fetch(follow_up_id)
    if step.state != FollowUpState.OPEN:
        raise Refused(f"That is {step.state} already.")
    lead = lead_of(step)
    return _let_go(change, step, lead, name_of(step, lead), reason, message, report)


@undoable
def decline_lead(
    change: Change, lead_id: int, reason: DeclineReason, message: Message | None = None,
    report: Message | None = None,
) -> str:  # fmt: skip
    """Let a lead go, with its follow-ups and the name that led to it.

    Raises:
        NotFound: There is no such lead.
        Refused: It has ended already.
    """
    lead = Lead.fetch(lead_id)
    if lead.stage in ENDED:
        raise Refused(f"{lead.title} is {lead.stage} already.")
    step = open_step_of(lead)
    return _let_go(change, step, lead, name_of(step, lead), reason, message, report)


def _let_go(
    change: Change, step: FollowUp | None, lead: Lead | None, referral: Referral | None,
    reason: DeclineReason, message: Message | None, report: Message | None,
) -> str:  # fmt: skip
    at_hand = rules.OpenStep(
        step.id if step else 0,
        Action(step.action) if step else Action.DECIDE,
        lead.id if lead else None,
        referral.id if referral else None,
    )
    closing = rules.declining(
        at_hand,
        _others(step, lead, referral),
        stage=Stage(lead.stage) if lead else None,
        referral=ReferralState(referral.state) if referral else None,
    )
    closed = [(FollowUp.fetch(row), state) for row, state in closing.follow_ups.items() if row]
    giver = referral.giver if referral and closing.referral_state else None
    if referral and closing.referral_state:
        referral_to(change, referral, closing.referral_state, reason=reason)
    if report and giver:
        sent(change, giver, report)
        told(change, giver)
    for one, state in closed:
        close_step(change, one, state, reason=reason)
    if lead and closing.lead_stage:
        to_stage(change, lead, closing.lead_stage, reason)
    touch = sent(change, Contact.fetch(message.contact_id), message, lead=lead) if message else None
    for one, _ in closed:
        _after(change, one, touch)
    who = lead.title if lead else step.contact.name if step and step.contact else "it"
    heard = report is not None or (message is not None and giver and giver.id == message.contact_id)
    owed = f". You owe {giver.name} a word" if giver and not heard else ""
    return f"Let go: {who}, {reason}{owed}"


def _after(change: Change, step: FollowUp, touch: Touch | None) -> None:
    """What else lets go with a step: their promise, a cadence, the message that closed it."""
    change.set(step, closed_by=touch)
    if step.chase == ChaseKind.PROMISED and (theirs := promise_of(step)):
        end_promise(change, theirs, PromiseState.DROPPED)
    if step.contact is not None and step.owed == Owed.IN_TOUCH:
        keeping.let_be(change, step.contact)
    if step.contact is not None and step.action == Action.REPORT_BACK:
        keep_telling(change, step.contact)
    after_closed(change, step)


def _others(
    step: FollowUp | None, lead: Lead | None, referral: Referral | None
) -> list[rules.OpenStep]:
    """The open steps that share the lead or the name."""
    rows = FollowUp.select().where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.id != (step.id if step else 0),
        (FollowUp.lead == (lead.id if lead else 0))
        | (FollowUp.referral == (referral.id if referral else 0)),
    )
    return [
        rules.OpenStep(one.id, Action(one.action), one.lead_id, one.referral_id) for one in rows
    ]
