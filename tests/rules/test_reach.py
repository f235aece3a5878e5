from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.errors import BadInput
from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import minutes_left, opens_next, parse_hours, zone_by_phone, zone_of

DENVER = ZoneInfo("America/Denver")
LONDON = ZoneInfo("Europe/London")


def denver(*at: int) -> Moment:
    return Moment(datetime(*at, tzinfo=DENVER))


def test_a_person_without_a_zone_keeps_the_users_clock() -> None:
    assert minutes_left(denver(2026, 11, 23, 16, 1), None, None) == 59
    assert minutes_left(denver(2026, 11, 23, 9, 0), "Not/A_Zone", None) > 0
    assert minutes_left(denver(2026, 11, 23, 8, 59), "", "") == 0


def test_at_the_end_of_their_day_they_are_closed_until_the_next_workday() -> None:
    friday = denver(2026, 11, 20, 17, 0)
    assert minutes_left(friday, None, None) == 0
    assert opens_next(friday, None, None) == datetime(2026, 11, 23, 9, 0, tzinfo=DENVER)


def test_a_holiday_is_closed_all_day() -> None:
    thanksgiving = Moment(
        datetime(2026, 11, 26, 10, 0, tzinfo=DENVER), holidays=frozenset({date(2026, 11, 26)})
    )
    assert opens_next(thanksgiving, None, None) == datetime(2026, 11, 27, 9, 0, tzinfo=DENVER)


def test_a_lunch_break_is_closed_but_does_not_end_the_day() -> None:
    hours = "9-12, 13-17"
    assert minutes_left(denver(2026, 11, 23, 11, 50), None, hours) == 310
    lunch = denver(2026, 11, 23, 12, 10)
    assert minutes_left(lunch, None, hours) == 0
    assert opens_next(lunch, None, hours) == datetime(2026, 11, 23, 13, 0, tzinfo=DENVER)


def test_the_last_minute_of_a_day_is_still_open() -> None:
    assert minutes_left(denver(2026, 11, 23, 16, 59), None, None) > 0
    late = Moment(datetime(2026, 11, 23, 16, 59, 59, tzinfo=DENVER))
    assert minutes_left(late, None, None) == 1


def test_minutes_left_are_real_minutes_on_the_night_the_clocks_change() -> None:
    # In London the hour from 1:00 to 2:00 happens twice on 25 October 2026.
    night = Moment(datetime(2026, 10, 25, 0, 30, tzinfo=LONDON))
    assert minutes_left(night, None, "sun 0-4") == 270
    # And not at all on 29 March 2026.
    spring = Moment(datetime(2026, 3, 29, 0, 30, tzinfo=LONDON))
    assert minutes_left(spring, None, "sun 0-4") == 150


def test_two_countries_change_their_clocks_on_different_days() -> None:
    # On 27 October 2026 London is on winter time and Denver is not: six hours apart, not seven.
    assert minutes_left(denver(2026, 10, 27, 10, 30), "Europe/London", None) == 30
    assert minutes_left(denver(2026, 11, 3, 10, 30), "Europe/London", None) == 0


def test_nobody_who_is_always_on_holiday_is_ever_open() -> None:
    away = frozenset(date.fromordinal(date(2026, 11, 1).toordinal() + n) for n in range(90))
    monday = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=DENVER), holidays=away)
    assert minutes_left(monday, None, None) == 0
    assert opens_next(monday, None, None) is None


def test_somebody_who_is_open_has_no_next_opening() -> None:
    assert opens_next(denver(2026, 11, 23, 9, 0), None, None) is None


@pytest.mark.parametrize(
    ("text", "monday", "friday", "saturday"),
    [
        ("9-17", ((540, 1020),), ((540, 1020),), ()),
        ("9-5", ((540, 1020),), ((540, 1020),), ()),
        ("mon-thu 8:30-16", ((510, 960),), (), ()),
        ("Mon-Thu 8:30 - 16:00; Fri 9-12", ((510, 960),), ((540, 720),), ()),
        ("9am-5pm", ((540, 1020),), ((540, 1020),), ()),
        ("9-12, 13-17", ((540, 720), (780, 1020)), ((540, 720), (780, 1020)), ()),
        ("saturday 10a-12p", (), (), ((600, 720),)),
        ("mon-sun 0-24", ((0, 1440),), ((0, 1440),), ((0, 1440),)),
    ],
)
def test_hours_are_read(text: str, monday: object, friday: object, saturday: object) -> None:
    week = parse_hours(text)
    assert (week[0], week[4], week[5]) == (monday, friday, saturday)


@pytest.mark.parametrize(
    "text",
    ["", "nine", "9", "9-", "-", "17-9:00pm:", "25-26", "9-17 mon", "fri-mon 9-5", "9-12, 11-13",
     "9:75-10", "9-17pmm", "²-9", "9" * 5000 + "-10", "mon 9-17 x"],
)  # fmt: skip
def test_hours_that_cannot_be_meant_are_refused(text: str) -> None:
    with pytest.raises(BadInput, match="can't be read"):
        parse_hours(text)


@given(st.text(alphabet="0123456789-:,; apmonfri", max_size=20))
def test_any_text_is_either_hours_or_refused(text: str) -> None:
    try:
        week = parse_hours(text)
    except BadInput:
        return
    assert all(0 <= a < b <= 1440 for spans in week for a, b in spans)


def test_unreadable_hours_in_the_book_count_as_the_usual_ones() -> None:
    assert minutes_left(denver(2026, 11, 23, 9, 0), None, "when the moon is full") > 0


def test_a_phone_number_tells_its_zone_only_when_it_has_one() -> None:
    assert zone_by_phone(["+13035550142"]) == "America/Denver"
    assert zone_by_phone(["+18005550142"]) is None
    assert zone_by_phone(["garbage", "", "+442079460012"]) == "Europe/London"
    assert zone_by_phone([]) is None


def test_a_zone_that_does_not_exist_is_none() -> None:
    assert zone_of("Europe/London") == LONDON
    assert zone_of("../../etc/passwd") is None
    assert zone_of(None) is None
