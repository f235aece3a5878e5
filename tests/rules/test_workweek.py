from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup_tui.rules.workweek import missed_workdays, week_of

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]


def test_the_week_is_counted_in_workdays() -> None:
    assert str(week_of(WEEK[3], WEEK[:4])) == "4 of 5 workdays"
    assert str(week_of(MONDAY, [])) == "0 of 5 workdays"
    assert str(week_of(MONDAY, [MONDAY - timedelta(days=3)])) == "0 of 5 workdays"


def test_a_weekend_makes_up_for_one_day_and_never_for_more_than_the_week_has() -> None:
    assert week_of(MONDAY, [WEEK[0], WEEK[5], WEEK[6]]).reviewed == 2
    assert week_of(MONDAY, WEEK).reviewed == 5


def test_a_holiday_is_no_workday() -> None:
    assert str(week_of(MONDAY, WEEK[:3], frozenset(WEEK[3:5]))) == "3 of 3 workdays"


@pytest.mark.parametrize(
    ("last", "missed"),
    [
        (None, 0),
        (MONDAY, 0),
        (date(2026, 11, 20), 0),
        (date(2026, 11, 21), 0),
        (date(2026, 11, 19), 1),
        (date(2026, 11, 17), 3),
        (date(2026, 11, 30), 0),
    ],
)
def test_missed_days_lie_between_the_last_review_and_today(last: date | None, missed: int) -> None:
    assert missed_workdays(last, MONDAY) == missed
