"""Backups: whole, private, proven, thinned; brought back, and that taken back too."""

from __future__ import annotations

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import Cancelled, NotFound, StoreDamaged, StoreGone
from followup_tui.store import backup, opened, restore
from followup_tui.store.book import connection, open_book
from followup_tui.store.models import Contact
from followup_tui.store.proving import stoppable
from followup_tui.store.schema import db


def add(name: str) -> None:
    add_contact(NOW, ContactForm(name))


def at(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", (NOW.at + timedelta(days=days)).isoformat())


def test_a_backup_is_a_sound_private_store_of_its_own(book: Path) -> None:
    add("Ada King")
    kept = backup.keep("asked")
    assert kept.path.parent == book.parent / "backups"
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700
    assert backup.is_unspoilt(kept)
    assert backup.counts_of(kept.path, opened.at_hand().key).contacts == 1
    assert [one.name for one in kept.path.parent.iterdir()] == [kept.path.name]
    assert backup.backups_of(book) == [kept]


def test_a_backup_holds_what_is_not_yet_folded_into_the_file(book: Path) -> None:
    db.execute_sql("PRAGMA wal_autocheckpoint = 0")
    for number in range(20):
        add(f"Person {number}")
    kept = backup.keep("asked")
    assert backup.counts_of(kept.path, opened.at_hand().key).contacts == 20


def test_a_stopped_backup_leaves_nothing(book: Path) -> None:
    add("Ada King")

    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    def stop_when_copied(done: int, total: int) -> None:
        if done == total == 1:
            raise Cancelled("Stopped.")

    for told in (stop, stop_when_copied):
        with pytest.raises(Cancelled):
            backup.keep("asked", told)
        assert list((book.parent / "backups").iterdir()) == []


def test_what_sqlite_would_do_for_hours_can_be_stopped(book: Path) -> None:
    def stop() -> None:
        raise Cancelled("Stopped.")

    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    with pytest.raises(Cancelled), stoppable(connection(), stop):
        connection().execute(endless).fetchone()
    assert connection().execute("SELECT 1").fetchone() == (1,)


def test_each_step_of_copying_is_on_the_disk_before_the_next(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync = os.fsync
    monkeypatch.setattr("os.fsync", lambda file: done.append("synced") or sync(file))
    monkeypatch.setattr(backup, "PAGES", 8)
    backup.keep("asked", lambda *told: done.append("copied"))
    assert done[:4] == ["synced", "copied", "synced", "copied"]


def test_restore_brings_everything_back_and_can_be_taken_back(book: Path) -> None:
    add("Ada King")
    then = contents()
    kept = backup.keep("asked")
    add("Grace Low")
    later = contents()
    found = restore.preview(book, kept.path)
    assert found.now and (found.now.contacts, found.then.contacts) == (2, 1)
    done = restore.restore(book, kept.path)
    assert contents() == then
    assert done.before
    restore.restore(book, done.before)
    assert contents() == later


def test_restore_reaches_those_who_have_the_store_open(book: Path) -> None:
    add("Ada King")
    kept = backup.keep("asked")
    add("Grace Low")
    inode = book.stat().st_ino
    restore.restore(book, kept.path)
    assert book.stat().st_ino == inode
    assert Contact.select().count() == 1
    add("Grace Low")
    assert Contact.select().count() == 2


def test_a_damaged_store_is_put_aside_and_the_newest_good_backup_takes_its_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        kept = backup.keep("asked")
    path.write_bytes(b"not a store at all" * 300)
    with pytest.raises(StoreDamaged, match="damaged"), open_book(path):
        pass
    done = restore.restore(path, restore.chosen(path))
    assert done.source == kept.path
    assert done.before and done.before.read_bytes().startswith(b"not a store")
    with open_book(path):
        assert Contact.get().name == "Ada King"


def test_a_store_that_is_gone_is_not_covered_up_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        add("Ada King")
        backup.keep("asked")
    path.unlink()
    with pytest.raises(StoreGone, match="followup restore"), open_book(path):
        pass
    assert not path.exists()
    restore.restore(path, restore.chosen(path))
    with open_book(path):
        assert Contact.get().name == "Ada King"


def test_a_spoilt_backup_is_passed_over(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add("Ada King")
    older = backup.keep("asked")
    at(monkeypatch, 1)
    newer = backup.keep("asked")
    spoilt = bytearray(newer.path.read_bytes())
    spoilt[-100] ^= 1
    newer.path.write_bytes(spoilt)
    assert restore.chosen(book) == older.path
    with pytest.raises(StoreDamaged, match="spoilt"):
        restore.chosen(book, "1")
    assert restore.chosen(book, "2") == older.path
    with pytest.raises(NotFound):
        restore.chosen(book, "3")


def test_another_file_is_not_brought_back(book: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_text("nothing of ours" * 100)
    add("Ada King")
    before = contents()
    with pytest.raises(StoreDamaged):
        restore.restore(book, other)
    assert contents() == before


def test_a_damaged_store_is_not_backed_up_over_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        for number in range(300):
            add(f"Person {number}")
        kept = backup.keep("asked")
    content = bytearray(path.read_bytes())
    content[40 * 4096 : 41 * 4096] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        backup.keep_of(path, "", "daily")
    assert backup.backups_of(path) == [kept]


def test_the_daily_backup_is_made_once_and_only_after_a_change(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backup.keep_daily() is None
    add("Ada King")
    assert backup.keep_daily()
    assert backup.keep_daily() is None
    at(monkeypatch, 1)
    assert backup.keep_daily() is None
    add("Grace Low")
    assert backup.keep_daily()


def test_a_clock_that_was_ahead_once_neither_stops_nor_doubles_the_daily_backup(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, 4000)
    add("Ada King")
    ahead = backup.keep_daily()
    assert ahead
    os.utime(ahead.path, (2**32, 2**32))
    at(monkeypatch, 0)
    add("Bo Low")
    assert backup.keep_daily()
    add("Cy Dee")
    assert backup.keep_daily() is None
    at(monkeypatch, 1)
    add("Di Eve")
    assert backup.keep_daily()


def test_old_backups_go_by_the_rule(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(40):
        at(monkeypatch, day)
        backup.keep("daily")
    left = [(one.made_at.date() - NOW.at.date()).days for one in backup.backups_of(book)]
    assert left[:14] == list(range(39, 25, -1))
    assert 15 <= len(left) <= 20
