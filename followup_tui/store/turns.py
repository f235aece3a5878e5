"""Taking one's turn at writing, where several processes want it.

SQLite itself asks ever more seldom, at last ten times a second: beside somebody who writes without
a pause, on a busy machine, one waited in vain for five seconds. Here the question is put every few
milliseconds, so that each of the short pauses between two writes is as good for one as for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic, sleep

from peewee import OperationalError

from followup_tui.store import opened
from followup_tui.store.raw import BUSY_SECONDS
from followup_tui.store.schema import db

AGAIN_SECONDS = 0.005


@contextmanager
def turn() -> Iterator[None]:
    """One IMMEDIATE transaction: it waits its turn at the start, so it can't fail in the middle.

    Raises:
        peewee.OperationalError: The turn didn't come in time.
    """
    with ExitStack() as stack:
        book = opened.at_hand()
        book.waits = True
        db.execute_sql("PRAGMA busy_timeout = 0")
        try:
            _begin(stack, monotonic() + BUSY_SECONDS)
        finally:
            book.waits = False
            db.execute_sql(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        yield


def _begin(stack: ExitStack, end: float) -> None:
    while True:
        try:
            stack.enter_context(db.atomic("IMMEDIATE"))
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > end:
                raise
            sleep(AGAIN_SECONDS)
        else:
            return
