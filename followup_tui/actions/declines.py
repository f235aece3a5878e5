"""Saying no, or letting go: the reason, the words, and all that it closes, in one step."""

from __future__ import annotations

from followup_tui.actions.leads import to_stage
from followup_tui.actions.loop import referral_to, told
from followup_tui.actions.messages import Message, sent
from followup_tui.actions.steps import close_step, live_referral, open_steps
from followup_tui.errors import Refused
from followup_tui.rules import decline as rules
from followup_tui.rules.facts import (
    Action,
    DeclineReason,
    FollowUpState,
    ReferralState,
    Stage,
)
from followup_tui.store.dealings import FollowUp, Referral, Touch
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
    return let_go(change, step, reason, message, report)


@undoable
def decline_lead(
    change: Change, lead_id: int, reason: DeclineReason, message: Message | None = None
) -> str:
    """Let a lead go that has no follow-up at hand.

    Raises:
        NotFound: There is no such lead.
    """
    lead = Lead.fetch(lead_id)
    first = lead.follow_ups.where(FollowUp.state == FollowUpState.OPEN).first()
    if first is not None:
        return let_go(change, first, reason, message, None)
    if message:
        sent(change, Contact.fetch(message.contact_id), message, None)
    to_stage(change, lead, Stage.DECLINED, reason)
    return f"Let go: {lead.title}, {reason}"


def let_go(
    change: Change,
    step: FollowUp,
    reason: DeclineReason,
    message: Message | None,
    report: Message | None,
) -> str:
    """What `decline` does, inside an open change."""
    referral = step.referral or (live_referral(step.contact) if step.contact else None)
    closing = rules.declining(
        _as_rule(step, referral),
        [_as_rule(one, one.referral) for one in _others(step, referral)],
        stage=Stage(step.lead.stage) if step.lead else None,
        referral=ReferralState(referral.state) if referral else None,
    )
    if referral and closing.referral_state:
        referral_to(change, referral, closing.referral_state, reason=reason)
    if report and referral and referral.giver:
        told(change, referral.giver)
        _wrote(change, referral.giver, report)
    touch = _wrote(change, Contact.fetch(message.contact_id), message) if message else None
    for row_id, state in closing.follow_ups.items():
        one = FollowUp.fetch(row_id)
        if one.state == FollowUpState.OPEN:
            close_step(change, one, state, by=touch, reason=reason)
    if step.lead and closing.lead_stage:
        to_stage(change, Lead.fetch(step.lead_id), closing.lead_stage, reason)
    who = step.contact.name if step.contact else (step.lead.title if step.lead else "it")
    giver = referral.giver if referral and closing.report_first and not report else None
    return f"Let go: {who}, {reason}" + (f". {giver.name} is owed a word" if giver else "")


def _wrote(change: Change, contact: Contact, message: Message) -> Touch:
    sent(change, contact, message, None)
    found: Touch = Touch.select().where(Touch.contact == contact).order_by(Touch.id.desc()).first()
    return found


def _as_rule(step: FollowUp, referral: Referral | None) -> rules.OpenStep:
    return rules.OpenStep(
        step.id, Action(step.action), step.lead_id, referral.id if referral else None
    )


def _others(step: FollowUp, referral: Referral | None) -> list[FollowUp]:
    """The open steps that may share its lead or its referral."""
    rows = FollowUp.select().where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.id != step.id,
        (FollowUp.lead == step.lead_id) | (FollowUp.referral == (referral.id if referral else 0)),
    )
    mine = {row.id: row for row in rows}
    if step.contact is not None and referral is not None:
        mine |= {row.id: row for row in open_steps(step.contact) if row.referral_id == referral.id}
    return [row for row in mine.values() if row.id != step.id]
