"""The app driven as a user drives it: keys in, screen and store out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from followup_tui.config import Settings
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.typing_ahead import ACTS, LONG, LOOK_SECONDS, KeysInOrder


@asynccontextmanager
async def running(
    width: int = 120, height: int = 36, settings: Settings | None = None
) -> AsyncIterator[Pilot[None]]:
    """The app, running without a terminal."""
    app = FollowupTui(settings)
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and wait until what they set going is done and shown."""
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until every key has arrived and every action is done and shown."""
    await pilot.pause()
    while isinstance(pilot.app, KeysInOrder) and pilot.app.is_taking_keys:
        await pilot.pause(LOOK_SECONDS)
    acts = [worker for worker in pilot.app.workers if worker.group in (ACTS, LONG)]
    if acts:  # Without any, it would wait for the dialogs, too.
        await pilot.app.workers.wait_for_complete(acts)
    await pilot.pause()


def screen_text(pilot: Pilot[Any]) -> str:
    """What can be read on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


def last_row(pilot: Pilot[Any]) -> str:
    """What can be read in the last row."""
    return screen_text(pilot).splitlines()[-1].strip()
