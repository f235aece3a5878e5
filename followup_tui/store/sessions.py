"""Reviews as they are kept: which one goes on, which days were reviewed, what became of a card."""

from __future__ import annotations

import json
from datetime import date, datetime, tzinfo

from followup_tui.records import dataclass
from followup_tui.rules.facts import Channel, FollowUpState, Outcome
from followup_tui.rules.moment import Moment
from followup_tui.rules.resuming import Plain, from_plain, goes_on, to_plain
from followup_tui.rules.review import Answer, Review, Taken
from followup_tui.store.calling import UNREACHED
from followup_tui.store.dealings import FollowUp, Session, Snooze, Touch
from followup_tui.store.journal import Step
from followup_tui.store.models import Contact, Organization

MADE_SMALLER = "smaller"
"""The reason of a step that gave way to an easier one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the journal stood when an answer was given."""

    step: int
    """The newest step that stood; 0 for none."""
    own: bool
    """Whether that step is what the answer tells of."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A review with its row, and with a mark for each answer."""

    id: int
    started_at: datetime
    review: Review
    marks: tuple[Mark, ...] = ()
    again: tuple[Taken, Mark] | None = None
    """The answer to a page that undo took back last; redo gives it once more. It isn't kept."""


def spelled(sitting: Sitting) -> str:
    """What is kept of the sitting, as JSON."""
    marks: Plain = [[mark.step, mark.own] for mark in sitting.marks]
    return json.dumps({"review": to_plain(sitting.review), "marks": marks})


def unfinished(today: date) -> Sitting | None:
    """The review of today that was left before its end."""
    row = Session.select().order_by(Session.id.desc()).first()
    sitting = _sitting(row) if row else None
    return sitting if sitting and goes_on(sitting.review, today) else None


def time_spent(now: Moment) -> tuple[tuple[date, int], ...]:
    """Day and whole minutes of each review that came to its end, without the time it lay open."""
    found = []
    for row in Session.select().where(Session.ended_at.is_null(False)).order_by(Session.id):
        sitting = _sitting(row)
        if sitting and sitting.review.taken:
            seconds = sitting.review.taken[-1].seconds
        else:
            seconds = int((row.ended_at - row.started_at).total_seconds())
        found.append((now.day(row.started_at), seconds // 60))
    return tuple(found)


def _sitting(row: Session) -> Sitting | None:
    try:
        kept = json.loads(row.state)
        review = from_plain(kept["review"])
        marks = tuple(Mark(int(step), bool(own)) for step, own in kept["marks"])
    except (ValueError, KeyError, TypeError):
        return None
    return Sitting(row.id, row.started_at, review, marks) if review else None


def newest_step() -> int:
    """The newest step of the journal that stands; 0 where there is none."""
    newest = Step.select(Step.id).where(Step.undone_at.is_null()).order_by(Step.id.desc()).first()
    return newest.id if newest else 0


def stands(step_id: int) -> bool:
    """Whether this step of the journal was done and not undone."""
    return Step.select().where(Step.id == step_id, Step.undone_at.is_null()).exists()


def became(sitting: Sitting, follow_up_id: int, today: date) -> Answer | None:
    """What the book says was done with a card since it was dealt; None while it waits."""
    row = FollowUp.get_or_none(FollowUp.id == follow_up_id)
    if row is None:
        return Answer.GONE
    if row.state != FollowUpState.OPEN:
        return _ended(row)
    place = row.contact.organization if row.contact else None
    if any(one and one.parked_until and one.parked_until > today for one in (row, place)):
        return Answer.PARKED
    if row.snoozes.where(Snooze.session == sitting.id).exists():
        return Answer.SNOOZED
    return Answer.GONE if row.due > today else None


def _ended(row: FollowUp) -> Answer:
    by = row.closed_by
    if row.state == FollowUpState.DECLINED:
        return Answer.DECLINED
    if row.state == FollowUpState.ATTEMPTED:
        return Answer.TRIED if by and by.channel == Channel.CALL else Answer.DONE
    if row.state == FollowUpState.DONE:
        talked = by is not None and by.outcome in (Outcome.TALKED, Outcome.MET)
        return Answer.CALLED if talked else Answer.DONE
    return Answer.DONE if row.reason == MADE_SMALLER else Answer.GONE


def called_on(day: date, zone: tzinfo | None) -> dict[str, int]:
    """The organizations called on this day, by key, and the contact who was called there."""
    rows = (
        Touch.select(Touch.at, Touch.contact, Organization.key)
        .join(Contact)
        .join(Organization)
        .where(Touch.channel == Channel.CALL, Touch.outcome.in_((Outcome.TALKED, *UNREACHED)))
        .order_by(Touch.at.desc(), Touch.id.desc())
        .limit(100)
        .tuples()
        .iterator()
    )
    return {key: contact for at, contact, key in rows if at.astimezone(zone).date() == day}
