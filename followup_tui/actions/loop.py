"""The loop: every change of a referral's state owes the one who gave the name a word."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.actions.steps import LIVE, NextStep, close_step, open_step
from followup_tui.rules.facts import Action, FollowUpState, Owed, ReferralState
from followup_tui.rules.loop import REPORTS, moved, silent_word
from followup_tui.store.dealings import FollowUp, Referral, ReferralChange, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact
from followup_tui.store.referrals import as_rules

HOW_IT_GOES = "how it goes"
"""What a report is about that silence alone owes."""


def referral_to(
    change: Change, referral: Referral, state: ReferralState, *, touch: Touch | None = None,
    reason: str | None = None, tell: bool = True,
) -> None:  # fmt: skip
    """Bring a referral to `state`, and owe its giver a word, unless the user won't `tell` them.

    Raises:
        Refused: It can't come from where it is to `state`.
    """
    if referral.state == state:
        return
    moved(ReferralState(referral.state), state)
    change.set(referral, state=state, reason=reason)
    at = touch.at if touch else change.now.at
    giver = referral.giver
    knows = touch is not None and giver is not None and touch.contact_id == giver.id
    change.add(
        ReferralChange(
            referral=referral,
            state=state,
            at=at,
            owed=giver is not None and tell,
            reported_at=at if knows else None,
        )
    )
    if giver is not None and tell and not knows:
        day = change.now.day(at) + timedelta(days=REPORTS[state][1])
        _owe(change, giver, referral, max(day, change.now.today), touch)
    if giver is not None:
        keep_telling(change, giver)


def _owe(
    change: Change, giver: Contact, referral: Referral, day: date, touch: Touch | None
) -> None:
    """A report by `day`; one that is due by then already tells of this too."""
    about = referral.contact.name if referral.contact else referral.missing
    if report := report_by(giver, day):
        named = report.what.split(", ")
        if about not in named:
            change.set(report, what=", ".join([*filter(None, named), about]))
        return
    open_step(
        change,
        NextStep(Action.REPORT_BACK, day, what=about),
        owed=Owed.AWAITED,
        contact=giver,
        referral=referral,
        born_of=touch,
    )


def report_by(giver: Contact, day: date) -> FollowUp | None:
    """The open report to `giver` that is due by `day`, and will tell of what is new as well."""
    return next((r for r in open_reports(giver) if r.referral_id and r.due <= day), None)


def told(change: Change, giver: Contact, by: Touch | None = None) -> None:
    """Mark all that `giver` was owed a word on as reported, and close the open reports; what
    came later than `by` isn't told by it.
    """
    heard_at = by.at if by else change.now.at
    mine = Referral.select(Referral.id).where(Referral.giver == giver)
    owed = ReferralChange.select().where(
        ReferralChange.referral.in_(mine),
        ReferralChange.owed,
        ReferralChange.reported_at.is_null(),
        ReferralChange.at <= heard_at,
    )
    for debt in owed:
        change.set(debt, reported_at=heard_at)
    for report in open_reports(giver):
        if report.created_at <= heard_at and (report.referral_id or report.due <= change.now.today):
            close_step(change, report, FollowUpState.DONE, by=by)
    keep_telling(change, giver)


def keep_telling(change: Change, giver: Contact) -> None:
    """Set the word that silence alone will owe `giver`, four weeks after they last heard.

    One report waits for all they gave, while one of those still leads somewhere; whenever they
    hear from me a later one takes its place, and a change that they are owed comes first.
    """
    today, reports = change.now.today, open_reports(giver)
    live = list(Referral.select().where(Referral.giver == giver, Referral.state.in_(LIVE)))
    defaults = change.now.defaults
    rules = as_rules(live, change.now)
    words = [word for one in rules if (word := silent_word(one, defaults))]
    day = None if any(one.referral_id for one in reports) else min(words, default=None)
    waiting = [one for one in reports if _is_silent(one)]
    if day and any(one.first_due == day or day < one.first_due <= today for one in waiting):
        return
    for one in waiting:
        _give_way(change, one)
    if day:
        step = NextStep(Action.REPORT_BACK, max(day, today), what=HOW_IT_GOES)
        open_step(change, step, owed=Owed.AWAITED, contact=giver)


def _give_way(change: Change, report: FollowUp) -> None:
    """A later word takes the place of this one: it leaves no trace where it never came up."""
    if report.first_due > change.now.today and report.due == report.first_due:
        change.drop(report)
    else:
        close_step(change, report, FollowUpState.DROPPED)


def _is_silent(report: FollowUp) -> bool:
    return report.referral_id is None and report.what == HOW_IT_GOES


def open_reports(giver: Contact) -> list[FollowUp]:
    """The open reports to `giver`, the one due first in front."""
    rows = FollowUp.select().where(
        FollowUp.contact == giver,
        FollowUp.action == Action.REPORT_BACK,
        FollowUp.state == FollowUpState.OPEN,
    )
    return list(rows.order_by(FollowUp.due, FollowUp.id))
