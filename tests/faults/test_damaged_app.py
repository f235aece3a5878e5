"""The app over a store that isn't sound, or not for it: told on one screen, changed by nobody."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from store.damages import ALL, PAGE, page_of, sound

from followup_tui.store import backup
from followup_tui.store.book import open_book
from tests.faults.apps import App, ended

__all__ = ["sound"]
pytestmark = pytest.mark.plain
UNSEEN = {"page_zeroed": "contact", "page_header_byte": "contact", "page_of_noise": "way"}
"""Damages that the first screen doesn't meet, with the table of the bad page."""


@pytest.fixture(scope="module")
def kept(sound: Path) -> Path:
    """The folder of a sound store with a backup."""
    with open_book(sound):
        backup.keep("asked")
    return sound.parent


@pytest.fixture
def folder(kept: Path, tmp_path: Path) -> Path:
    place = tmp_path / "home"
    for file in kept.rglob("*.db"):
        copy = place / file.relative_to(kept)
        copy.parent.mkdir(exist_ok=True, parents=True)
        copy.write_bytes(file.read_bytes())
        copy.chmod(0o600)
    return place


def somebody_on(path: Path, table: str) -> str:
    """The name of somebody on the page that is going to be bad."""
    number = page_of(path, table, 30 if table == "contact" else 9)
    page = path.read_bytes()[number * PAGE : (number + 1) * PAGE]
    found = re.findall(rb"Person (\d+)" if table == "contact" else rb"p(\d+)@", page)
    return f"Person {int(found[5]) - (table == 'way')}"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file, but for what SQLite keeps beside an open store."""
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith(("-wal", "-shm")) and ".cache" not in one.parts
    }


@pytest.mark.parametrize("name", ALL)
def test_each_damage_is_named_with_the_ways_back_and_nothing_is_done_by_itself(
    folder: Path, name: str
) -> None:
    path = folder / "book.db"
    whom = somebody_on(path, UNSEEN[name]) if name in UNSEEN else ""
    ALL[name](path)
    before = files_of(folder)
    app = App(folder)
    if whom:
        assert app.shows("Contacts", 30)
        app.send(f"2/{whom}".encode())
    assert app.shows("Which?", 30), app.screen.display
    said = " ".join("".join(app.screen.display).split())
    assert "book.db is damaged" in said and "Nothing was changed." in said
    assert "1 restore the newest good backup, of " in said and "4,000 people" in said
    assert "Enter leaves everything as it is." in said
    assert app.restored()
    app.send(b"\r")
    assert ended(app, 30) == 6
    assert "Traceback" not in app.written.decode(errors="replace")
    assert files_of(folder) == before


def test_what_was_typed_before_the_question_is_no_answer_to_it(folder: Path) -> None:
    ALL["header_garbage"](folder / "book.db")
    before = files_of(folder)
    app = App(folder)
    app.send(b"1\r")
    assert app.shows("Which?", 30)
    app._wait_until_quiet(1.0)
    assert not app.ended and not app.shows("Restored", 0.1)
    assert files_of(folder) == before
    app.send(b"\r")
    assert ended(app, 30) == 6


def of_a_later_version(path: Path, *changes: str) -> bytes:
    """Make it a store of the next version; its bytes."""
    connection = sqlite3.connect(path)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for change in (*changes, f"PRAGMA user_version = {version + 1}"):
        connection.execute(change)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path.read_bytes()


def test_a_store_of_a_later_version_is_opened_to_read_by_choice_alone(folder: Path) -> None:
    path = folder / "book.db"
    before = of_a_later_version(path, "ALTER TABLE contact ADD COLUMN shoe TEXT")
    app = App(folder)
    assert app.shows("Which?", 30), app.screen.display
    said = " ".join("".join(app.screen.display).split())
    assert "was written by a later followup" in said and "1 open it to read" in said
    app.send(b"\r")
    assert ended(app, 30) == 7
    assert path.read_bytes() == before
    app = App(folder)
    assert app.shows("Which?", 30), app.screen.display
    app.send(b"1\r")
    assert app.shows("Contacts", 30) and app.shows("read-only", 10)
    assert app.shows("A later followup wrote", 10), app.screen.display
    app.send(b"ltalked to Kim Latecomer\r")
    assert app.shows("nothing was saved", 10), app.screen.display
    app.press(b"\x1b", quiet=0.5)
    assert app.leave(b"q").clean
    assert path.read_bytes() == before


def test_a_later_version_that_this_one_cannot_show_is_not_called_damaged(folder: Path) -> None:
    path = folder / "book.db"
    before = of_a_later_version(path, "ALTER TABLE contact RENAME COLUMN stars TO suns")
    app = App(folder)
    assert app.shows("Which?", 30), app.screen.display
    app.send(b"1\r")
    assert ended(app, 30) == 7
    said = app.written.decode(errors="replace")
    assert "can't be shown" in said and "damaged" not in said and "Traceback" not in said
    assert path.read_bytes() == before
