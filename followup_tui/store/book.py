"""Opening and closing the file that everything is kept in."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from followup_tui.errors import DiskFull, StoreDamaged, StoreGone, StoreNewer, StoreUnreachable
from followup_tui.store import encryption, leftovers, opened, raw, search
from followup_tui.store.encryption import Ask
from followup_tui.store.faults import spoken_plainly
from followup_tui.store.opened import Opened
from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION, user_folder
from followup_tui.store.raw import BUSY_SECONDS, wal_of
from followup_tui.store.schema import db

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": "full",
    "busy_timeout": BUSY_SECONDS * 1000,
    "journal_size_limit": 4 * 1024 * 1024,
    "wal_autocheckpoint": 900,  # Pages of 4,120 bytes: what was written last stays below 4 MB.
    "temp_store": "memory",
}
READING = {
    "query_only": 1,
    "busy_timeout": BUSY_SECONDS * 1000,
    "temp_store": "memory",
}
"""What is set where nothing can be written, not even SQLite's own files."""
SHORTEST = 512
"""Bytes of the smallest page, so of the smallest store."""


@contextmanager
def open_book(path: Path, ask: Ask | None = None, *, later_too: bool = False) -> Iterator[Opened]:
    """Open the store at `path`, made or brought up to date as needed; close it at the end.

    Where it can't be written to, it is open for reading, and every write says why not.

    Args:
        path: The file.
        ask: Asks the person for the passphrase of an encrypted store.
        later_too: Whether a store of a later version is open for reading, and not refused.

    Raises:
        StoreUnreachable: It isn't a file we may open, is locked, or its passphrase is missing.
        StoreDamaged: It isn't a sound store of ours.
        StoreNewer: A later version wrote it.
    """
    _make_folder(path)
    leftovers.sweep(path)
    with spoken_plainly(str(path)):
        key = _key_of(path, ask) if check_place(path) else make_new(path)
        version = _known_version(path, key, later_too=later_too)
        _heal_rights(path)
        later = (
            f"A later followup wrote {path}, which is only read" if version > SCHEMA_VERSION else ""
        )
        found = Opened(path, key, opened.identity_of(path), opened.why_read_only(path) or later)
        _aim(found)
        opened.begin(found)
        try:
            with _connected(found):
                if version < SCHEMA_VERSION:
                    _bring_up_to_date(found, version)
                yield found
        finally:
            opened.end()
            db.close()


def _connected(found: Opened) -> AbstractContextManager[object]:
    """The connection to the store, closed at the end; one for reading where the disk is full.

    SQLite needs room beside the store even to read from it, but for a file that nobody writes to.
    """
    try:
        with spoken_plainly(str(found.path)):
            db.connect()
            db.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
    except DiskFull:
        db.close()
        if not raw.is_quiet(found.path):
            raise
        found.read_only, found.full = f"Disk full, so {found.path} is only read", True
        _aim(found)
    context: AbstractContextManager[object] = db.connection_context()
    return context


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
        StoreDamaged: It is too short to be a store; SQLite would take an empty file for a new one.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise StoreUnreachable(
                f"{path} leads to {path.readlink()}, which isn't there. Bring that back, or name"
                " another place with --db."
            ) from None
        _refuse_if_lost(path)
        return False
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise StoreUnreachable(
            f"{path} can't be opened: {why}. Name another place with --db."
        ) from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreUnreachable(f"{path} is not a file. Name another place with --db.")
    if found.st_size < SHORTEST:
        what = "its content was lost" if not found.st_size else "it is too short to be a store"
        raise StoreDamaged(
            f"{path} is damaged: {what}. Nothing was changed."
            " Run `followup restore`, or name another place with --db."
        )
    return True


def _refuse_if_lost(path: Path) -> None:
    """A store that was here once, as what is left of it says, isn't covered up by an empty one."""
    from followup_tui.store.backup import backups_of, folder_of

    if wal_of(path).exists():
        raise StoreDamaged(
            f"{path} is gone, but {wal_of(path).name} is there. Nothing was changed."
            f" Run `followup restore`, or remove {wal_of(path).name} to begin anew."
        )
    if backups_of(path):
        raise StoreGone(
            f"{path} is gone, but its backups are there. Nothing was changed."
            f" Run `followup restore`, or move {folder_of(path)} away to begin anew."
        )


