"""Weekdays by their place in a month: `the first Monday in December`, `last Friday of Jan`."""

from __future__ import annotations

import calendar
from datetime import date

from followup_tui.rules.dates.asking import Asking, Day
from followup_tui.rules.dates.words import MONTHS, ORDINALS, WEEKDAYS
from followup_tui.rules.tokens import Tokens, word_at

PLACES = ORDINALS | {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def nth_weekday(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """The next such day from today on.

    On 20 Nov 2026 `first Monday in December` is 7 Dec, `last Friday of the month` 27 Nov,
    `2nd Tue of next month` 8 Dec.
    """
    at = index + (word_at(tokens, index) == "the")
    place, weekday = PLACES.get(word_at(tokens, at)), WEEKDAYS.get(word_at(tokens, at + 1))
    if place is None or weekday is None or word_at(tokens, at + 2) not in ("in", "of"):
        return None
    months = _months(tokens, at + 3, asking)
    if not months:
        return None
    firsts, end = months
    days = (_day(first, weekday, place) for first in firsts)
    day = next((day for day in days if day and day >= asking.today), None)
    return Day(day, end) if day else None


def _months(tokens: Tokens, at: int, asking: Asking) -> tuple[list[date], int] | None:
    """The months that may be meant, each by its first day, and where the words end."""
    words = [word_at(tokens, at), word_at(tokens, at + 1)]
    today = asking.today
    month = MONTHS.get(words[0])
    if month:
        return [date(today.year + ahead, month, 1) for ahead in (0, 1)], at + 1
    months = {"the": (0, 1), "this": (0,), "next": (1,)}.get(words[0])
    if months is None or words[1] != "month":
        return None
    counted = (today.year * 12 + today.month - 1 + ahead for ahead in months)
    return [date(month // 12, month % 12 + 1, 1) for month in counted], at + 2


def _day(first: date, weekday: int, place: int) -> date | None:
    """That weekday's `place` in the month of `first`, from its end where it is -1."""
    last = calendar.monthrange(first.year, first.month)[1]
    days = [
        first.replace(day=number)
        for number in range(1, last + 1)
        if first.replace(day=number).weekday() == weekday
    ]
    return days[place - 1 if place > 0 else place] if place <= len(days) else None
