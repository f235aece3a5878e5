"""The first day, by keys alone, at 80 by 24: from nothing to something on *What came of it*."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from ui.driving import press, running, screen_text

from followup_tui.rules.facts import Outcome
from followup_tui.store.book import open_book
from followup_tui.store.dealings import Referral, Touch
from followup_tui.store.journal import steps
from followup_tui.store.models import Contact
from followup_tui.store.profiles import newest


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[None]:
    """A store that nobody has opened."""
    with open_book(tmp_path / "book.db"):
        yield


class Typist:
    """Types words and counts the keys beside them."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await press(self.pilot, *keys)

    async def write(self, words: str) -> None:
        await press(self.pilot, *("space" if letter == " " else letter for letter in words))


async def test_from_an_empty_book_to_what_came_of_it(fresh: None) -> None:
    async with running(80, 24) as pilot:
        typist = Typist(pilot)
        assert "Welcome" in screen_text(pilot)
        await typist.press("2")
        await typist.write("Dan Cole")
        await typist.press("enter")
        await typist.write("Dana Reyes")
        await typist.press("tab", "1", "tab")
        await typist.press("enter")
        assert "Six keys" in screen_text(pilot)
        await typist.press("space")
        await typist.press("2", "l")
        await typist.write("talked to Dan Cole 12 min, said call Bo Li at Cobalt")
        await typist.press("enter")
        await typist.press("i")
        shown = screen_text(pilot)
        assert "Dan Cole" in shown and "Bo Li" in shown and "not called yet" in shown
        assert typist.keys <= 40
    assert Touch.get().outcome == Outcome.TALKED
    assert Referral.get().contact.name == "Bo Li"
    assert newest().name == "Dana Reyes"


async def test_the_welcome_never_comes_again(fresh: None) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "escape")
    async with running(80, 24) as pilot:
        assert "Welcome" not in screen_text(pilot)


async def test_the_sample_people_go_with_one_undo(fresh: None) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "3")
        assert Contact.select().count() > 20
        await press(pilot, "space", "u")
        assert Contact.select().count() == 0
    assert all(step.undone_at for step in steps())


async def test_nobody_is_praised_for_an_empty_store(fresh: None) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "escape")
        assert "Nothing to do yet." in screen_text(pilot)
        assert "Well done" not in screen_text(pilot)
        await press(pilot, "a", "1", *"ann", "enter", "escape", "escape")
        assert "Nothing is due. Well done." in screen_text(pilot)
