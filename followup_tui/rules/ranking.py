"""What to do first: six whole numbers that add up, and can be shown on request.

Named tuples, not dataclasses, here: this is on the way of `followup due`, whose whole budget
the import of `dataclasses` would halve.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from followup_tui.rules.moment import Moment
from followup_tui.rules.owing import Action, Owed
from followup_tui.rules.reach import minutes_left, opens_next
from followup_tui.rules.workdays import workdays_between
from followup_tui.tuples import NamedTuple

OWED = {Owed.PROMISED: 40, Owed.AWAITED: 30, Owed.LENT: 25, Owed.CHASE: 15, Owed.IN_TOUCH: 0}
"""Points for why it is owed."""
DUE, A_WORKDAY, LATEST, LATEST_IN_TOUCH = 20, 5, 40, 30
"""Points on the due day, for each business day after or before it, and at most."""
A_STAR = 5
FRESHEST, HALF_LIFE_DAYS = 10, 7
A_SNOOZE, MOST_SNOOZES = 5, 2
IN_HOURS, DAY_ENDS, LAST_MINUTES = 5, 10, 60
"""Points for a call in their hours, and in the last minutes of their day."""

_OWED_WORDS = {
    Owed.PROMISED: "promised",
    Owed.AWAITED: "they wait",
    Owed.LENT: "lent to you",
    Owed.CHASE: "next try",
    Owed.IN_TOUCH: "keep in touch",
}


class Candidate(NamedTuple):
    """What the rank of an open follow-up depends on, and nothing else."""

    id: int
    action: Action
    owed: Owed
    first_due: date
    stars: int = 0
    fresh_from: date | None = None
    """The day of the last talk or of the giving, whichever is later; None without either."""
    snoozes: int = 0
    zone: str | None = None
    hours: str | None = None
    created: datetime | None = None
    """Decides between equals: the older one goes first."""
    name: str = ""


class Terms(NamedTuple):
    """The six terms of a rank, in points."""

    owed: int
    late: int
    tie: int
    fresh: int
    put_off: int
    reach: int

    @property
    def total(self) -> int:
        """Their sum: the rank."""
        return sum(self)


def rank(candidate: Candidate, moment: Moment) -> Terms | None:
    """The terms of `candidate` at `moment`, or None for a call that can't be made now.

    Source: the house's own weights. A promise outweighs a loan, a loan a chase; a law worth
    keeping is that nothing sinks by getting later.
    """
    called = candidate.action is Action.CALL
    reached = reach(moment, candidate.zone, candidate.hours) if called else 0
    if reached is None:
        return None
    most = LATEST_IN_TOUCH if candidate.owed is Owed.IN_TOUCH else LATEST
    today = moment.today
    return Terms(
        owed=OWED[candidate.owed],
        late=_late(candidate.first_due, most, today, moment.holidays),
        tie=A_STAR * candidate.stars,
        fresh=_fresh(candidate.fresh_from, today),
        put_off=A_SNOOZE * min(candidate.snoozes, MOST_SNOOZES),
        reach=reached,
    )


@lru_cache(maxsize=1024)
def _late(first_due: date, most: int, today: date, holidays: frozenset[date]) -> int:
    # Kept, since a long list has few days: counting them was a third of ranking it.
    days = workdays_between(first_due, today, holidays)
    return max(0, min(most, DUE + A_WORKDAY * days))


def _fresh(since: date | None, today: date) -> int:
    if since is None:
        return 0
    days = max(0, (today - since).days)
    # int(x + ½) rounds a half up; round() would take 2.5 to 2.
    return int(FRESHEST * 0.5 ** (days / HALF_LIFE_DAYS) + 0.5)


def reach(moment: Moment, zone: str | None, hours: str | None) -> int | None:
    """Points for a call to somebody in `zone` with `hours`; None where they are closed now."""
    left = minutes_left(moment, zone, hours)
    if not left:
        return None
    return DAY_ENDS if left <= LAST_MINUTES else IN_HOURS


def sort_key(candidate: Candidate, terms: Terms | None) -> tuple[int, date, float, str, int]:
    """Orders follow-ups: highest sum first, then due date, age, name; those closed now last."""
    first = -terms.total if terms else 1
    born = candidate.created.timestamp() if candidate.created else float("inf")
    return first, candidate.first_due, born, candidate.name.casefold(), candidate.id


def later_key(candidate: Candidate, moment: Moment) -> tuple[float, date, str, int]:
    """Orders calls that are closed now: by when they open, then due date and name."""
    opens = opens_next(moment, candidate.zone, candidate.hours)
    when = opens.timestamp() if opens else float("inf")
    return when, candidate.first_due, candidate.name.casefold(), candidate.id


def why(terms: Terms, owed: Owed) -> str:
    """The sum in plain words: `promised 40 + late 40 + tie 5 + in their hours 5 = 90`."""
    late = "late" if terms.late > DUE else "due" if terms.late == DUE else "due soon"
    reached = "in their hours" if terms.reach < DAY_ENDS else "their day ends soon"
    named = [
        (late, terms.late),
        ("tie", terms.tie),
        ("fresh", terms.fresh),
        ("put off", terms.put_off),
        (reached, terms.reach),
    ]
    parts = [f"{_OWED_WORDS[owed]} {terms.owed}"]
    parts += [f"{word} {points}" for word, points in named if points]
    return f"{' + '.join(parts)} = {terms.total}"
