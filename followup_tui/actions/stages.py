"""Where a lead stands: each stage it comes to, and what goes with it."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.actions.loop import referral_to
from followup_tui.actions.steps import LIVE, NextStep, close_step, dealt_with, open_step
from followup_tui.errors import BadInput
from followup_tui.rules.facts import (
    ENDED,
    Action,
    CloseReason,
    DeclineReason,
    FollowUpState,
    Owed,
    ReferralState,
    Stage,
)
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.journal import Change
from followup_tui.store.models import Lead, StageChange
from followup_tui.store.thanks import helpers

GOES_ON = (Stage.CONTACTED, Stage.TALKING, Stage.APPLIED, Stage.INTERVIEW)
"""The stages that nobody brings a lead to without having decided on it."""
SOMETHING = (Stage.INTERVIEW, Stage.OFFER, Stage.WON)
"""The stages at which something came of the name that led there."""


def to_stage(change: Change, lead: Lead, stage: Stage, reason: str | None = None) -> None:
    """Bring a lead to `stage`, inside an open change: its steps and its name go with it.

    Raises:
        BadInput: The stage needs a reason of its list, and has none.
    """
    reason = _reason(stage, reason)
    if lead.stage == stage and lead.reason == reason:
        return
    change.set(lead, stage=stage, reason=reason)
    change.add(StageChange(lead=lead, stage=stage, reason=reason, at=change.now.at))
    if stage is Stage.PAUSED:
        far = timedelta(days=change.now.defaults.park_days)
        put_away(change, lead, change.now.today + far)
    else:
        take_up(change, lead)
    if stage in SOMETHING:
        _came_of_it(change, lead)
    if stage in ENDED:
        change.set(lead, waiting_until=None)
        state = FollowUpState.DECLINED if stage is Stage.DECLINED else FollowUpState.DROPPED
        for step in _open(lead):
            close_step(change, step, state, reason=reason)
    if stage is Stage.WON:
        _news(change, lead)


def take_up(change: Change, lead: Lead) -> None:
    """What was parked isn't any more: somebody moved it, or waits for them; in an open change."""
    if lead.parked_until is not None:
        for step in _open(lead):
            if step.parked_until == lead.parked_until:
                change.set(step, parked_until=None)
        change.set(lead, parked_until=None)


def decided_on(change: Change, lead: Lead) -> None:
    """Close what asks to decide on a lead: to go on with it, or to wait, was the decision."""
    for step in _open(lead):
        if step.action == Action.DECIDE:
            close_step(change, step, FollowUpState.DONE)


def _came_of_it(change: Change, lead: Lead) -> None:
    """The names that led to a lead that comes to something; their givers are owed the news."""
    for referral in lead.referrals.where(Referral.state.in_(LIVE)):
        if referral.state != ReferralState.REACHED:
            referral_to(change, referral, ReferralState.REACHED)
        referral_to(change, referral, ReferralState.CAME_OF_IT)


def _news(change: Change, lead: Lead) -> None:
    """The round of news that is owed to everybody who helped, within a day."""
    helped = len(helpers())
    if helped:
        people = "the one who helped" if helped == 1 else f"all {helped} who helped"
        step = NextStep(
            Action.REPORT_BACK, change.now.today + timedelta(days=1), f"the news to {people}"
        )
        open_step(change, step, owed=Owed.AWAITED, lead=lead)


def _reason(stage: Stage, reason: str | None) -> str | None:
    lists = {Stage.DECLINED: DeclineReason, Stage.CLOSED: CloseReason}
    words = [str(word) for word in lists.get(stage, ())]
    if words and reason:
        reason = reason.strip().lower()
    if words and reason not in words:
        raise BadInput(f"Why {stage}? One of: {', '.join(words)}.")
    return reason


def put_away(change: Change, lead: Lead, day: date) -> None:
    """Park a lead and its next steps until `day`, inside an open change; one with nothing to do
    is decided on then.
    """
    change.set(lead, parked_until=day, waiting_until=None)
    steps = _open(lead)
    for step in steps:
        change.set(step, parked_until=day)
    if not steps:
        open_step(
            change, NextStep(Action.DECIDE, day), owed=Owed.CHASE, contact=dealt_with(lead),
            lead=lead, parked_until=day,
        )  # fmt: skip


def _open(lead: Lead) -> list[FollowUp]:
    rows = FollowUp.select().where(FollowUp.lead == lead, FollowUp.state == FollowUpState.OPEN)
    return list(rows)
