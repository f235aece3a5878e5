from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.cadence import (
    Standing,
    class_for,
    interval_days,
    lightest_near,
    next_in_touch,
    spread_over,
    standing,
)
from followup_tui.rules.facts import TieClass
from followup_tui.rules.workdays import is_workday

MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
LOADS = st.dictionaries(DAYS, st.integers(0, 9), max_size=40)
HOLIDAYS = st.frozensets(DAYS, max_size=20)


@pytest.mark.parametrize(
    ("own", "tags", "tie_class", "days"),
    [
        (45, [7], TieClass.BOOSTER, 45),
        (None, [60, 21], TieClass.BOOSTER, 21),
        (None, [], TieClass.BOOSTER, 14),
        (None, [], TieClass.A, 30),
        (None, [], TieClass.WEAK, 90),
        (None, [], TieClass.DORMANT, None),
        (None, [], None, None),
        (0, [0], TieClass.A, 30),
    ],
)
def test_a_persons_own_cadence_wins_then_their_tags_then_their_class(
    own: int | None, tags: list[int], tie_class: TieClass | None, days: int | None
) -> None:
    assert interval_days(own, tags, tie_class) == days


def test_somebody_one_agrees_to_keep_in_touch_with_gets_a_class() -> None:
    assert [class_for(stars) for stars in range(4)] == [
        TieClass.WEAK, TieClass.WEAK, TieClass.A, TieClass.A,
    ]  # fmt: skip


def test_it_is_first_time_and_then_late() -> None:
    talk = MONDAY - timedelta(days=14)
    assert standing(talk, 15, MONDAY) is Standing.FINE
    assert standing(talk, 14, MONDAY) is Standing.TIME
    assert standing(talk, 9, MONDAY) is Standing.LATE


def test_the_next_day_counts_from_the_last_contact() -> None:
    assert next_in_touch(MONDAY, 30, MONDAY, {}) == date(2026, 12, 23)
    late = MONDAY - timedelta(days=200)
    assert next_in_touch(late, 30, MONDAY, {}) == MONDAY


def test_a_full_day_gives_way_to_the_lightest_near_one() -> None:
    wednesday = date(2026, 12, 23)
    load = {wednesday: 3, wednesday + timedelta(days=1): 1, wednesday - timedelta(days=1): 1}
    assert next_in_touch(MONDAY, 30, MONDAY, load) == wednesday + timedelta(days=2)
    load |= {wednesday + timedelta(days=2): 1}
    assert next_in_touch(MONDAY, 30, MONDAY, load) == wednesday - timedelta(days=2)


def test_a_saturday_moves_to_the_friday_and_a_sunday_to_the_monday() -> None:
    saturday = date(2026, 12, 5)
    assert lightest_near(saturday, {}, 3, MONDAY) == date(2026, 12, 4)
    assert lightest_near(saturday + timedelta(days=1), {}, 3, MONDAY) == date(2026, 12, 7)


@given(DAYS, LOADS, st.integers(0, 5), DAYS, HOLIDAYS)
def test_no_day_is_before_the_earliest_or_off_work(
    target: date, load: dict[date, int], reach: int, earliest: date, off: frozenset[date]
) -> None:
    day = lightest_near(target, load, reach, earliest, off)
    assert day >= earliest and is_workday(day, off)
    assert day == lightest_near(target, dict(reversed(load.items())), reach, earliest, off)


@given(st.lists(st.integers(), unique=True, max_size=40), DAYS, st.integers(1, 6), LOADS, HOLIDAYS)
def test_what_is_spread_over_the_week_is_all_there_and_level(
    ids: list[int], start: date, days: int, load: dict[date, int], off: frozenset[date]
) -> None:
    spread = spread_over(ids, start, days, load, off)
    assert list(spread) == ids
    assert all(is_workday(day, off) and day >= start for day in spread.values())
    added = [list(spread.values()).count(day) for day in set(spread.values())]
    if not load and added:
        assert max(added) - min(added) <= 1
