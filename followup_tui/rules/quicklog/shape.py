"""The reading of a line: what the program understood, piece by piece, and its JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, Channel, Direction, Outcome, ReadingKind, Stage, Via


@dataclass(frozen=True, slots=True)
class KnownLead:
    """The lead that the line is most likely about."""

    title: str
    org: str | None = None


@dataclass(frozen=True, slots=True)
class ReadContact:
    """The person the line is about; no name where only an organization was called."""

    name: str | None
    org: str | None = None
    role: str | None = None
    phone: str | None = None
    """E.164, or as typed when it is no whole number."""
    email: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ReadReferral:
    """A name that was given."""

    name: str
    org: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    relation: str | None = None
    via: Via = Via.YOU_CONTACT
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ReadFollowUp:
    """Something I am to do."""

    action: Action
    whom: str | None
    what: str | None = None
    due: date | None = None
    promised: bool = False
    time: str | None = None
    """HH:MM, in `tz` or the user's zone."""
    time_kind: str | None = None
    """at, by or before."""
    tz: str | None = None
    """IANA."""
    part: str | None = None
    """morning, afternoon or evening."""
    condition: str | None = None
    """`no_reply`, or the words."""
    whom_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReadPromise:
    """Something somebody else said they would do."""

    who: str | None
    what: str
    due: date | None = None
    time: str | None = None
    who_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReadStage:
    """Where a lead now stands."""

    to: Stage
    reason: str | None = None
    lead: str | None = None
    org: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was read, and where in the raw line."""

    kind: str
    """when, touch, contact, also, minutes, attempts, phone, email, role, org, referral, followup,
    promise or stage."""
    path: str
    """Which field of the JSON: `followups[0]`."""
    start: int
    end: int
    summary: str
    """In words: `call Tom Ruiz, Tue 24 Nov 09:00`."""
    uncertain: bool = False
    ask: str = ""
    """The path of the question that `choices` answer: `followups[0].due`."""
    choices: tuple[str, ...] = ()
    """What may be meant, the likeliest first: ISO dates, channels or names."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All of a line: the fields, the pieces they came from, and what must be asked."""

    kind: ReadingKind
    contact: ReadContact | None
    also: tuple[str, ...]
    day: date
    time: str | None
    channel: Channel | None
    direction: Direction | None
    outcome: Outcome | None
    attempts: int | None
    minutes: int | None
    referrals: tuple[ReadReferral, ...]
    followups: tuple[ReadFollowUp, ...]
    promises_by_them: tuple[ReadPromise, ...]
    stage: ReadStage | None
    bad_phone: str | None
    note: str
    ask: tuple[str, ...]
    pieces: tuple[Piece, ...] = ()

    @property
    def promises_by_me(self) -> tuple[int, ...]:
        """Which of the follow-ups I promised, by position."""
        return tuple(place for place, task in enumerate(self.followups) if task.promised)


def as_json(reading: Reading) -> dict[str, Any]:
    """The object that `log --json` prints; fields that a line may leave out are left out."""
    stage = reading.stage
    return {
        "kind": reading.kind,
        "contact": _contact(reading.contact),
        "also": list(reading.also),
        "at": {"date": reading.day.isoformat(), "time": reading.time},
        "channel": reading.channel,
        "direction": reading.direction,
        "outcome": reading.outcome,
        "attempts": reading.attempts,
        "minutes": reading.minutes,
        "referrals": [_referral(referral) for referral in reading.referrals],
        "followups": [_follow_up(task) for task in reading.followups],
        "promises_by_me": list(reading.promises_by_me),
        "promises_by_them": [_promise(promise) for promise in reading.promises_by_them],
        "stage": stage
        and {"to": stage.to, "reason": stage.reason, "lead": stage.lead, "org": stage.org},
        "bad_phone": reading.bad_phone,
        "note": reading.note,
        "ask": list(reading.ask),
    }


def _given(**fields: object) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _contact(contact: ReadContact | None) -> dict[str, Any] | None:
    if contact is None:
        return None
    return {"name": contact.name, "org": contact.org} | _given(
        role=contact.role, phone=contact.phone, email=contact.email, id=contact.id
    )


def _referral(referral: ReadReferral) -> dict[str, Any]:
    return {"name": referral.name, "org": referral.org} | _given(
        role=referral.role,
        phone=referral.phone,
        email=referral.email,
        relation=referral.relation,
        via=referral.via,
        id=referral.id,
    )


def _follow_up(task: ReadFollowUp) -> dict[str, Any]:
    return {
        "action": task.action,
        "whom": task.whom,
        "what": task.what,
        "due": task.due and task.due.isoformat(),
        "promised": task.promised,
    } | _given(
        time=task.time,
        time_kind=task.time_kind,
        tz=task.tz,
        part=task.part,
        condition=task.condition,
    )


def _promise(promise: ReadPromise) -> dict[str, Any]:
    return {
        "who": promise.who,
        "what": promise.what,
        "due": promise.due and promise.due.isoformat(),
    } | _given(time=promise.time)
