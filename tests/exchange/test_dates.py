"""Dates are read in every spelling that address books use, and never guessed in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.exchange.dates import order_matters, order_shown, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-03-22", "1980-03-22"),
        ("19800322", "1980-03-22"),
        ("1985-01-28T00:00:00Z", "1985-01-28"),
        ("--03-08", "--03-08"),
        ("--0308", "--03-08"),
        ("--02-29", "--02-29"),
        ("12 Mar 2024", "2024-03-12"),
        ("4-Apr-21", "2021-04-04"),
        ("March 12, 2024", "2024-03-12"),
        ("12. März 2024", "2024-03-12"),
        ("9/3/1961", "1961-09-03"),
        ("13/3/1961", "1961-03-13"),
        ("9.3.1961", "1961-03-09"),
        ("3/9/61 0:00", "1961-03-09"),
        ("31 Feb 2024", ""),
        ("13/13/2000", ""),
        ("19723101", ""),
        ("0/0/00", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_or_nothing_is(text: str, day: str) -> None:
    assert read_date(text) == day


def test_the_day_comes_first_if_asked_or_if_it_must() -> None:
    assert read_date("9/3/1961", day_first=True) == "1961-03-09"
    assert read_date("3/25/1961", day_first=True) == "1961-03-25"


def test_one_clear_date_tells_the_order_of_all() -> None:
    assert order_shown(["1/2/2020", "25/2/2020"]) is True
    assert order_shown(["1/2/2020", "2/25/2020"]) is False
    assert order_shown(["1/2/2020", "3.4.2020"]) is None


def test_order_matters_only_where_the_readings_differ() -> None:
    assert order_matters(["1/2/2020"])
    assert not order_matters(["2/2/2020", "1/25/2020", "2020-01-02", "1.2.2020", "0/0/00"])


@given(st.dates(), st.booleans())
def test_iso_and_slashed_dates_come_back_as_they_went(day: object, first: bool) -> None:
    iso = str(day)
    year, month, date = iso.split("-")
    slashed = f"{date}/{month}/{year}" if first else f"{month}/{date}/{year}"
    assert read_date(iso) == iso
    if int(date) > 12 or first == (int(date) <= 12 and first):
        assert read_date(slashed, day_first=first) == iso


@given(st.text(alphabet="0123456789/-. JanFebT", max_size=20))
def test_no_text_is_too_odd_to_be_refused(text: str) -> None:
    assert read_date(text) == "" or read_date(text)[-3] == "-"
