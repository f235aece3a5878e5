"""The call card: what a user sees and does there."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from ui.driving import last_row, press, running, screen_text

from followup_tui.rules.facts import Outcome
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.minutes import Asked
from followup_tui.ui.panes.code_lines import HALVES, code_lines
from followup_tui.ui.screens.card import CardScreen, who_in
from followup_tui.ui.screens.today import TodayScreen


async def test_c_is_a_card_ready_to_dial(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c")
        shown = screen_text(pilot)
        assert "Call  Ana Ruiz" in shown and "09:00 there" in shown
        assert "+1 505 555 0118   tel:+15055550118" in shown
        assert "Hello Ana. We spoke on Wednesday 11 November." in shown
        assert "Who else should I talk to?" in shown


async def test_a_digit_ticks_a_question_and_the_tick_lands_in_the_log(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c", "2", "4", "4")
        assert "2✓" in screen_text(pilot)
        await press(pilot, "escape", *"talked 9 min", "enter")
        touch = Touch.get(Touch.minutes == 9)
        assert touch.card_seen and touch.contact.name == "Ana Ruiz"
        assert [row.question[:13] for row in Asked.select().where(Asked.touch == touch)] == [
            "Which problem"
        ]
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_the_minutes_of_the_call_arrive_in_the_line(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CardScreen)
        pilot.app.screen.began -= 7 * 60
        await press(pilot, "escape")
        assert "7 min, " in screen_text(pilot)
        await press(pilot, "enter")
        assert Touch.select().where(Touch.minutes == 7, Touch.outcome == "talked").count() == 1


async def test_a_line_left_without_an_answer_leaves_the_card_and_writes_nothing(
    world: Path,
) -> None:
    async with running() as pilot:
        before = Touch.select().count()
        await press(pilot, "c", "escape", "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert Touch.select().count() == before


async def test_a_voicemail_from_the_card_goes_on_with_the_plan(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c", "v")
        touch = Touch.get(Touch.outcome == Outcome.LEFT_VOICEMAIL)
        assert touch.card_seen and FollowUp.get(FollowUp.closed_by == touch).attempt == 1
        assert "Next try" in last_row(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_how_sure_before_and_how_it_went_are_kept(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c", "f", "2", "escape", "4", *"talked", "enter")
        touch = Touch.select().order_by(Touch.id.desc()).get()
        assert (touch.confidence_before, touch.confidence_after) == (2, 4)


async def test_tab_brings_other_questions(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c", "tab")
        assert "Ask: ten minutes only" in screen_text(pilot)
        await press(pilot, "shift+tab", "shift+tab")
        assert "Ask: unsure whether I want this" in screen_text(pilot)


async def test_a_fact_is_shown_once_a_day_with_its_source_and_can_be_hidden(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c")
        assert "Firms hire referred people more" in screen_text(pilot)
        await press(pilot, "w")
        assert "Burks et al. 2015" in screen_text(pilot)
        await press(pilot, "escape", "F")
        assert "Firms hire" not in screen_text(pilot)
        await press(pilot, "escape", "escape", "j", "c")
        assert "●" not in screen_text(pilot)


async def test_in_a_small_terminal_the_code_takes_the_place_of_the_words(world: Path) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "c")
        assert "▀" not in screen_text(pilot)
        await press(pilot, "o")
        assert decoded(screen_text(pilot)) == ["tel:+15055550118"]


async def test_where_there_is_room_the_code_stands_beside_the_words(world: Path) -> None:
    async with running(130, 50) as pilot:
        await press(pilot, "c")
        assert "Who else should I talk to?" in screen_text(pilot)
        assert decoded(screen_text(pilot)) == ["tel:+15055550118"]


def test_a_code_has_its_quiet_zone_and_nothing_else() -> None:
    lines = code_lines("tel:+13035550142")
    assert {len(line[0][0]) for line in lines} == {25} and len(lines) == 13
    assert set("".join(line[0][0] for line in lines)) <= set(HALVES.values())
    assert code_lines("") == ()


def decoded(screen: str) -> list[str]:
    """What a phone reads off the screen: the half blocks as black and white dots."""
    size = 4
    rows: list[bytes] = []
    for line in screen.splitlines():
        cells = [char if char in HALVES.values() else " " for char in line]
        for half in "▀█", "▄█":
            dots = bytes(0 if cell in half else 255 for cell in cells for _ in range(size))
            rows += [dots] * size
    width = max(map(len, rows))
    dots = b"".join(row.ljust(width, b"\xff") for row in rows)
    picture = memoryview(dots).cast("B", (len(rows), width))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (60, "managing editor, Mesa Courier · Grand Junction · 09:00 there"),
        (50, "managing editor, Mesa Courier · 09:00 there"),
        (40, "managing editor, Mesa · 09:00 there"),
        (30, "managing editor · 09:00 there"),
        (14, "09:00 there"),
    ],
)
def test_their_time_stays_where_there_is_little_room(room: int, said: str) -> None:
    who = "managing editor, Mesa Courier · Grand Junction"
    assert who_in(who, "09:00 there", room) == said
