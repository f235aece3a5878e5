"""Words that name no day: `soon`, `after the holidays`. A default, always asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.fixed import month_day, numbered_day, numeric_day
from followup_tui.rules.dates.weekdays import weekday_day
from followup_tui.rules.tokens import Phrases, Tokens, word_at
from followup_tui.rules.workdays import add_workdays

_VAGUE = "when?"


def _nth(year: int, month: int, weekday: int, place: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place - 1))


def _memorial(year: int) -> date:
    last = date(year, 5, 31)
    return last - timedelta(days=last.weekday())


def _easter(year: int) -> date:
    """Easter Sunday. Source: the anonymous Gregorian computus (Meeus, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


_FEASTS: dict[str, Callable[[int], date]] = {
    "thanksgiving": lambda year: _nth(year, 11, 3, 4),
    "turkey day": lambda year: _nth(year, 11, 3, 4),
    "thxgiving": lambda year: _nth(year, 11, 3, 4),
    "tgiving": lambda year: _nth(year, 11, 3, 4),
    "black friday": lambda year: _nth(year, 11, 3, 4) + timedelta(days=1),
    "christmas": lambda year: date(year, 12, 25),
    "xmas": lambda year: date(year, 12, 25),
    "christmas eve": lambda year: date(year, 12, 24),
    "new year": lambda year: date(year, 1, 1),
    "new years": lambda year: date(year, 1, 1),
    "new year's": lambda year: date(year, 1, 1),
    "new years day": lambda year: date(year, 1, 1),
    "new year's day": lambda year: date(year, 1, 1),
    "holidays": lambda year: date(year, 1, 1),
    "holiday": lambda year: date(year, 1, 1),
    "hols": lambda year: date(year, 1, 1),
    "labor day": lambda year: _nth(year, 9, 0, 1),
    "memorial day": _memorial,
    "easter": _easter,
    "halloween": lambda year: date(year, 10, 31),
    "july 4th": lambda year: date(year, 7, 4),
    "fourth of july": lambda year: date(year, 7, 4),
    "valentine's day": lambda year: date(year, 2, 14),
    "valentines day": lambda year: date(year, 2, 14),
    "mlk day": lambda year: _nth(year, 1, 0, 3),
    "presidents day": lambda year: _nth(year, 2, 0, 3),
    "veterans day": lambda year: date(year, 11, 11),
}
_BY_WORDS = Phrases(_FEASTS)


def _monday_after(day: date, asking: Asking) -> date:
    """The next business Monday after `day`: from Thanksgiving 2026, Mon 30 Nov."""
    return asking.next_workday(day + timedelta(days=7 - day.weekday()))


def _feast(tokens: Tokens, index: int, asking: Asking) -> tuple[date, int] | None:
    """The next such feast from today on, and where its words end."""
    at = index + (word_at(tokens, index) in ("the", "this"))
    found = _BY_WORDS.at(tokens, at, len(tokens))
    if not found:
        return None
    on, end = found
    day = on(asking.today.year)
    end += word_at(tokens, end) in ("break", "weekend", "week", "season")
    return day if day >= asking.today else on(asking.today.year + 1), end


def vague_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """The default for words that name no day, with why it is asked.

    `soon` and `after Thanksgiving` are the next business Monday after it; `after Dec 1` the next
    business day; `before Christmas` the business day before.
    """
    if asking.stance is Stance.PAST:
        return None
    word = word_at(tokens, index)
    at = index + (word in ("right", "sometime", "shortly", "just", "some", "any"))
    if word_at(tokens, index + (word == "the")) == "week":
        at = index + (word == "the") + 1
    if word_at(tokens, at) in ("after", "following"):
        return _after(tokens, at + 1, asking)
    if word_at(tokens, at) in ("before", "by", "around", "on", "until", "at", "over"):
        return _before(tokens, at, asking)
    return _loose(tokens, index, asking)


def _after(tokens: Tokens, at: int, asking: Asking) -> Day | None:
    feast = _feast(tokens, at, asking)
    if feast:
        return Day(_monday_after(feast[0], asking), feast[1], _VAGUE)
    found = (
        numeric_day(tokens, at, asking)
        or month_day(tokens, at, asking)
        or numbered_day(tokens, at, asking)
        or weekday_day(tokens, at, asking)
    )
    if not found:
        return None
    day = add_workdays(found.day, 1, asking.moment.holidays)
    return Day(day, found.end, "after it, but when?", (found.day,))


def _before(tokens: Tokens, at: int, asking: Asking) -> Day | None:
    feast = _feast(tokens, at + 1, asking)
    if not feast:
        return None
    day, end = feast
    if word_at(tokens, at) == "before":
        day -= timedelta(days=1)
        while asking.next_workday(day) != day and day > asking.today:
            day -= timedelta(days=1)
    sure = word_at(tokens, at) in ("on", "by")
    return Day(max(day, asking.today), end, "" if sure else _VAGUE)


_LOOSE = Phrases(
    {
        "soon": "", "sometime": "", "some time": "", "sometime soon": "", "some day": "",
        "someday": "", "eventually": "", "later": "", "later on": "", "one of these days": "",
        "in a while": "", "in a bit": "", "when i can": "", "at some point": "", "shortly": "",
        "before long": "", "down the road": "", "some other time": "", "another time": "",
        "in the new year": "new year", "new year": "new year", "early in the new year": "new year",
        "early new year": "new year", "next year sometime": "new year",
        "after the new year": "new year", "over the holidays": "christmas",
        "over christmas": "christmas", "over thanksgiving": "thanksgiving",
    }
)  # fmt: skip


def _loose(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    found = _LOOSE.at(tokens, index, len(tokens))
    if not found:
        return None
    feast, end = found
    if feast:
        year = asking.today.year
        day = _FEASTS[feast](year)
        day = day if day >= asking.today else _FEASTS[feast](year + 1)
        return Day(_monday_after(day, asking), end, _VAGUE)
    return Day(_monday_after(asking.today, asking), end, _VAGUE)


def made_vague(day: Day) -> Day:
    """The same day, asked: `sometime next week`."""
    return replace(day, ask=day.ask or _VAGUE)
