"""The words every layer shares: the enumerations, as the store and the JSON spell them."""

from __future__ import annotations

from enum import StrEnum

from followup_tui.rules.owing import Action as Action
from followup_tui.rules.owing import Owed as Owed


class Channel(StrEnum):
    """By which way a touch happened."""

    CALL = "call"
    VIDEO = "video"
    IN_PERSON = "in_person"
    EMAIL = "email"
    TEXT = "text"
    CHAT = "chat"
    LETTER = "letter"


class Direction(StrEnum):
    """Who began it."""

    IN = "in"
    OUT = "out"


class Outcome(StrEnum):
    """What became of a touch."""

    TALKED = "talked"
    MET = "met"
    RECEIVED = "received"
    SENT = "sent"
    LEFT_VOICEMAIL = "left_voicemail"
    NO_ANSWER = "no_answer"
    BUSY = "busy"
    GATEKEEPER = "gatekeeper"
    WRONG_NUMBER = "wrong_number"
    MISSED_CALL = "missed_call"
    RESCHEDULED = "rescheduled"


CONTACT = frozenset({Outcome.TALKED, Outcome.MET, Outcome.RECEIVED})
"""The outcomes that are *contact*; all others are attempts or messages out."""


class FollowUpState(StrEnum):
    """The life of a follow-up; parked is open with a day it is parked until."""

    OPEN = "open"
    DONE = "done"
    ATTEMPTED = "attempted"
    DECLINED = "declined"
    DROPPED = "dropped"


class Stage(StrEnum):
    """Where a lead stands."""

    NEW = "new"
    CONTACTED = "contacted"
    TALKING = "talking"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    WON = "won"
    DECLINED = "declined"
    CLOSED = "closed"
    PAUSED = "paused"


ENDED = frozenset({Stage.WON, Stage.DECLINED, Stage.CLOSED})
"""The stages after which a lead needs no next step."""


class DeclineReason(StrEnum):
    """Why I said no: a fixed list, so that it can be counted."""

    COMMUTE = "commute"
    DUTIES = "duties"
    COMPANY = "company"
    HOURS = "hours"
    PAY = "pay"
    LEVEL = "level"
    TIMING = "timing"
    OTHER = "other"


class CloseReason(StrEnum):
    """Why they said no."""

    FILLED = "filled"
    BUDGET = "budget"
    FREEZE = "freeze"
    REJECTED = "rejected"
    SILENT = "silent"
    OTHER = "other"


class ReferralState(StrEnum):
    """The life of a name that was given."""

    GIVEN = "given"
    TRIED = "tried"
    REACHED = "reached"
    CAME_OF_IT = "came_of_it"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"


class Via(StrEnum):
    """Who makes the first move on a referral."""

    YOU_CONTACT = "you_contact"
    THEY_INTRODUCE = "they_introduce"


class TieClass(StrEnum):
    """How a person is kept in touch with."""

    BOOSTER = "booster"
    A = "a"
    WEAK = "weak"
    DORMANT = "dormant"


class SnoozeReason(StrEnum):
    """What is in the way."""

    ASK = "ask"
    BOTHER = "bother"
    UNSURE = "unsure"
    BUSY = "busy"
    LATER = "later"


class PromiseState(StrEnum):
    """What became of a promise that somebody made to me."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class WayKind(StrEnum):
    """A way to reach a person."""

    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    HANDLE = "handle"
    ADDRESS = "address"


class ChaseKind(StrEnum):
    """Which plan of attempts a chase follows."""

    REFERRED = "referred"
    WARM = "warm"
    COLD = "cold"
    INTERVIEW = "interview"
    PROMISED = "promised"


class ReadingKind(StrEnum):
    """What a quick log line is about."""

    INTERACTION = "interaction"
    LEAD_UPDATE = "lead_update"
