"""The rows of a reading: the keys that act on one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from ui.driving import press, running, screen_text

from followup_tui.ui.panes.reading_lines import ReadRow

UNSURE = "talked to marcus 5m, ask again after the holidays"


def keys(words: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in words]


async def test_a_digit_that_chooses_nothing_is_typed_into_the_line(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "l", *keys(UNSURE), "tab", "²")
        assert f"{UNSURE}²" in screen_text(pilot)


TALK = (
    "talked to marcus 20m, hires in march; suggested ana ruiz (mesa courier) and tom okafor."
    " i'll send clips tomorrow, call back in 2w"
)


def test_a_row_takes_as_many_lines_as_it_needs_and_its_day_stays_whole() -> None:
    line = (("+ ", "good"), ("To do    ", "strong"), ("Send to Marcus Webb: two clips", ""))
    row = ReadRow(line, ((" — ", ""), ("Tue 24 Nov", "late"), ("  ◆ promised", "late")))

    def told(width: int) -> list[str]:
        return ["".join(text for text, _ in line) for line in row.lines(width)]

    assert told(70) == ["+ To do    Send to Marcus Webb: two clips — Tue 24 Nov  ◆ promised"]
    assert told(50) == [
        "+ To do    Send to Marcus Webb: two clips", "           Tue 24 Nov  ◆ promised",
    ]  # fmt: skip
    assert told(36) == [
        "+ To do    Send to Marcus Webb: two",
        "           clips",
        "           Tue 24 Nov  ◆ promised",
    ]  # fmt: skip


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_nothing_of_a_reading_is_cut(world: Path, width: int) -> None:
    async with running(width, 20 if width == 60 else 24) as pilot:
        await press(pilot, "l", *TALK)
        shown = screen_text(pilot)
        assert "…" not in shown[shown.index("Log ─") :]
        assert "Send to Marcus Webb: clips" in shown and "◆ promised" in shown


async def test_of_more_rows_than_fit_the_one_at_hand_is_in_sight(world: Path) -> None:
    async with running(60, 20) as pilot:
        names = "; ".join(f"suggested Ada Bo{letter} (Lyra Town Water)" for letter in "abcdefgh")
        await press(pilot, "l", *f"talked to marcus; {names}")
        assert "↓ more" in screen_text(pilot) and "Bob" in screen_text(pilot)
        await press(pilot, *["tab"] * 9)
        assert "Ada Boh" in screen_text(pilot) and "Ada Bob " not in screen_text(pilot)
