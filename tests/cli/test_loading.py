"""What a command loads: each heavy library only where it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NOW
from ui.samples import small_world

from followup_tui.store.book import open_book

RUN = """
import sys
from followup_tui.cli.entry import main
code = main(sys.argv[1:])
print(*sorted(name for name in sys.modules if "." not in name), sep="\\n", file=sys.stderr)
raise SystemExit(code)
"""
PAINT = """
import asyncio, sys
from pathlib import Path
from followup_tui.config import Settings
from followup_tui.store.book import open_book
from followup_tui.ui.app import FollowupTui

async def paint():
    async with FollowupTui(Settings()).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert pilot.app.screen.query_one("#overdue").row

with open_book(Path(sys.argv[1])):
    asyncio.run(paint())
print(*sorted(name for name in sys.modules if "." not in name), sep="\\n", file=sys.stderr)
"""


@pytest.fixture
def world(tmp_path: Path) -> Path:
    path = tmp_path / "world.db"
    with open_book(path):
        small_world(NOW)
    return path


def loaded_by(program: str, *words: str) -> set[str]:
    done = subprocess.run(
        (sys.executable, "-c", program, *words), capture_output=True, text=True, check=True,
        env=os.environ | {"FOLLOWUP_NOW": NOW.at.isoformat()},
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [["due"], ["due", "--count"], ["due", "--json", "--days", "7"]])
def test_due_loads_neither_textual_nor_rich_nor_click_nor_pendulum(
    world: Path, words: list[str]
) -> None:
    loaded = loaded_by(RUN, "--db", str(world), *words)
    assert loaded.isdisjoint({"textual", "rich", "click", "pendulum", "peewee", "phonenumbers"})


def test_due_does_not_even_load_what_most_programs_begin_with(world: Path) -> None:
    loaded = loaded_by(RUN, "--db", str(world), "due")
    assert loaded.isdisjoint({"typing", "re", "dataclasses", "inspect", "pathlib", "json"})


@pytest.mark.parametrize(
    "words", [["log", "left vm for Dan Cole"], ["touch", "Dan Cole", "no-answer"]]
)
def test_log_and_touch_load_neither_textual_nor_rich(world: Path, words: list[str]) -> None:
    loaded = loaded_by(RUN, "--db", str(world), *words)
    assert loaded.isdisjoint({"textual", "rich", "pendulum", "rapidfuzz", "icalendar"})


@pytest.mark.parametrize(
    "words", [["log", "left vm for Dan Cole"], ["touch", "Dan Cole", "No-Answer"]]
)
def test_log_and_touch_without_an_option_load_no_click(world: Path, words: list[str]) -> None:
    assert "click" not in loaded_by(RUN, "--db", str(world), *words)


def test_with_an_option_they_say_the_same_the_long_way(world: Path) -> None:
    def said(*words: str) -> str:
        done = subprocess.run(
            (sys.executable, "-c", RUN, "--db", str(world), *words), capture_output=True,
            text=True, env=os.environ | {"FOLLOWUP_NOW": NOW.at.isoformat()},
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert ("click" in done.stderr.split()) == ("--note" in words or "--dry-run" in words)
        return done.stdout

    assert said("touch", "Dan Cole", "talked") == said("touch", "Dan Cole", "talked", "--note", "")
    dry = said("log", "--dry-run", "left vm for Dan Cole")
    assert said("log", "left vm for Dan Cole").startswith(dry)


def test_the_app_paints_before_it_loads_what_only_later_keys_need(world: Path) -> None:
    loaded = loaded_by(PAINT, str(world))
    assert "textual" in loaded
    assert loaded.isdisjoint({"phonenumbers", "rapidfuzz", "icalendar", "pendulum", "click"})