def _key_of(path: Path, ask: Ask | None) -> str:
    try:
        return encryption.key_of(path, ask)
    except PermissionError as error:
        raise StoreUnreachable(
            f"{path} can't be read: {error.strerror}. Check its rights."
        ) from error


def _heal_rights(path: Path) -> None:
    """Take the store back from the eyes of others, where it is ours to do so."""
    for place in (path, wal_of(path), raw.shm_of(path)):
        with suppress(OSError):
            if place.stat().st_mode & 0o077:
                place.chmod(0o600)
    folder = path.parent
    if folder.name == "followup" and str(folder) == user_folder("data"):
        with suppress(OSError):
            folder.chmod(0o700)


def _known_version(path: Path, key: str, *, later_too: bool) -> int:
    """The version of the store, asked without changing a byte of the file."""
    found = raw.marks(path, key)
    raw.refuse_foreign(path, found)
    if found.version > SCHEMA_VERSION and not later_too:
        raise StoreNewer(
            f"{path} was written by a later followup (schema {found.version}, this one knows"
            f" {SCHEMA_VERSION}). Update followup; nothing was changed."
        )
    return found.version


def _aim(found: Opened) -> None:
    """Point the database at the file, in the way that it can be opened."""
    with_key = {"passphrase": found.key} if found.key else {}
    first = dict(raw.key_pragmas(found.key))
    # Never `rwc`: where the file is gone, a thread's first connection would make an empty one.
    mode = raw.quiet_mode(found.path) if found.read_only else "rw"
    pragmas = {**first, **(READING if found.read_only else PRAGMAS)}
    where = raw.uri(found.path, mode)
    db.connect_params.clear()  # Peewee would remember the passphrase of another store.
    db.init(where, pragmas=pragmas, timeout=BUSY_SECONDS, uri=True, **with_key)


def make_new(path: Path) -> str:
    """Make an empty store beside its place and link it in whole: two at once can't meet half.

    Its passphrase: one that is at hand makes it an encrypted one.
    """
    key = encryption.key_at_hand(path)
    try:
        with leftovers.in_the_making(path) as making:
            make_empty(making, key)
            os.link(making, path)
            leftovers.make_lasting(path)
    except FileExistsError:
        return encryption.key_of(path)  # Somebody else was first; theirs is as good.
    except OSError as error:
        raise StoreUnreachable(
            f"{path} can't be made: {error.strerror}. Name another place with --db."
        ) from error
    return key


def make_empty(path: Path, key: str) -> None:
    """Make an empty store of the empty file at `path`; no book is open then."""
    _aim(Opened(path, key, (0, 0)))
    with db.connection_context():
        _migrate()


def _bring_up_to_date(found: Opened, version: int) -> None:
    opened.refuse_if_read_only()
    if version:
        from followup_tui.store import backup

        kept = backup.keep("migration")
        found.remark = (
            f"The store was brought up to date (schema {version} to {SCHEMA_VERSION});"
            f" as it was before: {kept.path}"
        )
    _migrate()


def _migrate() -> None:
    from playhouse import migrations

    with db.atomic("IMMEDIATE"):
        version = raw.marks_of(db.connection()).version
        if version < SCHEMA_VERSION:
            migrations.run(db, str(Path(__file__).parent / "migrations"))
            if version:
                search.rebuild()
            db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def private_umask() -> None:
    """From here on, what the program makes is the user's alone (0600, folders 0700)."""
    os.umask(0o077)


def connection() -> sqlite3.Connection:
    """This thread's connection to the open store, for the reads that speak plain SQL."""
    found: sqlite3.Connection = db.connection()
    return found


def read_by_screens() -> None:
    """From here on this thread's connection keeps half as many pages in memory as is usual.

    Screens read a few rows at a time, which the system keeps too: 1 MiB of the app's 50.
    """
    db.execute_sql("PRAGMA cache_size = -1024")


def let_go() -> None:
    """Close this thread's connection; the last one to go folds what was written into the file."""
    db.close()


def data_version() -> int:
    """A number that is another one as soon as somebody else has written to the store."""
    return int(db.execute_sql("PRAGMA data_version").fetchone()[0])
