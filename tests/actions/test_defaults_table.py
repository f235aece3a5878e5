"""The table of defaults by the clock: what talks, names and tries leave due, when, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from actions.scenes import MONDAY, add, december, due, given, log, november, on, said, the

from followup_tui.actions import calls, leads, plans, referrals
from followup_tui.actions.referrals import GivenName
from followup_tui.rules.facts import Action, Outcome, Owed, ReferralState, Stage
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.models import Lead
from followup_tui.store.timeline import last_contact

pytestmark = pytest.mark.usefixtures("book")

# A talk or meeting of ten minutes or more.


def test_a_talk_of_ten_minutes_is_thanked_for_within_a_day() -> None:
    log(november(23), add("Ruth Adler"), Outcome.TALKED, minutes=10)
    assert said(november(23)) == set()
    assert said(november(24)) == {("thank", "Ruth Adler", date(2026, 11, 24), "lent")}


def test_a_talk_of_nine_minutes_is_not() -> None:
    log(november(23), add("Ruth Adler"), Outcome.TALKED, minutes=9)
    assert said(november(30)) == set()


def test_a_meeting_is_long_unless_it_is_said_how_long() -> None:
    log(november(23), add("Ruth Adler"), Outcome.MET)
    assert the(november(24), Action.THANK, "Ruth Adler").first_due == date(2026, 11, 24)


# A name was given.


def test_a_name_that_was_given_owes_a_word_that_day_and_a_call_in_two_business_days() -> None:
    given()
    assert said(november(23)) == {("thank", "Ruth Adler", MONDAY, "lent")}
    call = the(november(25), Action.CALL, "Marcus Webb")
    assert (call.first_due, call.owed, call.giver) == (
        date(2026, 11, 25),
        Owed.LENT,
        "Ruth Adler",
    )


def test_a_name_given_on_a_friday_is_called_by_tuesday() -> None:
    given(november(20))
    assert the(november(24), Action.CALL, "Marcus Webb").first_due == date(2026, 11, 24)


def test_a_name_wants_a_decision_after_its_fourteenth_day() -> None:
    given()
    assert not the(december(7), Action.CALL, "Marcus Webb").to_decide
    assert the(december(8), Action.CALL, "Marcus Webb").to_decide


def test_half_a_name_is_asked_for_and_waits_however_often_we_speak() -> None:
    ruth = add("Ruth Adler")
    half = (GivenName(missing="her cousin at the bank"),)
    row = referrals.refer(november(23), ruth, half).added("referral")[0]
    log(november(25), ruth, Outcome.TALKED, minutes=3)
    asked = the(november(25), Action.ASK, "Ruth Adler")
    assert (asked.what, asked.first_due) == ("her cousin at the bank", date(2026, 11, 25))
    referrals.complete(november(25), row, GivenName("Cora Adler", phone="303-555-0143"))
    assert the(november(27), Action.CALL, "Cora Adler").giver == "Ruth Adler"


def test_what_is_done_without_a_word_about_it_leaves_a_decision() -> None:
    given()
    call = the(november(25), Action.CALL, "Marcus Webb")
    plans.done(november(25), call.id)
    assert said(december(7)) >= {("decide", "Marcus Webb", date(2026, 12, 7), "lent")}


# No answer or voicemail, referred.


def test_a_referred_person_is_tried_thrice_then_the_giver_hears_and_it_is_parked() -> None:
    _, marcus = given(phone="303-555-0142")
    done = calls.attempt(november(25, "10:00"), marcus, Outcome.LEFT_VOICEMAIL)
    assert done.label == (
        "Voicemail left for Marcus Webb. Next try Mon 30 Nov, in the afternoon;"
        " try somebody else there too"
    )
    again = the(november(30), Action.CALL, "Marcus Webb")
    assert (again.first_due, again.owed, again.part) == (date(2026, 11, 30), "chase", "afternoon")
    done = calls.attempt(november(30, "14:00"), marcus, Outcome.NO_ANSWER)
    assert done.label == "No answer from Marcus Webb. Last try Fri 4 Dec, in the morning"
    done = calls.attempt(december(4), marcus, Outcome.LEFT_VOICEMAIL)
    assert done.label.endswith("That was the last try. Parked until Thu 4 Mar")
    assert Referral.get().state == ReferralState.NOT_REACHED
    report = the(december(4), Action.REPORT_BACK, "Ruth Adler")
    assert (report.what, report.owed) == ("Marcus Webb", Owed.AWAITED)
    march = on(date(2027, 3, 4))
    assert [row for row in due(on(date(2027, 3, 3))) if row.contact == "Marcus Webb"] == []
    assert the(march, Action.CALL, "Marcus Webb").to_decide


def test_a_mail_is_an_attempt_too_and_none_of_them_is_contact() -> None:
    _, marcus = given()
    log(november(25), marcus, Outcome.SENT)
    assert the(november(30), Action.CALL, "Marcus Webb").attempt == 2
    assert last_contact(marcus) is None
    assert Referral.get().state == ReferralState.TRIED


def test_when_they_answer_the_chase_is_over() -> None:
    _, marcus = given()
    calls.attempt(november(24), marcus, Outcome.LEFT_VOICEMAIL)
    log(november(25), marcus, Outcome.TALKED, minutes=5)
    assert not FollowUp.select().where(FollowUp.contact == marcus, FollowUp.state == "open")
    assert Referral.get().state == ReferralState.REACHED


def test_somebody_not_reached_may_still_call_back() -> None:
    _, marcus = given()
    for day in (25, 26, 27):
        calls.attempt(november(day), marcus, Outcome.NO_ANSWER)
    log(november(30), marcus, Outcome.TALKED)
    assert Referral.get().state == ReferralState.REACHED
    assert not [row for row in due(on(date(2027, 3, 4))) if row.contact == "Marcus Webb"]


# The same, for others.


def tries(contact: int, first: Moment, outcome: Outcome = Outcome.NO_ANSWER) -> list[date]:
    """The day of each next try when every one is made on its day, and the day it is parked to."""
    days, now = [], first
    for _ in range(8):
        calls.attempt(now, contact, outcome)
        newest = FollowUp.select().order_by(FollowUp.id.desc()).get()
        days.append(newest.due)
        now = on(newest.due)
        if newest.parked_until:
            break
    return days


def test_a_warm_tie_is_tried_after_five_and_ten_business_days_then_parked() -> None:
    warm = add("Priya Nair", stars=2)
    assert tries(warm, november(23)) == [
        date(2026, 11, 30),
        date(2026, 12, 7),
        date(2026, 12, 7) + timedelta(days=90),
    ]


def test_a_cold_contact_gets_mails_after_three_and_seven_business_days() -> None:
    cold = add("Sam Whitfield")
    assert tries(cold, november(23)) == [
        date(2026, 11, 26),
        date(2026, 12, 2),
        date(2026, 12, 2) + timedelta(days=90),
    ]
    assert {row.action for row in FollowUp.select()} == {"email"}


def interviewed(until: date | None = None) -> int:
    contact = add("Priya Nair")
    lead = leads.add_lead(november(23), leads.LeadForm("Copy chief", "Prairie Sun", contact))
    lead_id = lead.added("lead")[0]
    leads.move_lead(november(23), lead_id, Stage.INTERVIEW)
    log(november(23), contact, Outcome.MET, lead_id=lead_id, minutes=45, waiting_until=until)
    return contact


def test_after_an_interview_their_own_date_comes_first() -> None:
    interviewed(until=date(2026, 11, 27))
    steps = {row.first_due for row in FollowUp.select() if row.action == "check"}
    assert Lead.get().waiting_until == date(2026, 11, 27)
    assert date(2026, 11, 30) in steps


def test_after_an_interview_without_a_date_it_is_five_ten_and_fifteen_business_days() -> None:
    contact = interviewed()
    check = the(november(30), Action.CHECK, "Priya Nair")
    assert (check.first_due, check.chase) == (date(2026, 11, 30), "interview")
    assert tries(contact, november(30)) == [
        date(2026, 12, 7),
        date(2026, 12, 14),
        date(2026, 12, 21),
        date(2026, 12, 21) + timedelta(days=90),
    ]
