"""Which file the open book is, and whether it may be written to just now."""

from __future__ import annotations

import os
from pathlib import Path

from followup_tui.errors import DiskFull, StoreUnreachable
from followup_tui.records import dataclass


@dataclass(slots=True)
class Opened:
    """The file that is open."""

    path: Path
    key: str
    """The passphrase; empty for a plain store."""
    identity: tuple[int, int]
    """Device and inode: another file under the same name is another store."""
    read_only: str = ""
    """Why nothing can be saved; empty where it can."""
    full: bool = False
    """Whether that is because the disk is full."""
    remark: str = ""
    """What the user should be told once about this opening."""
    waits: bool = False
    """Whether a write waits for another process to end its own."""


_at_hand: list[Opened] = []


def begin(found: Opened) -> None:
    """From here on, `found` is the open book."""
    _at_hand.append(found)


def end() -> None:
    """The book at hand is closed."""
    _at_hand.pop()


def at_hand() -> Opened:
    """The open book."""
    return _at_hand[-1]


def is_at_hand(path: Path) -> bool:
    """Whether the open book is the file at `path`."""
    return bool(_at_hand) and _at_hand[-1].path == path


def name() -> str:
    """The open book's path, for what is said of it."""
    return str(at_hand().path)


def waits() -> bool:
    """Whether a write to the open book waits for another process to end its own."""
    return bool(_at_hand) and _at_hand[-1].waits


def identity_of(path: Path) -> tuple[int, int]:
    """Device and inode of the file at `path`. Raises OSError where there is none."""
    found = path.stat()
    return found.st_dev, found.st_ino


def why_read_only(path: Path) -> str:
    """Why nothing can be saved to the file at `path`; empty where it can.

    The folder counts too: SQLite keeps what was written last in a file beside the store.
    """
    if not os.access(path, os.W_OK):
        return f"{path} is read-only"
    if not os.access(path.parent, os.W_OK | os.X_OK):
        return f"The folder {path.parent} is read-only"
    return ""


def close_to_writes(why: str) -> None:
    """From here on nothing is saved to the open book, because of `why`."""
    at_hand().read_only = why


def refuse_if_read_only() -> None:
    """Do nothing where the open book may be written to.

    Raises:
        DiskFull, StoreUnreachable: It may not, and why.
    """
    book = at_hand()
    if book.full:
        raise DiskFull(
            f"Disk full: nothing was saved to {book.path}. Make room, then start followup again."
        )
    if book.read_only:
        raise StoreUnreachable(f"{book.read_only}: nothing was saved.")


def refuse_if_gone() -> None:
    """Do nothing where the open file is still the one under its name.

    What is written to a file that was removed is lost without a word.

    Raises:
        StoreUnreachable: It was removed, or replaced by another one.
    """
    book = at_hand()
    try:
        found = identity_of(book.path)
    except OSError:
        found = None
    if found != book.identity:
        happened = "removed" if found is None else "replaced by another one"
        raise StoreUnreachable(
            f"The store was {happened} while it was open: nothing was saved."
            f" Start followup again. ({book.path})"
        )
