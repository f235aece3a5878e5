"""Quiet notes of the fact lines: shown, or hidden for ever."""

from __future__ import annotations

from followup_tui.store.journal import Writer, quiet
from followup_tui.store.minutes import FactShown


@quiet
def fact_shown(writer: Writer, fact: str, contact_id: int | None = None) -> None:
    """Note that a line was shown."""
    writer.add(FactShown(fact=fact, contact=contact_id, at=writer.now.at))


@quiet
def hide_fact(writer: Writer, fact: str) -> None:
    """Never show this line again."""
    writer.add(FactShown(fact=fact, at=writer.now.at, hidden=True))
