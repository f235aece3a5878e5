"""Bringing a backup back: whole or not at all, and the store as it was is kept first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC
from pathlib import Path

from followup_tui.clock import local_now
from followup_tui.errors import FollowupError, NotFound, NotOurs, StoreDamaged, StoreUnreachable
from followup_tui.records import dataclass
from followup_tui.store import backup, encryption, leftovers, opened, raw
from followup_tui.store.backup import Counts
from followup_tui.store.encryption import Ask
from followup_tui.store.faults import filed_plainly, spoken_plainly
from followup_tui.store.place import SCHEMA_VERSION
from followup_tui.store.proving import unsound
from followup_tui.store.raw import connected

_BUSY = (5, 6)
"""SQLite's codes for a database, or a table, that somebody else has locked."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would change."""

    source: Path
    now: Counts | None
    """None where the store can't be read."""
    then: Counts


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    source: Path
    before: Path | None
    """The store as it was: a backup, or the damaged file; None where there was none."""
    then: Counts


def chosen(store: Path, which: str = "") -> Path:
    """The file to bring back: a number of the list (1 is the newest), a backup's name, any file.

    Without a word, the newest unspoilt backup.

    Raises:
        NotFound: There is none.
        StoreDamaged: The backup is not what it was when it was made.
    """
    if not which:
        for one in backup.good_backups(store):
            return one.path
        raise NotFound(f"There is no good backup of {store} in {backup.folder_of(store)}.")
    found = backup.backups_of(store)
    if which.isascii() and which.isdecimal() and 1 <= int(which) <= len(found):
        one = found[int(which) - 1]
    else:
        place = Path(which)
        named = [one for one in found if which in (one.path.name, str(one.path))]
        if not named and place.is_file():
            return place
        if not named:
            raise NotFound(f"There is no backup {which}. See: followup backup --list")
        one = named[0]
    if not backup.is_unspoilt(one):
        raise StoreDamaged(f"{one.path} was spoilt since it was made: choose another one.")
    return one.path


def preview(store: Path, source: Path, ask: Ask | None = None) -> Preview:
    """What bringing `source` back would change.

    Raises:
        StoreDamaged: `source` isn't a sound store of ours.
        NotOurs: The store is another program's database.
        StoreUnreachable: A passphrase is missing.
    """
    then = _proven(source, _key(source, _as_of(store, ask)))
    try:
        with spoken_plainly(str(store)):
            now = _counted(store, ask) if store.exists() else None
    except NotOurs:
        raise
    except FollowupError:
        now = None
    return Preview(source, now, then)


def _counted(store: Path, ask: Ask | None) -> Counts:
    key = _key(store, ask)
    raw.refuse_foreign(store, raw.marks(store, key))
    return backup.counts_of(store, key)


def _key(path: Path, ask: Ask | None) -> str:
    return encryption.key_of(path, ask) if path.exists() else encryption.key_at_hand(path)


def _as_of(store: Path, ask: Ask | None) -> Ask:
    """Who knows the passphrase of a backup: whoever knows the store's, else the person."""

    def asked(source: Path) -> str:
        found = encryption.key_at_hand(store)
        return found or (ask(source) if ask else "")

    return asked


def _proven(source: Path, key: str) -> Counts:
    with spoken_plainly(str(source)):
        found = raw.marks(source, key)
        if not found.application or not found.ours or found.version > SCHEMA_VERSION:
            raise StoreDamaged(f"{source} is not a backup that this followup can bring back.")
        with connected(source, key, raw.quiet_mode(source)) as connection:
            if said := unsound(connection):
                raise StoreDamaged(f"{source} is damaged ({said}): choose another one.")
        return backup.counts_of(source, key)


def restore(store: Path, source: Path, ask: Ask | None = None) -> Restored:
    """Make the store at this path what `source` is; what it was is kept first.

    A sound store changes under those who have it open, in one transaction. A damaged one is
    put aside, and a new file takes its place.

    Raises:
        StoreDamaged: `source` isn't sound; nothing was changed.
        NotOurs: The store is another program's database, which is left alone.
        StoreUnreachable: The store can't be written, or somebody else is writing for too long.
        DiskFull: There was no room; nothing was changed.
    """
    if store.exists() and (why := opened.why_read_only(store)):
        raise StoreUnreachable(f"{why}: nothing was restored.")
    key_there = _key(source, _as_of(store, ask))
    then = _proven(source, key_there)
    with filed_plainly(str(store)), spoken_plainly(str(store)):
        key, before = _kept_first(store, key_there, ask)
        with _under(source, key_there, key, store) as fitting:
            if before:
                _pour(store, fitting, key)
            else:
                with leftovers.in_the_making(store) as making:
                    backup.copy(fitting, making, key)
                    before = take_place(making, store)
    return Restored(source, before, then)


def _kept_first(store: Path, key_there: str, ask: Ask | None) -> tuple[str, Path | None]:
    """The store's passphrase, and the backup of it as it was; None where it isn't sound."""
    if not store.exists():
        return key_there, None
    try:
        key = _key(store, ask)
        with spoken_plainly(str(store)):
            raw.refuse_foreign(store, raw.marks(store, key))
            return key, backup.keep_of(store, key, "restore").path
    except NotOurs:
        raise
    except StoreDamaged:
        return key_there, None
    except StoreUnreachable:
        if not key_there:
            raise
        # The passphrase opens the backup but not the store: it is the store that is at fault.
        return key_there, None


@contextmanager
def _under(source: Path, key_there: str, key: str, store: Path) -> Iterator[Path]:
    """`source` under the store's passphrase."""
    if key_there == key:
        yield source
        return
    with leftovers.in_the_making(store) as making:
        encryption.rewrite(source, making, key_there, key)
        yield making


def _pour(store: Path, source: Path, key: str) -> None:
    def unless_busy(status: int, left: int, total: int) -> None:
        if status in _BUSY:
            raise StoreUnreachable(
                f"Another followup is saving to {store}: nothing was restored. Try again."
            )

    with connected(source, key, "still") as here, connected(store, key, "rw") as there:
        here.backup(there, pages=-1, progress=unless_busy)


def take_place(making: Path, store: Path) -> Path | None:
    """Give `making` the store's name; the file that has it, if any, is kept: the path of that.

    At no moment is the name free: another start would make an empty store. What SQLite keeps
    beside the old file goes with it, since it would be written into the new one.
    """
    folder = backup.folder_of(store)
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = local_now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = folder / f"{store.stem}-{stamp}-damaged.db"
    aside.unlink(missing_ok=True)
    with suppress(FileNotFoundError):
        os.link(store, aside)
    with suppress(FileNotFoundError):
        raw.wal_of(store).replace(raw.wal_of(aside))
    raw.shm_of(store).unlink(missing_ok=True)
    leftovers.put_in_place(making, store)
    return aside if aside.exists() else None
