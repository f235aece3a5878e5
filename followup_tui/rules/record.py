"""More of the user's own numbers: snoozes, their promises, reach, hours, declines, effort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from followup_tui.records import dataclass
from followup_tui.rules.events import Ended, Step, Theirs, Touched
from followup_tui.rules.facts import CONTACT, Direction, FollowUpState, Outcome, PromiseState
from followup_tui.rules.metrics import FEW, TALKS, WINDOW_DAYS, Middle, Share, within

OUTGOING = frozenset(
    {Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY, Outcome.GATEKEEPER, Outcome.SENT}
)
"""Attempts that reached nobody yet."""
PACE_DAYS = 14
"""So many days back say how fast things are closed, and how fast they come."""
MOST_TRIES = 3
HOURS_FROM_ATTEMPTS = 30
"""So many attempts are needed before an hour can be called better than another."""
BLOCK_HOURS = 2
OTHERS = "others"
"""People without a class of tie."""


@dataclass(frozen=True, slots=True)
class Snoozing:
    """M9: how often finished things were put off."""

    mean: float | None
    twice: Share


@dataclass(frozen=True, slots=True)
class Reach:
    """M11: how many attempts it takes until a talk."""

    attempts: Middle
    by_attempt: tuple[Share, ...]
    """The share of people reached by the first, second and third attempt."""


@dataclass(frozen=True, slots=True)
class Hours:
    """M12: one two-hour block of the contact's day."""

    begins: int
    talks: int
    attempts: int


@dataclass(frozen=True, slots=True)
class Effort:
    """M15: what went in, and what was held."""

    minutes: int
    talks: int

    @property
    def talks_an_hour(self) -> float | None:
        """Talks per hour of review; None with too little time to say."""
        return None if self.minutes < 60 else 60 * self.talks / self.minutes


def snoozing(steps: Iterable[Step], today: date, days: int = WINDOW_DAYS) -> Snoozing:
    """M9: snoozes per finished follow-up, and how many had two."""
    finished = [
        s
        for s in steps
        if s.closed and s.state is not FollowUpState.DROPPED and within(s.closed.day, today, days)
    ]
    mean = sum(s.snoozes for s in finished) / len(finished) if len(finished) >= FEW else None
    return Snoozing(mean, Share(sum(s.snoozes >= 2 for s in finished), len(finished)))


def their_word(
    promises: Iterable[Theirs], today: date, days: int = WINDOW_DAYS
) -> dict[str, Share]:
    """M10: their promises kept by the day, by class of tie; never by person."""
    by_class: dict[str, list[Theirs]] = defaultdict(list)
    for promise in promises:
        if within(promise.due, today, days):
            by_class[promise.tie_class or OTHERS].append(promise)
    return {
        tie: Share(
            sum(
                p.state is PromiseState.KEPT and bool(p.closed_on and p.closed_on <= p.due)
                for p in kept
            ),
            len(kept),
        )
        for tie, kept in sorted(by_class.items())
    }


def reach(touches: Iterable[Touched], today: date) -> Reach:
    """M11: attempts until the first talk with each person, and how many are reached by which.

    Who calls back was reached by the attempts before; who calls unasked wasn't attempted.
    """
    tries: dict[int, int] = defaultdict(int)
    reached: dict[int, int] = {}
    known = (t for t in touches if t.contact is not None and t.when.day <= today)
    for touch in sorted(known, key=lambda t: (t.when.at, t.id)):
        person = touch.contact or 0
        mine = touch.direction is not Direction.IN
        if person in reached or not (mine or tries[person]):
            continue
        if touch.outcome in TALKS:
            reached[person] = tries[person] + mine * touch.attempts
        elif touch.outcome in OUTGOING:
            tries[person] += touch.attempts
    people = reached.keys() | {person for person, count in tries.items() if count}
    by_attempt = tuple(
        Share(sum(1 for needed in reached.values() if needed <= n), len(people))
        for n in range(1, MOST_TRIES + 1)
    )
    return Reach(Middle.of(list(reached.values())), by_attempt)


def best_hours(touches: Iterable[Touched]) -> list[Hours] | None:
    """M12: talks and attempts by two-hour block of their day; None before thirty attempts."""
    tries: dict[int, int] = defaultdict(int)
    talks: dict[int, int] = defaultdict(int)
    for touch in touches:
        if touch.direction is Direction.IN:
            continue
        block = touch.hour // BLOCK_HOURS * BLOCK_HOURS
        if touch.outcome in OUTGOING - {Outcome.SENT} or touch.outcome is Outcome.TALKED:
            tries[block] += touch.attempts
            talks[block] += touch.outcome is Outcome.TALKED
    if sum(tries.values()) < HOURS_FROM_ATTEMPTS:
        return None
    return [Hours(block, talks[block], tries[block]) for block in sorted(tries)]


def declined_with_words(ended: Iterable[Ended], today: date, days: int = WINDOW_DAYS) -> Share:
    """M13: leads that I ended with a message, of those that I ended without progress."""
    mine = [e for e in ended if within(e.on, today, days)]
    return Share(sum(e.with_words for e in mine), len(mine))


def effort(
    sessions: Iterable[tuple[date, int]], touches: Iterable[Touched], today: date,
    days: int = WINDOW_DAYS,
) -> Effort:  # fmt: skip
    """M15: minutes of review by day, and talks held."""
    minutes = sum(spent for day, spent in sessions if within(day, today, days))
    talks = sum(t.outcome in TALKS and within(t.when.day, today, days) for t in touches)
    return Effort(minutes, talks)


@dataclass(frozen=True, slots=True)
class Week:
    """What went out and what came back in one week."""

    monday: date
    out: int
    """Calls, messages and meetings that I began."""
    back: int
    """Calls and messages from them."""


def by_week(touches: Iterable[Touched], today: date, weeks: int = 12) -> list[Week]:
    """The last `weeks` weeks, the oldest first."""
    this = today - timedelta(days=today.weekday())
    counted = {this - timedelta(weeks=ago): [0, 0] for ago in range(weeks)}
    for touch in touches:
        monday = touch.when.day - timedelta(days=touch.when.day.weekday())
        if monday not in counted:
            continue
        if touch.direction is Direction.IN or touch.outcome is Outcome.RECEIVED:
            counted[monday][1] += touch.outcome in CONTACT
        else:
            counted[monday][0] += touch.attempts
    return [Week(monday, out, back) for monday, (out, back) in sorted(counted.items())]


def clear_by(steps: Iterable[Step], backlog: int, today: date) -> date | None:
    """The day on which nothing is due any more, at the pace of the last two weeks.

    Today where nothing is due now; None where as much comes due as is closed.
    """
    known = list(steps)
    since = today - timedelta(days=PACE_DAYS)
    closed = sum(1 for one in known if one.closed and since < one.closed.day <= today)
    came = sum(1 for one in known if since < one.first_due <= today)
    gain = closed - came
    if not backlog:
        return today
    return today + timedelta(days=-(-PACE_DAYS * backlog // gain)) if gain > 0 else None
