"""Clock times on the days on which the clocks change, and seen from elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.clock_time import instant_of, kept_time, time_here
from followup_tui.rules.moment import Moment

ZONES = ("UTC", "Europe/Berlin", "America/Denver", "Asia/Kolkata", "Pacific/Kiritimati",
         "Pacific/Pago_Pago", "America/Santiago", "Australia/Lord_Howe")  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "day", "kept", "utc"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "03:30", "2026-03-29T01:30"),
        ("Europe/Berlin", date(2026, 10, 25), "02:30", "2026-10-25T00:30"),
        ("America/Denver", date(2026, 3, 8), "03:30", "2026-03-08T09:30"),
        ("America/Denver", date(2026, 11, 1), "02:30", "2026-11-01T09:30"),
    ],
)
def test_half_past_two_is_later_where_the_clocks_skip_it(
    zone: str, day: date, kept: str, utc: str
) -> None:
    there = ZoneInfo(zone)
    assert kept_time(day, "2:30", there) == kept
    assert instant_of(day, "2:30", there) == datetime.fromisoformat(f"{utc}+00:00")
    assert instant_of(day, kept, there) == instant_of(day, "2:30", there)


def test_a_time_that_comes_twice_is_the_first() -> None:
    day, berlin = date(2026, 10, 25), ZoneInfo("Europe/Berlin")
    assert instant_of(day, "2:30", berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    day, denver = date(2026, 11, 1), ZoneInfo("America/Denver")
    assert instant_of(day, "1:30", denver) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)


@given(
    st.sampled_from(ZONES), st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(0, 23), st.integers(0, 59),
)  # fmt: skip
def test_a_kept_time_is_one_that_the_clocks_show(
    zone: str, day: date, hour: int, minute: int
) -> None:
    there = ZoneInfo(zone)
    kept = kept_time(day, f"{hour}:{minute:02}", there)
    assert kept >= f"{hour:02}:{minute:02}" and kept_time(day, kept, there) == kept
    shown = instant_of(day, kept, there).astimezone(there)
    assert (shown.date(), f"{shown:%H:%M}") == (day, kept)


@pytest.mark.parametrize(
    ("zone", "time", "said"),
    [
        ("Europe/Berlin", "17:00", "09:00"),
        ("Europe/Berlin", "02:30", "Wed 18:30"),
        ("America/Denver", "9:00", "9:00"),
        ("", "09:00", "09:00"),
        ("Mars/Base", "09:00", "09:00"),
    ],
)
def test_a_time_of_elsewhere_is_said_by_the_users_clock(zone: str, time: str, said: str) -> None:
    now = Moment(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("America/Denver")))
    assert time_here(date(2026, 11, 26), time, zone, now) == said
