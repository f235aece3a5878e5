"""The user's own numbers: what was promised, tried, reached, reported; pure, over plain events.

Each is `n of m`, or a median; fewer than three cases are too few to say anything. `today` may be
a day gone by: then the number is what it was on that day.

Source: the definitions of the weekly page, M1 to M16. The window is the last 28 days unless
said. An attempt is a logged outgoing call, voicemail, message or meeting towards a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from statistics import median

from followup_tui.records import dataclass
from followup_tui.rules.events import Moved, Name, Planned, Step, Touched
from followup_tui.rules.facts import Action, FollowUpState, Outcome, Owed
from followup_tui.rules.workdays import NO_HOLIDAYS, add_workdays, is_workday

WINDOW_DAYS = 28
FEW = 3
"""Fewer cases than this are too few to say."""
GRACE_WORKDAYS = 1
REPORT_DAYS, OLD_LOOP_DAYS = 3, 7
THANK_MINUTES, THANK_HOURS = 10, 24
TRY_WORKDAYS, DECIDE_DAYS = 2, 14
DAY_BEGINS, DAY_ENDS = time(9), time(17)
"""The business day, for hours that count."""
TALKS = (Outcome.TALKED, Outcome.MET)
ACTED = (FollowUpState.DONE, FollowUpState.ATTEMPTED)
"""A call that nobody answered was made all the same."""

Holidays = Collection[date]


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
    """M1: follow-ups acted on or declined no later than a business day after they were first due.

    Snoozing moves nothing. What gave way before its day wasn't due.
    """
    due = [s for s in steps if within(s.first_due, today, days) and not s.gave_way]
    ended = (*ACTED, FollowUpState.DECLINED)
    kept = [
        s
        for s in due
        if s.closed
        and s.state in ended
        and s.closed.day <= min(today, add_workdays(s.first_due, GRACE_WORKDAYS, holidays))
    ]
    return Share(len(kept), len(due))


def promises_kept(steps: Iterable[Step], today: date, days: int = WINDOW_DAYS) -> Share:
    """M2: my promises done by the day they were due."""
    due = [
        s
        for s in steps
        if s.owed is Owed.PROMISED and within(s.first_due, today, days) and not s.gave_way
    ]
    kept = [s for s in due if s.closed and s.state in ACTED and s.closed.day <= s.first_due]
    return Share(len(kept), len(due))


def hours_to_first(
    steps: Iterable[Step], touches: Iterable[Touched], today: date,
    holidays: Holidays = NO_HOLIDAYS, days: int = WINDOW_DAYS,
) -> Middle:  # fmt: skip
    """M3: business hours from a talk being logged to the first thing done that it brought."""
    first: dict[int, datetime] = {}
    for step in steps:
        if step.born_of and step.closed and step.state in ACTED and step.closed.day <= today:
            first[step.born_of] = min(step.closed.at, first.get(step.born_of, step.closed.at))
    hours = [
        business_hours((talk.logged or talk.when).at, first[talk.id], holidays)
        for talk in touches
        if talk.outcome in TALKS and talk.id in first and within(talk.when.day, today, days)
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
        (n, add_workdays(n.given_on, TRY_WORKDAYS, holidays))
        for n in names
        if within(n.given_on, today, days)
    ]
    ripe = [(n, by) for n, by in due if by <= today]
    return Share(sum(1 for n, by in ripe if n.tried_on and n.tried_on <= by), len(ripe))


def never_tried(names: Iterable[Name], today: date) -> list[Name]:
    """M5: names older than 14 days without an attempt and without a decision.

    Parking a name until a day to come is a decision.
    """
    return [
        n
        for n in names
        if (today - n.given_on).days > DECIDE_DAYS
        and not _by(n.tried_on, today)
        and not _by(n.decided_on, today)
        and not (n.parked_until and n.parked_until > today)
    ]


def _by(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def loops_closed(names: Iterable[Name], today: date, days: int = WINDOW_DAYS) -> Share:
    """M6: changes told to the giver within three days, of those that owed a word."""
    owed = [m for n in names for m in n.moves if m.owed and within(m.on, today, days)]
    last = timedelta(days=REPORT_DAYS)
    told = [m for m in owed if m.reported_on and m.reported_on <= min(today, m.on + last)]
    return Share(len(told), len(owed))


def old_loops(names: Iterable[Name], today: date) -> int:
    """M6: names with a change that its giver hasn't heard of for more than seven days."""

    def is_old(move: Moved) -> bool:
        open_still = move.owed and not _by(move.reported_on, today)
        return open_still and (today - move.on).days > OLD_LOOP_DAYS

    return sum(any(map(is_old, n.moves)) for n in names)


def thanked(
    touches: Iterable[Touched], steps: Iterable[Step], today: date, days: int = WINDOW_DAYS
) -> Share:
    """M7: talks and meetings of ten minutes or more that were thanked for within 24 hours."""
    thanks: dict[int | None, list[datetime]] = {}
    for step in steps:
        said = step.action is Action.THANK and step.state is FollowUpState.DONE
        if said and step.closed and step.closed.day <= today:
            thanks.setdefault(step.contact, []).append(step.closed.at)
    talks = [
        t
        for t in touches
        if t.outcome in TALKS
        and (t.minutes or 0) >= THANK_MINUTES
        and within(t.when.day, today, days)
    ]
    limit = timedelta(hours=THANK_HOURS)
    in_time = [
        t
        for t in talks
        if any(t.when.at <= done <= t.when.at + limit for done in thanks.get(t.contact, ()))
    ]
    return Share(len(in_time), len(talks))


def did_as_planned(
    plans: Iterable[Planned], today: date, days: int = WINDOW_DAYS, *, timed: bool = True
) -> Share:
    """M8: things planned for a day and a time that were attempted on that day.

    Args:
        plans: Everything that was planned.
        today: The last day of the window.
        days: Its length.
        timed: False for the other half: what was planned for a day alone.
    """
    due = [p for p in plans if p.timed is timed and within(p.day, today, days)]
    return Share(sum(p.attempted for p in due), len(due))
