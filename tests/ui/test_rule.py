"""The rule of the quick log is one key away, and every example in it is read as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions.log_reading import Asked, understand
from followup_tui.store.dealings import Touch
from followup_tui.ui.panes.log_rule import RULE, rule_lines
from followup_tui.ui.spans import width_of


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20)])
async def test_the_keys_end_with_the_rule(world: Path, size: tuple[int, int]) -> None:
    async with running(*size) as pilot:
        await press(pilot, "question_mark", "G")
        assert "Write as you would tell a friend" in screen_text(pilot)


async def test_a_question_mark_in_the_line_shows_the_rule_and_is_no_log(world: Path) -> None:
    before = Touch.select().count()
    async with running(80, 24) as pilot:
        await press(pilot, "l", "question_mark")
        assert "She" not in screen_text(pilot) and "They promised" in screen_text(pilot)
        await press(pilot, "enter", "backspace")
        assert "They promised" not in screen_text(pilot)
    assert Touch.select().count() == before


@pytest.mark.parametrize("width", [54, 74, 80])
def test_the_rule_fits(width: int) -> None:
    assert all(width_of(line) <= width for line in rule_lines(width))


def test_what_the_rule_promises_is_how_lines_are_read(book: Path) -> None:
    examples = {meaning: example for meaning, _, example in RULE}
    about = "talked to Maria Cruz; "

    def read(meaning: str):
        return understand(about + examples[meaning], NOW, Asked())

    assert understand(examples["It happened"], NOW, Asked()).minutes == 12
    assert [task.promised for task in read("I must do it").followups] == [False, False]
    assert [task.promised for task in read("I promised").followups] == [True]
    assert len(read("They promised").promises_by_them) == 1
    assert [name.name for name in read("A new name").referrals] == ["Tom Ruiz"]
    stage = read("Not for me").stage
    assert stage is not None and (stage.to, stage.reason) == ("declined", "commute")
