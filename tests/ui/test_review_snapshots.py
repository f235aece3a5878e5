"""How the call card and the review look, at a fixed hour and size, with the clock of the call
and of the session at rest.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from textual.pilot import Pilot
from ui.driving import press

from followup_tui.actions.demo import make_demo
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.screens import card, sitting

USUAL, LOW = (100, 30), (80, 24)
TO_WAITING = ("enter", "enter", "d", "2", "escape", "v", "d", "d", "d", "d")
PAGES = {
    "brief": (),
    "warm-up": ("enter", "enter"),
    "decide": ("enter", "enter", "d"),
    "tomorrow": (*TO_WAITING, "enter", "enter"),
    "end": (*TO_WAITING, "enter", "enter", *" desk", "enter"),
}


@pytest.fixture(autouse=True)
def stopped_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (card, sitting):
        monkeypatch.setattr(module, "monotonic", lambda: 0.0)


@pytest.fixture
def demo(book: Path) -> Path:
    make_demo(NOW)
    return book


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press the keys one after the other, each when the one before is done."""

    async def run(pilot: Pilot[Any]) -> None:
        for key in keys:
            await press(pilot, key)

    return run


@pytest.mark.parametrize("page", PAGES)
def test_review(page: str, demo: Path, snap_compare: Any) -> None:
    keys = pressing("r", *PAGES[page])
    assert snap_compare(FollowupTui(), terminal_size=USUAL, run_before=keys)


@pytest.mark.parametrize("size", [(120, 36), LOW], ids=["wide", "low"])
def test_card(size: tuple[int, int], demo: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=size, run_before=pressing("j", "c", "2"))


def test_card_of_somebody_unknown(book: Path, snap_compare: Any) -> None:
    add_contact(NOW, ContactForm("Ann"))
    assert snap_compare(FollowupTui(), terminal_size=LOW, run_before=pressing("2", "c"))


def test_catching_up(demo: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", (NOW.at + timedelta(days=10)).isoformat())
    keys = pressing("r", "enter", "space")
    assert snap_compare(FollowupTui(), terminal_size=LOW, run_before=keys)
