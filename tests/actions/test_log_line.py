"""A line is saved as it was read and shown: all of it, in one step, and taken back by one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions.log_customs import Key, StoreCustoms, customs
from followup_tui.actions.log_line import Entry, log_line
from followup_tui.actions.log_reading import Asked, understand
from followup_tui.actions.loop import HOW_IT_GOES
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.referrals import GivenName, Giving, refer
from followup_tui.rules.facts import Action, FollowUpState, Outcome, Owed, ReferralState, Stage
from followup_tui.store import journal
from followup_tui.store.dealings import FollowUp, Referral, TheirPromise, Touch
from followup_tui.store.minutes import OpenQuestion
from followup_tui.store.models import Contact, Lead, Way

TALK = (
    "talked to marcus 20m, hires in march; suggested ana ruiz (mesa courier) and Tom Okafor."
    " i'll send clips tomorrow, call back in 2w. He'll email the job description by Friday"
)


@pytest.fixture
def marcus(book: Path) -> int:
    """Marcus, whose name Dan gave; Ana is known, Tom is not."""
    dan = add_contact(NOW, ContactForm("Dan Cole")).added("contact")[0]
    add_contact(NOW, ContactForm("Ana Ruiz", "Mesa Courier"))
    refer(
        NOW, dan, (GivenName("Marcus Webb", phone="303-555-0142"),), Giving("Tell him I sent you.")
    )
    return int(Contact.get(Contact.name == "Marcus Webb").id)


def say(text: str, about: int | None = None, **more: object) -> journal.Done:
    reading = understand(text, NOW, Asked(about))
    return log_line(NOW, Entry(text, reading, **more))  # type: ignore[arg-type]


def opened() -> set[tuple[str, str, date]]:
    steps = FollowUp.select().where(FollowUp.state == FollowUpState.OPEN)
    return {(step.action, step.contact.name if step.contact else "", step.due) for step in steps}


def test_a_talk_becomes_all_that_was_said(marcus: int) -> None:
    say(TALK)
    touch = Touch.get()
    assert (touch.outcome, touch.minutes, touch.typed) == (Outcome.TALKED, 20, TALK)
    assert "hires in march" in touch.note
    assert {r.contact.name for r in Referral.select().where(Referral.giver == marcus)} == {
        "Ana Ruiz", "Tom Okafor",
    }  # fmt: skip
    assert Contact.select().where(Contact.name == "Ana Ruiz").count() == 1
    promise = FollowUp.get(FollowUp.owed == Owed.PROMISED)
    assert (promise.action, promise.due) == (Action.SEND, date(2026, 11, 24))
    theirs = TheirPromise.get()
    assert theirs.contact_id == marcus and theirs.due == date(2026, 11, 27)
    assert (Action.CALL, "Marcus Webb", date(2026, 12, 7)) in opened()
    assert (Action.CALL, "Tom Okafor", date(2026, 11, 25)) in opened()
    assert Referral.get(Referral.contact == marcus).state == ReferralState.REACHED


def test_what_was_due_is_closed_and_the_giver_is_owed_a_word(marcus: int) -> None:
    FollowUp.update(due=NOW.today, first_due=NOW.today).where(FollowUp.contact == marcus).execute()
    say("talked to marcus 5m")
    assert not [row for row in opened() if row[1] == "Marcus Webb"]
    assert (Action.REPORT_BACK, "Dan Cole", date(2026, 11, 24)) in opened()


@pytest.mark.parametrize(
    "text",
    [
        TALK,
        "left vm for Marcus",
        "no answer x2",
        "coffee with Marcus 45 min, keep in touch",
        "talked to marcus 12 min, gave me Bo Li (Cobalt)",
        "Marcus said call Raj Patel at Ridgeline",
    ],
)
def test_what_custom_adds_is_what_was_shown(marcus: int, text: str) -> None:
    before = {step.id for step in FollowUp.select()}
    reading = understand(text, NOW, Asked(marcus))
    shown = customs(reading, NOW)
    log_line(NOW, Entry(text, reading))
    new = [step for step in FollowUp.select() if step.id not in before and step.what != HOW_IT_GOES]
    for custom in shown:
        if custom.key.startswith(Key.CLOSES):
            step = FollowUp.fetch(int(custom.key.partition(":")[2]))
            assert step.state == FollowUpState.DONE
        elif custom.day:
            assert custom.day in {step.due for step in new}, custom
    asked = len(reading.followups) + len(reading.promises_by_them)
    silent = [c for c in shown if c.key.startswith(Key.CLOSES)]
    assert len(new) == asked + len(shown) - len(silent)


def test_each_custom_can_be_dropped(marcus: int) -> None:
    text = "talked to marcus 20m, gave me Bo Li (Cobalt)"
    say(text, dropped=frozenset({Key.THANK, Key.FIRST_CALL.at(0)}))
    assert not {row for row in opened() if row[0] == Action.THANK and row[1] == "Marcus Webb"}
    assert {row[0] for row in opened() if row[1] == "Bo Li"} == {Action.DECIDE}
    assert Referral.select().where(Referral.giver == marcus).count() == 1


def test_one_undo_takes_all_of_it_back(marcus: int) -> None:
    before = contents()
    say(TALK)
    after = contents()
    journal.undo(NOW)
    assert contents() == before
    journal.redo(NOW)
    assert contents() == after


def test_the_call_that_the_line_asks_for_goes_on_with_the_plan(marcus: int) -> None:
    say("left vm for Marcus, try again Tue 9am ET")
    (step,) = FollowUp.select().where(
        FollowUp.contact == marcus, FollowUp.state == FollowUpState.OPEN
    )
    assert (step.due, step.time, step.zone) == (date(2026, 11, 24), "09:00", "America/New_York")
    assert (step.attempt, step.chase, step.referral_id) == (2, "referred", 1)


def test_a_wrong_number_is_marked(marcus: int) -> None:
    say("303-555-0142 is a wrong number for Marcus Webb, ask Dan for the right one")
    assert Way.get().wrong
    assert {row[:2] for row in opened()} >= {(Action.ASK, "Dan Cole")}


def test_a_number_too_short_to_compare_is_kept_and_marked_by_its_spelling(marcus: int) -> None:
    def typed() -> set[tuple[str, bool]]:
        ways = Way.select().where(Way.contact == marcus)
        return {(way.typed, way.wrong) for way in ways if way.normal is None}

    read = understand("talked to marcus 5m", NOW)
    assert read.contact is not None
    for number in ("ext 12", "ext 34", "ext 34"):
        said = replace(read, contact=replace(read.contact, phone=number))
        log_line(NOW, Entry("talked to marcus 5m", said))
    assert typed() == {("ext 12", False), ("ext 34", False)}
    assert Way.select().where(Way.contact == marcus, Way.normal.is_null()).count() == 2
    log_line(NOW, Entry("ext 12 is wrong", replace(read, bad_phone="ext 12")))
    assert typed() == {("ext 12", True), ("ext 34", False)}


def test_a_lead_is_made_and_moved(book: Path) -> None:
    say("Applied for copy chief at Orbit Press")
    lead = Lead.get()
    assert (lead.title.casefold(), lead.organization.name, lead.stage) == (
        "copy chief", "Orbit Press", Stage.APPLIED,
    )  # fmt: skip
    assert lead.follow_ups.where(FollowUp.state == FollowUpState.OPEN).count() == 1


def test_what_is_uncertain_waits_for_the_review(marcus: int) -> None:
    say("talked to Marcus, ask again after the holidays")
    question = OpenQuestion.get()
    assert question.path == "followups[0].due" and question.contact_id == marcus


def test_keeping_in_touch_becomes_a_date_at_once(marcus: int) -> None:
    say("talked to Marcus 8 min, said let's keep in touch")
    step = FollowUp.get(FollowUp.owed == Owed.IN_TOUCH)
    assert step.due > NOW.today + timedelta(days=60)


def test_a_line_about_nobody_is_kept_and_asked_about(book: Path) -> None:
    say("the weather was fine")
    touch = Touch.get()
    assert (touch.contact, touch.outcome, touch.typed) == (None, None, "the weather was fine")
    assert [q.path for q in OpenQuestion.select()] == ["contact.name"]


@pytest.mark.parametrize("text", ["call Marcus tomorrow", "Applied for copy chief at Orbit Press"])
def test_the_line_is_always_kept_as_typed(marcus: int, text: str) -> None:
    say(text)
    assert Touch.get().typed == text


def test_what_was_said_of_a_name_is_the_words_about_it(marcus: int) -> None:
    say("talked to Marcus 5m, said call Tom Ruiz at Cobalt, he knows everybody")
    words = Referral.get(Referral.giver == marcus).words
    assert "Tom Ruiz" in words and "5m" not in words


def test_a_number_alone_finds_its_person(marcus: int) -> None:
    say("called 303-555-0142, no answer")
    assert Touch.get().contact_id == marcus


def test_keep_in_touch_alone_is_a_date_too(marcus: int) -> None:
    say("Marcus: keep in touch")
    assert FollowUp.get(FollowUp.owed == Owed.IN_TOUCH).contact_id == marcus


def test_what_the_store_adds_is_worked_out_anew_once_something_is_written(marcus: int) -> None:
    reading = understand("talked to marcus 5m", NOW, Asked(marcus))
    kept = StoreCustoms()
    shown = customs(reading, NOW, kept)
    assert {custom.key.partition(":")[0] for custom in shown} >= {Key.CLOSES, Key.LOOP}
    assert customs(reading, NOW, kept) == shown
    say("talked to marcus 5m")
    again = customs(reading, NOW, kept)
    assert again == customs(reading, NOW) != shown
    left = understand("left vm for marcus", NOW, Asked(marcus))
    assert customs(left, NOW, kept) == customs(left, NOW) != again
