"""The weekly page in plain lines: for the shell, and for whoever reads a screen aloud."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.reports.stats import Page
from followup_tui.rules.curves import bars, calendar, months, scale, spark
from followup_tui.rules.facts import ReferralState
from followup_tui.rules.tree import Node

STATES = {
    ReferralState.GIVEN: "not called yet",
    ReferralState.TRIED: "tried",
    ReferralState.REACHED: "talked",
    ReferralState.CAME_OF_IT: "something came of it",
    ReferralState.DECLINED: "let go",
    ReferralState.NOT_REACHED: "not reached",
}
"""What became of a name, in a word or two."""


def lines(page: Page) -> Iterator[str]:
    """The page from top to bottom."""
    yield f"What came of it, {page.today:%a} {page.today.day} {page.today:%b %Y}"
    yield ""
    for root in page.tree:
        yield from _branch(root, "", "", page)
    if not page.tree:
        yield "Nobody has given you a name yet."
    yield ""
    yield from _numbers(page)
    yield ""
    yield from _weeks(page)
    yield ""
    yield from _hours(page)
    yield "days on which something was done"
    yield from (f"     {name} {cells}" for name, cells in calendar(page.days))
    yield ""
    yield from _ends(page)


def _numbers(page: Page) -> Iterator[str]:
    for number in page.numbers:
        curve = f"  {spark(number.curve, number.top)}" if number.curve else ""
        before = f"  (a week ago: {number.before})" if number.before else ""
        target = f"  aim: {number.target}" if number.target else ""
        yield f"{number.id:4}{number.name:30}{number.now}{before}{target}{curve}"


def _weeks(page: Page) -> Iterator[str]:
    yield "calls and messages by week"
    out = [week.out for week in page.weeks]
    for mark, row in zip(scale(out), bars(out), strict=True):
        yield f"{mark:>4} {row}"
    yield f"     {months([week.monday for week in page.weeks])}"
    told = (f"{w.monday:%d %b} {w.out} and {w.back} back" for w in page.weeks)
    yield "     " + ", ".join(told)


def _ends(page: Page) -> Iterator[str]:
    yield "where names get stuck: " + " → ".join(f"{step.name} {step.count}" for step in page.pipe)
    if page.clear_by:
        day = f"{page.clear_by:%a} {page.clear_by.day} {page.clear_by:%b}"
        yield f"at this pace the backlog is clear by {day}"
    yield from page.missed


def state_words(node: Node) -> str:
    """What became of the name, and how far its openings came."""
    if node.openings:
        furthest = node.openings[-1]
        return f"{furthest.title}: {furthest.stage}" + (
            f", {furthest.reason}" if furthest.reason else ""
        )
    words = STATES[node.state] if node.state else ""
    return f"{words}: {node.reason}" if node.reason else words


def root_words(node: Node) -> str:
    """`3 names, 2 talks, 1 interview`."""
    from followup_tui.rules.facts import Stage

    counts = (
        (node.names, "name"), (node.all_talks, "talk"), (node.reached(Stage.INTERVIEW), "interview")
    )  # fmt: skip
    return ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in counts if n)


def _branch(node: Node, above: str, turn: str, page: Page) -> Iterator[str]:
    words = state_words(node) if node.state else root_words(node)
    place = f" ({node.organization})" if node.organization else ""
    days = ""
    if node.state is ReferralState.GIVEN and node.given_on:
        days = f", {(page.today - node.given_on).days} days"
    yield f"{above}{turn}{node.called}{place}  {words}{days}"
    below = above + ("" if not turn else "   " if turn.startswith("└") else "│  ")
    for place_in_row, child in enumerate(node.children):
        last = place_in_row == len(node.children) - 1
        yield from _branch(child, below, "└─ " if last else "├─ ", page)


def _hours(page: Page) -> Iterator[str]:
    if page.hours is None:
        yield "best hours: after thirty calls there is enough to say"
    else:
        yield "best hours, by their clock: " + ", ".join(
            f"{hour.begins}-{hour.begins + 2} {hour.talks} of {hour.attempts}"
            for hour in page.hours
        )
    yield ""
