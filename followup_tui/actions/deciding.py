"""The ways out of a follow-up that was put off twice, besides doing it, declining and parking."""

from __future__ import annotations

from datetime import timedelta

from followup_tui.actions.steps import NextStep, close_step, live_referral, open_step
from followup_tui.errors import Refused
from followup_tui.rules.facts import Action, ChaseKind, FollowUpState, Owed, WayKind
from followup_tui.store.dealings import FollowUp
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Way
from followup_tui.store.sessions import MADE_SMALLER


@undoable
def make_smaller(change: Change, follow_up_id: int) -> str:
    """Two lines to write instead of a call to make, today.

    Raises:
        NotFound: There is no such follow-up.
        Refused: It isn't open, or is with nobody.
    """
    step, contact = _open(follow_up_id)
    close_step(change, step, FollowUpState.DROPPED, reason=MADE_SMALLER)
    mail = contact.ways.where(Way.kind == WayKind.EMAIL).exists()
    action = Action.EMAIL if mail else Action.TEXT
    open_step(
        change,
        NextStep(action, change.now.today, "two lines"),
        owed=Owed(step.owed),
        contact=contact,
        lead=step.lead,
        referral=step.referral,
        promised_to=step.promised_to,
        attempt=step.attempt,
        chase=ChaseKind(step.chase) if step.chase else None,
        chase_from=step.chase_from,
        ends_on=step.ends_on if step.ends_on and step.ends_on >= change.now.today else None,
    )
    return f"Made smaller: two lines to {contact.name}, today"


@undoable
def ask_referrer(change: Change, follow_up_id: int) -> str:
    """Ask who gave the name for a better time or person; meanwhile the follow-up is parked.

    Raises:
        NotFound: There is no such follow-up.
        Refused: It isn't open, or nobody gave the name.
    """
    step, contact = _open(follow_up_id)
    referral = step.referral or live_referral(contact)
    if referral is None or referral.giver is None or referral.giver_id == contact.id:
        raise Refused(f"Nobody gave you the name of {contact.name}, as far as followup knows.")
    until = change.now.today + timedelta(days=change.now.defaults.lead_decide_days)
    open_step(
        change,
        NextStep(Action.ASK, change.now.today, f"{contact.name}: a better time, or person?"),
        owed=Owed.CHASE,
        contact=referral.giver,
        lead=step.lead,
        referral=referral,
    )
    change.set(step, parked_until=until, due=max(step.due, until), sequence=step.sequence + 1)
    return f"Ask {referral.giver.name} today; {contact.name} is parked until {until:%a %-d %b}"


def _open(follow_up_id: int) -> tuple[FollowUp, Contact]:
    step = FollowUp.fetch(follow_up_id)
    if step.state != FollowUpState.OPEN:
        raise Refused(f"That is {step.state} already.")
    if step.contact is None:
        raise Refused("Nobody is tied to that: do it, decline it, or park it.")
    return step, step.contact
