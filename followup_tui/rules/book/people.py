"""People, where they are, and leads, as they leave the book."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.records import dataclass
from followup_tui.rules.facts import Stage, TieClass, WayKind

NOT_SAID = ""
"""A phone's `e164` in a file that somebody wrote by hand: it is worked out when it is read."""


WAYS = {
    WayKind.EMAIL: "emails",
    WayKind.PHONE: "phones",
    WayKind.URL: "urls",
    WayKind.HANDLE: "handles",
    WayKind.ADDRESS: "addresses",
}
"""Under which name a contact lists its ways of a kind."""


@dataclass(frozen=True, slots=True)
class WayRecord:
    """A way to reach a person, as typed."""

    value: str
    label: str = ""
    preferred: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class PhoneRecord:
    """A phone number, as typed and as it is dialled; null where that can't be known."""

    value: str
    label: str = ""
    e164: str | None = NOT_SAID
    preferred: bool = False
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """A picture, byte for byte."""

    kind: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """Where people are; contacts and leads call it by its name."""

    name: str
    uid: str = ""
    parked_until: date | None = None


@dataclass(frozen=True, slots=True)
class TagRecord:
    """A word on people."""

    name: str
    cadence_days: int | None = None


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A person."""

    name: str
    organization: str | None = None
    emails: tuple[WayRecord, ...] = ()
    phones: tuple[PhoneRecord, ...] = ()
    urls: tuple[WayRecord, ...] = ()
    handles: tuple[WayRecord, ...] = ()
    addresses: tuple[WayRecord, ...] = ()
    tags: tuple[str, ...] = ()
    role: str = ""
    uid: str = ""
    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    tie_class: TieClass | None = None
    stars: int = 0
    cadence_days: int | None = None
    zone: str = ""
    hours: str = ""
    place: str = ""
    how_met: str = ""
    birthday: str = ""
    notes: str = ""
    archived: bool = False
    source: str = ""
    extra: str = ""
    photo: PhotoRecord | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StageRecord:
    """A stage that a lead came to."""

    stage: Stage
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LeadPersonRecord:
    """Somebody who has to do with a lead."""

    contact: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class LeadRecord:
    """An opening, introduction or piece of advice."""

    title: str
    organization: str | None = None
    stage: Stage = Stage.NEW
    reason: str | None = None
    uid: str = ""
    offered_by: str | None = None
    words: str = ""
    url: str = ""
    source: str = ""
    place: str = ""
    pay: str = ""
    resume: str = ""
    notes: str = ""
    waiting_until: date | None = None
    parked_until: date | None = None
    created_at: datetime | None = None
    stages: tuple[StageRecord, ...] = ()
    people: tuple[LeadPersonRecord, ...] = ()
