"""Two cards that may be one person are decided by keys alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, contents
from ui.driving import press, running, screen_text

from followup_tui.actions.imports import SourceFile, import_people
from followup_tui.exchange.drafts import ContactDraft, Parsed, WayDraft
from followup_tui.rules.facts import WayKind
from followup_tui.store.models import Contact
from followup_tui.store.person import person
from followup_tui.ui.app import FollowupTui


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


@pytest.mark.usefixtures("twice")
async def test_one_pair_is_merged_and_the_other_said_to_be_two() -> None:
    before = contents()
    async with running() as pilot:
        await press(pilot, "D")
        assert "1 of 2" in screen_text(pilot) and "Ann [x] Ash" in screen_text(pilot)
        await press(pilot, "2")
        text = screen_text(pilot)
        assert "jane@cobalt.example" in text and "jane@orbit.example" in text
        assert "same name, other organization" in text
        await press(pilot, "1", "2")
        assert "Nobody seems to be here twice" in screen_text(pilot)
        assert Contact.select().count() == 3 and person(2).organization == "Orbit"
        await press(pilot, "u", "u")
        assert "1 of 2" in screen_text(pilot) and contents() == before


@pytest.mark.usefixtures("twice")
async def test_a_pair_can_wait() -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "D", "space")
        assert "2 of 2" in screen_text(pilot)
        await press(pilot, "space")
        assert "1 of 2" in screen_text(pilot)
        await press(pilot, "escape")
        assert Contact.select().count() == 4


@pytest.mark.usefixtures("twice")
async def test_anybody_is_merged_by_hand() -> None:
    async with running() as pilot:
        await press(pilot, "2", "M", *"jane", "enter")
        assert "Merge" in screen_text(pilot) and "nothing in common" not in screen_text(pilot)
        await press(pilot, "1", "1")
        assert Contact.select().count() == 3


@pytest.mark.usefixtures("twice")
def test_how_doubles_look(snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(80, 24), press=["D", "space"])


@pytest.mark.usefixtures("twice")
def test_how_a_merge_looks(snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(80, 24), press=["D", "1"])
