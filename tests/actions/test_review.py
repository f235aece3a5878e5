from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW, contents
from ui.samples import small_world

from followup_tui.actions import calls, deciding, declines, plans, promises, review
from followup_tui.actions.review import answered, caught_up, stepped_back
from followup_tui.reports.review import fresh_review
from followup_tui.rules.deck import Step
from followup_tui.rules.facts import DeclineReason, Outcome, SnoozeReason
from followup_tui.rules.review import Answer, Place, counted, is_over, place
from followup_tui.store import journal, sessions
from followup_tui.store.book import connection
from followup_tui.store.dealings import FollowUp, Session
from followup_tui.store.journal import Done
from followup_tui.store.minutes import SessionCard
from followup_tui.store.plans import last_place, planned_for
from followup_tui.store.reviewed import last_reviewed, reviewed
from followup_tui.store.sessions import Sitting

TOMORROW = NOW.today + timedelta(days=1)


def seated() -> Sitting:
    """A fresh review, kept."""
    review.begin(NOW, fresh_review(NOW))
    sitting = sessions.unfinished(NOW.today)
    assert sitting is not None
    return sitting


def after(sitting: Sitting, *done: Done) -> Sitting:
    """The sitting after what was done, kept."""
    sitting = caught_up(sitting, NOW.today, 0)
    review.keep(NOW, sitting)
    return sitting


def next_page(sitting: Sitting) -> Sitting:
    return answered(sitting, Answer.NEXT, 0)


def at_cards(sitting: Sitting) -> Sitting:
    while place(sitting.review).card is None:
        sitting = next_page(sitting)
    return sitting


def at(sitting: Sitting) -> int:
    """The follow-up at hand."""
    card = place(sitting.review).card
    assert card is not None
    return card.id


DECISIONS: dict[Answer, Callable[[int], Done]] = {
    Answer.TRIED: lambda n: calls.attempt(NOW, who(n), Outcome.NO_ANSWER, n),
    Answer.CALLED: lambda n: calls.log_touch(
        NOW, calls.TouchForm(who(n), Outcome.TALKED, closes=(n,))
    ),
    Answer.DONE: lambda n: plans.done(NOW, n),
    Answer.DECLINED: lambda n: declines.decline(NOW, n, DeclineReason.COMMUTE),
    Answer.PARKED: lambda n: plans.park_step(NOW, n, TOMORROW),
}


def who(follow_up_id: int) -> int:
    return int(FollowUp.fetch(follow_up_id).contact_id)


@pytest.fixture
def people(book: Path) -> None:
    small_world(NOW)
    promises.they_promised(NOW, 8, "send the job description", TOMORROW)


def test_a_review_is_kept_from_its_first_page_on(people: None) -> None:
    sitting = seated()
    assert place(sitting.review) == Place(Step.BRIEF)
    assert SessionCard.select().count() == len(sitting.review.cards) > 3
    assert not reviewed(NOW)


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_decision_is_read_from_the_book_and_undo_takes_it_back(
    people: None, decision: Answer
) -> None:
    sitting = at_cards(seated())
    card, before = at(sitting), contents()
    then = after(sitting, DECISIONS[decision](card))
    assert [one.answer for one in then.review.taken if one.card == card] == [decision]
    assert at(then) != card
    assert SessionCard.get(SessionCard.follow_up == card).answer == decision
    back = after(then, journal.undo(NOW))
    assert at(back) == card and back.review == sitting.review
    same = contents()
    assert {**same, "session": [], "session_card": []} == {
        **before, "session": [], "session_card": [],
    }  # fmt: skip
    assert SessionCard.get(SessionCard.follow_up == card).answer == ""
    assert after(back, journal.redo(NOW)).review == then.review


def test_a_snooze_of_this_review_counts_one_from_before_does_not(people: None) -> None:
    sitting = at_cards(seated())
    while place(sitting.review).step is not Step.CALLS:
        sitting = after(sitting, plans.done(NOW, at(sitting)))
    plans.snooze(NOW, at(sitting), NOW.today, "14:00", session_id=None)
    assert after(sitting) == sitting
    plans.snooze(
        NOW, at(sitting), NOW.today, "15:00", reason=SnoozeReason.BUSY, session_id=sitting.id
    )
    assert counted(after(sitting).review)[Answer.SNOOZED] == 1


