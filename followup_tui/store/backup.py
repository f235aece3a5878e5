"""Copies of the store, made by SQLite itself while others go on writing, proven, and thinned.

A backup is a plain store of its own in the folder `backups` beside the store. Its name says
when it was made, before what, and the beginning of its SHA-256, so that a copy the disk has
spoilt is never taken for a good one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from followup_tui.clock import local_now
from followup_tui.errors import Refused, StoreDamaged
from followup_tui.records import dataclass
from followup_tui.rules.thinning import staying
from followup_tui.store import leftovers, opened, raw
from followup_tui.store.faults import filed_plainly, spoken_plainly
from followup_tui.store.place import APPLICATION_ID
from followup_tui.store.proving import Heard, digest_of, unsound
from followup_tui.store.raw import connected

FOLDER = "backups"
PAGES = 1024
"""Pages of one step of copying: 4 MB, a few milliseconds, after which it can be stopped."""
ENOUGH = timedelta(minutes=10)
"""A row of merges needs one backup, not one each: every one of them can be undone by itself."""
SHOWN = 16
"""Hexadecimal digits of the SHA-256 in a name: 64 bits, against mishap, not against malice."""
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(rf"(?P<store>.+)-(?P<at>\d{{8}}T\d{{6}}Z)-(?P<why>[a-z]+)-"
                   rf"(?P<digest>[0-9a-f]{{{SHOWN}}})\.db")  # fmt: skip

Progress = Callable[[int, int], None]
"""Told pages done and pages in all; what it raises stops the copying."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store as it was."""

    path: Path
    made_at: datetime
    why: str
    """Before what it was made: migration, import, merge, restore; daily or asked."""
    digest: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a store."""

    contacts: int
    leads: int
    follow_ups: int
    touches: int
    steps: int

    def __str__(self) -> str:
        told = (
            (self.contacts, "person", "people"),
            (self.leads, "lead", "leads"),
            (self.follow_ups, "follow-up", "follow-ups"),
            (self.touches, "touch", "touches"),
        )
        return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in told)


def folder_of(store: Path) -> Path:
    """Where the backups of the store at this path are."""
    return store.with_name(FOLDER)


def backups_of(store: Path) -> list[Backup]:
    """The backups of the store at this path, newest first; nothing but their names is read."""
    try:
        names = sorted(entry.name for entry in folder_of(store).iterdir())
    except OSError:
        return []
    found = [one for one in (_named(store, name) for name in names) if one]
    # The clock of the files tells those of one second apart.
    return sorted(found, key=lambda one: (one.made_at, _written(one.path)), reverse=True)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _named(store: Path, name: str) -> Backup | None:
    parts = _NAME.fullmatch(name)
    if parts is None or parts["store"] != store.stem:
        return None
    try:
        # Not `strptime`, whose import would be felt after each command.
        made_at = datetime.fromisoformat(parts["at"])
    except ValueError:
        return None
    return Backup(folder_of(store) / name, made_at, parts["why"], parts["digest"])


def keep_before(why: str, progress: Progress | None = None) -> Backup | None:
    """Back the open book up before something large; None where nothing was ever done in it.

    One for the same reason within ten minutes will do. Raises as `keep` does.
    """
    book = opened.at_hand()
    if not _was_used(book):
        return None
    latest = next((one for one in backups_of(book.path) if one.why == why), None)
    if latest and timedelta() <= local_now() - latest.made_at < ENOUGH:
        return None
    return keep(why, progress)


def keep(why: str, progress: Progress | None = None) -> Backup:
    """Back the open book up, and let old backups go.

    Raises:
        StoreDamaged: The book isn't sound, so that its copy would be worth nothing.
        DiskFull: There was no room; the backups that are there stay.
        Whatever `progress` raises: the copy in the making is removed.
    """
    book = opened.at_hand()
    return keep_of(book.path, book.key, why, progress)


def keep_of(store: Path, key: str, why: str, progress: Progress | None = None) -> Backup:
    """Back up the store at this path, open or not. Raises as `keep` does."""
    folder = folder_of(store)
    now = local_now()
    with filed_plainly(str(folder)), spoken_plainly(str(folder)):
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        with leftovers.in_the_making(folder / store.name) as making:
            copy(store, making, key, progress)
            digest = digest_of(making, _heard(progress))[:SHOWN]
            stamp = now.astimezone(UTC).strftime(_STAMP)
            path = folder / f"{store.stem}-{stamp}-{why}-{digest}.db"
            leftovers.put_in_place(making, path)
    thin(store, now)
    return Backup(path, now.astimezone(UTC).replace(microsecond=0), why, digest)


def save_as(path: Path, progress: Progress | None = None) -> None:
    """Copy the open book to `path`; a copy that is there already is replaced, nothing else is.

    Raises:
        Refused: Something else is there.
        As `keep` does otherwise.
    """
    book = opened.at_hand()
    if path.exists() and (path.samefile(book.path) or not _is_a_copy(path, book.key)):
        raise Refused(f"{path} is no copy of the store: nothing was written. Name a new file.")
    said = str(path)
    with filed_plainly(said), spoken_plainly(said), leftovers.in_the_making(path) as making:
        copy(book.path, making, book.key, progress)
        leftovers.put_in_place(making, path)


def _is_a_copy(path: Path, key: str) -> bool:
    try:
        return path.is_file() and raw.marks(path, key).application == APPLICATION_ID
    except raw.errors():
        return False


def copy(source: Path, target: Path, key: str, progress: Progress | None = None) -> None:
    """Copy the store at `source` to the empty file `target` as it is at one moment, and prove it.

    Raises:
        StoreDamaged: The copy isn't sound, as the source isn't.
    """
    mode = raw.quiet_mode(source) if opened.why_read_only(source) else "rw"
    with (
        target.open("rb+") as file,
        connected(source, key, mode) as here,
        connected(target, key, "rw") as there,
    ):
        # Held open, the moment doesn't pass: else each write of others starts the copy anew.
        here.execute("BEGIN")
        here.execute("SELECT count(*) FROM sqlite_master").fetchone()
        here.backup(there, pages=PAGES, progress=_step(file.fileno(), progress))
        there.execute("PRAGMA journal_mode = delete")
        if said := unsound(there, _heard(progress)):
            raise StoreDamaged(
                f"{source} is damaged ({said}): the copy of it was not kept."
                " Run `followup check`, then `followup restore`."
            )


def _step(file: int, progress: Progress | None) -> Callable[[int, int, int], None]:
    """Between the steps of copying Python hears Ctrl-C, if it is given something to do there.

    Each step is brought to the disk by itself: else what somebody saves meanwhile waits for all of
    the copy. Beside that of 1.9 GB saving took up to 680 ms, now 20; copying takes a tenth longer.
    """

    def step(_: int, left: int, total: int) -> None:
        os.fsync(file)
        if progress:
            progress(total - left, total)

    return step


def _heard(progress: Progress | None) -> Heard | None:
    """The same while the copy is proven: all of it is there then."""
    return partial(progress, 1, 1) if progress else None


def thin(store: Path, now: datetime) -> None:
    """Let those backups go that `rules.thinning` lets go."""
    found = backups_of(store)
    stay = staying([one.made_at for one in found], now)
    for one in found:
        if one.made_at not in stay:
            one.path.unlink(missing_ok=True)


def is_unspoilt(one: Backup) -> bool:
    """Whether the file is what it was when it was made."""
    try:
        return digest_of(one.path).startswith(one.digest)
    except OSError:
        return False


def good_backups(store: Path) -> Iterator[Backup]:
    """The unspoilt backups of the store at this path, newest first, looked at one by one."""
    return (one for one in backups_of(store) if is_unspoilt(one))


def counts_of(path: Path, key: str = "") -> Counts:
    """How much is in the store or the backup at `path`; nothing is changed."""
    with connected(path, key, raw.quiet_mode(path)) as connection:
        return Counts(
            *(
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("contact", "lead", "follow_up", "touch", "step")
            )
        )


def is_due(store: Path, now: datetime) -> bool:
    """Whether a day has gone by without a backup, and something has changed since the last one.

    Looked up in the folder alone, so that it costs next to nothing. Those of a clock that was
    ahead don't count: else there would be none until that day.
    """
    found = [one for one in backups_of(store) if one.made_at <= now]
    if not found:
        return True
    newest = found[0]
    if newest.made_at.astimezone(now.tzinfo).date() == now.date():
        return False
    made = newest.path.stat().st_mtime
    places = (place.stat() for place in (store, raw.wal_of(store)) if place.exists())
    return any(place.st_size and place.st_mtime > made for place in places)


def keep_daily(progress: Progress | None = None) -> Backup | None:
    """Back the open book up if that is due today; the backup, or None.

    A book in which nothing was ever done has none. Raises as `keep` does.
    """
    book = opened.at_hand()
    if book.read_only or not is_due(book.path, local_now()):
        return None
    return keep("daily", progress) if _was_used(book) else None


def _was_used(book: opened.Opened) -> bool:
    """Whether anything was ever done in the book: asked by itself, as counting reads it all."""
    with connected(book.path, book.key, raw.quiet_mode(book.path)) as connection:
        return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM step)").fetchone()[0])
