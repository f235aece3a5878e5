"""What must hold whatever the clock does: nothing is lost, nothing moves by itself."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from actions.scenes import MONDAY, add, december, due, given, log, november, on, said, the

from followup_tui.actions import calls, keeping, leads, plans, promises, referrals, review
from followup_tui.actions.referrals import GivenName
from followup_tui.actions.steps import NextStep
from followup_tui.errors import Refused, Usage
from followup_tui.rules.facts import (
    Action,
    Channel,
    Outcome,
    Owed,
    ReferralState,
    SnoozeReason,
    TieClass,
)
from followup_tui.store import journal
from followup_tui.store.dealings import FollowUp, Referral, Snooze
from followup_tui.store.invariants import breaches
from followup_tui.store.models import Contact, Way
from followup_tui.store.timeline import last_contact

pytestmark = pytest.mark.usefixtures("book")


def test_the_app_closed_for_forty_days_loses_nothing_and_moves_nothing() -> None:
    _, marcus = given()
    promises.promise(november(23), marcus, "my clips")
    promises.they_promised(november(23), marcus, "a name", date(2026, 11, 27))
    keeping.keep_in_touch(november(23), marcus, TieClass.BOOSTER)
    leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt"))
    as_left = {row.id: (row.first_due, row.due, row.state) for row in FollowUp.select()}
    later = on(date(2027, 1, 2))
    shown = {row.id: (row.first_due, row.due, "open") for row in due(later)}
    assert shown == as_left and len(shown) == 7
    assert breaches() == []


def test_planning_never_counts_as_contact() -> None:
    ruth = add("Ruth Adler")
    log(november(2), ruth, Outcome.TALKED)
    done = plans.add_follow_up(
        november(9), plans.FollowUpForm(NextStep(Action.CALL, date(2026, 11, 16)), ruth)
    )
    plans.snooze(november(16), done.added("follow_up")[0], date(2026, 11, 20), "9:00", "desk")
    calls.attempt(november(20), ruth, Outcome.LEFT_VOICEMAIL)
    assert last_contact(ruth) == november(2).at


def test_an_older_talk_logged_late_moves_nothing_back() -> None:
    _, marcus = given(november(2))
    keeping.keep_in_touch(november(9), marcus, TieClass.BOOSTER)
    log(november(20), marcus, Outcome.TALKED, minutes=2)
    before = {(row.id, row.due, row.state) for row in FollowUp.select()}
    state = Referral.get().state
    log(november(23), marcus, Outcome.TALKED, minutes=30, at=november(10).at)
    log(november(23), marcus, Outcome.NO_ANSWER, at=november(5).at, channel=Channel.CALL)
    assert {(row.id, row.due, row.state) for row in FollowUp.select()} == before
    assert Referral.get().state == state == ReferralState.REACHED
    assert last_contact(marcus) == november(20).at


def test_a_talk_settles_no_step_that_was_made_after_it() -> None:
    ruth = add("Ruth Adler")
    plans.add_follow_up(november(23), plans.FollowUpForm(NextStep(Action.CALL, MONDAY), ruth))
    log(november(23, "10:00"), ruth, Outcome.TALKED, at=november(12).at)
    assert the(november(23), Action.CALL, "Ruth Adler")


def test_half_past_midnight_is_still_the_day_before_wherever_one_is() -> None:
    """23:30 in Denver and 00:30 the next day in Chicago are one instant and one working day."""
    chicago = ZoneInfo("America/Chicago")
    tomorrow = date(2026, 11, 24)
    for now in (
        on(MONDAY, "23:30"),
        on(tomorrow, "00:30", chicago),
        on(tomorrow, "00:30"),
        on(tomorrow, "03:59"),
    ):
        done = promises.promise(now, add(f"Dan {now.at}", now), "my clips", tomorrow)
        assert FollowUp.fetch(done.added("follow_up")[0]).first_due == tomorrow
        assert not [row for row in due(now) if row.first_due == tomorrow]
    assert len(due(on(tomorrow, "04:00"))) == 4


def test_a_late_call_belongs_to_the_day_before() -> None:
    _, marcus = given(on(date(2026, 11, 24), "00:30"))
    assert FollowUp.get(FollowUp.contact == marcus).first_due == date(2026, 11, 25)
    log(on(date(2026, 11, 25), "00:30"), marcus, Outcome.TALKED)
    assert the(november(25), Action.REPORT_BACK, "Ruth Adler").first_due == date(2026, 11, 25)


@pytest.mark.parametrize("change", [date(2026, 11, 1), date(2027, 3, 14)])
def test_a_clock_change_makes_no_day_longer_or_shorter(change: date) -> None:
    before = on(change - timedelta(days=1), "23:30")
    contact = add("Ruth Adler", before)
    log(before, contact, Outcome.TALKED, minutes=20)
    assert FollowUp.get(FollowUp.contact == contact).first_due == change
    evening = on(change, "23:30")
    log(evening, contact, Outcome.TALKED, minutes=20, thank=False)
    keeping.keep_in_touch(evening, contact, days=1)
    step = FollowUp.select().order_by(FollowUp.id.desc()).get()
    assert step.first_due == change + timedelta(days=1)


def test_the_second_snooze_wants_a_reason_and_the_third_is_refused() -> None:
    given()
    call = the(november(25), Action.CALL, "Marcus Webb").id
    plans.snooze(november(25), call, date(2026, 11, 27), "9:00", "desk")
    with pytest.raises(Usage, match="what is in the way"):
        plans.snooze(november(27), call, date(2026, 11, 30), "9:00")
    plans.snooze(november(27), call, date(2026, 11, 30), "9:00", "desk", SnoozeReason.BOTHER)
    row = the(november(30), Action.CALL, "Marcus Webb")
    assert (row.first_due, row.due, row.time) == (date(2026, 11, 25), date(2026, 11, 30), "09:00")
    assert row.to_decide and row.snoozes == 2
    with pytest.raises(Refused, match="decision"):
        plans.snooze(november(30), call, date(2026, 12, 1), "9:00", reason=SnoozeReason.LATER)
    assert [one.reason for one in Snooze.select().order_by(Snooze.id)] == [None, "bother"]


def test_a_later_day_is_a_snooze_and_not_an_edit() -> None:
    given()
    call = the(november(25), Action.CALL, "Marcus Webb").id
    with pytest.raises(Usage, match="snooze"):
        plans.edit_follow_up(november(25), call, NextStep(Action.CALL, date(2026, 12, 1)))
    plans.edit_follow_up(
        november(30), call, NextStep(Action.EMAIL, date(2026, 11, 25), "two lines")
    )
    row = the(november(30), Action.EMAIL, "Marcus Webb")
    assert (row.due, row.first_due) == (date(2026, 11, 25), date(2026, 11, 25))


def test_a_parked_lead_comes_back_on_its_day_with_something_to_do() -> None:
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt")).added("lead")[0]
    leads.park(november(23), lead, date(2026, 12, 14))
    assert due(december(13)) == []
    assert [row.lead for row in due(december(14))] == ["Editor"]


def test_a_lead_that_waits_is_nudged_the_business_day_after_and_never_hangs() -> None:
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt")).added("lead")[0]
    plans.done(november(23), FollowUp.get().id)
    for step in FollowUp.select().where(FollowUp.state == "open"):
        plans.done(november(24), step.id)
    leads.wait_for(november(24), lead, date(2026, 12, 4))
    assert breaches() == []


def test_a_wrong_number_is_marked_and_the_giver_asked_for_a_better_one() -> None:
    _, marcus = given(phone="303-555-0142")
    log(november(24), marcus, Outcome.WRONG_NUMBER)
    assert Way.get(Way.contact == marcus).wrong
    asked = the(november(26), Action.ASK, "Ruth Adler")
    assert asked.what == "the right number of Marcus Webb"
    plans.done(november(26), asked.id)
    assert the(november(30), Action.CALL, "Marcus Webb").giver == "Ruth Adler"


def test_a_missed_call_is_called_back_on_the_next_business_day() -> None:
    ruth = add("Ruth Adler")
    log(november(19, "16:00"), ruth, Outcome.MISSED_CALL)
    call = the(november(23), Action.CALL, "Ruth Adler")
    assert (call.first_due, call.owed) == (date(2026, 11, 20), Owed.AWAITED)


def test_a_name_from_two_people_is_one_call_and_two_words() -> None:
    _, marcus = given()
    dan = add("Dan Cole")
    referrals.refer(november(23), dan, (GivenName("Marcus Webb", phone="303-555-0142"),))
    calls_to = FollowUp.select().where(FollowUp.contact == marcus)
    assert calls_to.count() == 1 and Way.get(Way.contact == marcus).typed == "303-555-0142"
    calls.attempt(november(24), marcus, Outcome.LEFT_VOICEMAIL)
    told = {row.contact for row in due(november(24)) if row.action == "report_back"}
    assert told == {"Ruth Adler", "Dan Cole"}


def test_every_extension_that_comes_with_a_name_is_kept_once() -> None:
    _, marcus = given(phone="ext 12")
    dan = add("Dan Cole")
    for number in ("ext 34", "ext 34", "ext 12"):
        name = GivenName("Marcus Webb", phone=number)
        referrals.refer(november(23), dan, (name,))
    ways = Way.select().where(Way.contact == marcus).order_by(Way.id)
    assert [way.typed for way in ways] == ["ext 12", "ext 34"]


def test_undo_takes_each_of_these_back() -> None:
    _, marcus = given()
    before = said(december(30))
    calls.attempt(november(25), marcus, Outcome.LEFT_VOICEMAIL)
    journal.undo(november(25))
    assert said(december(30)) == before
    assert Contact.select().count() == 2


PUTTING_OFF = {
    "snooze": lambda row: plans.snooze(november(24), row, date(2026, 12, 4), "09:00"),
    "park": lambda row: plans.park_step(november(24), row, date(2026, 12, 4)),
    "park its lead": lambda row: leads.park(november(24), 1, date(2026, 12, 4)),
    "spread": lambda row: review.spread(november(24), (row,)),
    "edit": lambda row: plans.edit_follow_up(
        november(23), row, NextStep(Action.EMAIL, date(2026, 11, 23), "it")
    ),
    "pin": lambda row: plans.pin(november(24), row),
}


@pytest.mark.parametrize("way", PUTTING_OFF)
def test_the_first_due_day_stays_whatever_is_done_to_the_step(way: str) -> None:
    leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt"))
    step = FollowUp.get()
    first = step.first_due
    PUTTING_OFF[way](step.id)
    after = FollowUp.get(FollowUp.id == step.id)
    assert after.first_due == first
    assert (after.due, after.parked_until, after.pinned_until) != (step.due, None, None), "no move"
