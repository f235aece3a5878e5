"""Days named by the week: `Tue`, `next Tue`, `Tue week`, `Thu Dec 4`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.fixed import month_day, month_of, numbered_day, numeric_day
from followup_tui.rules.dates.words import UNITS, WEEKDAYS
from followup_tui.rules.tokens import Tokens, word_at

_WEEK = timedelta(days=7)


def bare_weekday(weekday: int, asking: Asking) -> date:
    """The next such day strictly after today; in the past, the last one, today included."""
    today = asking.today
    if asking.stance is Stance.PAST:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def monday(asking: Asking, weeks: int = 0) -> date:
    """The Monday of this week (Monday to Sunday), or of one `weeks` later."""
    return asking.today - timedelta(days=asking.today.weekday()) + weeks * _WEEK


def in_next_week(weekday: int, end: int, asking: Asking) -> Day:
    """`next Tue`: in the next Monday-to-Sunday week; asked where bare `Tue` is another day."""
    day, bare = monday(asking, 1) + timedelta(days=weekday), bare_weekday(weekday, asking)
    return Day(day, end) if day == bare else Day(day, end, "which one?", (bare,))


def in_this_week(weekday: int, end: int, asking: Asking) -> Day:
    """`this Fri`: in the current week, today included; one that has passed is asked."""
    day = monday(asking) + timedelta(days=weekday)
    if day >= asking.today or asking.stance is Stance.PAST:
        return Day(day, end)
    return Day(day + _WEEK, end, "that day has passed")


def weekday_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A weekday with what stands around it.

    `Tue` · `this Fri` · `next Tue` · `Tue next week` · `Tue week` · `Thu Dec 4` (asked).
    """
    first = word_at(tokens, index)
    if "/" in first:
        return _either(first, index + 1, asking)
    if first.endswith("ish") and first[:-3].rstrip("-") in WEEKDAYS:
        day = bare_weekday(WEEKDAYS[first[:-3].rstrip("-")], asking)
        return Day(day, index + 1, "about then?")
    at = index + (first in _MODIFIERS)
    weekday = WEEKDAYS.get(word_at(tokens, at))
    if weekday is None or word_at(tokens, at + 1) == "'s":
        return None
    end = at + 1 + (word_at(tokens, at + 1) == "." and _goes_on(tokens, at + 2))
    if first in ("this", "next", "last"):
        return _modified(first, weekday, end, asking)
    dated = _dated(tokens, end, asking)
    if dated:
        return checked(dated, weekday, asking)
    return _shifted(tokens, end, weekday, asking) or Day(bare_weekday(weekday, asking), end)


_MODIFIERS = frozenset({"this", "next", "last", "coming", "following"})


def _either(word: str, end: int, asking: Asking) -> Day | None:
    """`Tue/Wed`: the first, asked."""
    days = [WEEKDAYS.get(name) for name in word.split("/")]
    if None in days:
        return None
    first, *others = (bare_weekday(day, asking) for day in days if day is not None)
    return Day(first, end, "which one?", tuple(others))


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a dot after a short weekday is only its own: `Tues. at 3`, `Wed. 9am`."""
    return word_at(tokens, index)[:1].isdigit() or word_at(tokens, index) in ("at", "the")


def _modified(first: str, weekday: int, end: int, asking: Asking) -> Day | None:
    if first == "next":
        return in_next_week(weekday, end, asking)
    if first == "this":
        return in_this_week(weekday, end, asking)
    if asking.stance is not Stance.PAST:
        return None
    day = bare_weekday(weekday, asking)
    return Day(day - _WEEK if day == asking.today else day, end)


def _dated(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """The date right after a weekday: `Thu, Dec 4`, `Tue the 24th`, `Fri 12/4`."""
    at = index + (word_at(tokens, index) in (",", "("))
    found = (
        numeric_day(tokens, at, asking)
        or month_day(tokens, at, asking)
        or numbered_day(tokens, at, asking)
        or _plain_number(tokens, at, asking)
    )
    if found and at > index and word_at(tokens, index) == "(" and word_at(tokens, found.end) == ")":
        return replace(found, end=found.end + 1)
    return found


def _plain_number(tokens: Tokens, at: int, asking: Asking) -> Day | None:
    """`Fri 27`; up to 12 it would be an hour."""
    word = word_at(tokens, at)
    if not (word.isascii() and word.isdigit() and 12 < int(word[:3]) <= 31):
        return None
    return None if word_at(tokens, at + 1) in UNITS else month_of(int(word), at + 1, asking)


def checked(dated: Day, weekday: int, asking: Asking) -> Day:
    """The date, asked where it isn't that weekday: `Thu Dec 4` 2026 is a Friday."""
    if dated.day.weekday() == weekday:
        return dated
    step = (weekday - dated.day.weekday() + 3) % 7 - 3
    near = dated.day + timedelta(days=step)
    other = (near,) if near >= asking.today else (bare_weekday(weekday, asking),)
    return replace(dated, ask="the weekday and the date differ", choices=other)


def _shifted(tokens: Tokens, end: int, weekday: int, asking: Asking) -> Day | None:
    """`Tue week`, `Tue fortnight`, `Tue next week`, `Tue of this week`, `Tue after next`."""
    words = [word_at(tokens, end + step) for step in range(3)]
    if words[0] == "of":
        words, end = [*words[1:], word_at(tokens, end + 3)], end + 1
    if words[:2] == ["next", "week"]:
        return Day(monday(asking, 1) + timedelta(days=weekday), end + 2)
    if words[:2] == ["this", "week"]:
        return in_this_week(weekday, end + 2, asking)
    if words[:2] == ["after", "next"]:
        return Day(bare_weekday(weekday, asking) + _WEEK, end + 2, "which one?")
    if words[0] in ("week", "fortnight"):
        later = _WEEK if words[0] == "week" else 2 * _WEEK
        return Day(bare_weekday(weekday, asking) + later, end + 1)
    return None
