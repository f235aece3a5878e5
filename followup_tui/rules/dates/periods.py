"""Weeks, months and their ends: `next week`, `this weekend`, `EOM`, `mid-January`."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.fixed import month_day, numbered_day, numeric_day
from followup_tui.rules.dates.nth import PLACES, nth_weekday
from followup_tui.rules.dates.spans import months_later
from followup_tui.rules.dates.weekdays import monday
from followup_tui.rules.dates.words import MONTHS, SEASONS
from followup_tui.rules.tokens import Tokens, word_at

_SPAN = "when in it?"


def period_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A week, a month or a part of one.

    `next week`: mine its Monday, theirs its Friday. `this weekend`: mine Saturday, theirs Sunday.
    `end of month`, `EOW` and `the week after next` are certain; a whole month is asked.
    """
    if asking.stance is Stance.PAST:
        return None
    word = word_at(tokens, index)
    closing = word in ("month", "month's", "year", "year's")
    if closing and word_at(tokens, index + 1) in ("end", "ends"):
        return _end_of(word.removesuffix("'s"), index + 2, asking)
    if word in _ENDS:
        return _end_of(_ENDS[word], index + 1, asking)
    if word in ("the", "over") and word_at(tokens, index + 1) != "end":
        return (
            _weekend(tokens, index, asking)
            or _week_after_next(tokens, index, asking)
            or _week_of(tokens, index, asking)
            or nth_weekday(tokens, index, asking)
            or (_edge(tokens, index, asking) if word == "the" else None)
        )
    return (
        nth_weekday(tokens, index, asking)
        or _edge(tokens, index, asking)
        or _week_of(tokens, index, asking)
        or _week_after_next(tokens, index, asking)
        or _weekend(tokens, index, asking)
        or _named(tokens, index, asking)
    )


_ENDS = {"eow": "week", "eom": "month", "eoy": "year"}


def _week(weeks: int, end: int, asking: Asking, ask: str = "") -> Day:
    """That week: mine from its first day on, theirs by its Friday."""
    start = monday(asking, weeks)
    friday = start + timedelta(days=4)
    if weeks == 0:
        return Day(max(friday, asking.today), end, ask)
    if asking.stance is Stance.THEIRS:
        return Day(friday, end, ask)
    return Day(asking.next_workday(start), end, ask)


