"""What a call begins from: the step at hand, what was tried since we last spoke, my promises."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.rules.facts import CONTACT, Action, Channel, FollowUpState, Outcome, Owed
from followup_tui.store.dealings import FollowUp, Snooze, Touch

UNREACHED = (Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.GATEKEEPER)
ON_A_CALL = (Action.CALL, Action.MEET, Action.INTERVIEW, Action.ASK, Action.CHECK)
"""Steps that a call can be about."""


@dataclass(frozen=True, slots=True)
class Tries:
    """The last talk, and the tries after it."""

    last_contact: datetime | None
    last_words: str
    """The note of the last talk."""
    last_was_spoken: bool
    """Whether it was a talk or a meeting, and not a message of theirs."""
    attempts: int
    """Calls since then that didn't reach them."""
    first: datetime | None
    """The first of them."""
    emailed: bool
    """Whether a mail went out since then."""


@dataclass(frozen=True, slots=True)
class CallStep:
    """The follow-up that a call is about, and its place in a chase."""

    id: int
    chase: str | None
    chase_from: date | None
    attempt: int
    """Which attempt of the chase it is, the first being 1."""
    referral_id: int | None


@dataclass(frozen=True, slots=True)
class MyPromise:
    """What I said I would do for somebody."""

    action: Action
    what: str
    other: str
    """With whom, where that is somebody else."""
    due: date


def tries(contact_id: int) -> Tries:
    """What happened with this person, up to now."""
    mine = Touch.select().where(Touch.contact == contact_id).order_by(Touch.at, Touch.id)
    talk = mine.where(Touch.outcome.in_(CONTACT)).order_by(Touch.at.desc()).first()
    since = mine if talk is None else mine.where(Touch.at >= talk.at, Touch.id != talk.id)
    calls = list(since.where(Touch.outcome.in_(UNREACHED)))
    mails = since.where(Touch.outcome == Outcome.SENT, Touch.channel == Channel.EMAIL)
    return Tries(
        last_contact=talk.at if talk else None,
        last_words=talk.note if talk else "",
        last_was_spoken=talk is not None and talk.outcome != Outcome.RECEIVED,
        attempts=sum(call.attempts for call in calls),
        first=calls[0].at if calls else None,
        emailed=mails.exists(),
    )


def step_at_hand(contact_id: int, follow_up_id: int | None = None) -> CallStep | None:
    """The open follow-up with this id, else the first with this person that a call can be about."""
    rows = FollowUp.select().where(FollowUp.state == FollowUpState.OPEN)
    if follow_up_id is not None:
        rows = rows.where(FollowUp.id == follow_up_id)
    else:
        rows = rows.where(FollowUp.contact == contact_id, FollowUp.action.in_(ON_A_CALL))
    row = rows.order_by(FollowUp.due, FollowUp.id).first()
    if row is None:
        return None
    return CallStep(row.id, row.chase, row.chase_from, row.attempt, row.referral_id)


def my_promises(contact_id: int) -> tuple[MyPromise, ...]:
    """What I promised this person and haven't done, the oldest first."""
    # By their ids: asked in one, SQLite goes through everything that is open, 14 ms of 20,000.
    named = FollowUp.select(FollowUp.id).where(FollowUp.promised_to == contact_id)
    theirs = FollowUp.select(FollowUp.id).where(
        FollowUp.contact == contact_id, FollowUp.promised_to.is_null()
    )
    rows = FollowUp.select().where(
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.owed == Owed.PROMISED,
        FollowUp.id.in_(named | theirs),
    )
    return tuple(
        MyPromise(
            Action(row.action),
            row.what,
            row.contact.name if row.contact and row.contact_id != contact_id else "",
            row.first_due,
        )
        for row in rows.order_by(FollowUp.first_due, FollowUp.id)
    )


def put_off_because(follow_up_id: int) -> str | None:
    """What was in the way when this was snoozed last, as far as it was said."""
    rows = Snooze.select().where(Snooze.follow_up == follow_up_id, Snooze.reason.is_null(False))
    last = rows.order_by(Snooze.id.desc()).first()
    return last.reason if last else None
