"""A clock time on a day in its zone: also on the two days of a year on which the clocks change.

A time that the clocks skip is as much later; of one that comes twice the first is meant.
Source: RFC 5545, 3.3.5, by which a calendar reads the same.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from followup_tui.rules.moment import Moment
from followup_tui.rules.reach import zone_of


def instant_of(day: date, time: str, zone: tzinfo | None) -> datetime:
    """The instant at which the clocks in the zone show the time (`9:00`, `14:30`) on the day."""
    hour, _, minute = time.partition(":")
    wall = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=zone)
    return wall.astimezone(UTC)


def kept_time(day: date, time: str, zone: tzinfo | None) -> str:
    """The time as `HH:MM`, so that text order is its order; out of an hour that is skipped."""
    there = instant_of(day, time, zone).astimezone(zone)
    return f"{there:%H:%M}" if there.date() == day else time.zfill(len("HH:MM"))


def time_here(day: date, time: str, zone: str, now: Moment) -> str:
    """The time by the user's clock; with the weekday, where it is another day there.

    One without a zone, or in one that nobody knows, is as it was said.
    """
    there = None if zone == home_zone(now) else zone_of(zone)
    if there is None:
        return time
    here = instant_of(day, time, there).astimezone(now.at.tzinfo)
    return f"{here:%H:%M}" if here.date() == day else f"{here:%a %H:%M}"


def home_zone(now: Moment) -> str:
    """The name of the user's zone; empty where the system knows only how far it is from UTC."""
    zone = now.at.tzinfo
    return zone.key if isinstance(zone, ZoneInfo) else ""
