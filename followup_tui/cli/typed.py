"""What people type, as the rules want it: days, enumerations, text from a pipe."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from followup_tui.cli.short import spelled
from followup_tui.errors import BadInput
from followup_tui.rules.moment import Moment

if TYPE_CHECKING:
    from followup_tui.cli.shell import Shell
    from followup_tui.rules.when import When

STDIN = "-"
_ISO_T = re.compile(r"(?<=\d)T(?=\d)")


class Word(click.ParamType[StrEnum]):
    """One of an enumeration's words, with hyphens or capitals as one likes."""

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words
        self.name = words.__name__.lower()

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """As the help shows it: all the words."""
        return f"[{'|'.join(self._shown())}]"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> StrEnum:
        """The word of the enumeration; a usage error names them all."""
        try:
            return self.words(spelled(str(value)))
        except ValueError:
            self.fail(f"{str(value)!r} is none of: {', '.join(self._shown())}", param, ctx)

    def _shown(self) -> list[str]:
        return [word.replace("_", "-") for word in self.words]


def day_to_come(words: str, shell: Shell) -> When:
    """The one day, today or later, that `words` name, its time by the user's own clock.

    Raises:
        BadInput: They name none, or may mean another one: nobody is here to be asked.
    """
    from followup_tui.rules.when import read_when

    spaced = _ISO_T.sub(" ", words)
    found = read_when(spaced, shell.now, day_first=shell.settings.day_first)
    if found is None:
        raise BadInput(
            f"“{words}” is no date I can read. Try thu, 3d, next week, 26 Nov or 2026-11-26."
        )
    if found.ask:
        why = found.ask.removesuffix("?")
        raise BadInput(f"“{words}”: {why}.{_choices(found, shell.now.today)}")
    return at_home(found, shell.now)


def _choices(found: When, today: date) -> str:
    from followup_tui.rules.when import show_day

    days = [day for day in found.choices if day >= today] or [found.day]
    shown = " or ".join(f"{show_day(day, today)} ({day.isoformat()})" for day in days)
    return f" Say which day, such as {shown}." if days[0] >= today else " Name a day to come."


def at_home(found: When, now: Moment) -> When:
    """`found` with its time in the user's own zone."""
    if not (found.time and found.zone):
        return found
    there = datetime.fromisoformat(f"{found.day.isoformat()}T{found.time}").replace(
        tzinfo=ZoneInfo(found.zone)
    )
    here = there.astimezone(now.at.tzinfo)
    return replace(found, day=here.date(), time=f"{here:%H:%M}", zone=None)


def past_instant(words: str, shell: Shell) -> datetime:
    """The instant, now or earlier, that `words` name: `2026-11-20T15:00`, `yesterday 3pm`.

    Raises:
        BadInput: They name none, or one to come.
    """
    found = _instant(words, shell)
    if found > shell.now.at:
        raise BadInput(f"“{words}” is still to come: {found:%a %-d %b %Y %H:%M}.")
    return found


def _instant(words: str, shell: Shell) -> datetime:
    zone = shell.now.at.tzinfo
    try:
        iso = datetime.fromisoformat(words.strip())
    except ValueError:
        iso = None
    if iso is not None and ("T" in words or ":" in words or iso.tzinfo):
        return iso if iso.tzinfo else iso.replace(tzinfo=zone)
    when = _day_past(words, shell)
    time = when.time or ("12:00" if when.day < shell.now.today else f"{shell.now.at:%H:%M}")
    return datetime.fromisoformat(f"{when.day.isoformat()}T{time}").replace(tzinfo=zone)


def _day_past(words: str, shell: Shell) -> When:
    from followup_tui.rules.dates.asking import Asking, Stance
    from followup_tui.rules.dates.find import date_at
    from followup_tui.rules.tokens import tokenise

    tokens = tokenise(words[:80])
    asking = Asking(shell.now, Stance.PAST, shell.settings.day_first)
    spot = date_at(tokens, 0, asking) if tokens else None
    if spot is None or spot.end < len(tokens):
        raise BadInput(f"“{words}” is no time I can read. Try yesterday 3pm or 2026-11-20T15:00.")
    return at_home(spot.when, shell.now)


def text_of(words: str) -> str:
    """`words` themselves, or all of stdin where they are `-`.

    Raises:
        BadInput: Stdin is closed or isn't UTF-8.
    """
    if words != STDIN:
        return words
    raw = bytes_from_stdin()
    try:
        return raw.decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError as error:
        raise BadInput(f"Stdin can't be read at byte {error.start}: it isn't UTF-8.") from error


def bytes_from_stdin() -> bytes:
    """All that comes in.

    Raises:
        BadInput: Stdin is closed.
    """
    if sys.stdin is None:
        raise BadInput("There is nothing to read: stdin is closed.")
    return sys.stdin.buffer.read()
