"""A line left half typed when followup was ended: offered back wherever a line is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from textual.pilot import Pilot
from ui.driving import press, running, screen_text, settled

from followup_tui.actions.kept_line import keep_line
from followup_tui.store import journal
from followup_tui.store.dealings import Touch
from followup_tui.store.kept import LINE, kept_draft
from followup_tui.store.minutes import Draft
from followup_tui.ui.dialogs.quick_log import QuickLogDialog
from followup_tui.ui.screens.card import CardScreen
from followup_tui.ui.screens.review import ReviewScreen

LEFT = "talked to marcus, hires in march"


@pytest.fixture
def left(world: Path) -> None:
    keep_line(NOW, LEFT, ())


async def test_today_offers_it(left: None) -> None:
    async with running() as pilot:
        await press(pilot, "l")
        assert LEFT in screen_text(pilot) and "was not saved" in screen_text(pilot)


async def test_the_review_offers_it(left: None) -> None:
    async with running() as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "l")
        assert LEFT in screen_text(pilot) and "was not saved" in screen_text(pilot)
        assert kept_draft(None, LINE)


async def test_the_call_card_offers_it(left: None) -> None:
    async with running() as pilot:
        await press(pilot, "c", "escape")
        assert LEFT in screen_text(pilot) and "was not saved" in screen_text(pilot)


async def test_after_a_call_of_some_minutes_it_is_offered_and_the_minutes_are_kept(
    left: None,
) -> None:
    async with running() as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CardScreen)
        pilot.app.screen.began -= 7 * 60
        await press(pilot, "escape")
        assert LEFT in screen_text(pilot) and "was not saved" in screen_text(pilot)
        await press(pilot, "enter")
        assert Touch.get(Touch.typed == LEFT).minutes == 7
        assert kept_draft(None, LINE) is None


async def kept_while_typed(pilot: Pilot[None], *keys: str) -> None:
    """A line is opened and typed, and its seconds go by."""
    await press(pilot, "l", *keys)
    assert isinstance(pilot.app.screen, QuickLogDialog)
    pilot.app.screen.keep()
    await settled(pilot)


def drafts() -> list[str]:
    return [one.body for one in Draft.select().order_by(Draft.id)]


async def test_a_line_that_another_followup_is_typing_is_left_to_it(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j")
        keep_line(NOW, LEFT, ())  # As another followup does meanwhile.
        await kept_while_typed(pilot, *"met")
        assert LEFT not in screen_text(pilot) and "was not saved" not in screen_text(pilot)
        await kept_when(pilot, [LEFT, "met"])
        await press(pilot, "escape", "l")
        assert LEFT not in screen_text(pilot) and drafts() == [LEFT]
        await press(pilot, *"met", "enter")
        assert drafts() == [LEFT]


async def kept_when(pilot: Pilot[None], expected: list[str]) -> None:
    while drafts() != expected:
        await pilot.pause(0.01)


async def test_a_saved_line_is_never_offered_as_one_that_was_not(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running() as pilot:
        await kept_while_typed(pilot, *"met")
        await kept_when(pilot, ["met"])
        monkeypatch.setattr(pilot.app, "jot", lambda *_: None)  # Notes are late, or never come.
        await press(pilot, "e", "enter")
        assert Touch.select().where(Touch.typed == "mete").count() == 1
        assert drafts() == []
        journal.undo(NOW)
        assert drafts() == []
