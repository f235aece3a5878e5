"""The day in one message, for cron and mail: what is due, who is waited for, who wonders."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

from followup_tui.reports.report import Report, Row
from followup_tui.rules.clock_time import time_here
from followup_tui.rules.moment import Moment
from followup_tui.rules.when import show_day
from followup_tui.store.agenda import Due, agenda
from followup_tui.store.referrals import wondering
from followup_tui.store.waiting import waiting


def build(connection: Connection, now: Moment) -> Report:
    """What a person should know this morning; no rows where there is nothing."""
    found = agenda(connection, now)
    rows = [*(_due(row, now) for row in found.ranked), *_waiting(now), *_wondering(now)]
    promised = sum(row.owed == "promised" for row in found.ranked)
    counts = f"{len(found.ranked)} due" + (f", {promised} of them promised" if promised else "")
    return Report(
        f"followup, {show_day(now.today, now.today)}: {counts}",
        now.today,
        ("List", "When", "What", "Who", "About"),
        tuple(rows),
        f"{len(found.coming)} more in the next days" if found.coming else "",
    )


def _due(row: Due, now: Moment) -> Row:
    late = row.late_on(now.today)
    time = time_here(row.due, row.time, row.zone, now) if row.time else ""
    when = f"{late} {'day' if late == 1 else 'days'} late" if late else f"today {time}"
    via = f"name from {row.giver}" if row.giver else ""
    about = ", ".join(part for part in dict.fromkeys((row.what, row.lead, via)) if part)
    return ("Due", when.strip(), _spoken(row.action), _who(row.contact, row.organization), about)


def _waiting(now: Moment) -> Iterator[Row]:
    for one in waiting():
        late = one.late_on(now.today)
        if one.due <= now.today:
            when = f"{late} {'day' if late == 1 else 'days'} late" if late else "today"
            yield "You are waiting for", when, one.kind, one.contact, one.what


def _wondering(now: Moment) -> Iterator[Row]:
    for one in wondering(now):
        about = ", ".join(line.contact for line in one.names)
        yield "Wondering what came of it", f"for {one.days} days", "report back", one.giver, about


def _who(name: str, organization: str) -> str:
    return ", ".join(part for part in (name, organization) if part)


def _spoken(word: str) -> str:
    return word.replace("_", " ")
