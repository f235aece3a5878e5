"""The weekly page: each number with last week beside it, and what came of it all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from followup_tui.records import dataclass
from followup_tui.rules import metrics, record
from followup_tui.rules.events import Name
from followup_tui.rules.facts import CONTACT, Direction, ReferralState
from followup_tui.rules.metrics import Middle, Share
from followup_tui.rules.moment import Moment
from followup_tui.rules.tree import PROGRESS, Node, Opening, shortest_path
from followup_tui.rules.workweek import Week as Workweek
from followup_tui.rules.workweek import week_of
from followup_tui.store.book import connection
from followup_tui.store.glance import count_due
from followup_tui.store.reviewed import reviewed_days
from followup_tui.store.totals import Events, events, grown

WEEKS = 12
"""How far the curves go back."""
A_WEEK = timedelta(days=7)
FEW = "too few to say"
A_DAY = 8
"""Business hours: the first step of a talk is meant to be sooner."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the page."""

    id: str
    """M1 to M16."""
    name: str
    now: str
    before: str
    """A week ago."""
    target: str = ""
    percent: int | None = None
    """Where it is a share with enough cases."""
    curve: tuple[float | None, ...] = ()
    """The number at the end of each of the last weeks, the oldest first; None for too few."""
    top: float = 100
    """What the curve's full height stands for."""
    reached: bool = False
    """Whether it is where it is meant to be."""


@dataclass(frozen=True, slots=True)
class Leak:
    """One step of the pipe: how many came so far."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on *What came of it*."""

    today: date
    numbers: tuple[Number, ...]
    tree: tuple[Node, ...]
    weeks: tuple[record.Week, ...]
    hours: tuple[record.Hours, ...] | None
    days: tuple[tuple[date, int], ...]
    """Attempts and talks by day, for the calendar; the oldest first."""
    pipe: tuple[Leak, ...]
    clear_by: date | None
    """When the backlog is clear at the pace of the last two weeks; None if it isn't shrinking."""
    missed: tuple[str, ...]
    """What would have been missed, in sentences."""
    reviewed: Workweek


def page(now: Moment) -> Page:
    """The page of today."""
    found = events(now)
    trees = grown(now)
    return Page(
        today=now.today,
        numbers=tuple(numbers(found, now)),
        tree=trees,
        weeks=tuple(record.by_week(found.touches, now.today, WEEKS)),
        hours=_hours(found),
        days=tuple(_days(found, now.today)),
        pipe=tuple(_pipe(found, trees)),
        clear_by=record.clear_by(found.steps, count_due(connection(), now.today), now.today),
        missed=tuple(_missed(found, trees)),
        reviewed=week_of(now.today, reviewed_days(now), now.holidays),
    )


def numbers(found: Events, now: Moment) -> list[Number]:
    """Every number, in the order of the page."""
    holidays = now.holidays
    steps, touches, names = found.steps, found.touches, found.names
    shares: list[tuple[str, str, str, Callable[[date], Share]]] = [
        ("M1", "Followed through", "70 %", lambda d: metrics.follow_through(steps, d, holidays)),
        ("M2", "Promises kept", "90 %", lambda d: metrics.promises_kept(steps, d)),
        ("M4", "Called in 2 days", "80 %",
         lambda d: metrics.tried_in_time(names, d, holidays)),
        ("M6", "Loops closed", "80 %", lambda d: metrics.loops_closed(names, d)),
        ("M7", "Thanked in a day", "80 %", lambda d: metrics.thanked(touches, steps, d)),
        ("M8", "Did it on the hour", "60 %", lambda d: metrics.did_as_planned(found.plans, d)),
        ("M8", "Did it on the day", "",
         lambda d: metrics.did_as_planned(found.plans, d, timed=False)),
        ("M13", "Said no with words", "100 %",
         lambda d: record.declined_with_words(found.ended, d)),
    ]  # fmt: skip
    page = [_share(*one, now.today) for one in shares]
    page.insert(2, _hours_to_first(found, now))
    return [*page, *_counts(found, now)]


def _share(number: str, name: str, target: str, at: Callable[[date], Share], today: date) -> Number:
    share = at(today)
    curve = tuple(at(today - A_WEEK * ago).percent for ago in range(WEEKS - 1, -1, -1))
    aim = int(target.partition(" ")[0] or 0)
    return Number(
        number, name, str(share), str(at(today - A_WEEK)), target, share.percent, curve,
        reached=bool(aim) and (share.percent or 0) >= aim,
    )  # fmt: skip


def _hours_to_first(found: Events, now: Moment) -> Number:
    def at(day: date) -> Middle:
        return metrics.hours_to_first(found.steps, found.touches, day, now.holidays)

    curve = tuple(at(now.today - A_WEEK * ago).value for ago in range(WEEKS - 1, -1, -1))
    return Number(
        "M3", "Hours to first step", _middle(at(now.today), " h"),
        _middle(at(now.today - A_WEEK), " h"), f"under {A_DAY} h", None, curve,
        max((value for value in curve if value), default=1),
        curve[-1] is not None and curve[-1] < A_DAY,
    )  # fmt: skip


