"""The user's own numbers: what was promised, tried, reached, reported; pure, over plain events.

Each is `n of m`, or a median; fewer than three cases are too few to say anything.

Source: the definitions of the weekly page, M1 to M16. The window is the last 28 days unless
said. An attempt is a logged outgoing call, voicemail, message or meeting towards a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median

from followup_tui.rules.facts import (
    CONTACT,
    Action,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    ReferralState,
    TieClass,
)
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays, is_workday

WINDOW_DAYS = 28
FEW = 3
"""Fewer cases than this are too few to say."""
GRACE_WORKDAYS = 1
REPORT_DAYS, OLD_LOOP_DAYS = 3, 7
THANK_MINUTES, THANK_HOURS = 10, 24
TRY_WORKDAYS, DECIDE_DAYS = 2, 14
HOURS_FROM_ATTEMPTS = 30
BLOCK_HOURS = 2
DAY_BEGINS, DAY_ENDS = time(9), time(17)
"""The business day, for hours that count."""

Holidays = Collection[date]


@dataclass(frozen=True, slots=True)
class Step:
    """A follow-up, as the numbers see it; instants are in the user's zone."""

    id: int
    contact: int | None
    action: Action
    owed: Owed
    state: FollowUpState
    first_due: date
    created: datetime
    closed: datetime | None = None
    snoozes: int = 0
    born_of: int | None = None
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """A touch; `hour` is the contact's own."""

    id: int
    contact: int | None
    at: datetime
    outcome: Outcome
    direction: Direction | None = None
    minutes: int | None = None
    attempts: int = 1
    hour: int = 12
    logged: datetime | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A state a referral came to, which owes its giver a word."""

    state: ReferralState
    at: datetime
    reported: datetime | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name that was given."""

    id: int
    giver: int | None
    contact: int | None
    called: str
    given: datetime
    tried: datetime | None = None
    state: ReferralState = ReferralState.GIVEN
    moves: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Theirs:
    """A promise made to me."""

    due: date
    state: PromiseState
    closed: datetime | None = None
    tie_class: TieClass | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Something planned for a day, and whether it was attempted on it."""

    day: date
    timed: bool
    attempted: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """A lead that I ended without progress, and whether I said so with words."""

    on: date
    with_words: bool


@dataclass(frozen=True, slots=True)
class Share:
    """`n` of `m`."""

    n: int
    m: int

    @property
    def percent(self) -> int | None:
        """Whole percent; None where there are too few to say."""
        return None if self.m < FEW else round(100 * self.n / self.m)

    def __str__(self) -> str:
        return f"{self.n} of {self.m}" if self.m >= FEW else "too few to say"


@dataclass(frozen=True, slots=True)
class Middle:
    """A median of so many cases."""

    value: float | None
    cases: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Middle:
        """The median of `values`; no value where there are too few."""
        return cls(median(values) if len(values) >= FEW else None, len(values))


def within(day: date, today: date, days: int = WINDOW_DAYS) -> bool:
    """Whether `day` is one of the last `days` days, today included."""
    return today - timedelta(days=days) < day <= today


def follow_through(
    steps: Iterable[Step], today: date, holidays: Holidays = NO_HOLIDAYS, days: int = WINDOW_DAYS
) -> Share:
    """M1: follow-ups acted on no later than a business day after they were first due.

    An attempt counts: it did what the follow-up asked for. Snoozing moves nothing.
    """
    due = [s for s in steps if within(s.first_due, today, days)]
    done = (FollowUpState.DONE, FollowUpState.DECLINED, FollowUpState.ATTEMPTED)
    kept = [
        s
        for s in due
        if s.state in done
        and s.closed
        and s.closed.date() <= add_workdays(s.first_due, GRACE_WORKDAYS, holidays)
    ]
    return Share(len(kept), len(due))


def promises_kept(steps: Iterable[Step], today: date, days: int = WINDOW_DAYS) -> Share:
    """M2: my promises done by the day they were due."""
    due = [
        s
        for s in steps
        if s.owed is Owed.PROMISED
        and within(s.first_due, today, days)
        and s.state is not FollowUpState.DROPPED
    ]
    kept = [s for s in due if s.closed and s.state is FollowUpState.DONE]
    return Share(sum(1 for s in kept if s.closed and s.closed.date() <= s.first_due), len(due))


def hours_to_first(
    steps: Iterable[Step], touches: Iterable[Touched], today: date,
    holidays: Holidays = NO_HOLIDAYS, days: int = WINDOW_DAYS,
) -> Middle:  # fmt: skip
    """M3: business hours from a talk being logged to the first thing done that it brought."""
    first: dict[int, datetime] = {}
    for step in steps:
        done = step.state in (FollowUpState.DONE, FollowUpState.ATTEMPTED)
        if done and step.closed and step.born_of is not None:
            first[step.born_of] = min(step.closed, first.get(step.born_of, step.closed))
    hours = [
        business_hours(talk.logged or talk.at, first[talk.id], holidays)
        for talk in touches
        if talk.outcome in CONTACT and talk.id in first and within(talk.at.date(), today, days)
    ]
    return Middle.of(hours)


def business_hours(start: datetime, end: datetime, holidays: Holidays = NO_HOLIDAYS) -> float:
    """Hours between two instants that lie in a business day, 9 to 17, in their zone."""
    total = timedelta()
    day = start.date()
    while day <= end.date():
        if is_workday(day, holidays):
            opens = datetime.combine(day, DAY_BEGINS, start.tzinfo)
            closes = datetime.combine(day, DAY_ENDS, start.tzinfo)
            total += max(timedelta(), min(end, closes) - max(start, opens))
        day += timedelta(days=1)
    return total.total_seconds() / 3600


def tried_in_time(
    names: Iterable[Name], today: date, holidays: Holidays = NO_HOLIDAYS, days: int = WINDOW_DAYS
) -> Share:
    """M4: names first tried within two business days, of those given that long ago."""
    due = [
        (n, add_workdays(n.given.date(), TRY_WORKDAYS, holidays))
        for n in names
        if within(n.given.date(), today, days)
    ]
    ripe = [(n, by) for n, by in due if by <= today]
    return Share(sum(1 for n, by in ripe if n.tried and n.tried.date() <= by), len(ripe))


def never_tried(names: Iterable[Name], today: date) -> list[Name]:
    """M5: names older than 14 days without an attempt and without a decision."""
    return [
        n
        for n in names
        if n.state is ReferralState.GIVEN
        and n.tried is None
        and (today - n.given.date()).days > DECIDE_DAYS
    ]


def loops_closed(names: Iterable[Name], today: date, days: int = WINDOW_DAYS) -> Share:
    """M6: changes told to the giver within three days, of those that owed a word."""
    owed = [m for n in names for m in n.moves if within(m.at.date(), today, days)]
    told = [m for m in owed if m.reported and (m.reported.date() - m.at.date()).days <= REPORT_DAYS]
    return Share(len(told), len(owed))


def old_loops(names: Iterable[Name], today: date) -> int:
    """M6: names with a change that its giver hasn't heard of for more than seven days."""
    return sum(
        any(not m.reported and (today - m.at.date()).days > OLD_LOOP_DAYS for m in n.moves)
        for n in names
    )


