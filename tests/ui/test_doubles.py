"""Two cards that may be one person are decided by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, contents
from textual.pilot import Pilot
from ui.driving import press, running, screen_text

from followup_tui.actions.imports import SourceFile, import_people
from followup_tui.exchange.drafts import ContactDraft, Parsed, WayDraft
from followup_tui.rules.facts import WayKind
from followup_tui.store.models import Contact
from followup_tui.store.person import person
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.screens.doubles import DoublesScreen


def card(name: str, organization: str, mail: str, **more: str) -> ContactDraft:
    ways = (WayDraft(WayKind.EMAIL, mail),)
    return ContactDraft(1, name, organization=organization, ways=ways, **more)


@pytest.fixture
def twice(book: Path) -> None:
    drafts = (
        card("Jane Doe", "Cobalt", "jane@cobalt.example", role="Editor", notes="met at a fair"),
        card("Jane Doe", "Orbit", "jane@orbit.example", role="Chief editor"),
        card("Ann [x] Ash", "Cobalt", "ann@x.example"),
        card("Ann [x] Ash", "Orbit", "ash@x.example"),
    )
    import_people(NOW, (SourceFile("x.csv", Parsed(drafts, rows=4, format="table")),))


async def decided(pilot: Pilot[Any], *keys: str) -> str:
    """What can be read after these keys, when the pairs were read again."""
    for key in keys:
        await press(pilot, key)
        while isinstance(pilot.app.screen, DoublesScreen) and pilot.app.screen.looking:
            await pilot.pause(0.01)
    return screen_text(pilot)


@pytest.mark.usefixtures("twice")
async def test_one_pair_is_merged_and_the_other_said_to_be_two() -> None:
    before = contents()
    async with running() as pilot:
        text = await decided(pilot, "D")
        assert "1 of 2" in text and "Ann [x] Ash" in text
        text = await decided(pilot, "2")
        assert "jane@cobalt.example" in text and "jane@orbit.example" in text
        assert "same name, other organization" in text
        assert "Nobody seems to be here twice" in await decided(pilot, "1", "2")
        assert Contact.select().count() == 3 and person(2).organization == "Orbit"
        assert "1 of 2" in await decided(pilot, "u", "u") and contents() == before


@pytest.mark.usefixtures("twice")
async def test_a_pair_can_wait() -> None:
    async with running(60, 20) as pilot:
        assert "2 of 2" in await decided(pilot, "D", "space")
        assert "1 of 2" in await decided(pilot, "space")
        await decided(pilot, "escape")
        assert Contact.select().count() == 4


@pytest.mark.usefixtures("twice")
async def test_anybody_is_merged_by_hand() -> None:
    async with running() as pilot:
        assert "Merge" in await decided(pilot, "2", "M", *"jane", "enter")
        await decided(pilot, "1", "1")
        assert Contact.select().count() == 3


@pytest.mark.usefixtures("twice")
def test_how_doubles_look(snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(80, 24), run_before=after("D", "space"))


@pytest.mark.usefixtures("twice")
def test_how_a_merge_looks(snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(80, 24), run_before=after("D", "1"))


def after(*keys: str) -> Callable[[Pilot[Any]], Coroutine[Any, Any, None]]:
    async def pressed(pilot: Pilot[Any]) -> None:
        await decided(pilot, *keys)

    return pressed
