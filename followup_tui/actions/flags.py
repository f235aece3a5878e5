"""Remembering small things once."""

from __future__ import annotations

from followup_tui.store.flags import seen
from followup_tui.store.journal import Writer, quiet
from followup_tui.store.minutes import Flag


@quiet
def remember(writer: Writer, name: str) -> None:
    """Remember that this was seen, so that it never comes again."""
    if not seen(name):
        writer.add(Flag(name=name, value=writer.now.at.isoformat()))