def _named(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`next week`, `this week`, `later this week`, `next month`."""
    word, after = word_at(tokens, index), word_at(tokens, index + 1)
    later = word == "later"
    if later:
        index, word, after = index + 1, after, word_at(tokens, index + 2)
    if word not in ("next", "this"):
        return None
    ahead = int(word == "next")
    if after in ("week", "wk"):
        return _week(ahead, index + 2, asking, _SPAN if later else "")
    if after == "month":
        return _month(ahead, index + 2, asking)
    if after in ("year", "quarter"):
        months = 3 - (asking.today.month - 1) % 3 if after == "quarter" else 13 - asking.today.month
        first = months_later(asking.today.replace(day=1), months if ahead else 0)
        return Day(_opening(first, asking), index + 2, _SPAN)
    return None


def _month(ahead: int, end: int, asking: Asking) -> Day:
    if not ahead:
        return Day(_last_day(asking.today), end, _SPAN)
    first = months_later(asking.today.replace(day=1), ahead)
    last = _last_day(first)
    return Day(last if asking.stance is Stance.THEIRS else _opening(first, asking), end, _SPAN)


def _last_day(day: date) -> date:
    return months_later(day.replace(day=1), 1) - timedelta(days=1)


def _weekend(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`this weekend`, `over the weekend`; `next weekend` is asked."""
    at = index + (word_at(tokens, index) == "over")
    word = word_at(tokens, at)
    at += word in ("the", "this", "next", "coming")
    if word_at(tokens, at) not in ("weekend", "wkend", "wknd"):
        return None
    saturday = monday(asking) + timedelta(days=5)
    day = saturday + timedelta(days=asking.stance is Stance.THEIRS)
    day = max(day, asking.today)
    if word == "next":
        return Day(day + timedelta(days=7), at + 1, "which one?", (day,))
    return Day(day, at + 1)


def _week_after_next(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    at = index + (word_at(tokens, index) == "the")
    if [word_at(tokens, at + step) for step in range(3)] == ["week", "after", "next"]:
        return _week(2, at + 3, asking)
    return None


def _end_of(unit: str, end: int, asking: Asking) -> Day:
    today = asking.today
    if unit == "week":
        return _week(0, end, asking)
    return Day(_last_day(today) if unit == "month" else date(today.year, 12, 31), end)


_EDGES = {
    "end": "late", "start": "early", "beginning": "early", "begining": "early", "middle": "mid",
    "early": "early", "mid": "mid", "late": "late",
}  # fmt: skip


def _edge(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`end of month`, `early next week`, `mid-January`, `the beginning of March`."""
    at = index + (word_at(tokens, index) == "the")
    word = word_at(tokens, at)
    part, hyphened = _EDGES.get(word), word.partition("-")
    if hyphened[1] and hyphened[0] in ("mid", "early", "late") and hyphened[2] in MONTHS:
        return _in_month(MONTHS[hyphened[2]], hyphened[0], at + 1, asking)
    if not part:
        return None
    exact = word == "end"
    at += 1
    at += word_at(tokens, at) == "of"
    at += word_at(tokens, at) in ("the", "this")
    return _edge_of(tokens, at, part, exact, asking)


def _edge_of(tokens: Tokens, at: int, part: str, exact: bool, asking: Asking) -> Day | None:
    word, ahead = word_at(tokens, at), 0
    if word == "next":
        at, ahead = at + 1, 1
        word = word_at(tokens, at)
    if word in ("week", "wk"):
        step = {"early": 0, "mid": 2, "late": 4 if exact else 3}[part]
        day = monday(asking, ahead) + timedelta(days=step)
        sure = exact or part == "early" or (part == "mid" and ahead)
        return Day(max(day, asking.today), at + 1, "" if sure and day >= asking.today else _SPAN)
    if word == "month":
        first = months_later(asking.today.replace(day=1), ahead)
        return _part_of(first, part, at + 1, exact, asking)
    if word == "year" and exact:
        return Day(date(asking.today.year + ahead, 12, 31), at + 1)
    if word in MONTHS and word_at(tokens, at + 1)[:1].isdigit():
        return None  # `interviews start Jan 11`
    if (word in MONTHS and word != "may") or (word == "may" and tokens[at].text == "May"):
        return _in_month(MONTHS[word], part, at + 1, asking, exact)
    return None


def _in_month(month: int, part: str, end: int, asking: Asking, exact: bool = False) -> Day:
    first = first_of(month, asking)
    return _part_of(first, part, end, exact, asking)


def first_of(month: int, asking: Asking) -> date:
    """The first day of the next such month; of this one while it runs."""
    today = asking.today
    return date(today.year + (month < today.month), month, 1)


def _part_of(first: date, part: str, end: int, exact: bool, asking: Asking) -> Day:
    if part == "late":
        day = _last_day(first) if exact else first.replace(day=25)
    else:
        day = _opening(first.replace(day=15) if part == "mid" else first, asking)
    if day < asking.today:
        return Day(asking.today, end, "that day has passed")
    return Day(day, end, "" if exact else _SPAN)


def _week_of(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`week of Dec 7`, `first week of December`, `the last week of January`."""
    at = index + (word_at(tokens, index) == "in")
    at += word_at(tokens, at) == "the"
    place = PLACES.get(word_at(tokens, at))
    at += place is not None
    week = [word_at(tokens, at), word_at(tokens, at + 1)]
    begins = week[0] in ("week", "wk") and (
        week[1] in ("of", "in") or (place is None and week[1] in ("commencing", "beginning"))
    )
    if not begins and week != ["w/", "c"]:
        return None
    at += 2
    if place is None:
        found = (
            month_day(tokens, at, asking)
            or numeric_day(tokens, at, asking)
            or numbered_day(tokens, at, asking)
        )
        return found
    month = MONTHS.get(word_at(tokens, at))
    if not month or place > 4:
        return None
    first = first_of(month, asking)
    day = (
        _last_day(first) - timedelta(days=6)
        if place < 0
        else first + timedelta(days=7 * (place - 1))
    )
    return Day(asking.next_workday(max(day, asking.today)), at + 1, _SPAN)


def month_alone(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`in January`, `by March`, `this spring`: its first business day, always asked."""
    if asking.stance is Stance.PAST or word_at(tokens, index) not in _INTO:
        return None
    at = index + 1 + (word_at(tokens, index + 1) in ("the", "next", "this"))
    word = word_at(tokens, at)
    month = MONTHS.get(word) or SEASONS.get(word) or _QUARTERS.get(word)
    if word_at(tokens, at + 1)[:1].isdigit():
        return None
    if not month or (word in ("may", "march", "fall") and not _capital_or_led(tokens, at)):
        return None
    return Day(_opening(first_of(month, asking), asking), at + 1, _SPAN)


def _opening(first: date, asking: Asking) -> date:
    """The first business day from `first` on; New Year's Day is none."""
    new_year = first.month == first.day == 1
    return asking.next_workday(max(first + timedelta(days=new_year), asking.today))


_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}
_INTO = frozenset({"in", "by", "around", "this", "next", "during", "sometime", "before", "come"})


def _capital_or_led(tokens: Tokens, at: int) -> bool:
    return tokens[at].text[:1].isupper() or word_at(tokens, at - 1) in ("in", "by", "the", "next")
