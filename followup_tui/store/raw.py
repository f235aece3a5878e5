"""Plain connections, for what must be done beside the open book: copy, check, salvage, seal.

`book.open_book` is the way in for everything else.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from followup_tui.errors import NotOurs, StoreUnreachable
from followup_tui.store.place import APPLICATION_ID

Connection = sqlite3.Connection

OUR_TABLES = {"contact", "follow_up", "row_change", "schema_migration", "step"}
"""Who has all of them is ours, also where the damage is in the number that says so."""
BUSY_SECONDS = 5
"""How long one waits for another one that writes; after that it says so."""
MAGIC = b"SQLite format 3\0"
SHM_BYTES = 32768
"""The least that the index beside a store has. Source: sqlite.org/walformat.html."""
KDF_ROUNDS = 256_000
"""How much work it is to try one passphrase. Source: the default of SQLCipher 4."""


class Marks(NamedTuple):
    """How a database says what it is."""

    application: int
    version: int
    ours: bool
    """Whether it is a store of ours, or an empty one that nobody has signed yet."""


def key_pragmas(key: str) -> Mapping[str, object]:
    """What an encrypted store is told after its passphrase and before all else."""
    return {"cipher_log_level": "none", "kdf_iter": KDF_ROUNDS} if key else {}


def uri(path: Path, mode: str) -> str:
    """`path` as SQLite's URI; `mode` is `ro`, `rw`, `rwc`, or `still` for a file nobody writes."""
    quoted = str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode=ro&immutable=1" if mode == "still" else f"file:{quoted}?mode={mode}"


@contextmanager
def connected(
    path: Path, key: str = "", mode: str = "ro", *, by_cipher: bool = False
) -> Iterator[Connection]:
    """A connection of its own to the file at `path`, closed at the end.

    `by_cipher` takes the driver of encrypted stores for a plain one too.
    """
    connection = _connect(uri(path, mode), key, by_cipher=by_cipher or bool(key))
    try:
        yield connection
    finally:
        connection.close()


def _connect(where: str, key: str, *, by_cipher: bool) -> Connection:
    driver = cipher() if by_cipher else sqlite3
    connection: Connection = driver.connect(
        where, uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    if key:
        connection.execute(f"PRAGMA key = {quoted(key)}")
    for name, value in key_pragmas(key).items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def cipher() -> ModuleType:
    """The driver that reads encrypted stores.

    Raises:
        StoreUnreachable: It isn't installed.
    """
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise StoreUnreachable(
            "The store is encrypted, and what reads it is not installed:"
            " pip install 'followup-tui[encrypted]'"
        ) from error
    found: ModuleType = dbapi2
    return found


def errors() -> tuple[type[Exception], ...]:
    """What the drivers raise that are loaded: for an `except`, which asks when it must."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, loaded.Error) if loaded else (sqlite3.Error,)


def quoted(words: str) -> str:
    """`words` as a text of SQL, for the few statements that take no parameters."""
    return "'" + words.replace("'", "''") + "'"


def wal_of(path: Path) -> Path:
    """Where SQLite keeps what was written last."""
    return path.with_name(path.name + "-wal")


def shm_of(path: Path) -> Path:
    """Where SQLite keeps the index of the above."""
    return path.with_name(path.name + "-shm")


def is_quiet(path: Path) -> bool:
    """Whether nobody has the store at `path` open to write: all that there is, is in its file.

    What SQLite could only begin to make beside it, on a full disk, has no users.
    """
    wal, shm = wal_of(path), shm_of(path)
    try:
        return wal.stat().st_size == 0 and shm.stat().st_size < SHM_BYTES
    except FileNotFoundError:
        return not wal.exists()


def quiet_mode(path: Path) -> str:
    """How to look at `path` without leaving a trace."""
    return "still" if is_quiet(path) else "ro"


def marks(path: Path, key: str = "") -> Marks:
    """What the file at `path` says it is, read without changing anything."""
    with connected(path, key, quiet_mode(path)) as connection:
        return marks_of(connection)


def marks_of(connection: Connection) -> Marks:
    """What the database behind `connection` says it is."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application == APPLICATION_ID:
        return Marks(application, version, ours=True)
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    tables = {name for (name,) in found}
    if tables >= OUR_TABLES:
        return Marks(APPLICATION_ID, version, ours=True)
    return Marks(application, version, ours=not (application or tables))


def refuse_foreign(path: Path, found: Marks) -> None:
    """Do nothing where the file at `path` says that it is ours, or nobody's yet.

    Raises:
        NotOurs: It is another program's.
    """
    if not found.ours:
        raise NotOurs(
            f"{path} is another program's database. Nothing was changed."
            " Name another place with --db."
        )
