"""What happens with people, as it leaves the book: touches, names given, next steps, promises."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.rules.facts import (
    Action,
    Channel,
    ChaseKind,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    ReferralState,
    SnoozeReason,
    Via,
)


@dataclass(frozen=True, slots=True)
class TouchRecord:
    """Something that happened with a person."""

    at: datetime
    contact: str | None = None
    lead: str | None = None
    logged_at: datetime | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None
    minutes: int | None = None
    attempts: int = 1
    attempt_no: int | None = None
    note: str = ""
    typed: str = ""
    uid: str = ""
    session: int | None = None
    card_seen: bool = False
    confidence_before: int | None = None
    confidence_after: int | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralChangeRecord:
    """A state that a referral came to."""

    state: ReferralState
    at: datetime
    owed: bool = False
    reported_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReferralRecord:
    """A name that somebody gave."""

    given_at: datetime
    ends_on: date
    giver: str | None = None
    contact: str | None = None
    lead: str | None = None
    words: str = ""
    relation: str = ""
    missing: str = ""
    via: Via = Via.YOU_CONTACT
    may_use_name: bool | None = None
    told_they_will_call: bool | None = None
    state: ReferralState = ReferralState.GIVEN
    reason: str | None = None
    touch: str | None = None
    uid: str = ""
    changes: tuple[ReferralChangeRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class SnoozeRecord:
    """A follow-up, put off once."""

    from_day: date
    to_day: date
    at: datetime
    time: str | None = None
    place: str = ""
    reason: SnoozeReason | None = None
    session: int | None = None


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """When and where a follow-up was planned to be done."""

    day: date
    planned_at: datetime
    time: str | None = None
    place: str = ""
    session: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """A next step, open or not."""

    action: Action
    first_due: date
    due: date
    owed: Owed
    contact: str | None = None
    lead: str | None = None
    referral: str | None = None
    what: str = ""
    time: str | None = None
    zone: str = ""
    part: str = ""
    place: str = ""
    promised_to: str | None = None
    attempt: int = 1
    chase: ChaseKind | None = None
    chase_from: date | None = None
    condition: str = ""
    parked_until: date | None = None
    pinned_until: date | None = None
    ends_on: date | None = None
    state: FollowUpState = FollowUpState.OPEN
    reason: str | None = None
    created_at: datetime | None = None
    closed_at: datetime | None = None
    born_of: str | None = None
    closed_by: str | None = None
    sequence: int = 0
    uid: str = ""
    snoozes: tuple[SnoozeRecord, ...] = ()
    plans: tuple[PlanRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class PromiseRecord:
    """What somebody said they would do for me."""

    contact: str
    what: str
    due: date
    lead: str | None = None
    time: str | None = None
    state: PromiseState = PromiseState.OPEN
    touch: str | None = None
    created_at: datetime | None = None
    closed_at: datetime | None = None
    uid: str = ""
