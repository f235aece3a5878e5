"""Numbers as small pictures of text: a curve in one row, bars in a few, a calendar of days.

Text, so that a pipe, a screen reader and a screen get the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

EIGHTHS = " ▁▂▃▄▅▆▇█"
SHADES = "·░▒▓█"
NOTHING = "·"


def spark(values: Sequence[float | None], top: float = 100) -> str:
    """A curve of one row, a cell a value; `·` where there is nothing to say."""
    return "".join(
        NOTHING if value is None else EIGHTHS[max(1, round(8 * min(value, top) / top))]
        for value in values
    )


def bars(values: Sequence[int], height: int = 3) -> list[str]:
    """Bars of `height` rows, the top row first, two cells a value."""
    most = max(values, default=0) or 1
    rows = []
    for row in range(height - 1, -1, -1):
        cells = [max(0, min(8, round(8 * height * value / most) - 8 * row)) for value in values]
        rows.append("".join(f"{EIGHTHS[cell]} " for cell in cells).rstrip())
    return rows


def scale(values: Sequence[int], height: int = 3) -> list[str]:
    """What the rows of `bars` stand for: the top one its most, the others in steps."""
    most = max(values, default=0)
    return [str(-(-most * row // height)) for row in range(height, 0, -1)]


def calendar(days: Sequence[tuple[date, int]]) -> list[tuple[str, str]]:
    """A row a weekday with its name, a cell a week; darker where more was done."""
    if not days:
        return []
    most = max(count for _, count in days) or 1
    rows: list[list[str]] = [[] for _ in range(7)]
    for day, count in days:
        shade = 0 if not count else 1 + min(3, 3 * (count - 1) // max(1, most - 1))
        rows[day.weekday()].append(SHADES[shade])
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return [(name, " ".join(cells)) for name, cells in zip(names, rows, strict=True)]


def months(mondays: Sequence[date], cells: int = 2) -> str:
    """The names of months under a row of weeks, `cells` cells a week, where they begin."""
    line = ""
    known = None
    for place, monday in enumerate(mondays):
        if monday.month != known and len(line) <= place * cells:
            line = line.ljust(place * cells) + f"{monday:%b}"
            known = monday.month
    return line
