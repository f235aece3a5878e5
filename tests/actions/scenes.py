"""The people of the scenarios, the days they happen on, and how the list is read."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from conftest import DENVER

from followup_tui.actions import calls, people, referrals
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.rules.facts import (
    Action,
    Outcome,
)
from followup_tui.rules.moment import Moment
from followup_tui.store.agenda import Due, agenda
from followup_tui.store.book import connection

MONDAY = date(2026, 11, 23)


def on(day: date, clock: str = "09:00", zone: ZoneInfo = DENVER) -> Moment:
    return Moment(datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=zone))


def november(day: int, clock: str = "09:00") -> Moment:
    return on(date(2026, 11, day), clock)


def december(day: int, clock: str = "09:00") -> Moment:
    return on(date(2026, 12, day), clock)


MORNING = november(23)


def due(now: Moment) -> list[Due]:
    """All that is due by now, those closed now included."""
    return list(agenda(connection(), now).ranked)


def said(now: Moment) -> set[tuple[str, str, date, str]]:
    """What is due, for whom, since when, and why."""
    return {(row.action, row.contact, row.first_due, row.owed) for row in due(now)}


def the(now: Moment, action: Action, contact: str) -> Due:
    (row,) = [row for row in due(now) if (row.action, row.contact) == (action, contact)]
    return row


def add(name: str, now: Moment = MORNING, **more: object) -> int:
    return people.add_contact(now, people.ContactForm(name, **more)).added("contact")[0]  # type: ignore[arg-type]


def given(now: Moment = MORNING, **name: object) -> tuple[int, int]:
    """Ruth, and Marcus, whose name she gave."""
    ruth = add("Ruth Adler", now)
    done = referrals.refer(now, ruth, (GivenName("Marcus Webb", **name),), Giving("Call him."))  # type: ignore[arg-type]
    return ruth, done.added("contact")[0]


def log(now: Moment, contact: int, outcome: Outcome, **more: object) -> None:
    calls.log_touch(now, TouchForm(contact, outcome, **more))  # type: ignore[arg-type]
