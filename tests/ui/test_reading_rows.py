"""The rows of a reading: the keys that act on one of them."""

from __future__ import annotations

from pathlib import Path

from ui.driving import press, running, screen_text

UNSURE = "talked to marcus 5m, ask again after the holidays"


def keys(words: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in words]


async def test_a_digit_that_chooses_nothing_is_typed_into_the_line(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "l", *keys(UNSURE), "tab", "²")
        assert f"{UNSURE}²" in screen_text(pilot)
