"""Stores of other versions: older ones are brought up to date, later ones left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playhouse.migrations import Runner
from store.opening import add, refused

from followup_tui.errors import StoreNewer
from followup_tui.store import backup, book
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact
from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION
from followup_tui.store.raw import wal_of
from followup_tui.store.schema import db


def older(path: Path, version: int = 4) -> Path:
    """A store as it was before the last migration, with somebody in it."""
    db.init(str(path))
    with db.connection_context():
        files = sorted((Path(book.__file__).parent / "migrations").glob("0*.py"))
        Runner(db, str(files[0].parent)).up(files[version - 1].stem)
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute_sql(f"PRAGMA user_version = {version}")
        db.execute_sql(
            "INSERT INTO contact (id, uid, name, folded, prefix, given, additional, family, suffix,"
            " nickname, role, stars, zone, hours, place, how_met, birthday, notes, archived,"
            " source, extra, created_at)"
            " VALUES (1, 'u', 'Ada King', 'ada king', '', '', '', '', '', '', '', 0, '', '', '',"
            " '', '', '', 0, '', '', '2026-11-23T16:00:00+00:00')"
        )
    path.chmod(0o600)
    return path


def test_an_older_store_is_brought_up_to_date_after_a_backup_and_says_so_once(
    tmp_path: Path,
) -> None:
    path = older(tmp_path / "book.db")
    with open_book(path) as found:
        assert "brought up to date" in found.remark
        assert db.execute_sql("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert Contact.get().name == "Ada King"
        add("Bo Low")
    (kept,) = backup.backups_of(path)
    assert kept.why == "migration" and backup.is_unspoilt(kept)
    with open_book(path) as found:
        assert not found.remark


def test_a_migration_that_fails_leaves_the_older_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "book.db")
    before = path.read_bytes()
    monkeypatch.setattr("playhouse.migrations.Runner._run", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError), open_book(path):
        pass
    monkeypatch.undo()
    db.init(str(path))
    with db.connection_context():
        assert db.execute_sql("PRAGMA user_version").fetchone() == (4,)
    assert len(path.read_bytes()) == len(before)


def test_a_later_store_is_left_alone_also_with_writes_pending(tmp_path: Path) -> None:
    path, later = tmp_path / "book.db", tmp_path / "later" / "book.db"
    later.parent.mkdir()
    with open_book(path):
        db.execute_sql("PRAGMA wal_autocheckpoint = 0")
        add("Ada King")
        db.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        later.write_bytes(path.read_bytes())
        wal_of(later).write_bytes(wal_of(path).read_bytes())
    before = later.read_bytes(), wal_of(later).read_bytes()
    error = refused(later)
    assert isinstance(error, StoreNewer) and error.exit_code == 7
    assert (later.read_bytes(), wal_of(later).read_bytes()) == before
