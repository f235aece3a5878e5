"""A line left half typed when followup was ended: offered back wherever a line is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions.messages import keep_draft
from followup_tui.store.dealings import Touch
from followup_tui.store.kept import kept_draft
from followup_tui.ui.dialogs.quick_log import DRAFT
from followup_tui.ui.screens.card import CardScreen
from followup_tui.ui.screens.review import ReviewScreen

LEFT = "talked to marcus, hires in march"


@pytest.fixture
def left(world: Path) -> None:
    keep_draft(NOW, None, DRAFT, LEFT)


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
        assert kept_draft(None, DRAFT)


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
        assert kept_draft(None, DRAFT) is None
