from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.errors import Refused
from followup_tui.rules.facts import Outcome, ReferralState
from followup_tui.rules.loop import (
    MOVES,
    Change,
    Debt,
    Referral,
    Report,
    Seen,
    after_touch,
    batches,
    debt,
    decide_by,
    first_try_by,
    moved,
    never_tried,
    tally,
    wonder,
    wondering,
)

SARAH, OMAR = 1, 2
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)
G = ReferralState


def changes(*states: ReferralState, on: date = MONDAY) -> tuple[Change, ...]:
    return tuple(Change(state, on) for state in states)


def test_a_name_is_tried_within_two_workdays_and_decided_on_by_day_14() -> None:
    assert first_try_by(FRIDAY) == date(2026, 11, 24)
    assert decide_by(FRIDAY) == date(2026, 12, 4)
    referral = Referral(1, SARAH, FRIDAY)
    assert not never_tried(referral, date(2026, 12, 4))
    assert never_tried(referral, date(2026, 12, 5))
    assert not never_tried(Referral(1, SARAH, FRIDAY, changes(G.DECLINED)), date(2026, 12, 5))


@pytest.mark.parametrize(
    ("state", "outcome", "to"),
    [
        (G.GIVEN, Outcome.LEFT_VOICEMAIL, G.TRIED),
        (G.GIVEN, Outcome.NO_ANSWER, G.TRIED),
        (G.GIVEN, Outcome.SENT, G.TRIED),
        (G.GIVEN, Outcome.TALKED, G.REACHED),
        (G.GIVEN, Outcome.WRONG_NUMBER, G.GIVEN),
        (G.GIVEN, Outcome.MISSED_CALL, G.GIVEN),
        (G.TRIED, Outcome.NO_ANSWER, G.TRIED),
        (G.TRIED, Outcome.RECEIVED, G.REACHED),
        (G.NOT_REACHED, Outcome.TALKED, G.REACHED),
        (G.NOT_REACHED, Outcome.NO_ANSWER, G.NOT_REACHED),
        (G.CAME_OF_IT, Outcome.TALKED, G.CAME_OF_IT),
        (G.DECLINED, Outcome.TALKED, G.DECLINED),
    ],
)
def test_a_touch_takes_a_referral_on(
    state: ReferralState, outcome: Outcome, to: ReferralState
) -> None:
    assert after_touch(state, outcome) is to


def test_a_move_that_makes_no_sense_is_refused_with_those_that_do() -> None:
    assert moved(G.TRIED, G.REACHED) is G.REACHED
    with pytest.raises(Refused, match=r"is reached can't become tried, only came of it, declined"):
        moved(G.REACHED, G.TRIED)
    with pytest.raises(Refused, match="a no is final"):
        moved(G.DECLINED, G.TRIED)


@pytest.mark.parametrize(
    ("state", "report", "days"),
    [
        (G.TRIED, Report.TRIED, 0),
        (G.REACHED, Report.REACHED, 1),
        (G.CAME_OF_IT, Report.CAME_OF_IT, 1),
        (G.DECLINED, Report.DECLINED, 0),
        (G.NOT_REACHED, Report.NOT_REACHED, 0),
    ],
)
def test_each_change_owes_its_report_by_its_day(
    state: ReferralState, report: Report, days: int
) -> None:
    referral = Referral(7, SARAH, FRIDAY, changes(state))
    due = MONDAY + timedelta(days=days)
    assert debt(referral, MONDAY) == Debt(7, SARAH, report, MONDAY, due)


def test_a_later_change_is_what_is_told_but_the_debt_is_as_old_as_the_first() -> None:
    referral = Referral(7, SARAH, FRIDAY, (Change(G.TRIED, FRIDAY), Change(G.REACHED, MONDAY)))
    assert debt(referral, MONDAY) == Debt(7, SARAH, Report.REACHED, FRIDAY, FRIDAY)


def test_four_silent_weeks_owe_a_word_about_progress() -> None:
    told = Referral(7, SARAH, FRIDAY, (Change(G.TRIED, FRIDAY, MONDAY),))
    due = MONDAY + timedelta(days=28)
    assert debt(told, due - timedelta(days=1)) is None
    assert debt(told, due) == Debt(7, SARAH, Report.PROGRESS, MONDAY, due)
    heard = Referral(7, SARAH, FRIDAY, told.changes, last_word=due)
    assert debt(heard, due) is None


@pytest.mark.parametrize("state", [G.CAME_OF_IT, G.DECLINED, G.NOT_REACHED])
def test_a_loop_that_is_closed_and_told_owes_nothing_ever(state: ReferralState) -> None:
    referral = Referral(7, SARAH, FRIDAY, (Change(state, MONDAY, MONDAY),))
    assert debt(referral, MONDAY + timedelta(days=900)) is None
    assert wonder(referral, MONDAY + timedelta(days=900)) is None


def test_debts_to_one_person_on_one_day_are_one_message() -> None:
    owed = [
        debt(Referral(1, SARAH, FRIDAY, changes(G.TRIED)), MONDAY),
        debt(Referral(2, OMAR, FRIDAY, changes(G.TRIED)), MONDAY),
        debt(Referral(3, SARAH, FRIDAY, changes(G.NOT_REACHED)), MONDAY),
        debt(Referral(4, SARAH, FRIDAY, changes(G.REACHED)), MONDAY),
    ]
    messages = batches(one for one in owed if one)
    assert [[one.referral for one in message] for message in messages] == [[1, 3], [2], [4]]


def test_who_wonders_longest_comes_first_with_what_they_can_see() -> None:
    untried = Referral(1, SARAH, FRIDAY)
    tried_and_told = Referral(2, OMAR, date(2026, 11, 2), (Change(G.TRIED, FRIDAY, FRIDAY),))
    talked = Referral(
        3, OMAR, date(2026, 11, 2), (Change(G.TRIED, FRIDAY, FRIDAY), Change(G.REACHED, MONDAY))
    )
    untold = Referral(4, SARAH, date(2026, 11, 10), (Change(G.TRIED, FRIDAY),))
    found = wondering([untried, tried_and_told, talked, untold], MONDAY)
    assert [giver for giver, _ in found] == [SARAH, OMAR]
    assert [(w.referral, w.seen) for _, wonders in found for w in wonders] == [
        (4, Seen.NOTHING),
        (1, Seen.NOTHING),
        (3, Seen.A_TRY),
    ]


def test_the_names_of_one_person_are_counted_by_how_far_they_came() -> None:
    given_names = [
        Referral(1, SARAH, FRIDAY, changes(G.TRIED, G.REACHED, G.CAME_OF_IT)),
        Referral(2, SARAH, FRIDAY),
        Referral(3, SARAH, FRIDAY, changes(G.DECLINED)),
        Referral(4, SARAH, FRIDAY),
    ]
    assert str(tally(given_names)) == "4 names: 1 of 4 tried"
    assert (tally(given_names).reached, tally(given_names).came_of_it) == (1, 1)


@given(st.lists(st.sampled_from(Outcome), max_size=20))
def test_no_run_of_touches_breaks_the_moves(outcomes: list[Outcome]) -> None:
    state = G.GIVEN
    for outcome in outcomes:
        to = after_touch(state, outcome)
        assert to is state or to in MOVES[state]
        state = to
