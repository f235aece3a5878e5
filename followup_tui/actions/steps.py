"""Opening and closing next steps: what the actions share, inside their own change."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.rules.clock_time import home_zone, kept_time
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
from followup_tui.rules.reach import zone_of
from followup_tui.rules.workdays import add_workdays
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
    time, zone = clocked(change, step.day, step.time, step.zone)
    return change.add(
        FollowUp(
            action=step.action,
            contact=contact,
            lead=lead,
            referral=referral,
            what=step.what,
            first_due=step.day,
            due=step.day,
            time=time,
            zone=zone,
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


def clocked(change: Change, day: date, time: str | None, zone: str = "") -> tuple[str | None, str]:
    """A clock time and its zone as the book keeps them: 9:00 is 09:00, in the user's own zone where
    none was said. One that the clocks skip on that day is moved, and that is said.
    """
    if not time:
        return None, zone
    zone = zone or home_zone(change.now)
    kept = kept_time(day, time, zone_of(zone) or change.now.at.tzinfo)
    if kept != time.zfill(len(kept)):
        change.remarks.append(
            f"There is no {time} on {day:%a %-d %b}, as the clocks go forward: {kept}"
        )
    return kept, zone


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
    return next(iter(live_referrals(contact)), None)


def live_referrals(contact: Contact) -> list[Referral]:
    """The referrals to this person that aren't at their end, newest first."""
    rows = Referral.select().where(Referral.contact == contact, Referral.state.in_(LIVE))
    return list(rows.order_by(Referral.id.desc()))


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
    """The default next step of an open lead that would be left with nothing, else None.

    A day waited for that has passed holds nothing any more.
    """
    if lead is None:
        return None
    lead, today = Lead.fetch(lead.id), change.now.today
    if lead.stage in ENDED or lead.parked_until or has_open_step(lead):
        return None
    if lead.waiting_until and lead.waiting_until >= today:
        return None
    by_default = next_step(Stage(lead.stage), today, change.now.holidays, change.now.defaults)
    if by_default is None:
        return None
    change.set(lead, waiting_until=None)
    chase = ChaseKind.INTERVIEW if lead.stage == Stage.INTERVIEW else None
    return open_step(
        change,
        NextStep(by_default.action, by_default.due),
        owed=Owed.CHASE,
        lead=lead,
        contact=dealt_with(lead),
        chase=chase,
    )


def dealt_with(lead: Lead) -> Contact | None:
    """The first person it is dealt with, if any is known."""
    person = lead.people.first()
    return person.contact if person else None


def keep_name_alive(change: Change, referral: Referral | None) -> FollowUp | None:
    """The next step of a name that would lie there untried with nothing, else None.

    What was done without saying what came of it leaves a decision by the referral's last day;
    a decision to go on leaves the first call.
    """
    if referral is None:
        return None
    referral = Referral.fetch(referral.id)
    open_ones = referral.follow_ups.where(
        FollowUp.state == FollowUpState.OPEN, FollowUp.action != Action.REPORT_BACK
    )
    if referral.state not in (ReferralState.GIVEN, ReferralState.TRIED) or open_ones.exists():
        return None
    now = change.now
    soon = add_workdays(now.today, now.defaults.first_try_workdays, now.holidays)
    action, day = _after_all(referral)
    return open_step(
        change,
        NextStep(action, max(soon, day), what=referral.missing),
        owed=Owed.LENT,
        contact=referral.contact or referral.giver,
        lead=referral.lead,
        referral=referral,
        chase=ChaseKind.REFERRED if action is Action.CALL else None,
        ends_on=referral.ends_on,
    )


def _after_all(referral: Referral) -> tuple[Action, date]:
    newest = referral.follow_ups.where(FollowUp.action != Action.REPORT_BACK)
    last = newest.order_by(FollowUp.id.desc()).first()
    if referral.contact is None:
        return Action.ASK, date.min
    if last is not None and last.action in (Action.DECIDE, Action.ASK):
        return Action.CALL, date.min
    return Action.DECIDE, referral.ends_on


def has_open_step(lead: Lead) -> bool:
    """Whether any follow-up of the lead is open."""
    rows = FollowUp.select().where(FollowUp.lead == lead, FollowUp.state == FollowUpState.OPEN)
    return rows.exists()
