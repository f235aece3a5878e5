"""What the numbers are counted from: plain events, each with the user's day in which it lies."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from followup_tui.records import dataclass
from followup_tui.rules.facts import (
    Action,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    ReferralState,
    TieClass,
)


class Stamp(NamedTuple):
    """When something happened. At half past midnight it is still the user's day before."""

    at: datetime
    """Aware, in the user's zone."""
    day: date


@dataclass(frozen=True, slots=True)
class Step:
    """A follow-up."""

    id: int
    contact: int | None
    action: Action
    owed: Owed
    state: FollowUpState
    first_due: date
    closed: Stamp | None = None
    snoozes: int = 0
    born_of: int | None = None

    @property
    def gave_way(self) -> bool:
        """Whether it was dropped for something else before it came due."""
        dropped = self.state is FollowUpState.DROPPED
        return dropped and self.closed is not None and self.closed.day <= self.first_due


@dataclass(frozen=True, slots=True)
class Touched:
    """A touch; `hour` is the contact's own."""

    id: int
    contact: int | None
    when: Stamp
    outcome: Outcome
    direction: Direction | None = None
    minutes: int | None = None
    attempts: int = 1
    hour: int = 12
    logged: Stamp | None = None
    """Where it was written down later than it happened."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A state a referral came to."""

    state: ReferralState
    on: date
    owed: bool = True
    """Whether its giver is owed a word on it."""
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name that was given."""

    id: int
    giver: int | None
    contact: int | None
    called: str
    given_on: date
    tried_on: date | None = None
    parked_until: date | None = None
    moves: tuple[Moved, ...] = ()

    @property
    def decided_on(self) -> date | None:
        """The day on which it was given up or declined, if it was."""
        ends = (ReferralState.DECLINED, ReferralState.NOT_REACHED)
        return min((move.on for move in self.moves if move.state in ends), default=None)


@dataclass(frozen=True, slots=True)
class Theirs:
    """A promise made to me."""

    due: date
    state: PromiseState
    closed_on: date | None = None
    tie_class: TieClass | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Something planned for a day, and whether it was attempted on it."""

    day: date
    timed: bool
    attempted: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """A lead that I ended, and whether I said so with words."""

    on: date
    with_words: bool
