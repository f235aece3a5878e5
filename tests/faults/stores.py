"""Stores to be hurt, and what is found in them afterwards."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from playhouse.migrations import Runner

from followup_tui.errors import FollowupError
from followup_tui.store import backup, book, check
from followup_tui.store.place import APPLICATION_ID
from followup_tui.store.schema import db

NOW = "2026-11-23T09:00:00-07:00"
PYTHON = [sys.executable, "-c", "from followup_tui.cli.entry import main; exit(main())"]
ROOT = Path(__file__).parents[2]


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of what is run: a home, a clock and a store of its own."""
    return {
        **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
        "HOME": str(folder), "TZ": "America/Denver", "FOLLOWUP_DB": str(folder / "book.db"),
        "FOLLOWUP_NOW": NOW, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color",
    }  # fmt: skip


def followup(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    done = subprocess.run(
        [*PYTHON, *words], env=surroundings(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done


def copied(base: Path, folder: Path) -> None:
    """Make the folder as the base is: nothing of the round before is left."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)


def people_file(path: Path, count: int, word: str) -> Path:
    """A table of so many people, each with an address of their own."""
    rows = [f"{word} P{number},{word.lower()}{number}@x.example" for number in range(count)]
    path.write_text("Name,Email\n" + "\n".join(rows) + "\n")
    return path


def with_people(folder: Path, count: int, word: str = "Base") -> Path:
    """A store of so many people, closed."""
    folder.mkdir(parents=True, exist_ok=True)
    followup(folder, "import", str(people_file(folder / f"{word}.csv", count, word)))
    return folder / "book.db"


def of_first_version(folder: Path, count: int) -> Path:
    """A store as the first migration left it, with so many people."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "book.db"
    db.init(str(path), pragmas={"journal_mode": "wal"})
    with db.connection_context():
        migrations = Path(book.__file__).parent / "migrations"
        Runner(db, str(migrations)).up(sorted(migrations.glob("0*.py"))[0].stem)
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute_sql("PRAGMA user_version = 1")
        columns = db.execute_sql("PRAGMA table_info(contact)").fetchall()
        needed = [row[1] for row in columns if row[3] and row[1] != "id"]
        names, marks = ", ".join(needed), ", ".join("?" * len(needed))
        db.connection().executemany(
            f"INSERT INTO contact ({names}) VALUES ({marks})",
            [[_made_up(name, number) for name in needed] for number in range(count)],
        )
    path.chmod(0o600)
    return path


def _made_up(column: str, number: int) -> object:
    made = {"name": f"Base P{number}", "folded": f"base p{number}", "uid": f"u{number}",
            "stars": 0, "archived": 0, "created_at": "2026-11-01T00:00:00+00:00"}  # fmt: skip
    return made.get(column, "")


def asked(path: Path, question: str) -> list[tuple[object, ...]]:
    """What is in the store, read by SQLite alone."""
    connection = sqlite3.connect(path, timeout=10)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


def names(path: Path) -> set[str]:
    """Everybody's name."""
    return {str(name) for (name,) in asked(path, "SELECT name FROM contact")}


def wrong_with(path: Path) -> list[str]:
    """What `check` finds, what its backups are not, and what was left half made."""
    try:
        wrong = [f"{one.kind}: {one.what}" for one in check.look(path) if one.serious]
    except FollowupError as error:
        return [f"check: {error}"]
    kept = backup.backups_of(path)
    wrong += [f"{one.path.name} is spoilt" for one in kept if not backup.is_unspoilt(one)]
    wrong += [
        f"{one.path.name}: {said}"
        for one in kept
        if (said := asked(one.path, "PRAGMA quick_check")[0][0]) != "ok"
    ]
    left = [*path.parent.glob(".followup-*"), *path.parent.glob("backups/.followup-*")]
    return wrong + [f"{one.name} was left behind" for one in left]


def one_of(found: int, *allowed: int) -> Sequence[str]:
    """A complaint where `found` is something between what may be."""
    return [] if found in allowed else [f"half a step: {found} instead of one of {allowed}"]
