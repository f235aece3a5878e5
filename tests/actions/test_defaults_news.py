"""The rest of the table of defaults: promises, news for who gave a name, keeping in touch."""

from __future__ import annotations

from datetime import date

import pytest
from actions.scenes import add, december, due, given, log, november, on, said, the

from followup_tui.actions import calls, keeping, leads, messages, plans, promises, referrals
from followup_tui.actions.messages import Message
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.rules.facts import Action, Outcome, Owed, ReferralState, Stage, TieClass
from followup_tui.rules.letters import Kind
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.referrals import wondering
from followup_tui.store.timeline import last_contact

pytestmark = pytest.mark.usefixtures("book")


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
