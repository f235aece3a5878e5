"""A key acts on what the one before has written, however long that takes."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from ui.driving import running, settled
from ui.reviewing import TO_DECIDE, answers, reviewing

from followup_tui.actions import flags
from followup_tui.rules.moment import Moment
from followup_tui.rules.review import Answer
from followup_tui.store.journal import Done
from followup_tui.ui import typing_ahead
from followup_tui.ui.screens.keys import KeysScreen
from followup_tui.ui.screens.today import TodayScreen

LET_GO = 0.2
"""Seconds, in place of the third of one after which a key is let go."""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_ahead, "PATIENCE_SECONDS", LET_GO)
    monkeypatch.setattr(typing_ahead, "WRITE_SECONDS", 60.0)


@pytest.mark.usefixtures("impatient")
async def test_a_key_waits_for_a_slow_disk_and_meets_the_next_card(demo: Path) -> None:
    async with reviewing(*TO_DECIDE) as (pilot, screen):
        first, had, slow = screen.here, answers(screen), Event()
        pilot.app._writer.submit(slow.wait, 60)
        await pilot.press("v", "space")
        await pilot.pause(LET_GO * 4)
        assert (screen.here, answers(screen)) == (first, had), "the key went to the old card"
        slow.set()
        await settled(pilot)
        assert answers(screen) == [*had, Answer.TRIED, Answer.SKIPPED]


@pytest.mark.usefixtures("impatient")
async def test_keys_go_on_beside_long_work(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Event()

    def work(now: Moment) -> Done:
        slow.wait(60)
        return flags.remember(now, "worked")

    monkeypatch.setattr(TodayScreen, "action_done", lambda screen: screen.app.act_long(work))
    async with running() as pilot:
        await pilot.press("d", "question_mark")
        await pilot.pause(LET_GO * 4)
        assert isinstance(pilot.app.screen, KeysScreen)
        slow.set()
        await settled(pilot)