def _counts(found: Events, now: Moment) -> list[Number]:
    days = reviewed_days(now)
    numbers: list[tuple[str, str, str, Callable[[date], str]]] = [
        ("M5", "Names never tried", "0", lambda d: _named(metrics.never_tried(found.names, d))),
        ("M6", "Loops open 7+ days", "0", lambda d: str(metrics.old_loops(found.names, d))),
        ("M9", "Snoozes until done", "at most 1",
         lambda d: _mean(record.snoozing(found.steps, d))),
        ("M10", "They keep their word", "",
         lambda d: _by_class(record.their_word(found.theirs, d))),
        ("M11", "Tries until a talk", "", lambda d: _reach(record.reach(found.touches, d))),
        ("M15", "Review and talks", "",
         lambda d: _effort(record.effort(found.sessions, found.touches, d))),
        ("M16", "Days reviewed", "", lambda d: str(week_of(d, days, now.holidays))),
    ]  # fmt: skip
    return [
        Number(number, name, at(now.today), _headline(at(now.today - A_WEEK)), target)
        for number, name, target, at in numbers
    ]


def _headline(said: str) -> str:
    """A number without what is said of it in brackets."""
    return said.partition(" (")[0]


def _named(names: list[Name]) -> str:
    if not names:
        return "0"
    listed = ", ".join(name.called for name in names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{len(names)} ({listed}{more})"


def _mean(found: record.Snoozing) -> str:
    return FEW if found.mean is None else f"{found.mean:.1f} (twice: {found.twice})"


def _by_class(words: dict[str, Share]) -> str:
    said = [f"{tie}: {share}" for tie, share in words.items() if share.percent is not None]
    return ", ".join(said) or FEW


def _middle(found: Middle, unit: str = "") -> str:
    return FEW if found.value is None else f"{found.value:.1f}{unit}"


def _reach(found: record.Reach) -> str:
    """The median, and how many were reached by the first, second and third try."""
    if found.attempts.value is None:
        return FEW
    first, second, third = (share.n for share in found.by_attempt)
    people = found.by_attempt[0].m
    return (
        f"{found.attempts.value:g} (by the 1st try {first} of {people} people, 2nd {second}, "
        f"3rd {third})"
    )


def _effort(found: record.Effort) -> str:
    pace = f" ({found.talks_an_hour:.1f} an hour)" if found.talks_an_hour is not None else ""
    return f"{found.minutes} min, {found.talks} talk{'s' * (found.talks != 1)}{pace}"


def _hours(found: Events) -> tuple[record.Hours, ...] | None:
    hours = record.best_hours(found.touches)
    return tuple(hours) if hours is not None else None


def _days(found: Events, today: date) -> list[tuple[date, int]]:
    first = today - timedelta(days=today.weekday()) - A_WEEK * (WEEKS - 1)
    counts = {first + timedelta(days=n): 0 for n in range((today - first).days + 1)}
    for touch in found.touches:
        day = touch.when.day
        if day in counts and touch.direction is not Direction.IN:
            counts[day] += touch.attempts
    return sorted(counts.items())


def _pipe(found: Events, trees: tuple[Node, ...]) -> list[Leak]:
    given = len(found.names)
    tried = sum(name.tried_on is not None for name in found.names)
    got = (ReferralState.REACHED, ReferralState.CAME_OF_IT)
    reached = sum(any(m.state in got for m in name.moves) for name in found.names)
    talked = {t.id: t.contact for t in found.touches if t.outcome in CONTACT}
    people = {name.contact for name in found.names}
    next_steps = {
        talked[s.born_of] for s in found.steps if s.born_of in talked and s.contact in people
    } & people
    results = len(_wins(trees))
    return [
        Leak("names given", given),
        Leak("called", tried),
        Leak("reached", reached),
        Leak("next step", len(next_steps)),
        Leak("interview", results),
    ]


def _missed(found: Events, trees: tuple[Node, ...]) -> list[str]:
    """What began with a step that was put off, and the shortest path to something."""
    put_off = {s.contact for s in found.steps if s.snoozes}
    wins = _wins(trees)
    after = sum(o.person in put_off for o in wins)
    said = []
    if after:
        said.append(
            f"{after} of {len(wins)} interviews began with somebody whose call was once put off."
        )
    if wins:
        path = min((shortest_path(trees, o.id) for o in wins), key=len)
        if path:
            said.append(f"The shortest path to {path[-1]}: {' → '.join(path[:-1])}.")
    return said


def _wins(trees: tuple[Node, ...]) -> list[Opening]:
    """The openings that came to an interview or further; one that two people led to is one."""
    found = {o.id: o for node in _all(trees) for o in node.openings if o.furthest in PROGRESS}
    return list(found.values())


def _all(nodes: tuple[Node, ...]) -> list[Node]:
    return [found for node in nodes for found in (node, *_all(node.children))]
