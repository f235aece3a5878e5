"""Sessions, drafts and what was shown, as they leave the book; and the book itself."""

from __future__ import annotations

from datetime import datetime

from followup_tui.records import dataclass
from followup_tui.rules.book.dealings import (
    FollowUpRecord,
    PromiseRecord,
    ReferralRecord,
    TouchRecord,
)
from followup_tui.rules.book.people import (
    ContactRecord,
    LeadRecord,
    OrganizationRecord,
    TagRecord,
)


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A card of a review."""

    position: int
    follow_up: str | None = None
    contact: str | None = None
    step: str = ""
    card_seen_at: datetime | None = None
    screen_seen: bool = False
    answer: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A review; touches and snoozes name it by its number in the file, from 1."""

    started_at: datetime
    ended_at: datetime | None = None
    step: str = ""
    state: str = ""
    cards: tuple[CardRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedRecord:
    """A question that was asked."""

    contact: str
    question: str
    at: datetime
    touch: str | None = None


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """Something that a log left uncertain."""

    path: str
    words: str
    at: datetime
    touch: str | None = None
    contact: str | None = None
    choices: str = "[]"
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A message or a line being written."""

    kind: str
    at: datetime
    contact: str | None = None
    follow_up: str | None = None
    subject: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact that was shown, or hidden for ever."""

    fact: str
    at: datetime
    contact: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class HeardRecord:
    """Who heard a version of the profile."""

    contact: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProfileRecord:
    """A version of what I am looking for."""

    fields: str
    at: datetime
    paragraph: str = ""
    heard: tuple[HeardRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class NotSameRecord:
    """Two people who are not one."""

    left: str
    right: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MappingRecord:
    """Which column of a table is which field."""

    header: str
    mapping: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FlagRecord:
    """A small thing that is remembered once."""

    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything."""

    contacts: tuple[ContactRecord, ...] = ()
    organizations: tuple[OrganizationRecord, ...] = ()
    tags: tuple[TagRecord, ...] = ()
    leads: tuple[LeadRecord, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()
    touches: tuple[TouchRecord, ...] = ()
    referrals: tuple[ReferralRecord, ...] = ()
    follow_ups: tuple[FollowUpRecord, ...] = ()
    promises: tuple[PromiseRecord, ...] = ()
    asked: tuple[AskedRecord, ...] = ()
    questions: tuple[QuestionRecord, ...] = ()
    drafts: tuple[DraftRecord, ...] = ()
    facts: tuple[FactRecord, ...] = ()
    profiles: tuple[ProfileRecord, ...] = ()
    not_same: tuple[NotSameRecord, ...] = ()
    header_mappings: tuple[MappingRecord, ...] = ()
    flags: tuple[FlagRecord, ...] = ()


Record = (
    ContactRecord | OrganizationRecord | TagRecord | LeadRecord | SessionRecord | TouchRecord
    | ReferralRecord | FollowUpRecord | PromiseRecord | AskedRecord | QuestionRecord | DraftRecord
    | FactRecord | ProfileRecord | NotSameRecord | MappingRecord | FlagRecord
)  # fmt: skip
"""What the lists of the book hold."""
