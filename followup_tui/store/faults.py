"""SQLite's complaints, in words a user can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from followup_tui.errors import DiskFull, FollowupError, StoreDamaged, StoreUnreachable
from followup_tui.store import raw

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""The system's numbers for: there is no room."""
_FULL = ("disk is full", "disk i/o error", "file too large")
_BUSY = ("locked", "busy")
_CLOSED = ("readonly", "read-only", "unable to open", "permission denied")
_DAMAGED = (
    "malformed", "not a database", "no such table", "no such column", "corrupt", "short_read",
)  # fmt: skip


def plainly(error: BaseException, path: str) -> FollowupError | None:
    """The error a user should see instead of `error`, or None when it is our own mistake."""
    said = _said(error)
    if any(words in said for words in _DAMAGED):
        return StoreDamaged(
            f"{path} is damaged ({error}). Nothing was changed."
            " Run `followup check`, then `followup restore`."
        )
    if any(words in said for words in _FULL):
        return DiskFull(f"Disk full: nothing was saved to {path}. Make room, then try again.")
    if any(words in said for words in _BUSY):
        return StoreUnreachable(
            f"Another followup is saving to {path} and did not finish in time: nothing was"
            " changed. Try again."
        )
    if any(words in said for words in _CLOSED):
        return StoreUnreachable(f"{path} can't be opened or written: {error}. Check its rights.")
    return None


def _said(error: BaseException | None) -> str:
    """What SQLite says, with the name of its error where the driver knows it.

    SQLite rolls back by itself when the disk is full; what Peewee then says is only that it
    can't do so again, and the reason is what it was saying before.
    """
    said = []
    while error is not None:
        inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error
        said.append(f"{error} {getattr(inner, 'sqlite_errorname', '')}".lower())
        error = error.__context__
    return "\n".join(said)


@contextmanager
def filed_plainly(path: str) -> Iterator[None]:
    """Turn what the system raises inside, where files are made, into one of our errors.

    Raises:
        DiskFull: There was no room.
        StoreUnreachable: It can't be written there.
    """
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFull(
                f"Disk full: nothing was saved to {path}. Make room, then try again."
            ) from error
        raise StoreUnreachable(f"{path} can't be written: {error.strerror}.") from error


def _errors() -> tuple[type[Exception], ...]:
    return (peewee.DatabaseError, *raw.errors())


@contextmanager
def spoken_plainly(path: str) -> Iterator[None]:
    """Turn what SQLite raises inside into one of our errors.

    Raises:
        DiskFull: There was no room; nothing was saved.
        StoreUnreachable: Locked for too long, read-only, or not to be opened.
        StoreDamaged: It isn't a sound store.
    """
    try:
        yield
    except _errors() as error:
        plain = plainly(error, path)
        if plain is None:
            raise
        raise plain from error
