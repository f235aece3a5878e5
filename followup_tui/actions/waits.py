"""Waiting for somebody else: a lead that has nothing to do before their day."""

from __future__ import annotations

from datetime import date

from followup_tui.actions.stages import decided_on, take_up
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    dealt_with,
    has_open_step,
    open_step,
)
from followup_tui.rules.after_talk import their_promise_nudge
from followup_tui.rules.facts import Action, ChaseKind, FollowUpState, Owed, Stage
from followup_tui.store.dealings import FollowUp
from followup_tui.store.journal import Change
from followup_tui.store.models import Lead


def wait_until(change: Change, lead: Lead, until: date) -> FollowUp | None:
    """Wait for them until a day, and nudge on the business day after; inside an open change.

    A lead that has a next step keeps that one, unless it only asked to decide, or to nudge them
    before their day.
    """
    take_up(change, lead)
    change.set(lead, waiting_until=until)
    decided_on(change, lead)
    for step in lead.follow_ups.where(FollowUp.state == FollowUpState.OPEN):
        if step.action == Action.CHECK and not step.what and step.due <= until:
            close_step(change, step, FollowUpState.DROPPED)
    if has_open_step(lead):
        return None
    now = change.now
    day = their_promise_nudge(now.today, until, now.holidays, now.defaults)
    interview = lead.stage == Stage.INTERVIEW
    return open_step(
        change,
        NextStep(Action.CHECK, max(day, now.today)),
        owed=Owed.CHASE,
        contact=dealt_with(lead),
        lead=lead,
        chase=ChaseKind.INTERVIEW if interview else ChaseKind.PROMISED,
    )
