"""A fact line, and its source, as lines."""

from __future__ import annotations

from followup_tui.reports.facts import Fact
from followup_tui.text import show_block
from followup_tui.ui.spans import BLANK, Line, wrapped

KEYS: Line = (("  w", "key"), (" source  ", "muted"), ("F", "key"), (" never again", "muted"))


def fact_lines(fact: Fact | None, width: int) -> list[Line]:
    """The line with its keys; nothing for none."""
    if fact is None:
        return []
    lines = wrapped(show_block(fact.text), "good", max(24, width - 24), (("● ", "good"),), 2)
    return [*lines[:-1], (*lines[-1], *KEYS)]


def source_lines(fact: Fact, width: int) -> list[Line]:
    """Where it comes from, and where it doesn't reach."""
    return [
        *wrapped(show_block(fact.text), "strong", width), BLANK,
        *wrapped(show_block(fact.source), "", width), BLANK,
        *wrapped(show_block(fact.limits), "muted", width),
    ]  # fmt: skip
