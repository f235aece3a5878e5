"""A line of the quick log while it is typed: kept against a crash, and forgotten when it is saved.

Two followups may type a line each at the same time: each keeps and forgets its own alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from followup_tui.rules.moment import Moment
from followup_tui.store.journal import Writer, quiet
from followup_tui.store.kept import LINE
from followup_tui.store.minutes import Draft


@quiet
def keep_line(writer: Writer, line: str, before: Iterable[str]) -> None:
    """Keep the line as it is now, in the place of what was kept of it before."""
    _drop(writer, before)
    if line.strip():
        writer.add(Draft(contact=None, kind=LINE, body=line, at=writer.now.at))


@quiet
def forget_line(writer: Writer, kept: Iterable[str]) -> None:
    """Forget what was kept of a line that was thrown away."""
    _drop(writer, kept)


def forget_saved(now: Moment, kept: Iterable[str]) -> None:
    """Forget what was kept of a line in the transaction that saves it, and outside of its step:
    between the two, it would be offered as never saved; an undo doesn't bring it back.
    """
    _drop(Writer(now), kept)


def _drop(writer: Writer, kept: Iterable[str]) -> None:
    for draft in Draft.select().where(Draft.kind == LINE, Draft.body.in_(list(kept))):
        writer.drop(draft)
