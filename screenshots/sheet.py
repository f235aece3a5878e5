"""Every screen in every size and theme, to look at: `python screenshots/sheet.py FOLDER`.

What is made isn't kept in the repository: one page a screen, a row a size, a column a theme.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from make import NOW, TALK, ZONE, Picture, picture

SIZES = ((120, 36), (80, 24), (60, 20))
THEMES = ("dusk", "paper", "ink", "terminal")
SCREENS: dict[str, tuple[tuple[str, ...], str]] = {
    "today": (("j",), ""),
    "contacts": (("2", "j"), ""),
    "story": (("j", "3"), ""),
    "log": (("j", "l"), TALK),
    "snooze": (("j", "j", "j", "s"), ""),
    "decide": (("s",), ""),
    "decline": (("j", "x"), ""),
    "message": (("j", "j", "m"), ""),
    "add": (("a", "1"), ""),
    "edit": (("j", "e"), ""),
    "card": (("j", "c"), ""),
    "brief": (("r",), ""),
    "review": (("r", "enter", "enter", "d"), ""),
    "insights": (("i",), ""),
    "numbers": (("i", "tab"), ""),
    "lead": (("j", "L"), ""),
    "wondering": (("W",), ""),
    "waiting": (("A",), ""),
    "names": (("N",), ""),
    "profile": (("P",), ""),
    "settings": (("comma",), ""),
    "import": (("I",), ""),
    "export": (("E",), ""),
    "doubles": (("D",), ""),
    "keys": (("question_mark",), ""),
    "commands": (("colon",), ""),
    "why": (("w",), ""),
}
"""The keys that lead to each screen, and what is typed there."""


def make(folder: Path, name: str = "") -> None:
    """Write a page for each screen, or for the one that is named, into `folder`."""
    os.environ |= {"FOLLOWUP_NOW": NOW, "TZ": ZONE}
    folder.mkdir(parents=True, exist_ok=True)
    for screen, (keys, text) in SCREENS.items():
        if name not in ("", screen):
            continue
        rows = []
        for columns, lines in SIZES:
            cells = [_drawn(folder, screen, columns, lines, theme, keys, text) for theme in THEMES]
            rows.append("<div>" + "".join(cells) + "</div>")
        page = f"<body style='margin:8px;background:#555'>{''.join(rows)}"
        (folder / f"{screen}.html").write_text(page, encoding="utf-8")
        sys.stdout.write(f"{screen}\n")


def _drawn(
    folder: Path, screen: str, columns: int, lines: int, theme: str, keys: tuple[str, ...],
    text: str,
) -> str:  # fmt: skip
    name = f"{screen}-{columns}x{lines}-{theme}"
    wanted = Picture(name, columns, lines, theme, keys, text)
    with tempfile.TemporaryDirectory() as stores:
        svg = asyncio.run(picture(wanted, Path(stores)))
    (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
    return f"<img src='{name}.svg' width='{columns * 6}' style='margin:4px;vertical-align:top'>"


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
