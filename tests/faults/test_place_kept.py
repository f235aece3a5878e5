"""The place in a list is the user's: a write of somebody else leaves it where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.apps import App
from tests.faults.stores import followup, people_file

PANE = slice(2, 32)
"""The columns of a name in the list of people."""


def names_shown(app: App) -> list[str]:
    """Whom the list shows, from the top."""
    names = [row[PANE].strip() for row in app.screen.display]
    return [name for name in names if name.startswith("Many ")]


def chosen(app: App) -> str:
    """Who is selected: the row on another ground."""
    grounds = {y: app.screen.buffer[y][10].bg for y in range(10, 28)}
    usual = max(grounds.values(), key=[*grounds.values()].count)
    (row,) = [y for y, ground in grounds.items() if ground != usual]
    return app.screen.display[row][PANE].strip()


@pytest.mark.parametrize("name", ["Aaron Newcomer", "Many P500", "Zoe Newcomer"])
def test_the_place_in_a_list_stays_while_a_shell_adds_somebody(tmp_path: Path, name: str) -> None:
    """Somebody above of what is shown, in it, and below."""
    followup(tmp_path, "import", str(people_file(tmp_path / "many.csv", 60, "Many")))
    app = App(tmp_path)
    assert app.shows("─ 60 ─", 30), app.screen.display
    for keys in (b"\t", b"G", *[b"k"] * 6):
        app.press(keys, quiet=0.3)
    before, at = names_shown(app), chosen(app)
    assert at == "Many P57" and len(before) == 18 and before[-1] == "Many P9", before
    y = next(y for y, row in enumerate(app.screen.display) if row[PANE].strip() == at)
    followup(tmp_path, "add", "contact", name)
    assert app.shows("─ 61 ─", 10), app.screen.display
    assert chosen(app) == at
    assert app.screen.display[y][PANE].strip() == at
    app.press(b"g", quiet=0.3)
    assert names_shown(app)[0] == "Many P0", app.screen.display
    app.kill()
