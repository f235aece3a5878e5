"""Every screen and dialog bears every size of the window, and a storm of them."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import NOW
from textual import events
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen
from ui.driving import press, running, screen_text, settled

from followup_tui import ui
from followup_tui.reports.facts import Fact
from followup_tui.store.agenda import agenda
from followup_tui.store.book import connection
from followup_tui.ui.dialogs.blank import BlankDialog
from followup_tui.ui.dialogs.fact import FactDialog
from followup_tui.ui.dialogs.fields import FieldDialog
from followup_tui.ui.dialogs.progress import Progress, ProgressDialog
from followup_tui.ui.dialogs.source import SourceDialog
from followup_tui.ui.dialogs.tomorrow import TomorrowDialog
from followup_tui.ui.dialogs.welcome import ProfileDialog, TourDialog, WelcomeDialog
from followup_tui.ui.screens.import_file import ImportScreen

SIZES = ((1, 1), (10, 2), (20, 5), (40, 12))
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
    "NoDialog": ("j", "L", "x", "1"),
}
"""The keys that open it."""
FACT = Fact("F4", "People say yes more often than we guess.", "Flynn & Lake 2008", "Strangers.")
MADE: dict[str, Callable[[Path], Screen[object]]] = {
    "ImportScreen": lambda folder: ImportScreen(table(folder)),
    "ProgressDialog": lambda _: ProgressDialog(half_done()),
    "TomorrowDialog": lambda _: TomorrowDialog(
        agenda(connection(), NOW).ranked[:3], NOW.today, "my desk"
    ),
    "SourceDialog": lambda _: SourceDialog(FACT),
    "FactDialog": lambda _: FactDialog(FACT),
    "BlankDialog": lambda _: BlankDialog("What came of it?"),
    "FieldDialog": lambda _: FieldDialog("Draht", "phone:work"),
    "WelcomeDialog": lambda _: WelcomeDialog(),
    "ProfileDialog": lambda _: ProfileDialog(),
    "TourDialog": lambda _: TourDialog(),
}
"""Those that only a file, a first day or a longer way opens."""


def table(folder: Path) -> Path:
    path = folder / "odd.csv"
    path.write_text("Wer,Draht\nJürgen Beispiel,303-555-0142\n" * 20, encoding="utf-8")
    return path


def half_done() -> Progress:
    progress = Progress("Saving")
    progress.tell("Saving", 50, 100)
    return progress


def screens_of_the_app() -> Iterator[type[Screen[object]]]:
    """Every class of a screen that the app can show: those that others are made from are called
    by name, or have nobody who is made from them.
    """
    called = ""
    for module in pkgutil.walk_packages(ui.__path__, ui.__name__ + "."):
        called += Path(importlib.import_module(module.name).__file__ or "").read_text("utf-8")
    waiting = Screen.__subclasses__()
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        made = not one.__subclasses__() or re.search(rf"(?<!class )\b{one.__name__}\(", called)
        if made and one.__module__.startswith(ui.__name__):
            yield one


def storm(pilot: Pilot[None]) -> None:
    """Sixty sizes at once, none waited for."""
    for turn in range(60):
        size = Size(20 + turn * 37 % 180, 5 + turn * 7 % 40)
        pilot.app.post_message(events.Resize(size, size))


def test_every_screen_of_the_app_is_tried() -> None:
    names = {one.__name__ for one in screens_of_the_app()}
    assert names == {*OPENINGS, *MADE} and len(names) == len(OPENINGS) + len(MADE)


async def bears(pilot: Pilot[None], name: str) -> None:
    """What is on the screen bears every size, and is what it was in the usual one."""
    app = pilot.app
    assert type(app.screen).__name__ == name
    stood, focus = app.screen, app.focused
    for size in SIZES:
        await pilot.resize_terminal(*size)
    storm(pilot)
    await pilot.resize_terminal(*USUAL)
    assert (app.screen, app.focused) == (stood, focus), name
    assert screen_text(pilot).strip(), name


async def test_a_window_of_any_size_shows_something_and_keeps_the_place(world: Path) -> None:
    async with running(*USUAL) as pilot:
        home = pilot.app.screen
        for name, keys in OPENINGS.items():
            await press(pilot, "1", *keys)
            await bears(pilot, name)
            while pilot.app.screen is not home:
                await press(pilot, "escape")


async def test_a_window_of_any_size_shows_what_a_longer_way_opens(
    world: Path, tmp_path: Path
) -> None:
    async with running(*USUAL) as pilot:
        for name, make in MADE.items():
            await pilot.app.push_screen(make(tmp_path))
            await settled(pilot)
            await bears(pilot, name)
            pilot.app.pop_screen()


@pytest.mark.parametrize("size", [(10, 2), WIDE])
async def test_a_window_of_this_size_has_a_list_or_a_word(
    world: Path, size: tuple[int, int]
) -> None:
    async with running(*size) as pilot:
        await press(pilot, "j")
        assert screen_text(pilot).strip()
