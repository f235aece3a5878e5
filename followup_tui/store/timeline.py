"""What happened with somebody, newest first: touches, snoozes, names given, stages reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from peewee import JOIN

from followup_tui.records import dataclass
from followup_tui.rules.facts import CONTACT, FollowUpState
from followup_tui.store.dealings import FollowUp, Referral, Snooze, Touch, TouchContact
from followup_tui.store.models import Contact, Lead, LeadPerson, StageChange

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


def events_of(contact_id: int, limit: int = MOST_EVENTS) -> tuple[Event, ...]:
    """The newest `limit` events of this person."""
    found = [
        *_touches(contact_id, limit),
        *_snoozes(contact_id, limit),
        *_referrals(contact_id, limit),
        *_stages(contact_id, limit),
        *_closed(contact_id, limit),
    ]
    return tuple(sorted(found, key=lambda event: event.at, reverse=True)[:limit])


def last_contact(contact_id: int) -> datetime | None:
    """When something last came of it: an attempt or a plan never counts."""
    newest = (
        Touch.select(Touch.at)
        .where(Touch.contact == contact_id, Touch.outcome.in_(CONTACT))
        .order_by(Touch.at.desc())
        .first()
    )
    return newest.at if newest else None


def _touches(contact_id: int, limit: int) -> Iterator[Event]:
    also = TouchContact.select(TouchContact.touch).where(TouchContact.contact == contact_id)
    rows = (
        Touch.select(Touch, Contact)
        .join(Contact, JOIN.LEFT_OUTER)
        .where((Touch.contact == contact_id) | Touch.id.in_(also))
        .order_by(Touch.at.desc(), Touch.id.desc())
        .limit(limit)
    )
    for row in rows:
        yield Event(
            at=row.at,
            kind="touch",
            words="",
            note=row.note,
            minutes=row.minutes,
            channel=row.channel,
            direction=row.direction,
            outcome=row.outcome,
            who=row.contact.name if row.contact and row.contact_id != contact_id else "",
        )


def _snoozes(contact_id: int, limit: int) -> Iterator[Event]:
    rows = (
        Snooze.select(Snooze, FollowUp)
        .join(FollowUp)
        .where(FollowUp.contact == contact_id)
        .order_by(Snooze.at.desc(), Snooze.id.desc())
        .limit(limit)
    )
    for row in rows:
        yield Event(at=row.at, kind="snooze", words=row.to_day.isoformat(), note=row.reason or "")


def _referrals(contact_id: int, limit: int) -> Iterator[Event]:
    rows = (
        Referral.select()
        .where((Referral.contact == contact_id) | (Referral.giver == contact_id))
        .order_by(Referral.given_at.desc())
        .limit(limit)
    )
    for row in rows:
        given_to_me = row.contact_id == contact_id
        other = row.giver if given_to_me else row.contact
        yield Event(
            at=row.given_at,
            kind="referral",
            words="from" if given_to_me else "gave",
            note=row.words,
            who=other.name if other else row.missing,
        )


def _stages(contact_id: int, limit: int) -> Iterator[Event]:
    mine = LeadPerson.select(LeadPerson.lead).where(LeadPerson.contact == contact_id)
    rows = (
        StageChange.select(StageChange, Lead)
        .join(Lead)
        .where((Lead.offered_by == contact_id) | Lead.id.in_(mine))
        .order_by(StageChange.at.desc(), StageChange.id.desc())
        .limit(limit)
    )
    for row in rows:
        yield Event(
            at=row.at, kind="stage", words=row.stage, note=row.reason or "", who=row.lead.title
        )


def _closed(contact_id: int, limit: int) -> Iterator[Event]:
    rows = (
        FollowUp.select()
        .where(
            FollowUp.contact == contact_id,
            FollowUp.state.in_((FollowUpState.DONE, FollowUpState.DECLINED, FollowUpState.DROPPED)),
            FollowUp.closed_by.is_null(),
            FollowUp.closed_at.is_null(False),
        )
        .order_by(FollowUp.closed_at.desc())
        .limit(limit)
    )
    for row in rows:
        yield Event(
            at=row.closed_at,
            kind="closed",
            words=row.state,
            note=row.reason or "",
            who=f"{row.action} {row.what}".strip(),
        )
