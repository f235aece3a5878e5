"""Date words, read at a moment: the table of the design, and what must never happen."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.moment import Moment
from followup_tui.rules.when import read_when, show_day

DENVER = ZoneInfo("America/Denver")
FRIDAY = Moment(datetime(2026, 11, 20, 16, 30, tzinfo=DENVER))
CERTAIN = {
    "Tue": "2026-11-24", "Friday": "2026-11-27", "fri": "2026-11-27", "thurs": "2026-11-26",
    "this Fri": "2026-11-20", "next Tue": "2026-11-24", "next friday": "2026-11-27",
    "a week from Tue": "2026-12-01", "Tue week": "2026-12-01", "tue next week": "2026-11-24",
    "tomorrow": "2026-11-21", "tmrw": "2026-11-21", "2moro": "2026-11-21", "today": "2026-11-20",
    "day after tomorrow": "2026-11-22", "next week": "2026-11-23", "this weekend": "2026-11-21",
    "in 2 weeks": "2026-12-04", "in two weeks": "2026-12-04", "within 10 days": "2026-11-30",
    "3d": "2026-11-23", "2w": "2026-12-04", "3b": "2026-11-25",
    "in 3 business days": "2026-11-25", "two weeks from now": "2026-12-04",
    "by Wed": "2026-11-25", "on Wed": "2026-11-25", "before Wed": "2026-11-25",
    "the 30th": "2026-11-30", "Dec 3": "2026-12-03", "dec. 3": "2026-12-03",
    "3 Dec": "2026-12-03", "3rd of December": "2026-12-03", "12/4": "2026-12-04",
    "12/4/26": "2026-12-04", "2026-12-04": "2026-12-04", "24/11": "2026-11-24",
    "4.12.": "2026-12-04", "5-Dec": "2026-12-05", "March 1": "2027-03-01",
    "Thu Dec 3": "2026-12-03", "tue the 24th": "2026-11-24", "Fri 27": "2026-11-27",
    "week of dec 7": "2026-12-07", "the week after next": "2026-11-30", "eow": "2026-11-20",
    "end of month": "2026-11-30", "in a month": "2026-12-20", "asap": "2026-11-20",
    "early next week": "2026-11-23", "end of next week": "2026-11-27", "jan 4 2027": "2027-01-04",
}  # fmt: skip
ASKED = {
    "next Sunday": "2026-11-29", "next Sat": "2026-11-28", "Thu Dec 4": "2026-12-04",
    "this Mon": "2026-11-23", "soon": "2026-11-23", "after Thanksgiving": "2026-11-30",
    "after the holidays": "2027-01-04", "in the new year": "2027-01-04",
    "sometime next week": "2026-11-23", "in January": "2027-01-04", "in March": "2027-03-01",
    "Nov 10": "2027-11-10", "2026-11-04": "2026-11-04", "after Dec 1": "2026-12-02",
    "in a few days": "2026-11-23", "Tue/Wed": "2026-11-24", "next month": "2026-12-01",
}  # fmt: skip
TIMES = {
    "mon 9am ET": ("2026-11-23", "09:00", "at", "America/New_York"),
    "tomorrow 9am": ("2026-11-21", "09:00", "at", None),
    "Tue 10 London": ("2026-11-24", "10:00", "at", "Europe/London"),
    "by COB Tuesday": ("2026-11-24", "17:00", "by", None),
    "Friday EOD": ("2026-11-27", "17:00", "by", None),
    "nov 30 before 10": ("2026-11-30", "10:00", "before", None),
    "Wed at 3": ("2026-11-25", "15:00", "at", None),
    "Wed 10:30": ("2026-11-25", "10:30", "at", None),
    "thu 9a": ("2026-11-26", "09:00", "at", None),
    "friday noon": ("2026-11-27", "12:00", "at", None),
    "fri 2-4pm": ("2026-11-27", "14:00", "at", None),
    "at 5": ("2026-11-20", "17:00", "at", None),
    "in 20 min": ("2026-11-20", "16:50", "at", None),
}
PARTS = {
    "first thing monday": ("2026-11-23", "morning"), "mon am": ("2026-11-23", "morning"),
    "tomorrow afternoon": ("2026-11-21", "afternoon"), "tonight": ("2026-11-20", "evening"),
    "in the morning": ("2026-11-21", "morning"),
}  # fmt: skip
NONSENSE = (
    "",
    "xyz",
    "Tuesday or so",
    "feb 30",
    "99999w",
    "in 999999999999 weeks",
    "12/34",
    "maria",
)


@pytest.mark.parametrize("words", CERTAIN)
def test_a_day_is_read_without_a_question(words: str) -> None:
    when = read_when(words, FRIDAY)
    assert when and (when.day.isoformat(), when.ask, when.time) == (CERTAIN[words], "", None)


@pytest.mark.parametrize("words", ASKED)
def test_a_doubtful_day_has_a_default_and_is_asked(words: str) -> None:
    when = read_when(words, FRIDAY)
    assert when and when.day.isoformat() == ASKED[words]
    assert when.ask and when.choices[0] == when.day


@pytest.mark.parametrize("words", TIMES)
def test_a_time_is_read_with_its_zone_and_kind(words: str) -> None:
    when = read_when(words, FRIDAY)
    assert when and not when.ask
    assert (when.day.isoformat(), when.time, when.time_kind, when.zone) == TIMES[words]


@pytest.mark.parametrize("words", PARTS)
def test_a_part_of_the_day_has_no_clock_time(words: str) -> None:
    when = read_when(words, FRIDAY)
    assert when and (when.day.isoformat(), when.part, when.time) == (*PARTS[words], None)


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_is_no_date(words: str) -> None:
    assert read_when(words, FRIDAY) is None


def test_next_week_is_my_monday_and_their_friday() -> None:
    mine, theirs = (read_when("next week", FRIDAY, mine=whose) for whose in (True, False))
    assert mine and theirs
    assert (mine.day, theirs.day) == (date(2026, 11, 23), date(2026, 11, 27))


def test_a_promised_weekend_ends_on_sunday() -> None:
    when = read_when("this weekend", FRIDAY, mine=False)
    assert when and when.day == date(2026, 11, 22)


def test_a_time_that_has_passed_today_is_asked() -> None:
    when = read_when("at 3", FRIDAY)
    assert when and when.day == date(2026, 11, 21) and when.ask


def test_the_order_of_day_and_month_comes_from_the_settings() -> None:
    when = read_when("4/12", FRIDAY, day_first=True)
    assert when and when.day == date(2026, 12, 4)


def test_half_past_midnight_still_belongs_to_the_day_before() -> None:
    late = Moment(datetime(2026, 11, 24, 0, 30, tzinfo=DENVER))
    when = read_when("tomorrow", late)
    assert when and when.day == date(2026, 11, 24)


def test_business_days_step_over_holidays() -> None:
    free = Moment(FRIDAY.at, holidays=frozenset({date(2026, 11, 24)}))
    when = read_when("3b", free)
    assert when and when.day == date(2026, 11, 26)


def test_next_wednesday_said_on_monday_is_asked() -> None:
    when = read_when("next Wed", Moment(datetime(2026, 11, 23, 9, tzinfo=DENVER)))
    assert when and when.ask
    assert when.choices == (date(2026, 12, 2), date(2026, 11, 25))


def test_a_day_is_shown_with_its_weekday_and_another_year() -> None:
    today = FRIDAY.today
    assert show_day(date(2026, 11, 26), today) == "Thu 26 Nov"
    assert show_day(date(2027, 1, 4), today) == "Mon 4 Jan 2027"


WORDS = sorted(
    {word for table in (CERTAIN, ASKED, TIMES, PARTS) for w in table for word in w.split()}
)
any_words = st.lists(st.sampled_from([*WORDS, "999999", "0", "(", ",", "of"]), max_size=7)


@given(any_words.map(" ".join) | st.text(max_size=40), st.booleans(), st.booleans())
def test_no_words_raise_and_a_day_that_has_passed_is_asked(
    words: str, mine: bool, day_first: bool
) -> None:
    when = read_when(words, FRIDAY, mine=mine, day_first=day_first)
    assert when is None or when.ask or when.day >= FRIDAY.today


@given(st.integers(-(10**30), 10**30), st.sampled_from(("d", "w", "b", " weeks", "/12", "-01-01")))
def test_no_number_is_out_of_range(number: int, unit: str) -> None:
    when = read_when(f"in {number}{unit}", FRIDAY)
    assert when is None or when.day.year < 2200
