"""Follow-ups as a calendar that calendars take."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from followup_tui.exchange.ics import FollowUpOut, write

WHEN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CALL = FollowUpOut("u1@followup", 3, WHEN, "Call Ines Vale", date(2026, 11, 25))
MEET = FollowUpOut(
    "u2@followup", 0, WHEN, "Meet Ivo; lunch, perhaps", date(2026, 11, 26), time(12, 30),
    "America/Denver", "Café Ölmühle", "Bring the\nresume \\ plan",
)  # fmt: skip


def test_a_follow_up_is_a_to_do_that_rings_at_nine() -> None:
    (todo,) = Calendar.from_ical(write([CALL])).walk("VTODO")
    assert (todo["uid"], todo["sequence"], todo["summary"]) == ("u1@followup", 3, "Call Ines Vale")
    assert todo.decoded("due") == date(2026, 11, 25) and todo["status"] == "NEEDS-ACTION"
    (alarm,) = todo.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)
    assert alarm["trigger"].params["RELATED"] == "END"


def test_one_with_a_time_has_its_zone_and_rings_before() -> None:
    calendar = Calendar.from_ical(write([MEET]))
    (todo,) = calendar.walk("VTODO")
    due = todo.decoded("due")
    assert due.utcoffset() == timedelta(hours=-7) and due.hour == 12
    assert (todo["location"], todo["description"]) == ("Café Ölmühle", "Bring the\nresume \\ plan")
    assert todo.walk("VALARM")[0].decoded("trigger") == timedelta(minutes=-10)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["America/Denver"]


def test_as_events_they_have_a_beginning_and_an_end() -> None:
    call, meet = Calendar.from_ical(write([CALL, MEET], as_events=True)).walk("VEVENT")
    assert (call.decoded("dtstart"), call.decoded("dtend")) == (
        date(2026, 11, 25),
        date(2026, 11, 26),
    )
    assert call["transp"] == "TRANSPARENT"
    assert meet.decoded("dtend") - meet.decoded("dtstart") == timedelta(minutes=15)
    assert "RELATED" not in meet.walk("VALARM")[0]["trigger"].params


def test_the_same_follow_ups_give_the_same_file() -> None:
    assert write([CALL, MEET]) == write([CALL, MEET])


@pytest.mark.parametrize(
    "bad", ["a\r\nEND:VTODO\r\nBEGIN:VEVENT", "a\x00\x1b\x85\u2028b", "\n", ""]
)
def test_nothing_typed_becomes_another_entry(bad: str) -> None:
    one = FollowUpOut("u3@followup", 0, WHEN, bad, date(2026, 1, 2), None, bad, bad, bad)
    two = FollowUpOut("u4@followup", 0, WHEN, bad, date(2026, 1, 2), time(9), "No/Zone\n", bad, bad)
    raw = write([one, two], name=bad)
    calendar = Calendar.from_ical(raw)
    assert [c.name for c in calendar.walk() if c.name not in ("VCALENDAR", "VALARM")] == [
        "VTODO"
    ] * 2
    assert not [b for b in raw.replace(b"\r\n", b"") if b < 32]
