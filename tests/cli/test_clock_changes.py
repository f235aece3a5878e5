"""A time that the clocks skip or show twice, from the line that names it to the calendar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cli.conftest import Run
from icalendar import Calendar

from followup_tui.store.dealings import Touch

CHANGES = [
    ("Europe/Berlin", "2026-03-27T10:00:00+01:00", "29 mar", "2026-03-29", "03:30", "01:30"),
    ("Europe/Berlin", "2026-10-23T10:00:00+02:00", "25 oct", "2026-10-25", "02:30", "00:30"),
    ("America/Denver", "2026-03-06T10:00:00-07:00", "8 mar", "2026-03-08", "03:30", "09:30"),
    ("America/Denver", "2026-10-30T10:00:00-06:00", "1 nov", "2026-11-01", "02:30", "09:30"),
    ("America/Denver", "2026-10-30T10:00:00-06:00", "1 nov", "2026-11-01", "01:30", "07:30"),
]
"""Zone, now, the day as it is typed, the day, the time that is kept, and the same in UTC."""
TYPED = {"03:30": "2:30 am", "02:30": "2:30 am", "01:30": "1:30 am"}


def at(monkeypatch: pytest.MonkeyPatch, zone: str, now: str) -> None:
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("FOLLOWUP_NOW", now)


@pytest.mark.parametrize(("zone", "now", "typed", "day", "kept", "utc"), CHANGES)
def test_a_follow_up_in_the_hour_of_the_change_is_one_time_everywhere(
    run: Run, monkeypatch: pytest.MonkeyPatch, zone: str, now: str, typed: str, day: str,
    kept: str, utc: str,
) -> None:  # fmt: skip
    at(monkeypatch, zone, now)
    time = TYPED[kept]
    run("add", "contact", "Ann Ash")
    logged = run("log", f"talked to Ann Ash, call her {typed} at {time}")
    added = run("add", "follow-up", "email", "Ann Ash", f"{day} {time}")
    text = run("add", "follow-up", "text", "Ann Ash", "tomorrow 9:00", "--json").json["id"]
    snoozed = run("snooze", str(text), f"{day} {time}")
    for said in (logged, added, snoozed):
        assert said.code == 0 and kept in said.out, said
        assert ("as the clocks go forward" in said.out) is (kept == "03:30")

    at(monkeypatch, zone, f"{day}T20:00:00+00:00")
    assert run("due").out.count(f" {kept} ") == 3
    listed = [row for row in run("due", "--json").json if row["time"]]
    assert {(row["due"], row["time"], row["zone"]) for row in listed} == {(day, kept, zone)}
    calendar = Calendar.from_ical(run("export", "--format", "ics").out)
    dues = [todo["DUE"].dt for todo in calendar.walk("VTODO")]
    instants = {due.astimezone(UTC) for due in dues if isinstance(due, datetime)}
    assert instants == {datetime.fromisoformat(f"{day}T{utc}+00:00")}


@pytest.mark.parametrize(
    ("zone", "at_the_wall", "utc"),
    [
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("America/Denver", "2026-03-08T02:30", "2026-03-08T09:30"),
        ("America/Denver", "2026-11-01T01:30", "2026-11-01T07:30"),
    ],
)
def test_a_talk_in_the_hour_of_the_change_is_one_instant(
    run: Run, monkeypatch: pytest.MonkeyPatch, zone: str, at_the_wall: str, utc: str
) -> None:
    at(monkeypatch, zone, f"{utc[:10]}T20:00:00+00:00")
    run("add", "contact", "Ann Ash")
    assert run("touch", "Ann Ash", "talked", "--at", at_the_wall).code == 0
    assert Touch.get().at == datetime.fromisoformat(f"{utc}+00:00")


def test_a_time_stays_where_it_was_said_and_is_read_by_the_users_clock(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, "Europe/Berlin", "2026-11-23T10:00:00+01:00")
    run("add", "contact", "Ann Ash")
    run("add", "follow-up", "call", "Ann Ash", "tomorrow 17:00")
    run("log", "talked to Ann Ash, email her tomorrow")
    at(monkeypatch, "America/Denver", "2026-11-24T06:00:00-07:00")
    assert "due Tue 24 Nov 09:00" in run("due").out
    assert "call Tue 24 Nov 09:00" in run("show", "Ann Ash").out
    assert {row["due"] for row in run("due", "--json").json} == {"2026-11-24"}
    (call,) = (row["id"] for row in run("due", "--json").json if row["action"] == "call")
    run("snooze", str(call), "tomorrow 9:00")
    at(monkeypatch, "America/Denver", "2026-11-25T06:00:00-07:00")
    assert "due Tue 24 Nov 09:00" in run("due").out, "9:00 of who snoozed it"
    assert ("09:00", "America/Denver") in {
        (row["time"], row["zone"]) for row in run("due", "--json").json
    }
