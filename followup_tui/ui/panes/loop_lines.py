"""The loop as lines: who wonders, what is waited for, who gave which names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from followup_tui.reports.wonders import TO_TELL, Wonderer
from followup_tui.rules.moment import Moment
from followup_tui.store.leads import LeadRow
from followup_tui.store.referrals import Giver
from followup_tui.store.waiting import Waiting
from followup_tui.text import show
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.wording import REFERRALS
from followup_tui.ui.spans import BLANK, Line, apart, span, wrapped

Row = Wonderer | Waiting | LeadRow | Giver


def loop_line(row: Row, width: int, now: Moment) -> Line:
    """A row of whichever list there is."""
    if isinstance(row, Wonderer):
        names = ", ".join(show(one.contact) for one in row.names)
        days = (f"{row.days:>3}d  ", "late")
        return apart((days, span(row.giver, "strong"), (f"  {names}", "muted")), (), width)
    if isinstance(row, Giver):
        return apart((span(row.name, "strong"),), ((row.tally, "muted"),), width)
    if isinstance(row, Waiting):
        return _waiting(row, width, now.today)
    still = (now.today - now.day(row.last_event)).days
    left = ((f"{still:>3}d  ", "late"), span(row.title, "strong"), ("  gone quiet", "muted"))
    return apart(left, ((str(row.stage), "muted"),), width)


def _waiting(row: Waiting, width: int, today: date) -> Line:
    late = row.late_on(today)
    mark = (f"{late:>3}d  ", "late") if late else ("  ·  ", "muted")
    who = (span(row.contact, "strong"), span(f"  {row.what}"))
    day = day_words(row.due, today)
    return apart((mark, *who), ((day, "muted"),), width)


def loop_details(row: Row | None, width: int, now: Moment) -> Sequence[Line]:
    """What there is to say of the row at hand."""
    if isinstance(row, Wonderer):
        return _wonderer(row, width, now.today)
    if isinstance(row, Giver):
        return _giver(row, width, now.today)
    if isinstance(row, Waiting):
        return _waited_for(row, width, now.today)
    if isinstance(row, LeadRow):
        place = f", {show(row.organization)}" if row.organization else ""
        head: Line = (span(row.title, "strong"), (place, "muted"))
        return [head, BLANK, (("L", "key"), (" opens it", ""))]
    return []


def _wonderer(row: Wonderer, width: int, today: date) -> list[Line]:
    lines: list[Line] = [(span(row.giver, "strong"),)]
    for name in row.names:
        lines += [BLANK, *wrapped(show(name.seen), "", width)]
        if name.report and name.due:
            late = name.due < today
            words = f"{TO_TELL[name.report]}, {day_words(name.due, today)}"
            lines += wrapped(words, "late" if late else "muted", width, (("→ ", "muted"),), 2)
    return [*lines, BLANK, (("m", "key"), (" writes to them", ""))]


def _giver(row: Giver, width: int, today: date) -> list[Line]:
    lines: list[Line] = [(span(row.name, "strong"), (f"  {row.tally}", "muted"))]
    for name in row.names:
        place = f" ({show(name.organization)})" if name.organization else ""
        tried = f", tried {day_words(name.tried_on, today)}" if name.tried_on else ""
        why = f": {name.reason}" if name.reason else ""
        state = f"{REFERRALS[name.state]}{why}{tried}"
        lines += [BLANK, *wrapped(f"{show(name.contact)}{place}", "", width)]
        lines += wrapped(state, "muted", width, (("  ", ""),), 2)
        if name.words:
            lines += wrapped(f"“{show(name.words)}”", "quote", width, (("  ", ""),), 2)
    return lines


def _waited_for(row: Waiting, width: int, today: date) -> list[Line]:
    late = row.late_on(today)
    since = f"{late} days late" if late else f"by {day_words(row.due, today)}"
    lines: list[Line] = [
        (span(row.contact or row.what, "strong"), (f"  {since}", "late" if late else "muted")),
        BLANK,
        *wrapped(show(row.what), "", width),
        BLANK,
    ]
    if row.kind == "promise":
        lines.append((("d", "key"), (" it came   ", ""), ("x", "key"), (" it won't come   ", "")))
    lines.append((("m", "key"), (" reminds them", "")))
    return lines
