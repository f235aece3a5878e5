"""The weekly page in plain lines: for the shell, and for whoever reads a screen aloud."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.reports.meanings import HEADING, MEANINGS
from followup_tui.reports.stats import FEW, Page
from followup_tui.reports.tree_words import opening_words, person_words
from followup_tui.rules.curves import spark
from followup_tui.rules.tree import Node, Opening
from followup_tui.rules.when import show_day

NAME = 22
"""Cells for what a number is called."""
BAR = 40
"""Cells of the longest bar."""


def lines(page: Page) -> Iterator[str]:
    """The page from top to bottom."""
    yield f"What came of it, {page.today:%a} {page.today.day} {page.today:%b %Y}"
    yield ""
    yield "Who led to what"
    for root in page.tree:
        yield from _branch(root, "", "", page)
    if not page.tree:
        yield "    Nobody has given you a name yet."
    yield ""
    yield from _numbers(page)
    yield ""
    yield from _weeks(page)
    yield ""
    yield from _hours(page)
    yield ""
    yield from _days(page)
    yield ""
    yield from _ends(page)
    yield ""
    yield from _meanings(page)


def _numbers(page: Page) -> Iterator[str]:
    for number in page.numbers:
        curve = f"  {spark(number.curve, number.top)}" if number.curve else ""
        same_few = number.now == number.before == FEW
        before = f"  (a week ago: {number.before})" if number.before and not same_few else ""
        target = f"  aim: {number.target}" if number.target else ""
        yield f"{number.name:{NAME}}{number.now}{before}{target}{'' if same_few else curve}"


def _meanings(page: Page) -> Iterator[str]:
    yield HEADING
    for number in page.numbers:
        yield f"    {number.name:{NAME}}{MEANINGS[number.name]}"


def _weeks(page: Page) -> Iterator[str]:
    yield "Calls and messages by week, and what came back"
    most = max((week.out for week in page.weeks), default=0) or 1
    for week in page.weeks:
        bar = "█" * round(BAR * week.out / most)
        back = f"  {week.back} back" if week.back else ""
        yield f"    {show_day(week.monday, page.today):12}{week.out:>4} {bar}{back}".rstrip()


def _days(page: Page) -> Iterator[str]:
    yield "What you did, day by day; a column a week"
    for first in range(7):
        row = page.days[first::7]
        counts = "".join(f"{count or '·':>3}" for _, count in row)
        if row:
            yield f"    {row[0][0]:%a} {counts}"


def _ends(page: Page) -> Iterator[str]:
    yield "Where names get stuck: " + " → ".join(f"{step.name} {step.count}" for step in page.pipe)
    if page.clear_by and page.clear_by > page.today:
        day = show_day(page.clear_by, page.today)
        yield f"At this pace the backlog is clear by {day}."
    yield from page.missed


def _branch(node: Node, above: str, turn: str, page: Page) -> Iterator[str]:
    place = f" ({node.organization})" if node.organization else ""
    yield f"{above}{turn}{node.called}{place}  {person_words(node, page.today)}".rstrip()
    below = above + ("" if not turn else "   " if turn.startswith("└") else "│  ")
    rows: list[Opening | Node] = [*node.openings, *node.children]
    for number, row in enumerate(rows, start=1):
        corner = "└─ " if number == len(rows) else "├─ "
        if isinstance(row, Opening):
            yield f"{below}{corner}{row.title}, opening  {opening_words(row, page.today)}"
        else:
            yield from _branch(row, below, corner, page)


def _hours(page: Page) -> Iterator[str]:
    yield "Best hours: talks out of tries, by their clock"
    if page.hours is None:
        yield "    it takes thirty calls to say"
        return
    for hour in page.hours:
        yield f"    {hour.begins:>2}-{hour.begins + 2:<3}{hour.talks:>4} of {hour.attempts}"