def thanked(
    touches: Iterable[Touched], steps: Iterable[Step], today: date, days: int = WINDOW_DAYS
) -> Share:
    """M7: talks and meetings of ten minutes or more that were thanked for within 24 hours."""
    thanks: dict[int, list[datetime]] = {}
    for step in steps:
        if step.action is Action.THANK and step.state is FollowUpState.DONE and step.closed:
            thanks.setdefault(step.contact or 0, []).append(step.closed)
    talks = [
        t
        for t in touches
        if t.outcome in (Outcome.TALKED, Outcome.MET)
        and (t.minutes or 0) >= THANK_MINUTES
        and within(t.at.date(), today, days)
    ]
    limit = timedelta(hours=THANK_HOURS)
    in_time = [
        t
        for t in talks
        if any(t.at <= done <= t.at + limit for done in thanks.get(t.contact or 0, ()))
    ]
    return Share(len(in_time), len(talks))


def did_as_planned(
    plans: Iterable[Planned], today: date, days: int = WINDOW_DAYS, *, timed: bool | None = None
) -> Share:
    """M8: things planned for a day that were attempted on it; by choice only those with a time."""
    due = [p for p in plans if within(p.day, today, days) and (timed is None or p.timed is timed)]
    return Share(sum(p.attempted for p in due), len(due))
