"""The daily review: its order, its caps, what is skipped, taken back and gone on with."""

from __future__ import annotations

from datetime import date

import pytest
from rules.sittings import MONDAY, RANKED, THANK, WORN, call, offered, past_pages, played

from followup_tui.errors import Refused
from followup_tui.rules.deck import Offer, Step, deal
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.resuming import from_plain, goes_on
from followup_tui.rules.review import (
    Answer,
    Place,
    answer,
    begin,
    counted,
    is_over,
    place,
    progress,
    rest,
    spread_out,
    taken_back,
)


def test_the_easiest_message_comes_first_then_decisions_then_the_rest_by_rank() -> None:
    assert [(card.id, card.step) for card in deal(RANKED)] == [
        (1, Step.WARM_UP), (3, Step.DECIDE), (4, Step.CALLS), (2, Step.CALLS), (5, Step.CALLS),
    ]  # fmt: skip


def test_a_session_goes_through_its_steps() -> None:
    review = begin(MONDAY, [call(4), THANK, WORN])
    steps = [place(review).step]
    for one in (Answer.NEXT, Answer.NEXT, Answer.DONE, Answer.DECLINED, Answer.CALLED,
                  Answer.NEXT, Answer.NEXT):  # fmt: skip
        review = answer(review, one, 60)
        steps.append(place(review).step)
    assert steps == [
        Step.BRIEF, Step.CATCH, Step.WARM_UP, Step.DECIDE, Step.CALLS, Step.WAITING,
        Step.TOMORROW, Step.END,
    ]  # fmt: skip
    assert is_over(review) and rest(review) == ()
    assert counted(review)[Answer.CALLED] == 1


def test_with_nothing_due_it_ends_with_a_plan_for_tomorrow() -> None:
    review = played(begin(MONDAY, []), Answer.NEXT, Answer.NEXT, Answer.NEXT)
    assert place(review).step is Step.TOMORROW


def test_a_skipped_card_comes_back_once_at_the_end_and_then_stays_in_the_rest() -> None:
    review = past_pages(begin(MONDAY, [call(4), call(5)]))
    review = played(review, Answer.SKIPPED, Answer.CALLED)
    here = place(review)
    assert here.card and here.card.id == 4 and here.again
    review = played(review, Answer.SKIPPED)
    assert place(review).step is Step.WAITING
    assert [card.id for card in rest(review)] == [4]


def test_nothing_is_put_off_in_decide() -> None:
    review = past_pages(begin(MONDAY, [WORN]))
    with pytest.raises(Refused, match="to be decided, not put off"):
        answer(review, Answer.SNOOZED, 0)
    again = played(review, Answer.SKIPPED)
    with pytest.raises(Refused, match="to be decided, not put off"):
        answer(again, Answer.SNOOZED, 0)


def test_the_cap_holds_and_decisions_leave_room_for_calls() -> None:
    many = [call(n, decide=True) for n in range(1, 7)] + [call(n) for n in range(10, 30)]
    review = past_pages(begin(MONDAY, many))
    assert offered(review) == [1, 2, 3, 10, 11, 12, 13, 14]
    assert progress(review) == (0, 8)


def test_a_full_box_asks_whether_to_go_on() -> None:
    review = past_pages(begin(MONDAY, [call(n) for n in range(1, 6)]))
    review = answer(review, Answer.CALLED, 19 * 60)
    assert not place(review).asks_go_on
    review = answer(review, Answer.CALLED, 20 * 60)
    assert place(review).asks_go_on
    with pytest.raises(Refused, match="no answer here"):
        answer(review, Answer.CALLED, 20 * 60)
    on = answer(review, Answer.GO_ON, 21 * 60)
    assert not place(on).asks_go_on
    assert place(answer(on, Answer.CALLED, 31 * 60)).asks_go_on
    stopped = answer(review, Answer.STOP, 20 * 60)
    assert place(stopped) == Place(Step.TOMORROW)
    assert [card.id for card in rest(stopped)] == [3, 4, 5]


def test_after_one_call_the_others_of_that_place_step_back_but_not_what_is_promised() -> None:
    ranked = [
        call(1, "ridgeline"),
        call(2, "ridgeline"),
        call(3, "cobalt"),
        call(4, "ridgeline", Owed.PROMISED),
        Offer(5, 1, Action.EMAIL, Owed.CHASE, "ridgeline"),
        Offer(6, 6, Action.THANK, Owed.LENT),
    ]
    review = played(past_pages(begin(MONDAY, ranked)), Answer.DONE, Answer.TRIED)
    assert offered(review) == [3, 4, 5]
    assert [card.id for card in rest(review)] == [2, 3, 4, 5]
    earlier = past_pages(begin(MONDAY, ranked, called={"ridgeline": 9}))
    assert offered(earlier) == [6, 3, 4]


def test_an_answer_taken_back_is_as_if_never_given() -> None:
    review = past_pages(begin(MONDAY, RANKED))
    assert taken_back(answer(review, Answer.CALLED, 30)) == review
    with pytest.raises(Refused, match="nothing was answered"):
        taken_back(begin(MONDAY, RANKED))


LATE = [call(n, late=True) for n in range(1, 24)]


def test_after_three_missed_workdays_up_to_five_of_the_late_ones_are_chosen() -> None:
    review = played(begin(MONDAY, [*LATE, call(30)], missed=3), Answer.NEXT)
    assert place(review).step is Step.CATCH_UP
    with pytest.raises(Refused, match="choose up to 5"):
        answer(review, Answer.CHOSE, 0, range(1, 7))
    with pytest.raises(Refused, match="of those that are late"):
        answer(review, Answer.CHOSE, 0, [30])
    review = answer(review, Answer.CHOSE, 0, [7, 2])
    assert len(spread_out(review)) == 21 and spread_out(review)[0] == 1
    assert offered(past_pages(review)) == [2, 7, 30]


@pytest.mark.parametrize(("ranked", "missed"), [(LATE, 2), ([call(1)], 9)])
def test_without_an_absence_or_anything_late_there_is_nothing_to_catch_up(
    ranked: list[Offer], missed: int
) -> None:
    review = played(begin(MONDAY, ranked, missed=missed), Answer.NEXT)
    assert place(review).step is Step.CATCH


def test_a_page_takes_no_cards_answer_and_the_end_none_at_all() -> None:
    with pytest.raises(Refused):
        answer(begin(MONDAY, RANKED), Answer.CALLED, 0)
    over = played(begin(MONDAY, []), *[Answer.NEXT] * 4)
    with pytest.raises(Refused):
        answer(over, Answer.NEXT, 0)


def test_a_session_goes_on_only_on_its_day_and_only_unfinished() -> None:
    review = begin(MONDAY, RANKED)
    assert goes_on(review, MONDAY)
    assert not goes_on(review, date(2026, 11, 24))
    assert not goes_on(played(begin(MONDAY, []), *[Answer.NEXT] * 4), MONDAY)
    assert not goes_on(None, MONDAY)


@pytest.mark.parametrize(
    "broken", [{}, {"form": 0}, {"form": 1}, {"form": 1, "day": 3}, {"form": 1, "day": "never"}]
)
def test_a_session_of_another_form_starts_afresh(broken: dict[str, object]) -> None:
    assert from_plain(broken) is None  # type: ignore[arg-type]
