"""A disk that is full: it is said, nothing is lost, and all works again once there is room."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.apps import LOGGING, App
from tests.faults.stores import (
    PYTHON,
    asked,
    followup,
    names,
    surroundings,
    with_people,
    wrong_with,
)

MEGABYTES = 4


def _mounted(place: Path) -> bool:
    place.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=700", "tmpfs", str(place)]
    return os.geteuid() == 0 and subprocess.run(words, capture_output=True).returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of its own, of 4 MB, with a store of twelve people and a backup."""
    place = tmp_path / "small"
    if not _mounted(place):
        pytest.skip("only root, where it may mount, can make a small disk")
    try:
        with_people(place, 12)
        followup(place, "backup")
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    """Leave no room at all; the file that takes it."""
    stuffing = place / "stuffing"
    with stuffing.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return stuffing


def test_in_the_shell_it_is_exit_code_5_and_nothing_is_lost(small: Path) -> None:
    before = names(small / "book.db")
    backups = sorted((small / "backups").iterdir())
    stuffing = fill(small)
    for words in (["add", "contact", "Ana Low"], ["backup"], ["log", "talked to Ana Low"]):
        ran = subprocess.run(
            [*PYTHON, *words], env=surroundings(small), capture_output=True, text=True, check=False
        )
        assert (ran.returncode, ran.stdout) == (5, ""), ran.stderr
        assert ran.stderr.startswith("Disk full: nothing was saved") and ran.stderr.count("\n") == 1
    for words in (["show", "Base P3"], ["due"], ["check"], ["export", "--format", "md"]):
        assert followup(small, *words).stdout, words
    app = App(small)
    assert app.shows("Disk full, so", 30) and app.shows("Base P3", 5), app.screen.display
    assert app.leave(b"q").clean
    assert sorted((small / "backups").iterdir()) == backups
    stuffing.unlink()
    followup(small, "add", "contact", "Ana Low")
    assert names(small / "book.db") == before | {"Ana Low"}
    assert wrong_with(small / "book.db") == []


def test_in_the_app_the_line_is_kept_and_saved_once_there_is_room(small: Path) -> None:
    app = App(small)
    assert app.shows("Contacts", 30)
    stuffing = fill(small)
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Noroom\r")
    assert app.shows("Disk full: nothing was saved", 20), app.screen.display
    assert app.shows("talked to Kim Noroom", 5), app.screen.display
    stuffing.unlink()
    app.send(b"\r")
    assert app.shows("Talked to Kim Noroom", 20), app.screen.display
    assert app.leave(b"q").clean
    found = asked(small / "book.db", "SELECT count(*) FROM contact WHERE name = 'Kim Noroom'")
    assert found == [(1,)] and wrong_with(small / "book.db") == []
