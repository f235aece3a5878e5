"""A click on what the user or a file wrote runs nothing, whatever it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static
from ui.driving import press, running, screen_text

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.steps import NextStep
from followup_tui.rules.facts import Action
from followup_tui.ui.app import FollowupTui

CLICK = "[@click=app.runs]RUNS[/]"
RUNS = f"{CLICK} [link=https://x.example]RUNS[/]"
WIDE = 160
BACK = 3
"""So many presses of escape leave whatever a click has opened."""


class Reading(Screen[None]):
    """A page that takes what it shows for markup."""

    def compose(self) -> ComposeResult:
        yield Static(CLICK)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was run."""
    found: list[str] = []
    monkeypatch.setattr(
        FollowupTui, "action_runs", lambda *_: found.append("action"), raising=False
    )
    monkeypatch.setattr(FollowupTui, "open_url", lambda *_, **__: found.append("url"))
    return found


def somebody() -> None:
    form = ContactForm(RUNS, organization=RUNS, role=RUNS, notes=RUNS, tags=(RUNS,), how_met=RUNS)
    contact_id = add_contact(NOW, form).added("contact")[0]
    step = NextStep(Action.CALL, NOW.today, what=RUNS, place=RUNS)
    add_follow_up(NOW, FollowUpForm(step, contact_id))


def places(pilot: Pilot[Any]) -> list[tuple[int, int]]:
    """Where such text is to be read: the first that each row of each half of the screen has."""
    rows = screen_text(pilot).splitlines()
    found = [(line.find("RUNS", side), y) for y, line in enumerate(rows) for side in (0, WIDE // 2)]
    return sorted({(at, y) for at, y in found if at >= 0})


async def opened(pilot: Pilot[Any], keys: tuple[str, ...]) -> None:
    """From the first page, what the keys open."""
    for _ in range(BACK):
        if len(pilot.app.screen_stack) > 1:
            await press(pilot, "escape")
    assert len(pilot.app.screen_stack) == 1
    await press(pilot, *keys)


@pytest.mark.parametrize("keys", [(), ("l",), ("m",), ("c",), ("e", "1")])
async def test_a_click_on_what_looks_like_a_link_runs_nothing(
    book: Path, ran: list[str], keys: tuple[str, ...]
) -> None:
    somebody()
    async with running(WIDE, 36) as pilot:
        await opened(pilot, keys)
        here, found = pilot.app.screen, places(pilot)
        assert len(found) >= 2
        for place in found:
            await pilot.click(offset=place)
            await press(pilot)
            assert not ran, place
            if pilot.app.screen is not here:
                await opened(pilot, keys)
                here = pilot.app.screen


async def test_a_widget_that_reads_markup_would_run_it(book: Path, ran: list[str]) -> None:
    async with running() as pilot:
        await pilot.app.push_screen(Reading())
        await pilot.click(offset=(1, 0))
        await press(pilot)
        assert places(pilot)
    assert ran == ["action"]
