"""Backups over the years: enough of late, some of long ago, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.thinning import AT_LEAST, DAILY, MONTHLY, WEEKLY, staying

START = datetime(2026, 11, 23, 18, tzinfo=UTC)
MOST = DAILY + WEEKLY + MONTHLY + 2 * AT_LEAST


def days(made: set[datetime]) -> list[date]:
    return sorted({one.date() for one in made}, reverse=True)


def lived(moments: list[datetime]) -> set[datetime]:
    """What is kept after a backup at each of the moments, thinned each time."""
    kept: set[datetime] = set()
    for now in moments:
        kept = staying([*kept, now], now)
        assert len(kept) >= min(AT_LEAST, len(kept) or 1)
        assert now in kept
    return kept


def test_three_years_of_days_leave_days_then_weeks_then_months() -> None:
    now = START + timedelta(days=3 * 365)
    kept = lived([START + timedelta(days=day) for day in range(3 * 365 + 1)])
    back = [(now.date() - day).days for day in days(kept)]
    assert back[: 2 + DAILY] == list(range(2 + DAILY))
    weeks = back[2 + DAILY : 2 + DAILY + WEEKLY]
    assert all(later - earlier <= 7 for earlier, later in pairwise(weeks))
    assert 280 <= back[-1] <= 400
    assert len(kept) <= 2 + MOST


def test_all_of_today_and_yesterday_stay() -> None:
    made = [START - timedelta(hours=hours) for hours in range(42)]
    assert staying(made, START) == set(made)


def test_a_day_with_many_backups_ends_as_its_last_one() -> None:
    long_ago = [START - timedelta(days=5, hours=hours) for hours in range(10)]
    newer = [START - timedelta(days=day) for day in range(5)]
    kept = staying([*long_ago, *newer], START)
    assert kept == {*newer, long_ago[0]}


def test_a_clock_that_leaps_ten_years_ahead_drops_nothing_but_by_the_rule() -> None:
    usual = [START + timedelta(days=day) for day in range(30)]
    kept = lived(usual)
    leapt = START + timedelta(days=3650)
    after = staying([*kept, leapt], leapt)
    assert len(after) >= len(kept) - 2 and leapt in after


def test_a_clock_that_was_ahead_for_a_month_leaves_room_for_the_right_days() -> None:
    wrong = [START + timedelta(days=3650 + day) for day in range(30)]
    right = [START + timedelta(days=day) for day in range(30)]
    kept = lived([*wrong, *right])
    assert sum(one in set(wrong) for one in kept) <= AT_LEAST
    assert sum(one in set(right) for one in kept) >= 2 + DAILY


def test_three_years_with_a_clock_gone_wild_never_leave_too_few_or_too_many() -> None:
    chance = Random(7)
    now, kept = START, set[datetime]()
    for made in range(1, 3 * 365 + 1):
        now += timedelta(days=1)
        leap = chance.choice((0,) * 30 + (-400, -30, 3650, 36500))
        told = now + timedelta(days=leap, seconds=made)
        kept = staying([*kept, told], told)
        assert min(made, AT_LEAST) <= len(kept) <= 2 + MOST + AT_LEAST
        assert told in kept or leap < 0


minutes = st.integers(-50_000_000, 50_000_000).map(lambda n: START + timedelta(minutes=n))


@given(st.lists(minutes, max_size=40), minutes)
def test_thinning_twice_is_thinning_once(made: list[datetime], now: datetime) -> None:
    kept = staying(made, now)
    assert kept <= set(made)
    assert len(kept) >= min(AT_LEAST, len(set(made)))
    assert staying(sorted(kept), now) == kept
