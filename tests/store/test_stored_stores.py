"""A store of every version there was opens, is brought up to date, and keeps its rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store.storing import MIGRATIONS, STORES, tables, unpacked

from followup_tui.store.book import open_book
from followup_tui.store.place import SCHEMA_VERSION
from followup_tui.store.schema import db

VERSIONS = sorted(int(one.stem) for one in STORES.glob("*.sql"))

pytestmark = pytest.mark.plain


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for table in tables(connection)
        }


def schema(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master"))


def test_a_store_is_stored_of_every_version_that_a_migration_leads_away_from() -> None:
    assert len(MIGRATIONS) == SCHEMA_VERSION
    missing = set(range(1, SCHEMA_VERSION)) - set(VERSIONS)
    assert not missing, "python -m tests.store.storing, before the migration"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_this_version_keeps_every_row(version: int, tmp_path: Path) -> None:
    path = unpacked(version, tmp_path / "book.db")
    before = rows(path)
    assert "contact" in before and all(before.values())
    with open_book(path) as found:
        assert ("brought up to date" in found.remark) is (version < SCHEMA_VERSION)
        assert db.execute_sql("PRAGMA quick_check").fetchall() == [("ok",)]
        assert db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    after = rows(path)
    for table, had in before.items():
        assert after[table][: len(had)] == had, table
    with open_book(tmp_path / "fresh.db"):
        pass
    assert schema(path) == schema(tmp_path / "fresh.db"), "a frozen migration was changed"
