"""Every row of the table of defaults, by the clock: what is due, for whom, since when, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from actions.scenes import MONDAY, add, december, due, given, log, november, on, said, the

from followup_tui.actions import calls, keeping, leads, messages, plans, promises, referrals
from followup_tui.actions.messages import Message
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.rules.facts import (
    Action,
    Outcome,
    Owed,
    ReferralState,
    Stage,
    TieClass,
)
from followup_tui.rules.letters import Kind
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.models import Lead
from followup_tui.store.referrals import wondering
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


# They promised.


def test_their_promise_is_nudged_the_business_day_after_then_after_five_and_ten() -> None:
    dan = add("Dan Cole")
    promises.they_promised(november(23), dan, "the job description", date(2026, 11, 27))
    assert said(november(27)) == set()
    nudge = the(november(30), Action.CHECK, "Dan Cole")
    assert (nudge.first_due, nudge.owed) == (date(2026, 11, 30), Owed.CHASE)
    plans.done(november(30), nudge.id)
    again = the(december(7), Action.CHECK, "Dan Cole")
    assert (again.first_due, again.what) == (date(2026, 12, 7), "the job description")
    plans.done(december(7), again.id)
    assert the(december(14), Action.CHECK, "Dan Cole").first_due == date(2026, 12, 14)


def test_their_promise_without_a_date_is_nudged_after_five_business_days() -> None:
    done = promises.they_promised(november(23), add("Dan Cole"), "a name at Cobalt")
    assert "(no day was said)" in done.label
    assert said(november(30)) == {("check", "Dan Cole", date(2026, 11, 30), "chase")}


def test_a_kept_promise_takes_its_nudge_along() -> None:
    promises.they_promised(november(23), add("Dan Cole"), "a name", date(2026, 11, 27))
    promises.kept(november(26), 1)
    assert said(december(20)) == set()


def test_my_promise_without_a_day_gets_one_and_says_so() -> None:
    done = promises.promise(november(23), add("Dan Cole"), "my clips")
    assert done.label == (
        "Promised Dan Cole: send my clips, Wed 25 Nov"
        " (no day was said: this one is yours to change)"
    )
    assert said(november(25)) == {("send", "Dan Cole", date(2026, 11, 25), "promised")}


# The referral's state changed.


def test_a_first_attempt_owes_the_giver_a_word_that_day() -> None:
    _, marcus = given()
    calls.attempt(november(24), marcus, Outcome.LEFT_VOICEMAIL)
    report = the(november(24), Action.REPORT_BACK, "Ruth Adler")
    assert (report.first_due, report.owed, report.what) == (
        date(2026, 11, 24),
        "awaited",
        "Marcus Webb",
    )


def test_a_talk_owes_it_within_a_day() -> None:
    _, marcus = given()
    log(november(24), marcus, Outcome.TALKED)
    assert not [row for row in due(november(24)) if row.action == "report_back"]
    assert the(november(25), Action.REPORT_BACK, "Ruth Adler").first_due == date(2026, 11, 25)


def test_something_that_came_of_it_owes_it_within_a_day() -> None:
    given()
    for state in (ReferralState.REACHED, ReferralState.CAME_OF_IT):
        referrals.move_referral(november(24), 1, state)
    assert the(november(25), Action.REPORT_BACK, "Ruth Adler").first_due == date(2026, 11, 25)


def test_an_interview_is_something_that_came_of_the_name() -> None:
    ruth = add("Ruth Adler")
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt", via_id=ruth))
    lead_id = lead.added("lead")[0]
    referrals.refer(november(23), ruth, (GivenName("Marcus Webb"),), Giving(lead_id=lead_id))
    leads.move_lead(november(24), lead_id, Stage.INTERVIEW)
    assert Referral.get().state == ReferralState.CAME_OF_IT
    assert the(november(25), Action.REPORT_BACK, "Ruth Adler").what == "Marcus Webb"


def test_several_changes_of_one_day_are_one_word() -> None:
    ruth = add("Ruth Adler")
    names = (GivenName("Marcus Webb"), GivenName("Li Na"))
    marcus, li = referrals.refer(november(23), ruth, names).added("contact")
    calls.attempt(november(24), marcus, Outcome.NO_ANSWER)
    calls.attempt(november(24), li, Outcome.NO_ANSWER)
    assert the(november(24), Action.REPORT_BACK, "Ruth Adler").what == "Marcus Webb, Li Na"


def test_four_silent_weeks_owe_a_word_on_how_it_goes() -> None:
    ruth, _ = given()
    assert ("report_back", "Ruth Adler") not in {row[:2] for row in said(december(20))}
    report = the(december(21), Action.REPORT_BACK, "Ruth Adler")
    assert (report.what, report.first_due) == ("how it goes", date(2026, 12, 21))
    (wonder,) = wondering(december(21))
    assert wonder.names[0].report == "r6"
    messages.send_message(december(21), Message(ruth, Kind.R6, "Short news."), report.id)
    assert not [row for row in due(on(date(2027, 1, 17))) if row.action == "report_back"]
    assert the(on(date(2027, 1, 18)), Action.REPORT_BACK, "Ruth Adler").what == "how it goes"


def test_a_talk_with_the_giver_breaks_the_silence() -> None:
    ruth, _ = given()
    log(december(10), ruth, Outcome.TALKED)
    assert not [row for row in due(on(date(2027, 1, 6))) if row.action == "report_back"]
    assert the(on(date(2027, 1, 7)), Action.REPORT_BACK, "Ruth Adler").what == "how it goes"


# Keep in touch.


@pytest.mark.parametrize(
    ("tie", "last", "first"),
    [
        (TieClass.BOOSTER, date(2026, 12, 4), date(2026, 12, 10)),
        (TieClass.A, date(2026, 12, 21), date(2026, 12, 25)),
        (TieClass.WEAK, date(2027, 2, 19), date(2027, 2, 24)),
    ],
)
def test_keeping_in_touch_is_counted_from_the_last_contact_to_a_light_near_day(
    tie: TieClass, last: date, first: date
) -> None:
    contact = add("Tom Okafor")
    log(november(23), contact, Outcome.TALKED, minutes=2)
    keeping.keep_in_touch(november(23), contact, tie)
    (step,) = FollowUp.select().where(FollowUp.owed == "in_touch")
    assert last <= step.first_due <= first and step.first_due.weekday() < 5


def test_a_dormant_tie_is_written_to_once() -> None:
    contact = add("Yusuf Demir", emails=("yusuf@solara.example",))
    keeping.keep_in_touch(november(23), contact, TieClass.DORMANT)
    step = the(november(24), Action.EMAIL, "Yusuf Demir")
    assert step.owed is Owed.IN_TOUCH
    plans.done(november(24), step.id)
    assert said(on(date(2027, 11, 24))) == set()


def test_a_persons_own_cadence_wins_over_their_tags_and_those_over_the_class() -> None:
    contact = add("Tom Okafor", tags=("press",), tie_class=TieClass.WEAK)
    log(november(23), contact, Outcome.TALKED, minutes=2)
    keeping.tag_cadence(november(23), "press", 10)
    assert FollowUp.select().order_by(FollowUp.id.desc()).get().due == date(2026, 12, 3)
    keeping.keep_in_touch(november(23), contact, days=7)
    (step,) = FollowUp.select().where(FollowUp.state == "open", FollowUp.owed == "in_touch")
    assert step.due == date(2026, 11, 30)


def test_a_word_of_mine_that_nobody_answered_keeps_the_cadence_and_is_no_contact() -> None:
    contact = add("Tom Okafor", emails=("tom@aspen.example",))
    log(november(2), contact, Outcome.TALKED, minutes=2)
    keeping.keep_in_touch(november(2), contact, TieClass.BOOSTER)
    step = the(november(23), Action.EMAIL, "Tom Okafor")
    plans.done(november(23), step.id)
    assert last_contact(contact) == november(2).at
    (again,) = FollowUp.select().where(FollowUp.state == "open")
    assert again.due > date(2026, 12, 3) and again.owed == Owed.IN_TOUCH


# Wanted a job, got it.


def test_a_lead_that_is_won_owes_one_round_of_news_to_everybody_who_helped() -> None:
    ruth, _ = given()
    dan = add("Dan Cole")
    lead = leads.add_lead(november(23), leads.LeadForm("Editor", "Cobalt", via_id=dan))
    leads.move_lead(november(24), lead.added("lead")[0], Stage.WON)
    news = next(row for row in due(november(25)) if row.lead == "Editor")
    assert (news.action, news.what, news.first_due) == (
        "report_back",
        "the news to all 2 who helped",
        date(2026, 11, 25),
    )
    letters = tuple(Message(who, Kind.NEWS, "It worked.") for who in (ruth, dan))
    messages.tell_everybody(november(25), letters, news.id)
    assert not [row for row in due(november(25)) if row.action == "report_back"]
