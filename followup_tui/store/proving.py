"""Whether a store is sound, and what its file's digest is: both take as long as the file is large.

Whoever waits can stop them: leaving the app in the middle of the daily backup of 1.9 GB took more
than ten seconds, as long as these two did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from followup_tui.errors import FollowupError
from followup_tui.store import raw

Heard = Callable[[], None]
"""Asked now and then; what it raises, a `FollowupError`, stops the work."""

LOOK_SECONDS = 0.05
"""How often it is asked."""
AT_ONCE = 4 * 1024 * 1024
"""Bytes that are read at once: a few milliseconds."""


def unsound(connection: raw.Connection, heard: Heard | None = None) -> str:
    """What SQLite finds wrong first with the database; empty where it finds nothing."""
    with stoppable(connection, heard):
        said = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if said == "ok" else said


def digest_of(path: Path, heard: Heard | None = None) -> str:
    """The SHA-256 of the file, in hexadecimal digits."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(AT_ONCE):
            found.update(part)
            if heard:
                heard()
    return found.hexdigest()


@contextmanager
def stoppable(connection: raw.Connection, heard: Heard | None) -> Iterator[None]:
    """Have what runs here end as soon as `heard` raises.

    By a thread that looks, since SQLite doesn't come back to Python before it is through.
    """
    if heard is None:
        yield
        return
    over, why = Event(), list[FollowupError]()

    def look() -> None:
        while not over.wait(LOOK_SECONDS):
            try:
                heard()
            except FollowupError as error:
                why.append(error)
                connection.interrupt()
                return

    looking = Thread(target=look, name="followup-stop")
    looking.start()
    try:
        yield
    except raw.errors():
        if not why:
            raise
    finally:
        over.set()
        looking.join()
    if why:
        raise why[0]
