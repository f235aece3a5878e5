"""Whatever goes on below the window says so, until its end is in sight."""

from __future__ import annotations

import pytest
from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions.demo import make_demo

MORE = "↓ more"


@pytest.fixture
def samples(book: object) -> None:
    make_demo(NOW)


@pytest.mark.parametrize(
    "keys",
    [(":",), ("P",), ("i",), ("i", "tab"), ("j", "c"), ("question_mark",), ("P", "e"), ("N",)],
    ids=[
        "commands",
        "profile",
        "tree",
        "numbers",
        "call card",
        "keys",
        "profile's fields",
        "names",
    ],
)
async def test_a_small_window_says_that_more_is_below_until_it_isnt(
    samples: None, keys: tuple[str, ...]
) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, *keys)
        assert MORE in screen_text(pilot)
        await press(pilot, "shift+tab" if keys[-1] == "e" else "G")
        assert MORE not in screen_text(pilot)
        await pilot.resize_terminal(120, 130)
        await press(pilot)
        assert MORE not in screen_text(pilot)


async def test_what_is_due_says_that_more_is_below_beside_how_many_are_late(samples: None) -> None:
    async with running(80, 24) as pilot:
        assert f"5 · {MORE}" in screen_text(pilot)
        await press(pilot, "G")
        assert MORE not in screen_text(pilot)


async def test_the_numbers_say_that_more_is_above(samples: None) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "i", "tab", "j")
        assert f"↑ {MORE}" in screen_text(pilot)
        await press(pilot, "G")
        assert "↑ more" in screen_text(pilot)
        await press(pilot, "g")
        assert "↑" not in screen_text(pilot)


async def test_a_dialog_that_is_whole_says_nothing_of_more(samples: None) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "j", "x", "1")
        assert "y copy" in screen_text(pilot) and MORE not in screen_text(pilot)


async def test_a_list_to_choose_a_person_from_says_so_too(samples: None) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "j", "M")
        assert MORE in screen_text(pilot)
        await press(pilot, "z", "o")
        assert "Zoë Müller-Hahn" in screen_text(pilot) and MORE not in screen_text(pilot)
