"""A look at the store without opening the whole book: for reads that must answer at once.

A glance only ever reads, and only a store that is as it should be. Whatever is unusual is
left to `book.open_book`, which mends it or says what is wrong.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import date, timedelta
from sqlite3 import Connection as Connection

from followup_tui.store.place import APPLICATION_ID, SCHEMA_VERSION

Unreadable = sqlite3.Error
"""What a read raises when the store isn't sound after all."""

_COUNT_DUE = """
SELECT count(*) FROM follow_up AS f
LEFT JOIN contact AS c ON c.id = f.contact_id
LEFT JOIN organization AS o ON o.id = c.organization_id
WHERE f.state = 'open' AND f.due <= :until
  AND (f.parked_until IS NULL OR f.parked_until <= :today)
  AND (o.parked_until IS NULL OR o.parked_until <= :today)
"""


def open_to_read(path: str) -> Connection | None:
    """A connection that can only read the sound, up-to-date store at `path`; None if it isn't."""
    try:
        found = os.stat(path)  # noqa: PTH116 - pathlib alone would be a tenth of the budget
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode) or not found.st_size:
        return None
    try:
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=rw", uri=True)
    except sqlite3.Error:
        return None
    if _is_ours(connection):
        return connection
    connection.close()
    return None


def count_due(connection: Connection, today: date, days_ahead: int = 0) -> int:
    """How many follow-ups are due by `today`, or within so many days, without reading them."""
    until = today + timedelta(days=days_ahead)
    found = connection.execute(
        _COUNT_DUE, {"until": until.isoformat(), "today": today.isoformat()}
    ).fetchone()
    return int(found[0])


def _is_ours(connection: Connection) -> bool:
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute("PRAGMA query_only = 1")
    except sqlite3.Error:
        return False
    return (application, version) == (APPLICATION_ID, SCHEMA_VERSION)


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
