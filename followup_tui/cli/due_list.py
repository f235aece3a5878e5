"""The list of what is due, as lines to read and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from followup_tui.rules.clock_time import time_here
from followup_tui.rules.moment import Moment
from followup_tui.store.agenda import Due, opens
from followup_tui.text import fit, show

WORDS = {
    "report_back": "Report",
    "pass_on": "Pass on",
    "decide": "Decide",
    "other": "Do",
}
"""Actions that aren't just their own word."""
PROMISE = "◆"
MOST_CELLS = (8, 24, 34)
"""How wide the action, the person and what it is about may get."""


def lines(rows: Sequence[Due], now: Moment, days: int = 0) -> list[str]:
    """A line that counts, then one for each row: days late, action, who, about, day, rank, id."""
    on = now.today
    today = f"{on:%a %-d %b %Y}"
    if not rows:
        return [f"{today}: nothing is due" + (f" within {days} days." if days else ".")]
    late = sum(row.first_due < on and row.due <= on for row in rows)
    coming = sum(row.due > on for row in rows)
    counts = [f"{late} overdue", f"{len(rows) - late - coming} today"]
    counts += [f"{coming} in the next {days} days"] if days else []
    told = [(show(_action(row)), show(row.contact or row.lead), show(_about(row))) for row in rows]
    widths = [
        min(most, max(len(cell) for cell in column))
        for most, column in zip(MOST_CELLS, zip(*told, strict=True), strict=True)
    ]
    return [
        f"{today}: {', '.join(counts)}",
        *(_line(row, cells, widths, now, on) for row, cells in zip(rows, told, strict=True)),
    ]


def _line(row: Due, told: tuple[str, str, str], widths: list[int], now: Moment, today: date) -> str:
    late = row.late_on(today)
    cells = "  ".join(fit(cell, width) for cell, width in zip(told, widths, strict=True))
    marks = (PROMISE if row.owed == "promised" else " ") + (
        f" ×{row.snoozes}" if row.snoozes else "   "
    )
    return f"{f'{late}d' if late else '':>5}  {cells}  {marks}  {_when(row, now, today)}  #{row.id}"


def _action(row: Due) -> str:
    return WORDS.get(row.action, row.action.capitalize())


def _about(row: Due) -> str:
    if row.action == "report_back" and row.referred:
        return f"on {row.what or row.referred}"
    if row.giver and row.giver != row.contact:
        return f"via {row.giver}"
    return row.what or row.lead or row.organization


@lru_cache
def _spoken(day: date) -> str:
    # Kept, since a long list has few days: writing them was a tenth of its time.
    return f"{day:%a %-d %b}"


def _when(row: Due, now: Moment, today: date) -> str:
    day = _spoken(row.first_due if row.due <= today else row.due)
    day += f" {time_here(row.due, row.time, row.zone, now)}" if row.time else ""
    if row.terms:
        return f"due {day:<16}  rank {row.terms.total:>3}"
    opening = opens(row, now)
    return f"due {day:<16}  " + (f"opens {opening:%a %H:%M %Z}" if opening else "closed now")


def as_json(row: Due, now: Moment) -> dict[str, object]:
    """A row as `due --json` gives it: fields are added, never removed."""
    opening = None if row.terms else opens(row, now)
    return {
        "id": row.id,
        "action": row.action,
        "contact": row.contact,
        "what": row.what,
        "due": row.due.isoformat(),
        "first_due": row.first_due.isoformat(),
        "owed": row.owed,
        "rank": {"total": row.terms.total, **row.terms._asdict()} if row.terms else None,
        "opens": opening.isoformat() if opening else None,
        "uid": row.uid,
        "contact_id": row.contact_id,
        "organization": row.organization,
        "lead": row.lead,
        "via": row.giver,
        "about": row.referred,
        "promised_to": row.promised_to,
        "time": row.time,
        "zone": row.zone,
        "part": row.part,
        "place": row.place,
        "condition": row.condition,
        "attempt": row.attempt,
        "snoozes": row.snoozes,
        "stars": row.stars,
        "pinned": row.pinned,
        "days_late": row.late_on(now.today),
    }
