"""Opening and closing the file that everything is kept in."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_tui.errors import StoreDamaged, StoreNewer, StoreUnreachable
from followup_tui.store.faults import spoken_plainly
from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION
from followup_tui.store.schema import db

BUSY_SECONDS = 5
"""How long a write waits for another one; after that it says so."""

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": "full",
    "busy_timeout": BUSY_SECONDS * 1000,
    "journal_size_limit": 4 * 1024 * 1024,
    "temp_store": "memory",
}


@contextmanager
def open_book(path: Path) -> Iterator[None]:
    """Open the store at `path`, made or brought up to date as needed; close it at the end.

    Raises:
        StoreUnreachable: It isn't a file we may open, or is locked.
        StoreDamaged: It isn't a sound store of ours.
        StoreNewer: A later version wrote it.
    """
    _make_folder(path)
    if not check_place(path):
        _make_new(path)
    db.init(str(path), pragmas=PRAGMAS, timeout=BUSY_SECONDS)
    with spoken_plainly(str(path)):
        try:
            with db.connection_context():
                _bring_up_to_date(path)
                yield
        finally:
            db.close()


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(
            f"The folder {path.parent} can't be made: {error.strerror}."
            " Name another place with --db."
        ) from error


def check_place(path: Path) -> bool:
    """Whether there is a plain file at `path`, seen before SQLite is asked: a FIFO would hang.

    Raises:
        StoreUnreachable: It is something else.
        StoreDamaged: It is an empty file, which SQLite would take for an empty store.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreUnreachable(f"{path} can't be opened: {error.strerror}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreUnreachable(f"{path} is not a file. Name another place with --db.")
    if found.st_size == 0 and not _wal_of(path).exists():
        raise StoreDamaged(
            f"{path} is empty: its content was lost. Nothing was changed."
            " Run `followup restore`, or remove the file to begin anew."
        )
    return True


def _make_new(path: Path) -> None:
    """Make an empty store beside its place and link it in whole: two at once can't meet half."""
    making = path.with_name(f".{path.name}.new-{os.getpid()}")
    making.unlink(missing_ok=True)
    try:
        with spoken_plainly(str(path)):
            db.init(str(making), pragmas={**PRAGMAS, "journal_mode": "delete"})
            with db.connection_context():
                _migrate()
        making.chmod(0o600)
        os.link(making, path)
    except FileExistsError:
        pass  # Somebody else was first; theirs is as good.
    except OSError as error:
        raise StoreUnreachable(
            f"{path} can't be made: {error.strerror}. Name another place with --db."
        ) from error
    finally:
        making.unlink(missing_ok=True)


def _wal_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _bring_up_to_date(path: Path) -> None:
    version, application = _marks()
    if application not in (0, APPLICATION_ID) or (application == 0 and _has_tables()):
        raise StoreDamaged(
            f"{path} is another program's database. Nothing was changed."
            " Name another place with --db."
        )
    if version > SCHEMA_VERSION:
        raise StoreNewer(
            f"{path} was written by a later followup (schema {version}, this one knows"
            f" {SCHEMA_VERSION}). Update followup; nothing was changed."
        )
    if version < SCHEMA_VERSION:
        _migrate()
        path.chmod(0o600)


def _marks() -> tuple[int, int]:
    version = db.execute_sql("PRAGMA user_version").fetchone()[0]
    application = db.execute_sql("PRAGMA application_id").fetchone()[0]
    return version, application


def _has_tables() -> bool:
    return db.execute_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _migrate() -> None:
    from playhouse import migrations

    with db.atomic("IMMEDIATE"):
        if _marks()[0] < SCHEMA_VERSION:
            migrations.run(db, str(Path(__file__).parent / "migrations"))
            db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def private_umask() -> None:
    """From here on, what the program makes is the user's alone (0600, folders 0700)."""
    os.umask(0o077)


def connection() -> sqlite3.Connection:
    """This thread's connection to the open store, for the reads that speak plain SQL."""
    found: sqlite3.Connection = db.connection()
    return found


def data_version() -> int:
    """A number that is another one as soon as somebody else has written to the store."""
    return int(db.execute_sql("PRAGMA data_version").fetchone()[0])
