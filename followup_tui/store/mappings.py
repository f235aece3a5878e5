"""What the user said of the columns of tables, by their header."""

from __future__ import annotations

import json

from followup_tui.store.minutes import HeaderMapping


def remembered() -> dict[str, dict[str, str]]:
    """Fields by column title, by the signature of the header."""
    return {row.header: json.loads(row.mapping) for row in HeaderMapping.select()}
