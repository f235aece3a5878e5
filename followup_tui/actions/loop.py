"""The loop: every change of a referral's state owes the one who gave the name a word."""

from __future__ import annotations

from datetime import timedelta

from followup_tui.actions.steps import NextStep, close_step, open_step
from followup_tui.rules.facts import Action, FollowUpState, Owed, ReferralState
from followup_tui.rules.loop import REPORTS, moved
from followup_tui.store.dealings import FollowUp, Referral, ReferralChange, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact


def referral_to(
    change: Change, referral: Referral, state: ReferralState, *, touch: Touch | None = None,
    reason: str | None = None,
) -> None:  # fmt: skip
    """Bring a referral to `state`, and owe its giver a word; inside an open change.

    Raises:
        Refused: It can't come from where it is to `state`.
    """
    if referral.state == state:
        return
    moved(ReferralState(referral.state), state)
    change.set(referral, state=state, reason=reason)
    at = touch.at if touch else change.now.at
    change.add(ReferralChange(referral=referral, state=state, at=at, owed=True))
    if referral.giver is None or (touch and touch.contact_id == referral.giver_id):
        return
    report = _open_report(referral.giver)
    day = change.now.today + timedelta(days=REPORTS[state][1])
    if report is None:
        open_step(
            change,
            NextStep(Action.REPORT_BACK, day, what=_about(referral)),
            owed=Owed.AWAITED,
            contact=referral.giver,
            referral=referral,
            lead=referral.lead,
            born_of=touch,
        )
    else:
        change.set(report, due=min(report.due, day))


def told(change: Change, giver: Contact) -> None:
    """Mark all that `giver` was owed a word on as reported, and close the open report."""
    mine = Referral.select(Referral.id).where(Referral.giver == giver)
    owed = ReferralChange.select().where(
        ReferralChange.referral.in_(mine), ReferralChange.owed, ReferralChange.reported_at.is_null()
    )
    for debt in owed:
        change.set(debt, reported_at=change.now.at)
    if report := _open_report(giver):
        close_step(change, report, FollowUpState.DONE)


def _open_report(giver: Contact) -> FollowUp | None:
    found: FollowUp | None = (
        FollowUp.select()
        .where(
            FollowUp.contact == giver,
            FollowUp.action == Action.REPORT_BACK,
            FollowUp.state == FollowUpState.OPEN,
        )
        .order_by(FollowUp.due)
        .first()
    )
    return found


def _about(referral: Referral) -> str:
    return referral.contact.name if referral.contact else referral.missing
