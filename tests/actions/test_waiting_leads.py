"""One state for an open lead: what was decided, or is waited for, doesn't nag meanwhile."""

from __future__ import annotations

from datetime import date

import pytest
from actions.scenes import add, december, due, log, november, said

from followup_tui.actions import calls, leads
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.steps import NextStep
from followup_tui.rules.facts import Action, Outcome, Stage
from followup_tui.store.dealings import FollowUp
from followup_tui.store.invariants import breaches
from followup_tui.store.journal import undo
from followup_tui.store.models import Lead

FRIDAY = date(2026, 12, 4)

pytestmark = pytest.mark.usefixtures("book")


def opening() -> int:
    """A lead that is to be decided on by Mon 30 Nov."""
    return leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt")).added("lead")[0]


def listed(until: date = date(2026, 12, 31)) -> set[tuple[str, date]]:
    rows = FollowUp.select().where(FollowUp.state == "open", FollowUp.due <= until)
    return {(row.action, row.due) for row in rows}


def test_a_lead_that_waits_does_not_ask_for_a_decision_but_nudges_after_their_day() -> None:
    lead = opening()
    leads.wait_for(november(24), lead, FRIDAY)
    assert listed() == {(Action.CHECK, date(2026, 12, 7))}
    assert due(december(6)) == [] and breaches() == []
    undo(november(24))
    assert listed() == {(Action.DECIDE, date(2026, 11, 30))}


def test_a_nudge_before_their_day_gives_way_to_the_one_after_it() -> None:
    lead = opening()
    leads.move_lead(november(23), lead, Stage.TALKING)
    assert listed() == {(Action.CHECK, date(2026, 11, 30))}
    leads.wait_for(november(24), lead, FRIDAY)
    assert listed() == {(Action.CHECK, date(2026, 12, 7))}


def test_a_parked_lead_that_waits_is_nudged_and_not_hidden_for_months() -> None:
    lead = opening()
    leads.park(november(23), lead)
    leads.wait_for(november(24), lead, FRIDAY)
    assert Lead.get().parked_until is None
    assert [row.action for row in due(december(7))] == [Action.CHECK]


def test_waiting_keeps_a_step_that_somebody_set() -> None:
    ann = add("Ann Lee")
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt", ann)).added("lead")[0]
    step = NextStep(Action.SEND, date(2026, 11, 25), "my clips")
    calls.log_touch(
        november(23),
        TouchForm(ann, Outcome.TALKED, lead_id=lead, steps=(step,), waiting_until=FRIDAY),
    )
    assert listed() == {(Action.SEND, date(2026, 11, 25))}


def test_a_log_that_says_they_decide_by_a_day_leaves_only_the_nudge() -> None:
    ann = add("Ann Lee")
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt", ann)).added("lead")[0]
    log(november(24), ann, Outcome.TALKED, lead_id=lead, waiting_until=FRIDAY)
    assert listed() == {(Action.CHECK, date(2026, 12, 7))}


@pytest.mark.parametrize("stage", [Stage.CONTACTED, Stage.TALKING, Stage.APPLIED, Stage.INTERVIEW])
def test_a_lead_that_goes_on_was_decided_on(stage: Stage) -> None:
    lead = opening()
    leads.move_lead(november(24), lead, stage)
    assert {action for action, _ in listed()} == {Action.CHECK}
    assert breaches() == []


def test_an_offer_is_still_to_be_decided_on() -> None:
    lead = opening()
    leads.move_lead(november(24), lead, Stage.OFFER)
    assert {action for action, _ in listed()} == {Action.DECIDE}


def test_a_reason_is_taken_with_capitals() -> None:
    leads.move_lead(november(24), opening(), Stage.CLOSED, "Filled")
    assert Lead.get().reason == "filled"


def test_a_call_back_is_settled_by_any_talk_before_its_day_too() -> None:
    ruth = add("Ruth Adler")
    log(november(23, "09:00"), ruth, Outcome.MISSED_CALL)
    assert (Action.CALL, date(2026, 11, 24)) in listed()
    log(november(23, "11:00"), ruth, Outcome.TALKED)
    assert said(november(24)) == set()
