"""Acting: in order, off the screen's own thread, and never in silence."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

from ui.driving import last_row, press, running, settled

from followup_tui.rules.facts import Outcome
from followup_tui.store.dealings import Touch
from followup_tui.ui.base import Said
from followup_tui.ui.panes.overdue import OverduePane


async def test_keys_are_answered_while_another_process_holds_the_lock(world: Path) -> None:
    async with running() as pilot:
        other = sqlite3.connect(world, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        heard: asyncio.Queue[Said] = asyncio.Queue()
        pilot.app.said.subscribe(pilot.app.screen, heard.put_nowait, immediate=True)

        await pilot.press("v", "j")
        assert pilot.app.query_one(OverduePane).row.contact == "Marcus Webb"
        said = await asyncio.wait_for(heard.get(), 5)
        assert said.words == "another followup is saving, waiting…"
        assert not Touch.select().where(Touch.outcome == Outcome.LEFT_VOICEMAIL).exists()

        other.execute("COMMIT")
        other.close()
        await settled(pilot)
        assert Touch.get(Touch.outcome == Outcome.LEFT_VOICEMAIL).contact.name == "Ana Ruiz"
        assert last_row(pilot).startswith("Voicemail left for Ana Ruiz.")


async def test_a_change_of_another_key_map_is_followed_by_footer_and_help(world: Path) -> None:
    from followup_tui.config import Settings

    async with running(settings=Settings(keys={"call.voicemail": "V"})) as pilot:
        assert "V Voicemail" in last_row(pilot)
        await press(pilot, "v")
        assert not Touch.select().where(Touch.outcome == Outcome.LEFT_VOICEMAIL).exists()
        await press(pilot, "V")
        assert Touch.select().where(Touch.outcome == Outcome.LEFT_VOICEMAIL).exists()
