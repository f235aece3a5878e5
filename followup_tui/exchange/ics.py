"""Follow-ups as a calendar: to-dos with a reminder, or events for calendars that know no other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.exchange.names import one_line
from followup_tui.records import dataclass

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Todo

PRODUCT = "-//followup//followup//EN"
REMIND_AT = timedelta(hours=9)
"""When a follow-up of a whole day rings: 9:00 of that day."""
REMIND_BEFORE = timedelta(minutes=-10)
"""How long before its time one with a time rings."""
LASTS = timedelta(minutes=15)

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FollowUpOut:
    """A follow-up for a calendar."""

    uid: str
    """The same for ever, so that a calendar changes its entry rather than adding one."""
    sequence: int
    """Up by one with each change."""
    changed: datetime
    """When it was last changed, with its zone."""
    summary: str
    due: date
    at: time | None = None
    zone: str = ""
    """IANA name; without one a time is wherever the calendar is."""
    place: str = ""
    notes: str = ""


def write(
    follow_ups: Iterable[FollowUpOut], *, as_events: bool = False, name: str = "Follow-ups"
) -> bytes:
    """One calendar of them, in the order given."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(clean(name)))
    for follow_up in follow_ups:
        calendar.add_component(_event(follow_up) if as_events else _todo(follow_up))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def clean(text: str) -> str:
    """`text` without the characters that no calendar file may hold."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _todo(follow_up: FollowUpOut) -> Todo:
    from icalendar import Todo

    todo = Todo()
    _describe(todo, follow_up)
    todo.add("due", _when(follow_up))
    todo.add("status", "NEEDS-ACTION")
    todo.add_component(_alarm(follow_up, related_to_end=True))
    return todo


def _event(follow_up: FollowUpOut) -> Event:
    from icalendar import Event

    event = Event()
    _describe(event, follow_up)
    when = _when(follow_up)
    event.add("dtstart", when)
    event.add("dtend", when + (LASTS if follow_up.at else timedelta(days=1)))
    if not follow_up.at:
        event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(follow_up, related_to_end=False))
    return event


def _describe(entry: Todo | Event, follow_up: FollowUpOut) -> None:
    entry.add("uid", one_line(clean(follow_up.uid)))
    entry.add("sequence", follow_up.sequence)
    entry.add("dtstamp", follow_up.changed)
    entry.add("summary", clean(follow_up.summary) or "Follow up")
    if place := clean(follow_up.place):
        entry.add("location", place)
    if notes := clean(follow_up.notes):
        entry.add("description", notes)


def _when(follow_up: FollowUpOut) -> date | datetime:
    if follow_up.at is None:
        return follow_up.due
    return datetime.combine(follow_up.due, follow_up.at, _zone(follow_up.zone))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _alarm(follow_up: FollowUpOut, *, related_to_end: bool) -> Alarm:
    """A trigger counts from DTSTART unless told; a to-do has only its DUE. Source: RFC 5545."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", clean(follow_up.summary) or "Follow up")
    params = {"RELATED": "END"} if related_to_end else {}
    alarm.add("trigger", REMIND_BEFORE if follow_up.at else REMIND_AT, parameters=params)
    return alarm
