"""Lists of people end no row in the middle of a word, in any of the usual sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions.demo import make_demo

PLACEHOLDERS = ("word…", "who…")


@pytest.fixture
def samples(book: Path) -> None:
    make_demo(NOW)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
@pytest.mark.parametrize("keys", [("2",), ("2", "G"), ("1",), ("j", "M")])
async def test_no_row_of_a_list_is_cut(
    samples: None, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with running(*size) as pilot:
        await press(pilot, *keys)
        rows = screen_text(pilot).splitlines()[1:-1]
        assert not [row for row in rows if "…" in row and not any(p in row for p in PLACEHOLDERS)]


async def test_an_organization_without_room_stands_whole_beside_the_list(samples: None) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "2")
        assert "Ada Brightwater  Brightwater    " in screen_text(pilot)
        await press(pilot, "k", "j", "g")
        assert "Brightwater Books" in screen_text(pilot)
