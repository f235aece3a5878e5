"""Free-standing date words, as typed in a dialog or after `snooze`; and how a day is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from followup_tui.rules.dates.asking import Asking, Stance
from followup_tui.rules.dates.find import When, date_at
from followup_tui.rules.moment import Moment
from followup_tui.rules.tokens import tokenise

__all__ = ["When", "read_when", "show_day"]

_LONGEST = 80
"""Characters; nobody types a longer date."""


def read_when(
    words: str, moment: Moment, *, mine: bool = True, day_first: bool = False
) -> When | None:
    """The day and time that `words` name, all of them; None for anything else.

    `"thu"`, `"3b"`, `"mon 9am ET"`, `"after thanksgiving"`. `mine` is False for a date by
    which somebody else has promised: `next week` is then its Friday. A day that has passed, and
    anything doubtful, carries `ask`.
    """
    tokens = tokenise(words[:_LONGEST])
    if not tokens or len(words.strip()) > _LONGEST:
        return None
    spot = date_at(tokens, 0, Asking(moment, Stance.MINE if mine else Stance.THEIRS, day_first))
    if not spot or any(token.word not in (".", "!", ")") for token in tokens[spot.end :]):
        return None
    if spot.when.day < moment.today and not spot.when.ask:
        return replace(spot.when, ask="that day has passed", choices=(spot.when.day,))
    return spot.when


def show_day(day: date, today: date) -> str:
    """`Thu 26 Nov`; with the year when it isn't today's: `Mon 4 Jan 2027`."""
    shown = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return shown if day.year == today.year else f"{shown} {day.year}"


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
