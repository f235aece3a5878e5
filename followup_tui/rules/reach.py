"""Whether a person can be called now, and when they open next, by their own clock."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise

from followup_tui.errors import BadInput
from followup_tui.rules.moment import Moment

Spans = tuple[tuple[int, int], ...]
"""Opening and closing of one day, in minutes after midnight, in order."""
Hours = tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]
"""The week's spans, Monday first."""

USUAL_HOURS = "mon-fri 9-17"
"""When a person may be called, in their zone, where nothing else is known."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LOOK_AHEAD_DAYS = 28
"""Longer than any run of holidays; beyond it a person counts as never open."""


@lru_cache(maxsize=512)
def minutes_left(moment: Moment, zone: str | None, hours: str | None) -> int:
    """Minutes until the end of the day of somebody in `zone` with `hours`; 0 when closed now.

    A lunch break is closed, but doesn't end the day. An unknown zone is taken to be the user's;
    unreadable hours count as the usual ones. The user's holidays are closed.
    """
    now, there, week = _clock(moment, zone, hours)
    for opens, closes, day_ends in _spans(now, there, week, moment.holidays):
        if now < closes:
            # Aware datetimes of one zone subtract as wall clocks do, wrong on the two days of a
            # clock change: hence these are UTC.
            return 0 if now < opens else max(1, int((day_ends - now).total_seconds() // 60))
    return 0


@lru_cache(maxsize=512)
def opens_next(moment: Moment, zone: str | None, hours: str | None) -> datetime | None:
    """When they can be called next, in their zone; None when now, or when there is no such time."""
    now, there, week = _clock(moment, zone, hours)
    for opens, closes, _ in _spans(now, there, week, moment.holidays):
        if now < closes:
            return opens.astimezone(there) if now < opens else None
    return None


def _clock(moment: Moment, zone: str | None, hours: str | None) -> tuple[datetime, tzinfo, Hours]:
    there = zone_of(zone) or moment.at.tzinfo or UTC
    usual = moment.own.hours if moment.own else USUAL_HOURS
    try:
        week = parse_hours(hours or usual)
    except BadInput:
        week = parse_hours(usual)
    return moment.at.astimezone(UTC), there, week


def _spans(
    now: datetime, there: tzinfo, week: Hours, holidays: Collection[date]
) -> Iterator[tuple[datetime, datetime, datetime]]:
    """Each opening, its closing and the end of that day, in order, from `now`'s day on."""
    first = now.astimezone(there).date()
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = first + timedelta(days=ahead)
        spans = () if day in holidays else week[day.weekday()]
        for opens, closes in spans:
            yield (
                _instant(day, opens, there),
                _instant(day, closes, there),
                _instant(day, spans[-1][1], there),
            )


def _instant(day: date, minute: int, there: tzinfo) -> datetime:
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001
    return wall.replace(tzinfo=there).astimezone(UTC)


@lru_cache(maxsize=512)
def zone_of(name: str | None) -> tzinfo | None:
    """The zone called `name`, or None when there is no such zone."""
    if not name:
        return None
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def zone_by_phone(numbers: Iterable[str]) -> str | None:
    """The zone that the first telling number (E.164) lies in, or None.

    Only a number that lies in a single zone tells anything; many lie in a dozen. This imports
    half a megabyte: ask it when a number is written, not each time a list is read.
    """
    from phonenumbers import NumberParseException, parse
    from phonenumbers.timezone import time_zones_for_number

    for number in numbers:
        try:
            zones = time_zones_for_number(parse(number, None))
        except NumberParseException:
            continue
        if len(zones) == 1 and zone_of(zones[0]):
            return str(zones[0])
    return None


@lru_cache(maxsize=512)
def parse_hours(text: str) -> Hours:
    """The week that `text` means: `9-17`, `mon-thu 8:30-16; fri 9-12`, `9-12, 13-17`.

    Hours without days are those of Monday to Friday.

    Raises:
        BadInput: `text` can't be read; the message shows the form.
    """
    week: list[list[tuple[int, int]]] = [[] for _ in _DAYS]
    days = range(5)
    for piece in text.casefold().replace("–", "-").replace(";", ",").split(","):
        words = piece.replace(" - ", "-").split()
        if len(words) not in (1, 2):
            raise _unreadable(text)
        if len(words) == 2:
            days = _days(words[0], text)
        for day in days:
            week[day].append(_span(words[-1], text))
    return _checked(week, text)


def _checked(week: list[list[tuple[int, int]]], text: str) -> Hours:
    for spans in week:
        spans.sort()
        if any(one[1] > other[0] for one, other in pairwise(spans)):
            raise _unreadable(text)
    mon, tue, wed, thu, fri, sat, sun = (tuple(spans) for spans in week)
    return mon, tue, wed, thu, fri, sat, sun


def _days(words: str, text: str) -> range:
    first, _, last = words.partition("-")
    try:
        start = _DAYS.index(first[:3])
        end = _DAYS.index(last[:3]) if last else start
    except ValueError:
        raise _unreadable(text) from None
    if end < start:
        raise _unreadable(text)
    return range(start, end + 1)


def _span(words: str, text: str) -> tuple[int, int]:
    first, _, last = words.partition("-")
    opens, closes = _minute(first, text), _minute(last, text)
    if closes <= opens and closes <= 12 * 60 and last[-1].isdigit():
        closes += 12 * 60  # "9-5" is what people write for 9-17
    if not opens < closes <= 24 * 60:
        raise _unreadable(text)
    return opens, closes


def _minute(words: str, text: str) -> int:
    clock = words.rstrip("apm")
    hour, _, minute = clock.partition(":")
    minute = minute or "0"
    if words[len(clock) :] not in ("", "a", "am", "p", "pm") or not (_two(hour) and _two(minute)):
        raise _unreadable(text)
    if int(hour) > 24 or int(minute) > 59:
        raise _unreadable(text)
    if clock == words:
        return int(hour) * 60 + int(minute)
    return (int(hour) % 12 + (12 if "p" in words else 0)) * 60 + int(minute)


def _two(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) <= 2


def _unreadable(text: str) -> BadInput:
    return BadInput(f'hours "{text}" can\'t be read: say them like "9-17" or "mon-thu 8:30-16"')
