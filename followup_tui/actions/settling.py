"""Which next steps a touch settles, when nobody says which."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.actions.chasing import BY_TALKING, TouchForm
from followup_tui.actions.endings import after_done
from followup_tui.actions.steps import close_step, open_steps
from followup_tui.rules.facts import CONTACT, Action, ChaseKind, FollowUpState, Outcome
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact

_BY_WRITING = frozenset(
    {Action.EMAIL, Action.TEXT, Action.CHAT, Action.THANK, Action.REPORT_BACK, Action.CHECK}
)
"""Steps that a message to the person settles."""
_MEETINGS = frozenset({Action.MEET, Action.INTERVIEW})
_BY_HEARING = BY_TALKING - _MEETINGS - {Action.THANK, Action.REPORT_BACK, Action.CHECK}
"""Steps that a word from the person settles: they still have to hear mine."""


def settle(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> list[FollowUp]:
    """Close the follow-ups that the touch settles, and carry on after them; those it closed."""
    if form.closes is not None:
        steps = [FollowUp.fetch(row_id) for row_id in form.closes]
    else:
        steps = settled_by(contact, touch, change.now)
    steps = [step for step in steps if step.state == FollowUpState.OPEN]
    for step in steps:
        close_step(change, step, FollowUpState.DONE, by=touch)
    for step in steps:
        after_done(change, step, touch)
    return steps


def settled_by(contact: Contact, touch: Touch, now: Moment) -> list[FollowUp]:
    """The follow-ups with `contact` that `touch` settles; the touch needn't be saved yet.

    A step made after the day of the touch isn't settled by it: it may be logged late.
    """
    day = now.day(touch.at)
    there_then = [step for step in open_steps(contact) if now.day(step.created_at) <= day]
    return [step for step in there_then if _settles(step, touch, day, now)]


def _settles(step: FollowUp, touch: Touch, day: date, now: Moment) -> bool:
    outcome = Outcome(touch.outcome or Outcome.TALKED)
    half_a_name = step.referral is not None and step.referral.contact is None
    if step.action == Action.ASK and half_a_name:
        return False
    settles = _BY_HEARING if outcome is Outcome.RECEIVED else BY_TALKING
    tries = step.chase and step.chase != ChaseKind.PROMISED
    if outcome in CONTACT and (tries or _calls_back(step)):
        return step.action in settles
    if step.due > day or (step.parked_until and step.parked_until > day):
        return False
    if outcome is Outcome.SENT:
        return step.action in _BY_WRITING
    if step.action in _MEETINGS and outcome is Outcome.TALKED:
        return _its_hour_came(step, touch.at, now)
    return outcome in CONTACT and step.action in settles


def _calls_back(step: FollowUp) -> bool:
    """Whether it answers a call that was missed: any talk does, even before its day."""
    return step.born_of is not None and step.born_of.outcome == Outcome.MISSED_CALL


def _its_hour_came(step: FollowUp, at: datetime, now: Moment) -> bool:
    """Whether a meeting has begun: a call in the morning isn't the interview at two."""
    if not step.time:
        return False
    zone = zone_of(step.zone) or now.at.tzinfo
    begins = datetime.fromisoformat(f"{step.due.isoformat()}T{step.time}").replace(tzinfo=zone)
    return begins <= at


def by_outcome(contact: Contact, outcome: Outcome, now: Moment) -> list[FollowUp]:
    """What a touch of now with this outcome would settle; nothing is written."""
    return settled_by(contact, Touch(contact=contact, at=now.at, outcome=outcome), now)
