"""Encrypting a store with its backups, changing the passphrase, and back to plain.

Each file is written anew under the other passphrase, proven, and put in the place of the old
one; a kill in between leaves a whole file of either kind, and doing it again does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_tui.errors import StoreDamaged, StoreUnreachable
from followup_tui.records import dataclass
from followup_tui.store import backup, encryption, leftovers, opened, raw
from followup_tui.store.backup import Backup
from followup_tui.store.faults import filed_plainly, spoken_plainly
from followup_tui.store.proving import digest_of
from followup_tui.store.raw import connected


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was done."""

    backups: int
    """How many backups were written anew."""
    left: tuple[Path, ...]
    """Files that could not be: they are as they were."""


def seal(store: Path, old: str, new: str) -> Sealed:
    """Put the store at `store`, which nobody has open, and its backups under another passphrase.

    Either passphrase may be empty, for plain files.

    Raises:
        StoreUnreachable: Somebody has the store open, or it can't be written.
        StoreDamaged: It isn't sound; it stays as it was.
        DiskFull: There was no room; what was not done yet stays as it was.
    """
    if why := opened.why_read_only(store):
        raise StoreUnreachable(f"{why}: nothing was changed.")
    with filed_plainly(str(store)), spoken_plainly(str(store)):
        if not _is_under(store, new):
            _seal_store(store, old, new)
        done, left = 0, []
        for one in backup.backups_of(store):
            try:
                with spoken_plainly(str(one.path)):
                    done += _seal_backup(one, old, new)
            except (StoreDamaged, StoreUnreachable):
                left.append(one.path)
    if encryption.is_remembered(store):
        encryption.remember(store, new)
    return Sealed(done, (*left, *_damaged(store)))


def _is_under(path: Path, key: str) -> bool:
    if encryption.is_encrypted(path) != bool(key):
        return False
    if not key:
        return True
    try:
        encryption.refuse_if_wrong(path, key)
    except StoreUnreachable:
        return False
    return True


def _seal_store(store: Path, old: str, new: str) -> None:
    with _alone(store, old), leftovers.in_the_making(store) as making:
        encryption.rewrite(store, making, old, new)
        leftovers.put_in_place(making, store)


@contextmanager
def _alone(store: Path, key: str) -> Iterator[None]:
    """Nobody else has the store open, nor can write to it, until the end."""
    with connected(store, key, "rw", by_cipher=True) as connection:
        connection.execute("PRAGMA busy_timeout = 1000")
        try:
            # Only where nobody else is: then all is in the one file, too.
            mode = connection.execute("PRAGMA journal_mode = delete").fetchone()[0]
            connection.execute("BEGIN IMMEDIATE")
        except raw.errors() as error:
            if "locked" not in str(error):
                raise
            mode = "wal"
        if mode != "delete":
            raise StoreUnreachable(
                f"Another followup has {store} open: nothing was changed. Leave it, and try again."
            )
        yield


def _seal_backup(one: Backup, old: str, new: str) -> bool:
    """Whether it had to be written anew."""
    if _is_under(one.path, new):
        return False
    if not backup.is_unspoilt(one):
        raise StoreDamaged(f"{one.path} was spoilt since it was made.")
    key = old if encryption.is_encrypted(one.path) else ""
    with leftovers.in_the_making(one.path) as making:
        encryption.rewrite(one.path, making, key, new)
        digest = digest_of(making)[: backup.SHOWN]
        leftovers.put_in_place(making, Path(str(one.path).replace(one.digest, digest)))
    one.path.unlink()
    return True


def _damaged(store: Path) -> list[Path]:
    return sorted(backup.folder_of(store).glob(f"{store.stem}-*-damaged.db*"))
