"""The quick log as it is used: a line, its reading, what custom adds; mended, saved, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from conftest import contents
from textual.pilot import Pilot
from ui.driving import press, running, screen_text

from followup_tui.rules.facts import Owed
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.ui.app import FollowupTui

TALK = (
    "talked to marcus 20m, hires in march; suggested ana ruiz (mesa courier) and tom okafor."
    " i'll send clips tomorrow, call back in 2w"
)
UNSURE = "talked to marcus 5m, ask again after the holidays"


async def write(pilot: Pilot[Any], words: str) -> None:
    await press(pilot, *("space" if letter == " " else letter for letter in words))


async def test_one_line_and_two_keys_save_all_of_it_and_one_takes_it_back(world: Path) -> None:
    before = contents()
    async with running() as pilot:
        await press(pilot, "l")
        await write(pilot, TALK)
        shown = screen_text(pilot)
        assert "Marcus Webb · talked · 20 min · now" in shown and "◆ promised" in shown
        await press(pilot, "enter")
        assert Touch.select().where(Touch.typed == TALK).count() == 1
        marcus = Touch.get(Touch.typed == TALK).contact
        assert Referral.select().where(Referral.giver == marcus).count() == 2
        assert FollowUp.select().where(FollowUp.owed == Owed.PROMISED, FollowUp.what == "clips")
        await press(pilot, "u")
    assert contents() == before


async def test_esc_leaves_nothing_behind(world: Path) -> None:
    touches = Touch.select().count()
    async with running() as pilot:
        await press(pilot, "l")
        await write(pilot, "talked to marcus")
        await press(pilot, "escape")
        assert Touch.select().count() == touches


def reading(text: str, *keys: str) -> Any:
    async def typed(pilot: Pilot[Any]) -> None:
        await press(pilot, "l")
        await write(pilot, text)
        await press(pilot, *keys)

    return typed


def test_a_certain_reading(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(120, 36), run_before=reading(TALK))


def test_an_uncertain_reading(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(100, 30), run_before=reading(UNSURE, "tab"))


def test_a_mended_reading(world: Path, snap_compare: Any) -> None:
    mended = reading(UNSURE, "tab", "backspace")
    assert snap_compare(FollowupTui(), terminal_size=(100, 30), run_before=mended)
