"""Every screen and dialog bears every size of the window, and a storm of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot
from ui.driving import press, running, screen_text

SIZES = ((1, 1), (20, 5))
WIDE = (300, 100)
USUAL = (100, 30)
OPENINGS: dict[str, tuple[str, ...]] = {
    "TodayScreen": (),
    "SettingsDialog": ("comma",),
    "FileDialog": ("I",),
    "ExportDialog": ("E",),
    "DoublesScreen": ("D",),
    "PersonDialog": ("M",),
    "BackupsDialog": ("B",),
    "ContactDialog": ("a", "1"),
    "LeadDialog": ("a", "2"),
    "FollowUpDialog": ("a", "3"),
    "ReviewScreen": ("r",),
    "CardScreen": ("c",),
    "DecideDialog": ("s",),
    "WhyDialog": ("w",),
    "ChoiceDialog": ("x",),
    "MessageDialog": ("m",),
    "QuickLogDialog": ("l", "a", "n", "n"),
    "LoopScreen": ("W",),
    "ProfileScreen": ("P",),
    "ProfileFieldsDialog": ("P", "e"),
    "InsightsScreen": ("i",),
    "CommandsDialog": ("colon",),
    "KeysScreen": ("question_mark",),
    "LeadScreen": ("j", "L"),
    "SnoozeDialog": ("j", "s"),
}


def storm(pilot: Pilot[None]) -> None:
    """Twelve sizes at once, none waited for; the terminal's own tests send sixty."""
    for turn in range(12):
        size = Size(20 + turn * 37 % 180, 5 + turn * 7 % 40)
        pilot.app.post_message(events.Resize(size, size))


async def test_a_window_of_any_size_shows_something_and_keeps_the_place(world: Path) -> None:
    async with running(*USUAL) as pilot:
        app = pilot.app
        home = app.screen
        for name, keys in OPENINGS.items():
            await press(pilot, "1", *keys)
            assert type(app.screen).__name__ == name
            stood, focus = app.screen, app.focused
            for size in SIZES:
                await pilot.resize_terminal(*size)
            storm(pilot)
            await pilot.resize_terminal(*USUAL)
            assert (app.screen, app.focused) == (stood, focus), name
            assert screen_text(pilot).strip(), name
            while app.screen is not home:
                await press(pilot, "escape")


@pytest.mark.parametrize("size", [(10, 2), WIDE])
async def test_a_window_of_this_size_has_a_list_or_a_word(
    world: Path, size: tuple[int, int]
) -> None:
    async with running(*size) as pilot:
        await press(pilot, "j")
        assert screen_text(pilot).strip()
