"""Letting go closes what goes with it, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from actions.scenes import add, due, given, log, november, the

from followup_tui.actions import declines, keeping, leads, plans, promises
from followup_tui.actions.leads import LeadForm
from followup_tui.errors import Refused
from followup_tui.rules.facts import (
    Action,
    DeclineReason,
    Outcome,
    PromiseState,
    ReferralState,
    Stage,
    TieClass,
)
from followup_tui.store import journal
from followup_tui.store.dealings import FollowUp, Referral, TheirPromise
from followup_tui.store.invariants import breaches
from followup_tui.store.models import Contact, Lead

pytestmark = pytest.mark.usefixtures("book")
NOW = november(25)
WHY = DeclineReason.COMMUTE


def test_a_name_goes_with_its_lead_and_all_their_steps_and_comes_back_with_one_undo() -> None:
    _, marcus = given()
    leads.add_lead(NOW, LeadForm("Interns", "Cobalt", marcus))
    before = [(row.id, row.state) for row in FollowUp.select()]
    declines.decline(NOW, the(NOW, Action.CALL, "Marcus Webb").id, WHY)
    assert (Lead.get().stage, Lead.get().reason) == (Stage.DECLINED, "commute")
    assert (Referral.get().state, Referral.get().reason) == (ReferralState.DECLINED, "commute")
    assert {row.action for row in due(NOW)} == {"thank", "report_back"}
    assert breaches() == []
    journal.undo(NOW)
    assert [(row.id, row.state) for row in FollowUp.select()] == before


def test_a_thing_to_send_is_let_go_without_the_name() -> None:
    _, marcus = given()
    made = promises.promise(NOW, marcus, "my clips", date(2026, 11, 26))
    declines.decline(NOW, made.added("follow_up")[0], WHY)
    assert Referral.get().state == ReferralState.GIVEN
    assert the(NOW, Action.CALL, "Marcus Webb")


def test_a_word_to_the_giver_is_let_go_without_the_name() -> None:
    given()
    declines.decline(NOW, the(NOW, Action.THANK, "Ruth Adler").id, DeclineReason.OTHER)
    assert Referral.get().state == ReferralState.GIVEN


def test_their_promise_goes_with_its_nudge() -> None:
    promises.they_promised(NOW, add("Dan Cole"), "a name", date(2026, 11, 26))
    declines.decline(NOW, FollowUp.get().id, DeclineReason.OTHER)
    assert TheirPromise.get().state == PromiseState.DROPPED


def test_keeping_in_touch_that_is_let_go_ends() -> None:
    dan = add("Dan Cole")
    keeping.keep_in_touch(NOW, dan, TieClass.BOOSTER)
    declines.decline(NOW, FollowUp.get().id, DeclineReason.OTHER)
    log(november(26), dan, Outcome.TALKED)
    assert Contact.get_by_id(dan).tie_class == TieClass.DORMANT
    assert not FollowUp.select().where(FollowUp.state == "open")


def test_what_was_let_go_is_not_let_go_again() -> None:
    given()
    call = the(NOW, Action.CALL, "Marcus Webb").id
    declines.decline(NOW, call, WHY)
    with pytest.raises(Refused, match="declined already"):
        declines.decline(NOW, call, WHY)
    lead = leads.add_lead(NOW, LeadForm("Editor")).added("lead")[0]
    declines.decline_lead(NOW, lead, WHY)
    with pytest.raises(Refused, match="declined already"):
        declines.decline_lead(NOW, lead, WHY)


def test_a_paused_lead_is_parked_and_comes_back() -> None:
    lead = leads.add_lead(NOW, LeadForm("Editor")).added("lead")[0]
    leads.move_lead(NOW, lead, Stage.PAUSED)
    assert Lead.get().parked_until is not None and breaches() == []
    leads.move_lead(NOW, lead, Stage.TALKING)
    assert Lead.get().parked_until is None
    plans.done(NOW, FollowUp.get(FollowUp.state == "open").id)
    assert breaches() == []
