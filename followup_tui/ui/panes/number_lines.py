"""The numbers as lines: name, curve, value, last week; the weeks, the hours, the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.reports.stats import Number, Page
from followup_tui.rules.curves import bars, calendar, months, scale, spark
from followup_tui.text import show, wrap
from followup_tui.ui.spans import BLANK, Line, span

NAME, VALUE = 27, 14


def number_lines(page: Page, width: int) -> list[Line]:
    """Everything beside the tree, in `width` cells."""
    return [
        *_numbers(page, width),
        BLANK,
        *_weeks(page),
        BLANK,
        *_pipe(page, width),
        BLANK,
        *_missed(page, width),
        *_hours(page),
        BLANK,
        *_calendar(page),
    ]


def _numbers(page: Page, width: int) -> Iterator[Line]:
    for number in page.numbers:
        curved = bool(number.curve) and width >= NAME + VALUE + len(number.curve) + 2
        look = "good" if number.percent is not None and number.percent >= _aim(number) else "late"
        if number.percent is None and not number.curve:
            look = ""
        value = f"{number.percent}%" if number.percent is not None else ""
        line: list[tuple[str, str]] = [(number.name.ljust(NAME), "strong")]
        if curved:
            line.append((spark(number.curve, number.top) + "  ", look))
        if value:
            line += [(value.rjust(4) + "  ", "strong"), (number.now, "muted")]
        else:
            line.append((show(number.now), "muted" if "few" in number.now else ""))
        yield tuple(line)


def _aim(number: Number) -> int:
    digits = number.target.partition(" ")[0]
    return int(digits) if digits.isdigit() else 0


def _weeks(page: Page) -> Iterator[Line]:
    yield (("calls and messages by week, and what came back", "muted"),)
    out = [week.out for week in page.weeks]
    for mark, row in zip(scale(out), bars(out), strict=True):
        yield (f"{mark:>4} ", "muted"), (row, "accent")
    replies = "".join(f"{week.back or '·'} " for week in page.weeks)
    yield ("back ", "muted"), (replies, "phone")
    yield (("     " + months([week.monday for week in page.weeks]), "muted"),)


def _pipe(page: Page, width: int) -> Iterator[Line]:
    yield (("where names get stuck", "muted"),)
    most = max((step.count for step in page.pipe), default=0) or 1
    room = max(4, width - 24)
    for step in page.pipe:
        bar = "█" * round(room * step.count / most)
        yield (step.name.ljust(16), ""), (f"{step.count:>4}  ", "strong"), (bar, "accent")
    if page.clear_by:
        day = f"{page.clear_by:%a} {page.clear_by.day} {page.clear_by:%b}"
        yield (("at this pace the backlog is clear by ", "muted"), (day, ""))


def _missed(page: Page, width: int) -> Iterator[Line]:
    if page.missed:
        yield (("What we would have missed", "strong"),)
    for sentence in page.missed:
        for line in wrap(show(sentence), width):
            yield (span(line),)
    if page.missed:
        yield BLANK


def _hours(page: Page) -> Iterator[Line]:
    yield (("talks of tries by their clock", "muted"),)
    if page.hours is None:
        yield (("after thirty calls there is enough to say", "muted"),)
        return
    for hour in page.hours:
        share = hour.talks / hour.attempts if hour.attempts else 0
        times = f"{hour.begins:>2}-{hour.begins + 2}"
        bar = "█" * round(12 * share)
        counts = f"{hour.talks} of {hour.attempts}"
        yield (times.ljust(7), ""), (bar.ljust(13), "good"), (counts, "muted")


def _calendar(page: Page) -> Iterator[Line]:
    yield (("days on which something was done", "muted"),)
    for name, cells in calendar(page.days):
        yield (f"{name}  ", "muted"), (cells, "good")
