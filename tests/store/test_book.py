"""Opening the store: whatever is in its place, one plain sentence and nothing lost."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from store.opening import add, refused

from followup_tui.errors import StoreDamaged, StoreUnreachable
from followup_tui.store import backup, turns
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact
from followup_tui.store.raw import wal_of


def test_a_new_store_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = tmp_path / "new" / "book.db"
        with open_book(path):
            add("Ada King")
            backup.keep("asked")
            found = {one: stat.S_IMODE(one.stat().st_mode) for one in path.parent.rglob("*")}
            folder = stat.S_IMODE(path.parent.stat().st_mode)
    finally:
        os.umask(before)
    assert wal_of(path) in found and folder == 0o700
    assert {mode for one, mode in found.items() if one.is_file()} == {0o600}
    assert {mode for one, mode in found.items() if one.is_dir()} == {0o700}


def test_a_store_that_others_can_read_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
    path.chmod(0o666)
    with open_book(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.db").mkdir()
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_pipe_in_its_place_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "book.db")
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_link_that_leads_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.db").symlink_to(tmp_path / "other.db")
    (tmp_path / "other.db").symlink_to(tmp_path / "book.db")
    assert refused(tmp_path / "book.db").exit_code == 4


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    error = refused(tmp_path / "file" / "book.db")
    assert error.exit_code == 4 and str(tmp_path / "file") in str(error)


def test_a_path_that_no_system_knows_is_refused() -> None:
    assert refused(Path("/tmp/a\0b")).exit_code == 4


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\0"])
def test_a_file_too_short_to_be_a_store_is_not_taken_for_a_new_one(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "book.db"
    path.write_bytes(content)
    assert isinstance(refused(path), StoreDamaged)
    assert path.read_bytes() == content


def test_a_store_that_was_removed_while_open_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        path.unlink()
        with pytest.raises(StoreUnreachable, match="was removed while it was open"):
            add("Bo Low")
        assert Contact.select().count() == 1


def test_a_store_that_was_replaced_while_open_is_not_written_to(tmp_path: Path) -> None:
    path, other = tmp_path / "book.db", tmp_path / "other.db"
    with open_book(other):
        add("Zoe Hill")
    with open_book(path):
        other.replace(path)
        with pytest.raises(StoreUnreachable, match="replaced by another one"):
            add("Bo Low")
    wal_of(path).unlink(missing_ok=True)
    with open_book(path):
        assert [one.name for one in Contact.select()] == ["Zoe Hill"]


def test_what_a_killed_process_left_half_made_is_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        backup.keep("asked")
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = [
        tmp_path / f".followup-{ended.pid}-0.book.db",
        tmp_path / f".followup-{ended.pid}-0.book.db-wal",
        tmp_path / "backups" / f".followup-{ended.pid}-3.book.db",
    ]
    ours = tmp_path / f".followup-{os.getpid()}-7.book.db"
    for place in (*left, ours):
        place.write_text("half")
    with open_book(path):
        assert not any(place.exists() for place in left)
    assert ours.exists()


@pytest.mark.plain
def test_four_at_once_on_the_first_day_all_begin(tmp_path: Path) -> None:
    path = tmp_path / "new" / "book.db"
    command = [sys.executable, "-c", "from followup_tui.cli.entry import main; exit(main())"]
    starters = [
        subprocess.Popen(
            [*command, "--db", str(path), "add", "contact", f"Person {number}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]  # fmt: skip
    for starter in starters:
        _, said = starter.communicate(timeout=60)
        assert starter.returncode == 0, said.decode()
    with open_book(path):
        assert Contact.select().count() == 4


@pytest.mark.plain
def test_a_lock_that_somebody_holds_is_said_and_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0)
    path = tmp_path / "book.db"
    with open_book(path):
        other = sqlite3.connect(path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnreachable, match="Another followup is saving"):
            add("Ada King")
        other.rollback()
        add("Bo Low")
        assert [one.name for one in Contact.select()] == ["Bo Low"]
        other.close()


def test_the_file_of_last_writes_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        for number in range(300):
            add(f"Person {number}")
        assert wal_of(path).stat().st_size <= 5 * 1024 * 1024
    assert not wal_of(path).exists()
