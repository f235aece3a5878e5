"""Days by distance: `in 2 weeks`, `3b`, `a week from Tue`, `an hour`, `2 days ago`."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.fixed import month_day
from followup_tui.rules.dates.weekdays import weekday_day
from followup_tui.rules.dates.words import NUMBERS, RELATIVE, UNITS, WEEKDAYS
from followup_tui.rules.tokens import Tokens, word_at
from followup_tui.rules.workdays import add_workdays

_COMPACT = re.compile(r"(\d{1,3})-?(d|w|wk|wks|b|bd|days?|weeks?|mo|hrs?|h|mins?)")
_MOST = {"minute": 600, "hour": 48, "day": 999, "business": 500, "week": 520, "month": 120,
         "year": 10}  # fmt: skip
"""The largest count taken for each unit; beyond it the words stay words."""


def relative_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """`today`, `tmrw`, `day after tomorrow`, `tomorrow week`; in the past `yesterday`."""
    word = word_at(tokens, index)
    if asking.stance is Stance.PAST:
        return _past_day(tokens, index, asking)
    if (word, word_at(tokens, index + 1)) in (("right", "away"), ("right", "now")):
        return Day(asking.today, index + 2)
    if word == "later" and word_at(tokens, index + 1) == "today":
        return Day(asking.today, index + 2)
    at = index + (word == "the")
    after = [word_at(tokens, at + step) for step in range(3)]
    if after[:2] == ["day", "after"] and RELATIVE.get(after[2]) == 1:
        return Day(asking.today + timedelta(days=2), at + 3)
    timed = (word, word_at(tokens, index + 1)) in (("this", "time"), ("same", "time"))
    if timed and word_at(tokens, index + 2) == "next" and word_at(tokens, index + 3) == "week":
        return Day(asking.today + timedelta(days=7), index + 4)
    if word in RELATIVE:
        weeks = {"week": 7, "fortnight": 14}.get(word_at(tokens, index + 1), 0)
        days = RELATIVE[word] + weeks
        return Day(asking.today + timedelta(days=days), index + 1 + (weeks > 0))
    return None


def _past_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    word, after = word_at(tokens, index), word_at(tokens, index + 1)
    if word in ("yesterday", "yday", "yest", "ystrday", "yesterdy"):
        return Day(asking.today - timedelta(days=1), index + 1)
    if word == "last" and after == "night":
        late = asking.moment.at.date() > asking.today
        return Day(asking.today - timedelta(days=0 if late else 1), index + 2)
    if word == "earlier" and after == "today":
        return Day(asking.today, index + 2)
    if word in ("today", "2day", "tonight"):
        return Day(asking.today, index + 1)
    if word == "just" and after == "now":
        return Day(asking.today, index + 2)
    counted = counted_unit(tokens, index)
    if counted and word_at(tokens, counted[2]) == "ago":
        return moved(-counted[0], counted[1], counted[2] + 1, asking)
    return None


def counted_unit(tokens: Tokens, index: int) -> tuple[int, str, int] | None:
    """A count, its unit and the end: `2 weeks`, `3b`, `a couple of days`, `a fortnight`."""
    word = word_at(tokens, index)
    compact = _COMPACT.fullmatch(word)
    if compact:
        unit = {"h": "hour"}.get(compact[2]) or UNITS[compact[2]]
        return int(compact[1]), unit, index + 1
    if word == "a" and word_at(tokens, index + 1) in ("couple", "few"):
        index, word = index + 1, word_at(tokens, index + 1)
    if word in ("week", "fortnight") and word_at(tokens, index + 1) == "from":
        return 1 + (word == "fortnight"), "week", index + 1
    count = int(word) if word.isascii() and word.isdigit() and len(word) < 5 else NUMBERS.get(word)
    at = index + 1 + (word_at(tokens, index + 1) == "of")
    at += word_at(tokens, at) in ("more", "full", "short")
    named = word_at(tokens, at).removesuffix("'s").removesuffix("s'")
    unit = UNITS.get(word_at(tokens, at)) or UNITS.get(named, "")
    if count is None or not unit:
        return None
    count *= 1 + (word_at(tokens, at) in ("fortnight", "fortnights", "fortnight's"))
    if word_at(tokens, at) in ("business", "working"):
        at += 1
        if UNITS.get(word_at(tokens, at)) != "day":
            return None
    marked = word_at(tokens, at + 1) in ("'", "’") and word_at(tokens, at + 2) == "time"
    return count, unit, at + 1 + marked + (word_at(tokens, at + 1 + marked) == "time")


def moved(count: int, unit: str, end: int, asking: Asking) -> Day | None:
    """Today moved by `count` units; None where the count is beyond sense."""
    if abs(count) > _MOST[unit]:
        return None
    today = asking.today
    if unit == "business":
        return Day(add_workdays(today, max(count, 0), asking.moment.holidays), end)
    if unit in ("minute", "hour"):
        at = asking.moment.at + timedelta(minutes=count * (60 if unit == "hour" else 1))
        return Day(at.date(), end, time=at.strftime("%H:%M"))
    if unit in ("month", "year"):
        return Day(months_later(today, count * (12 if unit == "year" else 1)), end)
    return Day(today + timedelta(days=count * (7 if unit == "week" else 1)), end)


def months_later(day: date, count: int) -> date:
    """The same day `count` months later, or that month's last: 31 Jan + 1 is 28 Feb."""
    month = day.year * 12 + day.month - 1 + count
    year, place = divmod(month, 12)
    return date(year, place + 1, min(day.day, calendar.monthrange(year, place + 1)[1]))


