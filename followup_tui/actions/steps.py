"""Opening and closing next steps: what the actions share, inside their own change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from followup_tui.rules.facts import (
    CONTACT,
    ENDED,
    Action,
    ChaseKind,
    FollowUpState,
    Outcome,
    Owed,
    ReferralState,
    Stage,
)
from followup_tui.rules.leads import next_step
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, Lead

LIVE = (ReferralState.GIVEN, ReferralState.TRIED, ReferralState.REACHED)
"""The states in which a referral still has a next step."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done next, as somebody typed or chose it."""

    action: Action
    day: date
    what: str = ""
    time: str | None = None
    zone: str = ""
    part: str = ""
    place: str = ""
    promised: bool = False
    condition: str = ""


def open_step(
    change: Change,
    step: NextStep,
    *,
    owed: Owed,
    contact: Contact | None = None,
    lead: Lead | None = None,
    referral: Referral | None = None,
    promised_to: Contact | None = None,
    born_of: Touch | None = None,
    attempt: int = 1,
    chase: ChaseKind | None = None,
    chase_from: date | None = None,
    ends_on: date | None = None,
    parked_until: date | None = None,
) -> FollowUp:
    """A new open follow-up; its first due day is its due day and will never move."""
    return change.add(
        FollowUp(
            action=step.action,
            contact=contact,
            lead=lead,
            referral=referral,
            what=step.what,
            first_due=step.day,
            due=step.day,
            time=step.time,
            zone=step.zone,
            part=step.part,
            place=step.place,
            owed=owed,
            promised_to=promised_to,
            attempt=attempt,
            chase=chase,
            chase_from=chase_from,
            condition=step.condition,
            parked_until=parked_until,
            ends_on=ends_on,
            created_at=change.now.at,
            born_of=born_of,
        )
    )


def close_step(
    change: Change,
    step: FollowUp,
    state: FollowUpState,
    *,
    by: Touch | None = None,
    reason: str | None = None,
    at: datetime | None = None,
) -> FollowUp:
    """`step`, ended as `state`."""
    return change.set(step, state=state, closed_at=at or change.now.at, closed_by=by, reason=reason)


def owed_for(action: Action, contact: Contact | None, *, promised: bool) -> Owed:
    """Why a step that somebody typed is owed, from what the book knows.

    A promise is one when it was said to be. A report, or an answer to their missed call, is
    awaited; a thank-you and the first call to a name that was given repay something lent.
    """
    if promised:
        return Owed.PROMISED
    if action in (Action.REPORT_BACK, Action.PASS_ON):
        return Owed.AWAITED
    if action is Action.THANK:
        return Owed.LENT
    if contact is not None and _called_me(contact) and action in _ANSWERS:
        return Owed.AWAITED
    if contact is not None and live_referral(contact) is not None:
        return Owed.LENT
    return Owed.CHASE


_ANSWERS = (Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT)


def _called_me(contact: Contact) -> bool:
    last = contact.touches.order_by(Touch.at.desc(), Touch.id.desc()).first()
    return last is not None and last.outcome == Outcome.MISSED_CALL


def live_referral(contact: Contact) -> Referral | None:
    """The newest referral to this person that isn't at its end."""
    found: Referral | None = (
        Referral.select()
        .where(Referral.contact == contact, Referral.state.in_(LIVE))
        .order_by(Referral.id.desc())
        .first()
    )
    return found


def open_steps(contact: Contact) -> list[FollowUp]:
    """Their open follow-ups, the one due first in front."""
    rows = FollowUp.select().where(
        FollowUp.contact == contact, FollowUp.state == FollowUpState.OPEN
    )
    return list(rows.order_by(FollowUp.due, FollowUp.id))


def ever_spoken(contact: Contact) -> bool:
    """Whether anything ever came of a touch with them."""
    return Touch.select().where(Touch.contact == contact, Touch.outcome.in_(CONTACT)).exists()


def keep_lead_alive(change: Change, lead: Lead | None) -> FollowUp | None:
    """The default next step of an open lead that would be left with nothing, else None."""
    if lead is None or Lead.fetch(lead.id).stage in ENDED:
        return None
    lead = Lead.fetch(lead.id)
    today = change.now.today
    if lead.waiting_until or lead.parked_until or has_open_step(lead):
        return None
    by_default = next_step(Stage(lead.stage), today, change.now.holidays)
    if by_default is None:
        return None
    person = lead.people.first()
    return open_step(
        change,
        NextStep(by_default.action, by_default.due),
        owed=Owed.CHASE,
        lead=lead,
        contact=person.contact if person else None,
    )


def has_open_step(lead: Lead) -> bool:
    """Whether any follow-up of the lead is open."""
    rows = FollowUp.select().where(FollowUp.lead == lead, FollowUp.state == FollowUpState.OPEN)
    return rows.exists()