def test_both_ways_out_of_decide_settle_the_card(people: None) -> None:
    sitting = at_cards(seated())
    while place(sitting.review).step is not Step.DECIDE:
        sitting = after(sitting, plans.done(NOW, at(sitting)))
    card = at(sitting)
    made = after(sitting, deciding.make_smaller(NOW, card))
    assert counted(made.review)[Answer.DONE] == 2
    sitting = after(made, journal.undo(NOW))
    assert at(sitting) == card
    asked = after(sitting, deciding.ask_referrer(NOW, card))
    assert counted(asked.review)[Answer.PARKED] == 1


def test_what_was_saved_before_a_crash_is_found_when_it_goes_on(people: None) -> None:
    sitting = at_cards(seated())
    review.keep(NOW, sitting)
    card = at(sitting)
    plans.done(NOW, card)  # and the power fails: the place in the review isn't kept
    again = sessions.unfinished(NOW.today)
    assert again == sitting
    assert counted(after(again).review) == {Answer.DONE: 1}


def test_a_skip_is_stepped_back_from_without_touching_the_book(people: None) -> None:
    sitting = at_cards(seated())
    skipped = answered(sitting, Answer.SKIPPED, 0)
    assert stepped_back(skipped) == sitting


def test_a_pin_after_a_skip_is_what_undo_takes_back_first(people: None) -> None:
    skipped = answered(at_cards(seated()), Answer.SKIPPED, 0)
    plans.pin(NOW, at(skipped))
    assert stepped_back(skipped) is None
    journal.undo(NOW)
    assert stepped_back(skipped) is not None


def test_one_act_that_settles_two_cards_is_one_decision(people: None) -> None:
    sitting = at_cards(seated())
    first, second = (card.id for card in sitting.review.cards[:2])
    declines.decline(NOW, first, DeclineReason.PAY)
    plans.done(NOW, second)
    then = after(sitting)
    assert [one.answer for one in then.review.taken[-2:]] == [Answer.DECLINED, Answer.GONE]
    assert stepped_back(then) is None


def test_another_day_begins_another_review(people: None) -> None:
    seated()
    assert sessions.unfinished(TOMORROW) is None


def test_at_its_end_the_day_counts_as_reviewed(people: None) -> None:
    sitting = at_cards(seated())
    while not is_over(sitting.review):
        if place(sitting.review).card:
            sitting = after(sitting, plans.done(NOW, at(sitting)))
        else:
            sitting = next_page(sitting)
    review.keep(NOW, sitting)
    assert reviewed(NOW) and last_reviewed(NOW) == NOW.today
    assert Session.get().ended_at is not None and sessions.unfinished(NOW.today) is None


def test_a_kept_review_that_cannot_be_read_begins_afresh(people: None) -> None:
    sitting = seated()
    connection().execute("UPDATE session SET state = '{' WHERE id = ?", (sitting.id,))
    assert sessions.unfinished(NOW.today) is None
    assert not reviewed(NOW)


def test_the_rest_of_catching_up_is_spread_and_comes_back_with_one_undo(people: None) -> None:
    before = {row.id: (row.due, row.first_due) for row in FollowUp.select()}
    late = [row.id for row in FollowUp.select().where(FollowUp.first_due < NOW.today)]
    done = review.spread(NOW, late)
    assert "nothing is lost" in done.label
    for row in FollowUp.select().where(FollowUp.id.in_(late)):
        assert NOW.today < row.due <= NOW.today + timedelta(days=7)
        assert row.first_due == before[row.id][1]
    journal.undo(NOW)
    assert {row.id: (row.due, row.first_due) for row in FollowUp.select()} == before


def test_a_plan_says_when_and_where_and_a_later_one_replaces_it(people: None) -> None:
    first, second = (row.id for row in FollowUp.select().limit(2))
    form = review.PlanForm
    review.plan(NOW, TOMORROW, (form(first, "9:00", "my desk"), form(second, "10:30")), None)
    review.plan(NOW, TOMORROW, (form(second, "11:00", "the library"),), None)
    assert [(one.follow_up_id, one.time, one.place) for one in planned_for(TOMORROW)] == [
        (second, "11:00", "the library")
    ]
    assert last_place() == "the library"
