"""The app in a real terminal: what is typed ahead arrives, and leaving leaves nothing behind."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import NOW
from ui.samples import small_world

from followup_tui.store.book import open_book
from tests.benchmarks.screens import shows
from tests.benchmarks.surroundings import FOLLOWUP, ROOT
from tests.benchmarks.terminal import Terminal


@pytest.fixture
def world(tmp_path: Path) -> Path:
    path = tmp_path / "world.db"
    with open_book(path):
        small_world(NOW)
    return path


@pytest.fixture
def opened(world: Path) -> Iterator[Terminal]:
    kept = {name: word for name, word in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = kept | {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    run = Terminal((*FOLLOWUP, "--db", str(world)), environment)
    yield run
    run.end()


def test_keys_typed_before_the_app_is_there_are_its_keys(opened: Terminal) -> None:
    opened.send(b"/dan")
    found = opened.wait_for(_found_dan, 10)
    assert found is not None, "\n".join(opened.screen.display)


def test_a_resize_while_it_opens_is_the_size_it_has(opened: Terminal) -> None:
    opened.resize(24, 80)
    assert opened.wait_for(lambda lines: "? Keys" in lines[23]) is not None


def test_opening_finding_and_closing_leaves_no_process_no_lock_and_no_mode(
    world: Path, opened: Terminal
) -> None:
    assert opened.wait_for(shows("in play")) is not None
    for key in (b"/", b"d", b"a", b"\r"):
        opened.press(key)
    assert opened.leave(b"q").clean
    assert not Path(f"/proc/{opened.pid}").exists()
    assert [path.name for path in world.parent.glob("world.db*")] == ["world.db"]


def test_a_key_that_leaves_while_it_opens_leaves_the_terminal_as_it_was(opened: Terminal) -> None:
    assert opened.leave(b"q").clean


def _found_dan(lines: Sequence[str]) -> bool:
    """Dan Cole is the only one left in the list of people, below what was typed."""
    listed = [line[:50] for line in lines]
    typed = next((row for row, line in enumerate(listed) if line.startswith("│ dan ")), None)
    return (
        typed is not None
        and "Dan Cole" in listed[typed + 2]
        and "Zoë" not in "".join(listed[typed:])
    )
