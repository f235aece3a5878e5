"""What the end of a step brings, so that nobody and nothing is left hanging by it."""

from __future__ import annotations

from followup_tui.actions import keeping, loop, promises
from followup_tui.actions.steps import keep_lead_alive, keep_name_alive
from followup_tui.rules.facts import Action, ChaseKind, FollowUpState, Owed
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change


def after_done(change: Change, step: FollowUp, by: Touch | None = None) -> None:
    """Carry on after `step`, which was just closed as done, inside an open change.

    A report was heard, a nudge waits for its promise, keeping in touch goes on; a lead and a
    name get their next step.
    """
    if step.contact is not None:
        if step.action == Action.REPORT_BACK:
            loop.told(change, step.contact, by)
        elif step.chase == ChaseKind.PROMISED:
            promises.nudge_again(change, step)
        elif step.owed == Owed.IN_TOUCH:
            keeping.go_on(change, step.contact)
    after_closed(change, step)


def after_closed(change: Change, step: FollowUp) -> None:
    """Give the lead and the name of a step that was just closed, however, their next step."""
    keep_lead_alive(change, step.lead)
    keep_name_alive(change, step.referral)


def still_open(step: FollowUp) -> bool:
    """Whether `step`, as it now is, is open."""
    return bool(FollowUp.fetch(step.id).state == FollowUpState.OPEN)
