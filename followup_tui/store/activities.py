"""What was done for the search between two days: touches, and steps of leads; no notes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from followup_tui.records import dataclass
from followup_tui.rules.facts import Channel, Direction, Outcome, Stage
from followup_tui.rules.moment import Moment
from followup_tui.store.fields import instant
from followup_tui.store.schema import db

TOLD = (Stage.APPLIED, Stage.INTERVIEW, Stage.OFFER, Stage.WON)
"""The stages that are something done for the search, and not only known."""

_TOUCHES = """
SELECT t.at, coalesce(c.name, ''), coalesce(o.name, lo.name, ''), coalesce(l.title, ''),
  t.channel, t.direction, t.outcome, t.minutes, t.attempts
FROM touch AS t
LEFT JOIN contact AS c ON c.id = t.contact_id
LEFT JOIN organization AS o ON o.id = c.organization_id
LEFT JOIN lead AS l ON l.id = t.lead_id
LEFT JOIN organization AS lo ON lo.id = l.organization_id
WHERE t.outcome IS NOT NULL AND t.at >= ? AND t.at < ? ORDER BY t.at, t.id
"""
_STAGES = """
SELECT s.at, coalesce(o.name, ''), l.title, s.stage
FROM stage_change AS s JOIN lead AS l ON l.id = s.lead_id
LEFT JOIN organization AS o ON o.id = l.organization_id
WHERE s.at >= ? AND s.at < ? ORDER BY s.at, s.id
"""


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing done."""

    at: datetime
    """In the user's zone."""
    who: str
    organization: str
    lead: str
    channel: Channel | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None
    minutes: int | None = None
    attempts: int = 1
    stage: Stage | None = None
    """What a lead came to; null for a touch."""


def activities(first: date, last: date, now: Moment) -> list[Activity]:
    """Everything from the day `first` through `last`, in order."""
    zone = now.at.tzinfo
    begin = datetime(first.year, first.month, first.day, now.rollover_hour, tzinfo=zone)
    after = last + timedelta(days=1)
    end = datetime(after.year, after.month, after.day, now.rollover_hour, tzinfo=zone)
    span = (instant(begin), instant(end))
    touches = [
        Activity(
            _at(at, now), who, place, lead, Channel(channel) if channel else None,
            Direction(direction) if direction else None, Outcome(outcome), minutes, attempts,
        )
        for at, who, place, lead, channel, direction, outcome, minutes, attempts
        in db.execute_sql(_TOUCHES, span).fetchall()
    ]  # fmt: skip
    stages = [
        Activity(_at(at, now), "", place, lead, stage=Stage(stage))
        for at, place, lead, stage in db.execute_sql(_STAGES, span).fetchall()
        if stage in TOLD
    ]
    return sorted((*touches, *stages), key=lambda one: one.at)


def _at(text: str, now: Moment) -> datetime:
    return datetime.fromisoformat(text).astimezone(now.at.tzinfo)
