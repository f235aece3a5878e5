"""All that happened and was to happen with one person, open or not: for who reads it as JSON."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.store.dealings import FollowUp, Touch, TouchContact


@dataclass(frozen=True, slots=True)
class TouchLine:
    """Something that happened."""

    id: int
    uid: str
    at: datetime
    channel: str | None
    direction: str | None
    outcome: str | None
    minutes: int | None
    attempts: int
    note: str
    lead_id: int | None


@dataclass(frozen=True, slots=True)
class StepLine:
    """A next step, whatever became of it."""

    id: int
    uid: str
    action: str
    what: str
    state: str
    first_due: date
    due: date
    time: str | None
    zone: str
    part: str
    place: str
    owed: str
    attempt: int
    chase: str | None
    snoozes: int
    parked_until: date | None
    closed_at: datetime | None
    lead_id: int | None
    referral_id: int | None


def touches_of(contact_id: int) -> tuple[TouchLine, ...]:
    """Every touch with them, or at which they were, newest first."""
    also = TouchContact.select(TouchContact.touch).where(TouchContact.contact == contact_id)
    rows = Touch.select().where((Touch.contact == contact_id) | Touch.id.in_(also))
    return tuple(
        TouchLine(
            t.id, t.uid, t.at, t.channel, t.direction, t.outcome, t.minutes, t.attempts, t.note,
            t.lead_id,
        )
        for t in rows.order_by(Touch.at.desc(), Touch.id.desc())
    )  # fmt: skip


def steps_of(contact_id: int) -> tuple[StepLine, ...]:
    """Every follow-up with them, open ones first, then by day."""
    rows = FollowUp.select().where(FollowUp.contact == contact_id)
    return tuple(
        StepLine(
            f.id, f.uid, f.action, f.what, f.state, f.first_due, f.due, f.time, f.zone, f.part,
            f.place, f.owed, f.attempt, f.chase, f.snoozes.count(), f.parked_until, f.closed_at,
            f.lead_id, f.referral_id,
        )
        for f in rows.order_by(FollowUp.state != "open", FollowUp.due, FollowUp.id)
    )  # fmt: skip
