"""In a narrow terminal lines fold or say less: nothing is cut in the middle of what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui.driving import last_row, press, running, screen_text

from followup_tui.ui.spans import Line, folded, width_of

HINTS: Line = (
    ("enter", "key"), (" save all   ", ""), ("tab", "key"), (" next piece   ", ""),
    ("esc", "key"), (" cancel", ""), ("     one undo takes it all back", "muted"),
)  # fmt: skip
ADVICE: Line = (("3 ", "key"), ("ask Ruth for a better time, or a better person", ""))


def told(lines: Sequence[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_a_line_that_fits_stays_as_it_is() -> None:
    assert folded(HINTS, 80) == [HINTS]


def test_a_remark_behind_the_keys_gives_way() -> None:
    assert told(folded(HINTS, 50)) == ["enter save all   tab next piece   esc cancel"]


def test_keys_fold_before_a_key() -> None:
    assert told(folded(HINTS, 36)) == ["enter save all   tab next piece", "esc cancel"]


def test_words_fold_at_a_space_under_the_first_of_them() -> None:
    assert told(folded(ADVICE, 30)) == ["3 ask Ruth for a better time,", "  or a better person"]


@given(
    st.lists(st.tuples(st.text("ab  ", min_size=1), st.sampled_from(["", "key", "muted"]))),
    st.integers(8, 40),
)
def test_no_line_is_wider_than_its_room(pieces: list[tuple[str, str]], width: int) -> None:
    assert all(width_of(line) <= width for line in folded(tuple(pieces), width))


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_three_lists_are_named_at_every_width(world: Path, width: int) -> None:
    async with running(width, 24) as pilot:
        await press(pilot, "W")
        first = screen_text(pilot).splitlines()[0]
        assert "1 W" in first and "2 W" in first and "3 Names" in first and "…" not in first


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_reviews_bar_is_whole_at_every_width(world: Path, width: int) -> None:
    async with running(width, 24) as pilot:
        await press(pilot, "r")
        first = screen_text(pilot).splitlines()[0]
        assert " of " in first and " left" in first and "…" not in first


@pytest.mark.parametrize(
    ("keys", "said"),
    [(("l",), "esc cancel"), (("m",), "tab another"), (("a", "1"), "esc cancel")],
)
async def test_every_key_of_a_dialog_is_named_in_sixty_columns(
    world: Path, keys: tuple[str, ...], said: str
) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, *keys)
        assert said in screen_text(pilot)


async def test_help_says_when_more_is_below(world: Path) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "question_mark")
        assert "↓ more" in screen_text(pilot)
        await press(pilot, "G")
        assert "↓ more" not in screen_text(pilot)


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_day_of_what_comes_next_is_read_in_the_last_row(world: Path, width: int) -> None:
    async with running(width, 24) as pilot:
        await press(pilot, "2", "v")
        assert re.search(r"Next try \w{3} \d+ \w{3}, in the \w+\b", last_row(pilot))


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_what_was_undone_is_read_in_the_last_row(world: Path, width: int) -> None:
    async with running(width, 24) as pilot:
        await press(pilot, "v")
        assert re.match(r"Voicemail\b[^…]*\. Next try", last_row(pilot))
        await press(pilot, "u")
        assert "Undid: Voicemail left for Ana Ruiz" in last_row(pilot)
        assert "U Redo" in last_row(pilot) and "…" not in last_row(pilot)


async def test_a_card_to_write_has_the_keys_that_write_it_in_sixty_columns(world: Path) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "r", "enter", "enter")
        assert "warm-up" in screen_text(pilot)
        assert last_row(pilot).startswith("m Message  d Done  s Snooze  space Skip")
        await press(pilot, "space")
        assert last_row(pilot).startswith("c Call card  l Log")


async def test_where_more_than_one_step_comes_next_the_first_is_told_whole(world: Path) -> None:
    async with running(60, 20) as pilot:
        await press(pilot, "l", *"talked to tom 15m, send clips tomorrow", "enter")
        assert "…" not in last_row(pilot) and "Next: " in last_row(pilot)
