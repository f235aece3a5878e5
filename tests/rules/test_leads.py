from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.errors import Refused
from followup_tui.rules.facts import ENDED, Action, Outcome, Stage
from followup_tui.rules.leads import (
    LADDER,
    LeadFacts,
    LeadState,
    NextStep,
    after_touch,
    is_stale,
    moved,
    next_step,
    state_of,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("lead", "state"),
    [
        (LeadFacts(Stage.DECLINED, "commute", TODAY, 1, TODAY), LeadState.CLOSED),
        (LeadFacts(Stage.WON), LeadState.CLOSED),
        (LeadFacts(Stage.CLOSED), LeadState.BREACH),
        (LeadFacts(Stage.NEW, None, TODAY, 1, TODAY), LeadState.PARKED),
        (LeadFacts(Stage.PAUSED, None, TODAY), LeadState.PARKED),
        (LeadFacts(Stage.NEW, None, None, 1, TODAY), LeadState.NEXT_STEP),
        (LeadFacts(Stage.NEW, None, None, 0, TODAY), LeadState.WAITING),
        (LeadFacts(Stage.NEW), LeadState.BREACH),
        (LeadFacts(Stage.PAUSED), LeadState.BREACH),
    ],
)
def test_the_first_that_fits_holds_the_lead(lead: LeadFacts, state: LeadState) -> None:
    assert state_of(lead) is state


def test_a_new_lead_is_decided_on_in_seven_days() -> None:
    assert next_step(Stage.NEW, TODAY) == NextStep(Action.DECIDE, date(2026, 11, 30))


@pytest.mark.parametrize("stage", Stage)
def test_every_open_stage_has_a_next_step_and_an_ended_one_has_none(stage: Stage) -> None:
    step = next_step(stage, TODAY)
    assert (step is None) == (stage in ENDED)
    assert step is None or step.due > TODAY


def test_an_end_needs_its_reason() -> None:
    assert moved(Stage.NEW, Stage.DECLINED, "pay") is Stage.DECLINED
    assert moved(Stage.DECLINED, Stage.TALKING) is Stage.TALKING
    with pytest.raises(Refused, match="needs a reason"):
        moved(Stage.TALKING, Stage.CLOSED)
    with pytest.raises(Refused, match="applied already"):
        moved(Stage.APPLIED, Stage.APPLIED)


def test_a_touch_moves_a_lead_on_and_never_back() -> None:
    assert after_touch(Stage.NEW, Outcome.LEFT_VOICEMAIL) is Stage.CONTACTED
    assert after_touch(Stage.CONTACTED, Outcome.TALKED) is Stage.TALKING
    assert after_touch(Stage.NEW, Outcome.WRONG_NUMBER) is Stage.NEW
    assert after_touch(Stage.INTERVIEW, Outcome.TALKED) is Stage.INTERVIEW


@given(st.sampled_from(Stage), st.sampled_from(Outcome))
def test_no_touch_opens_what_ended(stage: Stage, outcome: Outcome) -> None:
    after = after_touch(stage, outcome)
    if stage in LADDER:
        assert LADDER.index(after) >= LADDER.index(stage)
    else:
        assert after is stage


def test_a_lead_that_lay_still_for_three_weeks_is_stale_unless_it_is_parked() -> None:
    ago = TODAY - timedelta(days=21)
    assert is_stale(LeadFacts(Stage.NEW), ago, TODAY)
    assert not is_stale(LeadFacts(Stage.NEW), ago + timedelta(days=1), TODAY)
    assert not is_stale(LeadFacts(Stage.NEW, parked_until=TODAY + timedelta(days=1)), ago, TODAY)
    assert is_stale(LeadFacts(Stage.NEW, parked_until=TODAY), ago, TODAY)
    assert not is_stale(LeadFacts(Stage.DECLINED, "pay"), ago, TODAY)
