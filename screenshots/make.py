"""Pictures of the real app over the sample people at a fixed hour: `python screenshots/make.py`.

The same pictures are made again by a test, which says when these are out of date.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from textual.pilot import Pilot

HERE = Path(__file__).parent
NOW = "2026-11-23T09:00:00-07:00"
ZONE = "America/Denver"
LONG_SECONDS = 60
"""Longer than a picture takes on any machine."""
TALK = (
    "talked to marcus 20m, hires in march; suggested ana ruiz (mesa courier) and tom okafor."
    " i'll send clips tomorrow, call back in 2w"
)


@dataclass(frozen=True)
class Picture:
    """One picture: the size of the terminal, the theme, and the keys pressed before it."""

    name: str
    columns: int
    rows: int
    theme: str = "dusk"
    keys: tuple[str, ...] = ()
    text: str = ""
    """Typed after the keys."""
    empty: bool = False
    """Whether nobody is in the store."""


PICTURES = (
    Picture("today-dusk", 120, 36, keys=("j",)),
    Picture("today-paper", 120, 36, "paper", keys=("j",)),
    Picture("today-80x24", 80, 24, keys=("j",)),
    Picture("today-60x20", 60, 20, keys=("j",)),
    Picture("log-dusk", 120, 36, keys=("j", "l"), text=TALK),
    Picture("snooze-dusk", 120, 36, keys=("j", "j", "j", "s")),
    Picture("card-dusk", 120, 36, keys=("j", "c")),
    Picture("review-dusk", 120, 36, keys=("r", "enter", "enter", "d")),
    Picture("insights-dusk", 120, 36, keys=("i",)),
)
_TIMER = re.compile(r"\b\d+:\d\d left|(?<=\s)\d:\d\d$")
"""The review's and the call's timers: they measure time that passes, whatever the clock says."""


async def picture(wanted: Picture, folder: Path) -> str:
    """The picture as SVG."""
    return (await pictures(wanted, folder, (wanted.theme,)))[0]


async def pictures(wanted: Picture, folder: Path, themes: Sequence[str]) -> list[str]:
    """The picture as SVG in each of these themes."""
    from followup_tui.config import Settings
    from followup_tui.store.book import open_book
    from followup_tui.ui.app import FollowupTui

    store = folder / f"{wanted.name}.db"
    if not wanted.empty:
        put_samples(store)
    with standing_still(), open_book(store):
        app = FollowupTui(Settings(zone=ZONE, theme=themes[0]))
        async with app.run_test(size=(wanted.columns, wanted.rows)) as pilot:
            await pilot.pause()
            await pressed(pilot, *wanted.keys)
            await typed(pilot, wanted.text)
            drawn = []
            for theme in themes:
                app.theme = theme
                await pilot.pause()
                drawn.append(app.export_screenshot(title="followup"))
            return drawn


def put_samples(store: Path) -> None:
    """Make a store of the sample people at `store`."""
    store.write_bytes(_samples(os.environ["FOLLOWUP_NOW"], os.environ["TZ"]))
    store.chmod(0o600)


@cache
def _samples(now: str, zone: str) -> bytes:
    """The store of the sample people; made once for all pictures of one hour."""
    from followup_tui.actions.demo import make_demo
    from followup_tui.cli.surroundings import moment
    from followup_tui.config import Settings
    from followup_tui.store.book import open_book

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "samples.db"
        with open_book(store):
            make_demo(moment(Settings(zone=zone)))
        return store.read_bytes()


@contextmanager
def standing_still() -> Iterator[None]:
    """No clock of the app runs, however slow the machine is.

    The time of a call and of a review stands still like the hour, a line of news stays, a write is
    never waited for so long that it would be spoken of, and a key is waited for until it is done.
    """
    from followup_tui.ui import base, typing_ahead
    from followup_tui.ui.screens import card, sitting
    from followup_tui.ui.widgets import keys

    with ExitStack() as still:
        for module in (card, sitting):
            still.enter_context(patch.object(module, "monotonic", lambda: 0.0))
        for module, name in (
            (base, "PATIENCE_SECONDS"),
            (typing_ahead, "PATIENCE_SECONDS"),
            (keys, "SHOWN_SECONDS"),
        ):
            still.enter_context(patch.object(module, name, LONG_SECONDS))
        yield


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each once what the one before set going is done and shown."""
    from textual import events
    from textual.keys import key_to_character

    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else key_to_character(key)))
        await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until every key has arrived and every action is done and shown."""
    from followup_tui.ui.typing_ahead import ACTS, LOOK_SECONDS, KeysInOrder

    app = pilot.app
    await pilot.pause()
    while isinstance(app, KeysInOrder) and app.is_taking_keys:
        await pilot.pause(LOOK_SECONDS)
    if acts := [worker for worker in app.workers if worker.group == ACTS]:
        await app.workers.wait_for_complete(acts)
    await pilot.pause()


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type `text`, as fast as it is taken."""
    from textual import events
    from textual.keys import _character_to_key

    for letter in text:
        key = letter if letter.isalnum() else _character_to_key(letter)
        pilot.app.post_message(events.Key(key, letter))
    await settled(pilot)


def words(svg: str) -> list[str]:
    """The text of a picture, by which two are compared: libraries may draw it otherwise."""
    found = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return [steady(html.unescape(text).replace("\xa0", " ")) for text in found]


def steady(text: str) -> str:
    """`text` without what timers say in it."""
    return _TIMER.sub("-:--", text)


def make(name: str = "") -> dict[str, str]:
    """Every picture by name, or the one that is named."""
    os.environ |= {"FOLLOWUP_NOW": NOW, "TZ": ZONE}
    with tempfile.TemporaryDirectory() as folder:
        return {
            one.name: asyncio.run(picture(one, Path(folder)))
            for one in PICTURES
            if name in ("", one.name)
        }


if __name__ == "__main__":
    for found, svg in make(sys.argv[1] if len(sys.argv) > 1 else "").items():
        (HERE / f"{found}.svg").write_text(svg, encoding="utf-8")
        sys.stdout.write(f"{found}.svg\n")
