"""The dimensions of speed, each with its goal: a ratio to a reference of the same run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.samples import Samples
from tests.benchmarks.surroundings import Sizes


class Read(NamedTuple):
    """Which number: of a program, a reading, and the share of the numbers that are below it."""

    program: str
    reading: str
    share: float = 0.5


class Goal(NamedTuple):
    """A dimension and what is asked of it."""

    dimension: str
    figure: Read
    most: float
    reference: Read | None = None
    """None: the goal is a number of its own, not a ratio."""
    against: str = ""
    unit: str = "ms"


class Verdict(NamedTuple):
    """A line of the table."""

    dimension: str
    goal: str
    figure: str
    reference: str
    ratio: str
    met: str


def goals(sizes: Sizes) -> Iterator[Goal]:
    """Every goal, in the order of the table."""
    few, some, many = map(str, sizes)
    key, key95 = Read("bare", "key"), Read("bare", "key", 0.95)
    python = Read("shell", "python")
    yield Goal(
        f"first useful paint, {some}", Read(some, "paint"), 1.25, Read("bare", "paint"), "bare"
    )
    yield Goal(f"first useful paint, {many}", Read(many, "paint"), 1.2, Read(few, "paint"), few)
    yield Goal(
        "a key typed ahead is answered",
        Read(some, "answered"),
        1.35,
        Read("bare", "answered"),
        "bare",
    )
    yield Goal(f"the same, {many}", Read(many, "answered"), 1.1, Read(few, "answered"), few)
    yield Goal("cursor, list and story, p50", Read(some, "cursor"), 2.5, key, "bare's key")
    yield Goal("cursor, list and story, p95", Read(some, "cursor", 0.95), 4, key95, "bare's key")
    yield Goal("cursor, the list scrolls, p50", Read(some, "scroll"), 4, key, "bare's key")
    yield Goal("page down, p95", Read(some, "page", 0.95), 5, key95, "bare's key")
    for reading, words in (
        ("cursor in contacts", "cursor"),
        ("page", "page"),
        ("find", "find"),
        ("snooze", "snooze"),
    ):
        yield Goal(
            f"{words}, {many}, p95", Read(many, reading, 0.95), 1.2, Read(few, reading, 0.95), few
        )
    yield Goal("key held down, 30 a second: lag", Read(some, "lag"), 16)
    yield Goal(
        "find, a letter, p95",
        Read(some, "find", 0.95),
        1.0,
        Read(f"fzf {some}", "find", 0.95),
        "fzf",
    )
    yield Goal(
        f"find, a letter, {many}, p95",
        Read(many, "find", 0.95),
        0.15,
        Read(f"fzf {many}", "find", 0.95),
        "fzf",
    )
    yield Goal("memory", Read(some, "memory"), 1.5, Read("bare", "memory"), "bare", "MiB")
    yield Goal(f"memory, {many}", Read(many, "memory"), 1.1, Read(some, "memory"), some, "MiB")
    yield Goal("quit", Read(some, "quit"), 0.25, Read("bare", "quit"), "bare")
    yield Goal("due --count", Read("shell", "due --count"), 2.5, python, "python")
    yield Goal("due", Read("shell", "due"), 3.5, python, "python")
    yield Goal("log", Read("shell", "log"), 8, python, "python")
    yield Goal("touch", Read("shell", "touch"), 8, python, "python")
    yield Goal("log", Read("shell", "log"), 1, Read("shell", "task add"), "task add")
    yield Goal("due", Read("shell", "due"), 1, Read("shell", "task overdue"), "task overdue")
    yield Goal("quick log, read at a key, p95", Read("quick log", "line", 0.95), 5)
    yield Goal("the same with its rows, p95", Read("quick log", "line and customs", 0.95), 5)
    yield Goal("quick log, 10,000 characters", Read("quick log", "long line"), 50)
    yield Goal("import", Read("shell", "import"), 15, Read("sqlite3", "import"), "sqlite3")
    yield Goal(
        "import, processor",
        Read("shell", "import, processor"),
        15,
        Read("sqlite3", "import, processor"),
        "sqlite3",
    )
    yield Goal("import", Read("shell", "import"), 6000)
    yield Goal("undo of the import", Read("shell", "undo"), 2000)
    yield Goal("undo, processor", Read("shell", "undo, processor"), 2000)
    yield Goal("memory of an import", Read("shell", "import memory"), 130, None, "", "MiB")
    yield Goal(
        "the same to that of a tenth",
        Read("shell", "import memory"),
        3,
        Read("shell", "import memory, a tenth"),
        "a tenth",
        "MiB",
    )
    yield Goal("a key beside long work, p95", Read("long work", "key", 0.95), 50)
    yield Goal("the same, the slowest", Read("long work", "key", 1.0), 150)
    yield Goal("the bar of an import, late by", Read("long work", "bar", 1.0), 100)
    yield Goal("esc until an import has stopped", Read("long work", "stopped", 1.0), 1000)
    yield Goal(
        "people left by what was stopped",
        Read("long work", "left by what was stopped", 1.0),
        0,
        None,
        "",
        "",
    )
    yield Goal(
        "log of writes, app open", Read("a long day", "log of writes", 1.0), 4.5, None, "", "MiB"
    )
    yield Goal(
        "memory grown by keys and writes",
        Read("a long day", "memory grown", 1.0),
        5,
        None,
        "",
        "MiB",
    )
    yield Goal(
        "left behind by opening, finding, closing",
        Read("again and again", "left behind", 1.0),
        0,
        None,
        "",
        "",
    )


def judged(goal: Goal, samples: Samples) -> Verdict:
    """What came of a goal; what wasn't measured says so."""
    figure = samples.read(*goal.figure)
    reference = samples.read(*goal.reference) if goal.reference else None
    asked = f"≤ {goal.most:g} {f'× {goal.against}' if goal.reference else goal.unit}"
    if figure is None or (goal.reference and reference is None):
        return Verdict(goal.dimension, asked, _said(figure), _said(reference), "-", "not measured")
    ratio = figure / reference if reference else figure
    return Verdict(
        goal.dimension,
        asked,
        f"{_said(figure)} {goal.unit}",
        _said(reference),
        f"{ratio:.2f}" if reference else "-",
        "yes" if ratio <= goal.most else "NO",
    )


def _said(number: float | None) -> str:
    if number is None:
        return "-"
    return f"{number:.1f}" if abs(number) < 100 else f"{number:,.0f}"
