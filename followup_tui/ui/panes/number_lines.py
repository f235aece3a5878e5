"""The numbers as lines: name, curve, value, last week; the weeks, the hours, the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.reports.meanings import HEADING, MEANINGS
from followup_tui.reports.stats import FEW, Number, Page
from followup_tui.rules.curves import bars, calendar, months, scale, spark
from followup_tui.rules.when import show_day
from followup_tui.text import show, wrap
from followup_tui.ui.spans import BLANK, Line, Span, cut_line, span, width_of, wrapped

NAME, PERCENT, COUNTS = 20, 5, 9
REACHED = "✓"
"""Beside a number that is where it is meant to be: colour alone would not do."""


def number_lines(page: Page, width: int) -> list[Line]:
    """Everything beside the tree, in `width` cells."""
    parts = (
        _numbers(page, width), _weeks(page), _pipe(page, width), _missed(page, width), _hours(page),
        _calendar(page), _meanings(page, width),
    )  # fmt: skip
    lines: list[Line] = []
    for part in parts:
        found = [cut_line(line, width) for line in part]
        lines += [BLANK, *found] if lines and found else found
    return lines


def _numbers(page: Page, width: int) -> Iterator[Line]:
    for number in page.numbers:
        curved = bool(number.curve) and width >= NAME + len(number.curve) + PERCENT + COUNTS
        yield from _share(number, curved=curved) if number.curve else _words(number, width)


def _meanings(page: Page, width: int) -> Iterator[Line]:
    yield from wrapped(HEADING, "muted", width)
    for name in dict.fromkeys(number.name for number in page.numbers):
        yield from wrapped(MEANINGS[name], "muted", width, ((name, ""),), NAME + 1)


def _share(number: Number, *, curved: bool) -> Iterator[Line]:
    reached, few = number.reached, number.curve[-1] is None
    percent = f"{number.percent}%" if number.percent is not None else ""
    look = "off" if few else "good" if reached else "late"
    yield (
        (number.name.ljust(NAME), "strong"),
        (spark(number.curve, number.top) + " " if curved else "", look),
        (percent.rjust(PERCENT - 1) if percent else "", "strong"),
        ((REACHED if reached else " ") + " " if percent else "", "good"),
        (number.now.ljust(COUNTS), "muted") if percent else _plain(number, few=few),
        ("" if few else _was(number), "muted"),
    )


def _plain(number: Number, *, few: bool) -> Span:
    if few:
        return f" {number.now}", "muted"
    mark = f" {REACHED}" if number.reached else ""
    return f" {number.now}{mark}".ljust(PERCENT + COUNTS), "strong"


def _was(number: Number) -> str:
    """The same number a week ago, as short as it goes."""
    before = number.curve[-2] if len(number.curve) > 1 else None
    if before is None or number.percent is None:
        return f"was {number.before}" if before is not None else ""
    return f"was {before:.0f}%"


def _words(number: Number, width: int) -> Iterator[Line]:
    first: Line = ((number.name.ljust(NAME + 1), "strong"),)
    known = number.before and number.before != FEW
    was: Line = ((f"  was {show(number.before)}", "muted"),) if known else ()
    value: Line = (*first, span(number.now))
    if width_of((*value, *was)) <= width:
        yield (*value, *was)
        return
    yield from wrapped(show(number.now), "", width, first, NAME + 1)
    if was:
        yield from wrapped(was[0][0].strip(), "muted", width, (), NAME + 1)


def _weeks(page: Page) -> Iterator[Line]:
    yield (("calls and messages by week, and what came back", "muted"),)
    out = [week.out for week in page.weeks]
    if not any(out):
        yield (("nothing yet", "muted"),)
        return
    for mark, row in zip(scale(out), bars(out), strict=True):
        yield (f"{mark:>4} ", "muted"), (row, "accent")
    back = "".join(f"{week.back or '·'} " for week in page.weeks)
    yield ("back ", "muted"), (back, "phone")
    yield (("     " + months([week.monday for week in page.weeks]), "muted"),)


def _pipe(page: Page, width: int) -> Iterator[Line]:
    yield (("where names get stuck", "muted"),)
    most = max((step.count for step in page.pipe), default=0) or 1
    room = max(4, width - 24)
    for step in page.pipe:
        bar = "█" * round(room * step.count / most)
        yield (step.name.ljust(16), ""), (f"{step.count:>4}  ", "strong"), (bar, "accent")
    if page.clear_by and page.clear_by > page.today:
        day = show_day(page.clear_by, page.today)
        yield ("at this pace the backlog is clear by ", "muted"), (day, "")


def _missed(page: Page, width: int) -> Iterator[Line]:
    if page.missed:
        yield (("What you would have missed", "strong"),)
    for sentence in page.missed:
        for line in wrap(show(sentence), width):
            yield (span(line),)


def _hours(page: Page) -> Iterator[Line]:
    yield (("best hours: talks out of tries, by their clock", "muted"),)
    if page.hours is None:
        yield (("it takes thirty calls to say", "muted"),)
        return
    for hour in page.hours:
        share = hour.talks / hour.attempts if hour.attempts else 0
        times = f"{hour.begins:>2}-{hour.begins + 2}"
        bar = "█" * round(12 * share)
        counts = f"{hour.talks} of {hour.attempts}"
        yield (times.ljust(7), ""), (bar.ljust(13), "good"), (counts, "muted")


def _calendar(page: Page) -> Iterator[Line]:
    yield (("what you did, day by day", "muted"),)
    for name, cells in calendar(page.days):
        yield (f"{name}  ", "muted"), (cells, "good")
