"""The programs with a screen, one run of each: the app at each size, bare Textual, fzf."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from tests.benchmarks.samples import Samples
from tests.benchmarks.surroundings import BARE, Surroundings
from tests.benchmarks.terminal import Press, Sign, Terminal

WORDS = ("mar", "quil", "sel")
"""What is looked for, letter by letter."""
REPEATED, A_REPEAT = 120, 1 / 30
LEAD_FROM = 52
"""The column where the story begins, on a terminal of 120."""
NAME_ROW = 2
DOWN, UP, PAGE_DOWN, PAGE_UP = b"j", b"k", b"\x1b[6~", b"\x1b[5~"
BACKSPACE, ESCAPE, ENTER, UNDO = b"\x7f", b"\x1b", b"\r", b"u"
WRITTEN = 0.2
"""So long may the frame after a write be in coming, in seconds of silence."""
FOUND = 0.3
"""So long may what a letter finds be in coming: fzf shows the letter at once, and of a million
names what it found half a second later, in pieces."""
IN_THREE_DAYS = b"4"
"""The digit that puts off by so much in the dialog: what was put off leaves the top of the list."""
SNOOZES = 12


def bare(around: Surroundings, samples: Samples) -> None:
    """The smallest Textual app."""
    run = Terminal(BARE, around.environment)
    samples.add("bare", "paint", run.wait_for(shows("READY")))
    _press(run, samples, "bare", "key", [b"x"] * around.times)
    samples.add("bare", "memory", run.memory())
    samples.add("bare", "quit", run.leave(b"q").ms)
    run = Terminal(BARE, around.environment)
    run.send(b"x")
    samples.add("bare", "answered", run.wait_for(shows("READY 1")))
    run.leave(b"q")


def app(around: Surroundings, samples: Samples, size: int) -> None:
    """The app over `size` people: opening, moving, finding, leaving."""
    name = str(size)
    run = Terminal(around.followup(size), around.environment)
    samples.add(name, "paint", run.wait_for(_today))
    _press(run, samples, name, "cursor", _there_and_back(2, around.times))
    if size > around.sizes.few:  # There the list isn't long enough to scroll.
        run.repeat(DOWN, 20, A_REPEAT)
        key = UP if around.small else DOWN
        _press(run, samples, name, "scroll", [key] * (around.times // 2))
    run.press(b"2")
    _press(run, samples, name, "cursor in contacts", _there_and_back(2, around.times))
    _press(run, samples, name, "page", _pages(around.times))
    if size == around.sizes.some:
        samples.add(name, "lag", run.repeat(DOWN, 10 if around.small else REPEATED, A_REPEAT).lag)
    run.press(b"/")
    _find(around, run, samples, name)
    samples.add(name, "memory", run.memory())
    for _ in range(2):
        run.press(ESCAPE, quiet=WRITTEN)
    samples.add(name, "quit", run.leave(b"q").ms)


def typed_ahead(around: Surroundings, samples: Samples, size: int) -> None:
    """How soon a key is answered that was pressed when the program began."""
    run = Terminal(around.followup(size), around.environment)
    run.wait_for(_today)
    run.press(DOWN)
    second = run.screen.display[NAME_ROW][LEAD_FROM:]
    run.leave(b"q")
    run = Terminal(around.followup(size), around.environment)
    run.send(DOWN)
    answered = run.wait_for(lambda lines: lines[NAME_ROW][LEAD_FROM:] == second)
    samples.add(str(size), "answered", answered)
    run.leave(b"q")


def snoozing(around: Surroundings, samples: Samples, size: int) -> None:
    """Putting off what is first in the list, from the key that saves to the next frame.

    It is taken back each time, so that every size is asked as often: of more numbers the worst
    ones are worse.
    """
    run = Terminal(around.writing(size), around.environment)
    run.wait_for(_today)
    asks = shows("─ Snooze ─")
    left = 2 if around.small else SNOOZES
    for _ in range(2 * left):
        run.press(b"s", quiet=WRITTEN)
        if asks(run.screen.display):
            run.press(IN_THREE_DAYS)
            saved = run.press(ENTER, quiet=WRITTEN)
            if saved and not asks(run.screen.display):
                samples.add(str(size), "snooze", saved.last)
                run.press(UNDO, quiet=WRITTEN)
                left -= 1
                if not left:
                    break
                continue
        # It was put off already: the second time asks why, the third is refused.
        run.press(ESCAPE, quiet=WRITTEN)
        run.press(DOWN)
    run.leave(b"q")


def fzf(around: Surroundings, samples: Samples, size: int) -> None:
    """fzf over the same names."""
    names = _names(around, size)
    run = Terminal(("sh", "-c", f"exec fzf --no-mouse < '{names}'"), around.environment)
    run.wait_for(shows(f"{size}/{size}"))
    _find(around, run, samples, f"fzf {size}")
    run.leave(ESCAPE)


def _find(around: Surroundings, run: Terminal, samples: Samples, program: str) -> None:
    """Look for some words, letter by letter."""
    for word in WORDS[:1] if around.small else WORDS:
        _press(run, samples, program, "find", _letters(word), FOUND)
        for _ in word:
            run.press(BACKSPACE, quiet=FOUND)


def shows(words: str) -> Sign:
    """A sign: these words are somewhere on the screen."""
    return lambda lines: any(words in line for line in lines)


def _today(lines: Sequence[str]) -> bool:
    """The first useful screen: the counts, the list, and the story of who is first."""
    return "in play" in lines[0] and any("story ─" in line for line in lines)


def _press(
    run: Terminal,
    samples: Samples,
    program: str,
    reading: str,
    keys: Iterable[bytes],
    quiet: float | None = None,
) -> None:
    presses: list[Press | None] = [run.press(key, quiet=quiet) for key in keys]
    samples.add(program, reading, [press.last for press in presses if press])


def _there_and_back(rows: int, times: int) -> list[bytes]:
    return ([DOWN] * rows + [UP] * rows) * (times // rows // 2)


def _pages(times: int) -> list[bytes]:
    pages = min(6, times)
    return ([PAGE_DOWN] * pages + [PAGE_UP] * pages) * max(1, times // pages // 2)


def _letters(word: str) -> list[bytes]:
    return [letter.encode() for letter in word]


def _names(around: Surroundings, size: int) -> Path:
    path = around.folder / f"names-{size}.txt"
    if not path.exists():
        with closing(sqlite3.connect(around.stores[size])) as connection:
            names = connection.execute("SELECT name FROM contact ORDER BY folded").fetchall()
        path.write_text("".join(f"{name}\n" for (name,) in names), encoding="utf-8")
    return path
