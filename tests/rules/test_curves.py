"""Small pictures of text: what is drawn is what was counted."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.curves import bars, calendar, months, scale, spark

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=30)


def test_a_curve_says_where_there_is_nothing_to_say() -> None:
    assert spark([None, 0, 50, 100, 130]) == "·▁▄██"
    assert spark([1, 2, 4], top=4) == "▂▄█"


def test_bars_stand_on_a_scale() -> None:
    assert bars([0, 6, 3, 12], height=3) == ["      █", "  ▄   █", "  █ ▆ █"]
    assert scale([0, 6, 3, 12], height=3) == ["12", "8", "4"]
    assert bars([0, 0]) == ["", "", ""]


@given(COUNTS)
def test_the_most_fills_its_bar_and_nothing_is_higher(counts: list[int]) -> None:
    rows = bars(counts)
    tops = [row.ljust(2 * len(counts))[::2] for row in rows]
    for place, count in enumerate(counts):
        full = all(row[place] == "█" for row in tops)
        assert full == (count > 0 and round(24 * count / max(counts)) == 24)


def test_days_are_darker_the_more_was_done() -> None:
    monday = date(2026, 11, 16)
    counts = [0, 1, 2, 3, 4, 0, 0, 9]
    found = dict(calendar([(monday + timedelta(days=n), c) for n, c in enumerate(counts)]))
    assert found["Mon"] == "· █"
    assert found["Tue"] == "░" and found["Sat"] == "·"
    assert calendar([]) == []


def test_months_stand_where_they_begin() -> None:
    mondays = [date(2026, 9, 14) + timedelta(weeks=n) for n in range(8)]
    assert months(mondays) == "Sep   Oct     Nov"
