"""Small things that are remembered once: that the welcome was seen, that the tour was taken."""

from __future__ import annotations

from followup_tui.store.minutes import Flag


def seen(name: str) -> bool:
    """Whether this was remembered."""
    return Flag.select().where(Flag.name == name).exists()
