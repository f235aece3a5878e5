"""The open follow-ups as a calendar wants them."""

from __future__ import annotations

from datetime import date, datetime
from sqlite3 import Connection

from followup_tui.records import dataclass
from followup_tui.rules.facts import Action
from followup_tui.store.schema import db

_READ = """
SELECT f.uid, f.sequence, f.action, coalesce(c.name, l.title, ''), f.what, f.due, f.time, f.zone,
  f.place, coalesce((SELECT max(s.at) FROM snooze AS s WHERE s.follow_up_id = f.id), f.created_at)
FROM follow_up AS f
LEFT JOIN contact AS c ON c.id = f.contact_id
LEFT JOIN lead AS l ON l.id = f.lead_id
WHERE f.state = 'open' ORDER BY f.due, f.id
"""


@dataclass(frozen=True, slots=True)
class CalendarStep:
    """One open follow-up."""

    uid: str
    sequence: int
    """Goes up with each change of day or time."""
    action: Action
    about: str
    """The person's name, else the lead's title."""
    what: str
    due: date
    time: str | None
    zone: str
    place: str
    changed: datetime


def open_steps() -> list[CalendarStep]:
    """All that is open, by day."""
    return [
        CalendarStep(
            uid, sequence, Action(action), about, what, date.fromisoformat(due), time, zone, place,
            datetime.fromisoformat(changed),
        )
        for uid, sequence, action, about, what, due, time, zone, place, changed
        in db.execute_sql(_READ).fetchall()
    ]  # fmt: skip


def rows_written() -> int:
    """A number that grows with each row that this thread has written to the open book."""
    connection: Connection = db.connection()
    return connection.total_changes
