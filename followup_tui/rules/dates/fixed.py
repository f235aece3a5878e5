"""Days named by the calendar: `Dec 3`, `12/4`, `the 30th`, `2026-12-04`."""

from __future__ import annotations

import re
from datetime import date

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.words import MONTHS
from followup_tui.rules.tokens import NUMBER, Tokens, touching, word_at, word_set

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
_JOINED = re.compile(r"(\d{1,2})-([a-z]{3,9})(?:-(\d{4}|\d{2}))?")
_RECENT = 90
"""Days: a day-and-month that passed less than this ago is asked before it is next year's."""
_FRACTIONS = frozenset({"hour", "hours", "hr", "day", "days", "time", "price", "off", "of", "mile"})


def day_on(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def coming(month: int, number: int, asking: Asking) -> tuple[date, str] | None:
    """The next such day from today on (the last one, in the past), and why it must be asked.

    On 20 Nov 2026 `Dec 3` is 2026-12-03, `March 1` 2027-03-01; `Nov 10` is 2027-11-10, asked.
    """
    today = asking.today
    past = asking.stance is Stance.PAST
    years = range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9)
    for year in years:
        day = day_on(year, month, number)
        if day and (day <= today if past else day >= today):
            before = None if past else day_on(today.year, month, number)
            passed = before and before < today and (today - before).days < _RECENT
            far = abs((day - today).days) > 366
            return day, "that day has passed" if passed else "far away" if far else ""
    return None


def _with_year(year: str | None, month: int, number: int, end: int, asking: Asking) -> Day | None:
    if year is None:
        found = coming(month, number, asking) if 1 <= month <= 12 else None
        return Day(found[0], end, found[1]) if found else None
    day = day_on(int(year) + (2000 if len(year) == 2 else 0), month, number)
    if day is None:
        return None
    passed = day < asking.today and asking.stance is not Stance.PAST
    return Day(day, end, "that day has passed" if passed else "")


def numeric_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A day in digits: `2026-12-04`, `12/4`, `4.12.`, `4-Dec`; `24/11` can only be the 24th."""
    word = word_at(tokens, index)
    if not word[:1].isdigit():
        return None
    if iso := _ISO.fullmatch(word):
        return _with_year(iso[1], int(iso[2]), int(iso[3]), index + 1, asking)
    if joined := _JOINED.fullmatch(word):
        month = MONTHS.get(joined[2])
        return _with_year(joined[3], month, int(joined[1]), index + 1, asking) if month else None
    return _slashed(tokens, index, asking) or _dotted(tokens, index, asking)


def _slashed(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    found = _SLASHED.fullmatch(word_at(tokens, index))
    if not found or found[0] == "24/7" or word_at(tokens, index + 1) in _FRACTIONS:
        return None
    first, second = int(found[1]), int(found[2])
    day_first = second <= 12 if first > 12 else asking.day_first and second <= 12
    month, number = (second, first) if day_first else (first, second)
    return _with_year(found[3], month, number, index + 1, asking)


def _dotted(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`4.12.` and `4.12.2026`, always the day first; `4.12` alone is a number."""
    found = _DOTTED.fullmatch(word_at(tokens, index))
    dot = word_at(tokens, index + 1) == "." and touching(tokens, index)
    if not found or not (found[3] or dot):
        return None
    end = index + 1 + (dot and not found[3])
    return _with_year(found[3], int(found[2]), int(found[1]), end, asking)


def _number(tokens: Tokens, index: int) -> int | None:
    found = _DAY.fullmatch(word_at(tokens, index))
    return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None


def _year(tokens: Tokens, index: int) -> tuple[str | None, int]:
    """The year at `index`, with or without a comma before it, and where it ends."""
    at = index + (word_at(tokens, index) == ",")
    word = word_at(tokens, at)
    if len(word) == 4 and word.isdigit() and word.startswith("20"):
        return word, at + 1
    return None, index


def month_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A month and a number: `Dec 3`, `Dec. 3rd, 2026`, `3 Dec`, `the 3rd of December`."""
    month = MONTHS.get(word_at(tokens, index))
    if month:
        at = index + 1 + (word_at(tokens, index + 1) == ".")
        at += word_at(tokens, at) == "the"
        number = _number(tokens, at)
    else:
        at = index + (word_at(tokens, index) == "the")
        number = _number(tokens, at)
        at += 1 + (word_at(tokens, at + 1) == "of")
        month = MONTHS.get(word_at(tokens, at))
    if not month or not number:
        return None
    year, end = _year(tokens, at + 1)
    return _with_year(year, month, number, end, asking)


def numbered_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A number alone: `the 30th`, `30th`; the next month that has one."""
    at = index + (word_at(tokens, index) == "the")
    word = word_at(tokens, at)
    if (
        at >= len(tokens)
        or tokens[at].kind != NUMBER
        or not word.endswith(("st", "nd", "rd", "th"))
    ):
        return None
    if word_at(tokens, at + 1) in _STREETS:
        return None
    number = _number(tokens, at)
    return month_of(number, at + 1, asking) if number else None


_STREETS = word_set(
    """street st ave avenue floor fl grade try round attempt call time interview anniversary
    birthday vm voicemail vmail message msg email text letter meeting mtg chat zoom coffee lunch
    ring reminder contact person week wk"""
)


def month_of(number: int, end: int, asking: Asking) -> Day | None:
    """The next day with that number, today's asked; in the past, the last one."""
    today = asking.today
    step = -1 if asking.stance is Stance.PAST else 1
    months = [(today.year * 12 + today.month - 1 + step * ahead) for ahead in range(13)]
    days = [day_on(month // 12, month % 12 + 1, number) for month in months]
    fits = [day for day in days if day and (day <= today if step < 0 else day >= today)]
    if not fits:
        return None
    same = fits[0] == today and step > 0
    return Day(fits[0], end, "that is today" if same else "", tuple(fits[1:2]) if same else ())
