from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.chase import (
    Chase,
    NextTry,
    Part,
    PlanEnds,
    action_of,
    kind_for,
    next_try,
)
from followup_tui.rules.facts import Action, ChaseKind
from followup_tui.rules.workdays import add_workdays, is_workday

MONDAY = date(2026, 11, 23)


def played(kind: ChaseKind, their_date: date | None = None) -> list[date]:
    """The days of a plan whose every attempt is made on its day, from the first one on."""
    days, attempt = [MONDAY], 1
    while isinstance(tried := next_try(Chase(kind, attempt, MONDAY, days[-1], None, their_date)),
                     NextTry):  # fmt: skip
        days.append(tried.day)
        attempt = tried.attempt
    return days


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        (ChaseKind.REFERRED, [3, 7]),
        (ChaseKind.WARM, [5, 10]),
        (ChaseKind.COLD, [3, 7]),
        (ChaseKind.INTERVIEW, [5, 10, 15]),
        (ChaseKind.PROMISED, [5, 10]),
    ],
)
def test_each_plan_counts_workdays_from_the_first_attempt(
    kind: ChaseKind, steps: list[int]
) -> None:
    assert played(kind) == [MONDAY, *(add_workdays(MONDAY, step) for step in steps)]


def test_the_second_try_of_a_referral_is_at_another_time_and_tries_a_second_person() -> None:
    tried = next_try(Chase(ChaseKind.REFERRED, 1, MONDAY, MONDAY, hour=9))
    assert tried == NextTry(date(2026, 11, 26), 2, Part.AFTERNOON, False, True)
    tried = next_try(Chase(ChaseKind.REFERRED, 2, MONDAY, date(2026, 11, 26), hour=15))
    assert tried == NextTry(date(2026, 12, 2), 3, Part.MORNING, True, False)


def test_after_the_last_try_the_referrer_is_told_and_it_is_parked() -> None:
    last = date(2026, 12, 2)
    assert next_try(Chase(ChaseKind.REFERRED, 3, MONDAY, last)) == PlanEnds(
        last + timedelta(days=90), tell_referrer=True
    )
    warm = next_try(Chase(ChaseKind.WARM, 3, MONDAY, last))
    assert isinstance(warm, PlanEnds) and not warm.tell_referrer


def test_a_name_that_was_given_is_tried_within_two_workdays() -> None:
    friday = date(2026, 11, 20)
    tried = next_try(Chase(ChaseKind.REFERRED, 0, friday, friday))
    assert isinstance(tried, NextTry) and tried.day == date(2026, 11, 24)
    assert tried.attempt == 1


def test_a_promise_is_nudged_the_workday_after_its_date() -> None:
    friday = date(2026, 11, 27)
    dated = next_try(Chase(ChaseKind.PROMISED, 0, MONDAY, MONDAY, their_date=friday))
    undated = next_try(Chase(ChaseKind.PROMISED, 0, MONDAY, MONDAY))
    assert isinstance(dated, NextTry) and dated.day == date(2026, 11, 30)
    assert isinstance(undated, NextTry) and undated.day == date(2026, 11, 30)
    assert played(ChaseKind.PROMISED, their_date=date(2026, 11, 20))[1] == date(2026, 11, 30)


def test_after_an_interview_their_date_comes_before_our_steps() -> None:
    tried = next_try(Chase(ChaseKind.INTERVIEW, 1, MONDAY, MONDAY, their_date=date(2026, 12, 4)))
    assert isinstance(tried, NextTry) and tried.day == date(2026, 12, 7)


def test_a_try_made_late_leaves_a_gap_before_the_next() -> None:
    late = date(2026, 12, 10)
    tried = next_try(Chase(ChaseKind.REFERRED, 2, MONDAY, late))
    assert isinstance(tried, NextTry) and tried.day == date(2026, 12, 14)


def test_holidays_do_not_count_as_steps() -> None:
    thanksgiving = frozenset({date(2026, 11, 26), date(2026, 11, 27)})
    tried = next_try(Chase(ChaseKind.REFERRED, 1, MONDAY, MONDAY), thanksgiving)
    assert isinstance(tried, NextTry) and tried.day == date(2026, 11, 30)


@given(
    st.sampled_from(ChaseKind),
    st.integers(0, 9),
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    st.integers(0, 60),
    st.none() | st.dates(date(2026, 1, 1), date(2027, 6, 1)),
)
def test_the_next_try_is_a_later_workday_and_every_plan_ends(
    kind: ChaseKind, attempt: int, first: date, gone: int, theirs: date | None
) -> None:
    last = first + timedelta(days=gone)
    tried = next_try(Chase(kind, attempt, first, last, None, theirs))
    if isinstance(tried, PlanEnds):
        assert attempt >= 3 and tried.park_until > last
    else:
        assert tried.day > last and is_workday(tried.day)
        assert tried.attempt == attempt + 1 <= 4


def test_the_plan_follows_from_what_is_known() -> None:
    assert kind_for(referred=True, ever_spoken=True) is ChaseKind.REFERRED
    assert kind_for(referred=True, interviewed=True) is ChaseKind.INTERVIEW
    assert kind_for(interviewed=True, they_promised=True) is ChaseKind.PROMISED
    assert kind_for(ever_spoken=True) is ChaseKind.WARM
    assert kind_for() is ChaseKind.COLD


def test_cold_tries_go_by_email_and_nudges_are_nudges() -> None:
    assert action_of(ChaseKind.COLD) is Action.EMAIL
    assert action_of(ChaseKind.PROMISED) is Action.CHECK
    assert action_of(ChaseKind.WARM, Action.TEXT) is Action.TEXT