def span_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """A distance from now or from a named day.

    `in 2 weeks` · `within 10 days` · `3d` · `a week from Tue` · `2 weeks from now` · `a week
    after Dec 1`; `cut off after 4 min` is none. `in a few days` is asked; so is a bare `2 weeks`
    that isn't at the end.
    """
    if asking.stance is Stance.PAST:
        return None
    at, led = index, word_at(tokens, index) in ("in", "within", "after")
    if led:
        at += 1
        at += word_at(tokens, at) in ("about", "around", "like", "maybe", "another", "roughly")
        if word_at(tokens, at) == "the" and word_at(tokens, at + 1) == "next":
            at += 2
    if word_at(tokens, at) == "another":
        at += 1
    counted = counted_unit(tokens, at)
    if not counted:
        return None
    count, unit, end = counted
    vague = "how many?" if "few" in (word_at(tokens, at), word_at(tokens, at + 1)) else ""
    anchored = _anchored(tokens, end, count, unit, asking, led)
    if anchored:
        return anchored
    closed, trailing = _closing(tokens, end)
    short = unit in ("minute", "hour")
    gone_by = short and word_at(tokens, index) == "after"
    ahead = led or trailing > end or (not short and (end == at + 1 or closed))
    if (
        gone_by
        or not ahead
        or (closed and trailing == end and not led and word_at(tokens, index - 1) in _NOT_AHEAD)
    ):
        return None
    found = moved(count, unit, trailing, asking)
    return replace(found, ask=vague) if found and vague else found


_NOT_AHEAD = frozenset({"for", "about", "of", "the", "last", "past", "her", "his", "my", "with"})


def _closing(tokens: Tokens, end: int) -> tuple[bool, int]:
    """Whether the count ends the words, and the end with `from now`, `from today`, `out`."""
    words = [word_at(tokens, end), word_at(tokens, end + 1)]
    if words[0] == "from" and words[1] in ("now", "today"):
        return True, end + 2
    if words[0] in ("out", "later", "hence"):
        return True, end + 1
    return end >= len(tokens), end


def _anchored(
    tokens: Tokens, end: int, count: int, unit: str, asking: Asking, led: bool
) -> Day | None:
    """`a week from Tue`, `two weeks from tomorrow`, `a week on Monday`, `a fortnight today`."""
    if unit not in ("day", "week"):
        return None
    bare = unit == "week" and not led
    if bare and word_at(tokens, end) in RELATIVE.keys() | WEEKDAYS.keys():
        end -= 1
    elif word_at(tokens, end) not in ("from", "on", "after"):
        return None
    anchor = (
        weekday_day(tokens, end + 1, asking)
        or month_day(tokens, end + 1, asking)
        or relative_day(tokens, end + 1, asking)
    )
    if not anchor or count > _MOST[unit]:
        return None
    later = timedelta(days=count * (7 if unit == "week" else 1))
    return replace(anchor, day=anchor.day + later)
