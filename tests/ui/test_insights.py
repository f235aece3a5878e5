"""*What came of it*: the tree and the numbers, in every size, by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions.demo import make_demo
from followup_tui.text import cells
from followup_tui.ui.panes.came_of_it import CameOfIt, label_line
from followup_tui.ui.screens.card import CardScreen
from followup_tui.ui.screens.insights import InsightsScreen
from followup_tui.ui.screens.lead import LeadScreen
from followup_tui.ui.spans import width_of
from followup_tui.ui.themes import DUSK, PAPER

SIZES = [(120, 36), (80, 24), (60, 20)]


@pytest.fixture
def samples(book: Path) -> None:
    make_demo(NOW)


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_every_state_is_seen_and_nothing_is_wider_than_its_pane(
    samples: None, width: int, height: int
) -> None:
    async with running(width, height) as pilot:
        await press(pilot, "i")
        tree = pilot.app.screen.query_one(CameOfIt)
        assert tree.virtual_size.width <= tree.size.width
        rows = screen_text(pilot).splitlines()
        assert all(cells(row) == width for row in rows)
        assert any("Greta Lowell" in row and "3 names, 4 talks, 1 interview" in row for row in rows)
        assert any("Theo Baptiste" in row and "let go: commute" in row for row in rows)


async def test_in_a_small_terminal_tab_turns_to_the_numbers(samples: None) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "i")
        assert "Promises kept" not in screen_text(pilot)
        await press(pilot, "tab")
        shown = screen_text(pilot)
        assert "Greta Lowell" not in shown
        assert "Promises kept" in shown and "9 of 11" in shown and "was 78%" in shown
        assert "Thanked in a day" in shown and "9 of 13" in shown
        await press(pilot, "tab")
        assert "Greta Lowell" in screen_text(pilot)


async def test_enter_opens_the_person_or_the_opening(samples: None) -> None:
    async with running() as pilot:
        await press(pilot, "i", "enter")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "escape", "escape", "j", "j", "enter")
        assert isinstance(pilot.app.screen, LeadScreen)
        assert "Rider newsletter" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert not isinstance(pilot.app.screen, InsightsScreen)


async def test_an_empty_book_says_what_would_be_here(book: Path) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "i")
        assert "No names yet. After a call press l" in screen_text(pilot)
        await press(pilot, "tab")
        assert "too few to say" in screen_text(pilot)


@pytest.mark.parametrize("width", range(24, 60, 5))
def test_a_state_is_whole_and_the_name_gives_way(width: int) -> None:
    person = (("Maximiliane von Hohenlohe", "strong"), ("  Riverside Publishing House", "muted"))
    line = label_line(person, ("2 tries", "muted"), width)
    assert width_of(line) == width
    assert line[-1] == ("2 tries", "muted")
    assert "Riverside" in "".join(text for text, _ in line) or width < 62


async def test_the_tree_takes_the_colours_of_another_theme_at_once(samples: None) -> None:
    async with running(120, 36) as pilot:
        await press(pilot, "i")
        pilot.app.theme = "paper"
        await press(pilot)
        strips = pilot.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        grounds = {style.bgcolor.name for style in styles if style.bgcolor}
        assert PAPER.background in grounds and DUSK.background not in grounds
