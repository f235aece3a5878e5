"""What a logged line settles, and what goes on after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from followup_tui.actions.calls import by_custom
from followup_tui.actions.chasing import ATTEMPTS, TouchForm, chase_on, tried_step
from followup_tui.actions.endings import after_closed
from followup_tui.actions.keeping import in_touch
from followup_tui.actions.log_customs import Key, keeps_in_touch
from followup_tui.actions.settling import settle, settled_by
from followup_tui.actions.steps import NextStep, close_step
from followup_tui.rules.facts import Action, FollowUpState, Outcome
from followup_tui.rules.quicklog.shape import Reading
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact


def follow(
    change: Change, reading: Reading, dropped: Collection[str], contact: Contact, touch: Touch,
    opened: list[FollowUp],
) -> str:  # fmt: skip
    """Close what the touch settles and open what custom adds, less what was dropped; the line's
    tail.
    """
    outcome = Outcome(touch.outcome or Outcome.TALKED)
    form = TouchForm(
        contact.id,
        outcome,
        minutes=touch.minutes,
        attempts=touch.attempts,
        attempt_no=touch.attempt_no,
        steps=tuple(NextStep(Action(step.action), step.due) for step in opened),
        thank=Key.THANK not in dropped,
    )
    tried = tried_step(contact, form, change.now.today, {step.id for step in opened})
    if outcome in ATTEMPTS or (outcome is Outcome.SENT and tried is not None):
        again = [step for step in opened if step.contact_id == contact.id]
        if again or Key.CHASE in dropped:
            _take_over(change, tried, again, touch)
            return ""
        if tried:
            form = replace(form, closes=(tried.id,))
        return chase_on(change, contact, touch, replace(form, steps=()))
    closes = tuple(
        step.id
        for step in settled_by(contact, touch, change.now)
        if step.born_of_id != touch.id and Key.CLOSES.at(step.id) not in dropped
    )
    settle(change, contact, touch, replace(form, closes=closes))
    if not reading.bad_phone:
        by_custom(change, contact, touch, form)
    if keeps_in_touch(reading) and Key.IN_TOUCH not in dropped:
        in_touch(change, contact)
    return ""


def _take_over(change: Change, tried: FollowUp | None, again: list[FollowUp], touch: Touch) -> None:
    """The try that the line asks for goes on with the plan of the one that was tried."""
    if tried is None:
        return
    close_step(change, tried, FollowUpState.ATTEMPTED, by=touch)
    if not again:
        after_closed(change, tried)
    for step in again[:1]:
        change.set(
            step,
            attempt=tried.attempt + touch.attempts,
            chase=tried.chase,
            chase_from=tried.chase_from or change.now.day(touch.at),
            referral=tried.referral,
            ends_on=tried.ends_on,
            lead=step.lead or tried.lead,
        )
