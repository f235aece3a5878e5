"""Every screen in every size and look, to be looked at.

`python screenshots/sheet.py FOLDER` makes all pages, or those of the screens named behind it. What
is made isn't kept in the repository: one page a screen, a row a look, a column a size. With
Chromium at hand each page becomes a PNG too.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from make import NOW, TALK, ZONE, Picture, pictures, words

SIZES = ((120, 36), (80, 24), (60, 20))
THEMES = ("dusk", "paper", "ink")
LOOKS = (*THEMES, "no colour")
PIXELS_A_COLUMN, PIXELS_A_ROW = 7, 15
PAGE_WIDTH = (SIZES[0][0] + SIZES[1][0]) * PIXELS_A_COLUMN + 60


class Way(NamedTuple):
    """The keys that lead to a screen, and what is typed there."""

    keys: tuple[str, ...] = ()
    text: str = ""
    empty: bool = False
    """Whether nobody is in the store."""


CALLS = ("r", "enter", "enter", "d", "1", "4")
SCREENS: dict[str, Way] = {
    "today": Way(("j",)),
    "contacts": Way(("2", "j")),
    "story": Way(("j", "3")),
    "found": Way(("slash",), "zzz"),
    "log": Way(("j", "l"), TALK),
    "log-empty": Way(("j", "l")),
    "snooze": Way(("j", "j", "j", "s")),
    "snooze-again": Way(("j", "j", "s", "1", "enter", "s")),
    "decide": Way(("s",)),
    "decline": Way(("j", "x")),
    "decline-words": Way(("j", "x", "1")),
    "message": Way(("j", "j", "m")),
    "add": Way(("a",)),
    "add-person": Way(("a", "1")),
    "add-lead": Way(("a", "2")),
    "add-step": Way(("a", "3")),
    "edit": Way(("j", "e")),
    "card": Way(("j", "c")),
    "code": Way(("j", "c", "o")),
    "brief": Way(("r",)),
    "catch": Way(("r", "enter")),
    "warm-up": Way(("r", "enter", "enter")),
    "review": Way(("r", "enter", "enter", "d")),
    "review-call": Way(CALLS),
    "insights": Way(("i",)),
    "numbers": Way(("i", "tab")),
    "numbers-below": Way(("i", "tab", "pagedown")),
    "lead": Way(("j", "L")),
    "wondering": Way(("W",)),
    "waiting": Way(("A",)),
    "names": Way(("N",)),
    "profile": Way(("P",)),
    "settings": Way(("comma",)),
    "import": Way(("I",)),
    "export": Way(("E",)),
    "doubles": Way(("D",)),
    "backups": Way(("B",)),
    "merge": Way(("j", "M")),
    "keys": Way(("question_mark",)),
    "commands": Way(("colon",)),
    "why": Way(("w",)),
    "undone": Way(("j", "v")),
    "welcome": Way(empty=True),
    "five-answers": Way(("2", "A", "n", "a", "enter"), empty=True),
    "six-keys": Way(("2", "A", "n", "a", "enter", "escape"), empty=True),
    "empty": Way(("escape",), empty=True),
    "empty-insights": Way(("escape", "i"), empty=True),
    "empty-review": Way(("escape", "r"), empty=True),
}


def make(folder: Path, names: Collection[str] = ()) -> None:
    """Write a page for each screen, or for those that are named, into `folder`."""
    os.environ |= {"FOLLOWUP_NOW": NOW, "TZ": ZONE}
    folder.mkdir(parents=True, exist_ok=True)
    for screen, way in SCREENS.items():
        if not names or screen in names:
            _page(folder, screen, way)
            sys.stdout.write(f"{screen}\n")
            sys.stdout.flush()


def _page(folder: Path, screen: str, way: Way) -> None:
    cells: dict[str, str] = dict.fromkeys(LOOKS, "")
    for columns, rows in SIZES:
        for look, svg in _drawn(f"{screen}-{columns}x{rows}", columns, rows, way).items():
            name = f"{screen}-{columns}x{rows}-{look.replace(' ', '-')}"
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
            (folder / f"{name}.txt").write_text("\n".join(words(svg)), encoding="utf-8")
            width = columns * PIXELS_A_COLUMN
            cells[look] += f"<img src='{name}.svg' width='{width}' style='margin:4px;float:left'>"
    height = _row_height()
    drawn = [
        f"<div style='height:{height}px;overflow:hidden'>{row}</div>" for row in cells.values()
    ]
    page = folder / f"{screen}.html"
    page.write_text(f"<body style='margin:8px;background:#555'>{''.join(drawn)}", encoding="utf-8")
    if chromium := shutil.which("chromium"):
        with tempfile.TemporaryDirectory() as profile:
            _photograph(chromium, page, profile)


def _photograph(chromium: str, page: Path, profile: str) -> None:
    size = f"{PAGE_WIDTH},{_row_height() * len(LOOKS) + 16}"
    options = (
        "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={profile}", f"--window-size={size}",
        f"--screenshot={page.with_suffix('.png')}", page.as_uri(),
    )  # fmt: skip
    subprocess.run([chromium, *options], check=True, capture_output=True, timeout=120)


def _row_height() -> int:
    """Room for the high picture, and for the two low ones beside it, one above the other."""
    return (SIZES[1][1] + SIZES[2][1]) * PIXELS_A_ROW + 90


def _drawn(name: str, columns: int, rows: int, way: Way) -> dict[str, str]:
    """The screen of one size in each look; the app finds out at its start whether to colour."""
    wanted = Picture(name, columns, rows, keys=way.keys, text=way.text, empty=way.empty)
    with tempfile.TemporaryDirectory() as stores:
        themed = asyncio.run(pictures(wanted, Path(stores), THEMES))
    os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as stores:
        plain = asyncio.run(pictures(wanted, Path(stores), THEMES[:1]))
    del os.environ["NO_COLOR"]
    return dict(zip(LOOKS, [*themed, *plain], strict=True))


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2:])
