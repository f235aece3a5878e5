"""The stored stores: one of each version of the schema, a row in every table, as SQL.

Before a migration is added, `python -m tests.store.storing` stores the version that it is to lead
away from. What is stored is never made anew: it is what users have.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from playhouse.migrations import Runner

from followup_tui.store import book
from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION
from followup_tui.store.schema import db

STORES = Path(__file__).parent / "stores"
MIGRATIONS = sorted((Path(book.__file__).parent / "migrations").glob("0*.py"))
WORDS = "person_words"
"""The index of words; the tables that hold it are its own."""


def stored(version: int) -> Path:
    """Where the store of this version lies."""
    return STORES / f"{version:04}.sql"


def unpacked(version: int, path: Path) -> Path:
    """The store of this version, as a file of its own."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(stored(version).read_text("utf-8"))
    path.chmod(0o600)
    return path


def tables(connection: sqlite3.Connection) -> dict[str, str]:
    """The tables that hold something of the user's, with the words that made each."""
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return {name: sql for name, sql in connection.execute(asked) if not name.startswith(WORDS)}


def store(version: int) -> None:
    """Write the store of this version, as its migrations make it."""
    with TemporaryDirectory() as place:
        path = Path(place) / "book.db"
        db.init(str(path))
        with db.connection_context():
            Runner(db, str(MIGRATIONS[0].parent)).up(MIGRATIONS[version - 1].stem)
        with closing(sqlite3.connect(path)) as connection:
            for table, made_by in tables(connection).items():
                if not connection.execute(f"SELECT 1 FROM {table}").fetchone():
                    _fill(connection, table, made_by)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
            stored(version).write_text("\n".join(_dump(connection)) + "\n", "utf-8")


def _fill(connection: sqlite3.Connection, table: str, made_by: str) -> None:
    """One row, with something in every column."""
    pointing = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    row = [
        1 if name in pointing or key else _made_up(table, name, kind, made_by)
        for _, name, kind, _, _, key in columns
    ]
    connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _made_up(table: str, column: str, kind: str, made_by: str) -> object:
    if allowed := re.search(rf"\b{column}\b\"? IN \('([^']*)'", made_by):
        return allowed[1]
    if column == "at" or column.endswith("_at"):
        return "2026-11-20T16:00:00+00:00"
    made = {"DATE": "2026-11-20", "TEXT": f"{table} {column} Zoë", "BLOB": b"\0\xff"}
    return made.get(kind, 1)


def _dump(connection: sqlite3.Connection) -> list[str]:
    lines = []
    for table, made_by in tables(connection).items():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        quoted = " || ', ' || ".join(f'quote("{name}")' for name in names)
        lines.append(f"{made_by};")
        for (row,) in connection.execute(f"SELECT {quoted} FROM {table}"):
            lines.append(f"INSERT INTO {table} VALUES ({row});")
    rest = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (type <> 'table' OR name = ?)"
    lines += [f"{sql};" for (sql,) in connection.execute(rest, [WORDS])]
    for pragma in ("application_id", "user_version"):
        lines.append(f"PRAGMA {pragma} = {connection.execute(f'PRAGMA {pragma}').fetchone()[0]};")
    return lines


if __name__ == "__main__":
    if not stored(SCHEMA_VERSION).exists():
        store(SCHEMA_VERSION)
