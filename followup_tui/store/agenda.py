"""What is due, for whom, and why: the one read behind the Overdue pane and `followup due`.

Plain `sqlite3` and named tuples on purpose: `followup due` must answer before Peewee, or even
`dataclasses`, is loaded, and what a screen shows must come from the same read.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from followup_tui.rules.owing import Action, Owed
from followup_tui.rules.ranking import Candidate, Terms, later_key, rank, sort_key
from followup_tui.rules.reach import opens_next
from followup_tui.tuples import NamedTuple

TYPE_CHECKING = False  # `typing` itself costs as much as opening the store.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from sqlite3 import Connection
    from typing import Any

    from followup_tui.rules.moment import Moment

DAYS_AHEAD = 7
"""How far *next days* looks."""

FAR_AHEAD = 3660
"""Days: farther than anything is put off to."""

SNOOZES = 2
"""So often may a follow-up be put off: `Defaults.snoozes`, whose import would cost too much."""

_SAID = (
    "coalesce(o.name, '')", "coalesce(l.title, '')", "coalesce(g.name, '')", "f.what", "f.part",
    "f.place", "coalesce(p.name, '')", "f.uid", "coalesce(ro.name, r.missing, '')", "f.condition",
)  # fmt: skip
"""What a row says beside what its place depends on: half of the time that reading takes."""

_READ = """
SELECT f.id, f.action, f.contact_id, coalesce(c.name, ''), {0},
  f.lead_id, {1}, f.referral_id, {2},
  {3}, f.first_due, f.due, f.time, f.zone, {4}, {5}, f.owed, {6},
  f.attempt, f.chase, f.pinned_until, f.ends_on, f.created_at,
  coalesce(c.stars, 0), coalesce(c.zone, ''), coalesce(c.hours, ''),
  (SELECT count(*) FROM snooze AS s WHERE s.follow_up_id = f.id),
  (SELECT max(t.at) FROM touch AS t WHERE t.contact_id = f.contact_id
     AND t.outcome IN ('talked', 'met', 'received', 'missed_call')),
  r.given_at, {7}, {8}, {9}
FROM follow_up AS f
LEFT JOIN contact AS c ON c.id = f.contact_id
LEFT JOIN organization AS o ON o.id = c.organization_id
LEFT JOIN lead AS l ON l.id = f.lead_id
LEFT JOIN referral AS r ON r.id = f.referral_id
LEFT JOIN contact AS g ON g.id = r.giver_id
LEFT JOIN contact AS ro ON ro.id = r.contact_id
LEFT JOIN contact AS p ON p.id = f.promised_to_id
WHERE f.state = 'open' AND f.due <= :until
  AND (f.parked_until IS NULL OR f.parked_until <= :today)
  AND (o.parked_until IS NULL OR o.parked_until <= :today)
"""


class Due(NamedTuple):
    """One follow-up on the list."""

    id: int
    action: Action
    contact_id: int | None
    contact: str
    organization: str
    lead_id: int | None
    lead: str
    referral_id: int | None
    giver: str
    what: str
    first_due: date
    due: date
    time: str | None
    zone: str
    part: str
    place: str
    owed: Owed
    promised_to: str
    attempt: int
    chase: str | None
    pinned: bool
    past_end: bool
    created_at: str
    stars: int
    contact_zone: str
    contact_hours: str
    snoozes: int
    last_talk: date | None
    """The day of the last talk, or of a call of theirs that I missed: what *Fresh* counts from."""
    given_on: date | None
    uid: str
    referred: str
    """Whose name was given, where this is about a referral."""
    condition: str
    worn_out: bool
    """Whether it was put off as often as it may be."""
    terms: Terms | None
    """Null where they can't be called now."""

    def late_on(self, today: date) -> int:
        """Calendar days since the first due day, at least 0."""
        return max(0, (today - self.first_due).days)

    @property
    def to_decide(self) -> bool:
        """Whether it can't be put off again: that often already, or past its end."""
        return self.worn_out or self.past_end


class Agenda(NamedTuple):
    """The list of a day, in the order it is shown."""

    overdue: tuple[Due, ...]
    today: tuple[Due, ...]
    coming: tuple[Due, ...]
    later: tuple[Due, ...]
    """Due by now, but closed now; by opening time."""

    @property
    def ranked(self) -> tuple[Due, ...]:
        """All that is due by now, highest rank first, those closed now at the end."""
        first = sorted(
            (*self.overdue, *self.today), key=lambda row: sort_key(_asked(row), row.terms)
        )
        return (*first, *self.later)

    @property
    def with_coming(self) -> tuple[Due, ...]:
        """All that is listed, highest rank first, those closed now at the end."""
        listed = (*self.overdue, *self.today, *self.coming)
        first = sorted(
            (row for row in listed if row.terms), key=lambda row: sort_key(_asked(row), row.terms)
        )
        return (*first, *self.later, *(row for row in self.coming if not row.terms))

    @property
    def in_play(self) -> int:
        """How many follow-ups are listed at all."""
        return len(self.overdue) + len(self.today) + len(self.coming) + len(self.later)


