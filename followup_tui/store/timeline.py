"""What happened with somebody, newest first: touches, snoozes, names given, stages reached.

In plain SQL, as `story` is: building the queries took four fifths of the time of a read.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from followup_tui.records import dataclass
from followup_tui.store.fields import at
from followup_tui.store.schema import db

MOST_EVENTS = 200
"""How far back a story is read at once."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline, newest first."""

    at: datetime
    kind: str
    """touch, snooze, referral, stage or closed."""
    words: str
    note: str = ""
    minutes: int | None = None
    channel: str | None = None
    direction: str | None = None
    outcome: str | None = None
    who: str = ""
    """Somebody else's name, where the line is about them."""


_TOUCHES = """
SELECT t.at, t.note, t.minutes, t.channel, t.direction, t.outcome,
  iif(t.contact_id = :who, '', coalesce(c.name, ''))
FROM touch AS t LEFT JOIN contact AS c ON c.id = t.contact_id
WHERE t.id IN (SELECT id FROM (SELECT id FROM touch WHERE contact_id = :who
                               ORDER BY at DESC, id DESC LIMIT :most)
               UNION SELECT touch_id FROM touch_contact WHERE contact_id = :who)
ORDER BY t.at DESC, t.id DESC LIMIT :most
"""
_SNOOZES = """
SELECT s.at, s.to_day, coalesce(s.reason, '')
FROM snooze AS s JOIN follow_up AS f ON f.id = s.follow_up_id
WHERE f.contact_id = :who ORDER BY s.at DESC, s.id DESC LIMIT :most
"""
_REFERRALS = """
SELECT r.given_at, iif(r.contact_id IS :who, 'from', 'gave'), r.words,
  coalesce(iif(r.contact_id IS :who, g.name, c.name), r.missing)
FROM referral AS r LEFT JOIN contact AS g ON g.id = r.giver_id
LEFT JOIN contact AS c ON c.id = r.contact_id
WHERE r.contact_id = :who OR r.giver_id = :who ORDER BY r.given_at DESC LIMIT :most
"""
_STAGES = """
SELECT s.at, s.stage, coalesce(s.reason, ''), l.title
FROM stage_change AS s JOIN lead AS l ON l.id = s.lead_id
WHERE l.id IN (SELECT id FROM lead WHERE offered_by_id = :who
               UNION SELECT lead_id FROM lead_person WHERE contact_id = :who)
ORDER BY s.at DESC, s.id DESC LIMIT :most
"""
_CLOSED = """
SELECT closed_at, state, coalesce(reason, ''), trim(action || ' ' || what)
FROM follow_up WHERE contact_id = :who AND state IN ('done', 'declined', 'dropped')
  AND closed_by_id IS NULL AND closed_at IS NOT NULL
ORDER BY closed_at DESC LIMIT :most
"""
_LAST = """
SELECT max(at) FROM touch WHERE contact_id = ? AND outcome IN ('talked', 'met', 'received')
"""


def events_of(contact_id: int, limit: int = MOST_EVENTS) -> tuple[Event, ...]:
    """The newest `limit` events of this person."""

    def rows(question: str) -> list[tuple[Any, ...]]:
        asked = {"who": contact_id, "most": limit}
        found: list[tuple[Any, ...]] = db.execute_sql(question, asked).fetchall()
        return found

    found = [
        *(Event(at(when), "touch", "", *rest) for when, *rest in rows(_TOUCHES)),
        *(Event(at(when), "snooze", day, why) for when, day, why in rows(_SNOOZES)),
        *_told("referral", rows(_REFERRALS)),
        *_told("stage", rows(_STAGES)),
        *_told("closed", rows(_CLOSED)),
    ]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True)[:limit])


def _told(kind: str, rows: list[tuple[Any, ...]]) -> list[Event]:
    return [Event(at(when), kind, words, note, who=who) for when, words, note, who in rows]


def last_contact(contact_id: int) -> datetime | None:
    """When something last came of it: an attempt or a plan never counts."""
    (newest,) = db.execute_sql(_LAST, (contact_id,)).fetchone()
    return at(newest) if newest else None
