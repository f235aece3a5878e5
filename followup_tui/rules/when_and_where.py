"""A plan in a few words: when, by the clock, and where."""

from __future__ import annotations

import re

from followup_tui.errors import BadInput

_PLAN = re.compile(
    r"\s*(?:at\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])?\.?m?\.?"
    r"(?:[\s,]+(?P<place>.*?))?\s*",
    re.IGNORECASE,
)


def when_and_where(words: str) -> tuple[str, str]:
    """`9:00 my desk` as the time, HH:MM, and the place; empty where none is said.

    Raises:
        BadInput: It doesn't begin with a time of day.
    """
    found = _PLAN.fullmatch(words)
    hour = int(found["hour"]) if found else 24
    minute = int(found["minute"] or 0) if found else 0
    if found and found["half"]:
        hour = hour % 12 + 12 * (found["half"].lower() == "p") if 1 <= hour <= 12 else 24
    if found is None or hour > 23 or minute > 59:
        raise BadInput(f"A time and a place, such as “9:00 my desk”, not “{words}”.")
    return f"{hour:02}:{minute:02}", found["place"] or ""