def agenda(connection: Connection, now: Moment, days_ahead: int = DAYS_AHEAD) -> Agenda:
    """Everything due by now, ranked, and what comes within `days_ahead` days."""
    parts: dict[str, list[tuple[Any, Due]]] = {name: [] for name in Agenda._fields}
    keys = {name: key_in(name, now) for name in Agenda._fields}
    for row, asked in rows(connection, now, days_ahead):
        name = part_of(row, now.today)
        parts[name].append((keys[name](row, asked), row))
    return Agenda(*(tuple(row for _, row in sorted(parts[name])) for name in Agenda._fields))


def first_of(connection: Connection, now: Moment, contact_id: int) -> Due | None:
    """The open follow-up with somebody that is due first, however far ahead it is."""
    found = connection.execute(
        "SELECT id FROM follow_up WHERE contact_id = ? AND state = 'open'"
        " AND (parked_until IS NULL OR parked_until <= ?) ORDER BY due, id LIMIT 1",
        (contact_id, now.today.isoformat()),
    ).fetchall()
    ids = frozenset(row_id for (row_id,) in found)
    return next((row for row, _ in rows(connection, now, FAR_AHEAD, ids)), None)


def rows(
    connection: Connection,
    now: Moment,
    days_ahead: int = DAYS_AHEAD,
    ids: Iterable[int] | None = None,
    *,
    says: bool = True,
) -> Iterator[tuple[Due, Candidate]]:
    """What is listed, or of these ids, each with what its rank depends on.

    Without `says` all that its place doesn't depend on is left empty.
    """
    asked = {
        "until": (now.today + timedelta(days=days_ahead)).isoformat(),
        "today": now.today.isoformat(),
    }
    only = "" if ids is None else f" AND f.id IN ({', '.join(map(str, ids))})"
    question = _READ.format(*(_SAID if says else ("''",) * len(_SAID))) + only
    most = now.own.snoozes if now.own else SNOOZES
    for cells in connection.execute(question, asked):
        yield _row(cells, now, most)


def part_of(row: Due, today: date) -> str:
    """In which part of the list this row is."""
    if row.due > today:
        return "coming"
    if row.terms is None:
        return "later"
    return "overdue" if row.first_due < today else "today"


def key_in(part: str, now: Moment) -> Callable[[Due, Candidate], Any]:
    """The key by which a part is sorted; no two are alike, as each ends in the id."""
    return {
        "overdue": lambda row, asked: (not row.pinned, *sort_key(asked, row.terms)),
        "today": lambda row, asked: (
            not row.pinned, row.time is None, row.time or "", *sort_key(asked, row.terms)
        ),
        "coming": lambda row, _: (row.due, row.time or "~", row.contact, row.id),
        "later": lambda _, asked: later_key(asked, now),
    }[part]  # fmt: skip


def opens(row: Due, now: Moment) -> datetime | None:
    """When the person of `row` can be called next, in their zone; None if now."""
    return opens_next(now, row.contact_zone, row.contact_hours)


def promises_kept(connection: Connection, now: Moment, days: int = 28) -> tuple[int, int]:
    """How many of my promises due in the last `days` days were done by their day, and how many.

    Source: the follow-through numbers, M2, as `rules.metrics.promises_kept` counts them; here
    without what its import costs.
    """
    rows = connection.execute(
        "SELECT state, first_due, closed_at FROM follow_up WHERE owed = 'promised'"
        " AND first_due <= ? AND first_due > ?",
        (now.today.isoformat(), (now.today - timedelta(days=days)).isoformat()),
    ).fetchall()
    told = [(state, due, str(_day(closed, now)) if closed else "~") for state, due, closed in rows]
    due_ones = [one for one in told if not (one[0] == "dropped" and one[2] <= one[1])]
    kept = sum(state in ("done", "attempted") and on <= due for state, due, on in due_ones)
    return kept, len(due_ones)


def _row(cells: tuple[Any, ...], now: Moment, most: int) -> tuple[Due, Candidate]:
    row: list[Any] = [*cells, cells[26] >= most, None]
    row[1], row[16] = _ACTIONS[row[1]], _OWED[row[16]]
    row[10], row[11] = _date(row[10]), _date(row[11])
    if row[20] is not None or row[21] is not None:
        today = now.today.isoformat()
        row[20] = row[20] is not None and row[20] >= today
        row[21] = row[21] is not None and row[21] < today
    else:
        row[20] = row[21] = False
    row[27], row[28] = _day(row[27], now), _day(row[28], now)
    asked = _asked(row)
    row[-1] = rank(asked, now)
    return Due(*row), asked


def _asked(row: Due | list[Any]) -> Candidate:
    """What the rank of a row depends on; by number, as names cost half as much again."""
    talk, given = row[27], row[28]
    fresh = talk if given is None or (talk is not None and talk > given) else given
    return Candidate(
        row[0], row[1], row[16], row[10], row[23], fresh, row[26], row[24] or None,
        row[25] or None, datetime.fromisoformat(row[22]), row[3],
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _date(day: str) -> date:
    # Kept, since a long list has few days: 0.5 MiB of 16,000 rows that are ranked at once.
    return date.fromisoformat(day)


def _day(instant: object, now: Moment) -> date | None:
    if instant is None:
        return None
    return now.day(datetime.fromisoformat(str(instant)))


_ACTIONS = {action.value: action for action in Action}
_OWED = {owed.value: owed for owed in Owed}
