"""The quick log as it is used: a line, its reading, what custom adds; mended, saved, taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import contents
from textual.events import Paste
from textual.pilot import Pilot
from ui.driving import press, running, screen_text, settled

from followup_tui.actions.log_customs import Key
from followup_tui.rules.facts import Action, FollowUpState, Owed
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.models import Contact
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.dialogs.quick_log import QuickLogDialog
from followup_tui.ui.typing_ahead import LOOK_SECONDS

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


async def open_log(pilot: Pilot[Any]) -> QuickLogDialog:
    """`l`, and wait until the dialog takes keys: a slow machine opens it late."""
    await press(pilot, "l")
    while not (isinstance(pilot.app.screen, QuickLogDialog) and pilot.app.focused):
        await pilot.pause(LOOK_SECONDS)
    return pilot.app.screen


def customs(dialog: QuickLogDialog) -> set[str]:
    """The customs in its rows, by the first word of their keys."""
    return {row.custom.partition(":")[0] for row in dialog.reading_rows.rows} - {""}


def opened(action: Action, name: str) -> set[tuple[date, str]]:
    """Day and words of the open steps of that kind with that person."""
    steps = FollowUp.select().join(Contact).where(Contact.name == name)
    still = steps.where(FollowUp.action == action, FollowUp.state == FollowUpState.OPEN)
    return {(step.due, step.what) for step in still}


TALKED = "talked to marcus 5m"
DROPPED = {
    Key.THANK: ("talked to marcus 20m", lambda: opened(Action.THANK, "Marcus Webb")),
    Key.LOOP: (TALKED, lambda: (date(2026, 11, 20), "Marcus Webb") in opened(*REPORT)),
    Key.CHASE: ("left vm for zoë", lambda: opened(Action.CALL, "Zoë Müller-Hahn")),
    Key.CLOSES: (TALKED, lambda: not opened(Action.CALL, "Marcus Webb")),
    Key.FIRST_CALL: (f"{TALKED}, gave me Bo Li (Cobalt)", lambda: opened(Action.CALL, "Bo Li")),
}
"""A custom, a line that brings it, and whether the store shows it."""
REPORT = (Action.REPORT_BACK, "Dan Cole")


@pytest.mark.parametrize("dropping", [False, True], ids=["kept", "dropped"])
@pytest.mark.parametrize("key", DROPPED)
async def test_a_custom_that_is_dropped_by_keys_is_not_done(
    world: Path, key: Key, dropping: bool
) -> None:
    text, is_done = DROPPED[key]
    async with running() as pilot:
        dialog = await open_log(pilot)
        await write(pilot, text)
        assert key in customs(dialog)
        wanted = [row.custom.partition(":")[0] for row in dialog.reading_rows.rows].index(key)
        await press(pilot, *["tab"] * (wanted + 1))
        assert dialog.reading_rows.at == wanted
        if dropping:
            await press(pilot, "backspace")
            assert key not in customs(dialog)
        assert dialog.line.text == text
        await press(pilot, "enter")
        assert Touch.select().where(Touch.typed == text).count() == 1
        assert bool(is_done()) is not dropping


async def test_tab_walks_every_row_and_then_back_to_the_line(world: Path) -> None:
    async with running() as pilot:
        dialog = await open_log(pilot)
        await write(pilot, "talked to marcus 5m")
        walked = []
        for _ in dialog.reading_rows.rows:
            await press(pilot, "tab")
            walked.append(dialog.reading_rows.at)
        assert walked == list(range(len(dialog.reading_rows.rows)))
        await press(pilot, "tab")
        assert pilot.app.focused is dialog.line


async def test_a_name_dropped_twice_is_plain_words(world: Path) -> None:
    async with running() as pilot:
        dialog = await open_log(pilot)
        await write(pilot, "talked to marcus 5m, gave me Bo Li (Cobalt)")
        await press(pilot, "tab", "tab", "backspace")
        assert dialog.reading and [name.name for name in dialog.reading.referrals] == ["Bo Li"]
        assert "first_call" not in customs(dialog)
        await press(pilot, "backspace")
        assert dialog.reading.referrals == () and "Bo Li" in dialog.reading.note


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=str)
async def test_no_day_of_the_reading_is_cut(world: Path, size: tuple[int, int]) -> None:
    async with running(*size) as pilot:
        await open_log(pilot)
        pilot.app.post_message(Paste(TALK))
        await settled(pilot)
        shown = screen_text(pilot)
        for day in ("call by Wed 25 Nov", "Tue 24 Nov", "◆ promised", "Mon 7 Dec", "Mon 16 Nov"):
            assert day in shown
        assert "esc cancel" in shown


def reading(text: str, *keys: str) -> Any:
    async def typed(pilot: Pilot[Any]) -> None:
        await open_log(pilot)
        pilot.app.post_message(Paste(text))
        await settled(pilot)
        await press(pilot, *keys)

    return typed


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)], ids=["wide", "usual", "narrow"])
def test_a_certain_reading(world: Path, snap_compare: Any, size: tuple[int, int]) -> None:
    assert snap_compare(FollowupTui(), terminal_size=size, run_before=reading(TALK))


def test_an_uncertain_reading(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=(100, 30), run_before=reading(UNSURE, "tab"))


def test_a_mended_reading(world: Path, snap_compare: Any) -> None:
    mended = reading(UNSURE, "tab", "backspace")
    assert snap_compare(FollowupTui(), terminal_size=(100, 30), run_before=mended)
