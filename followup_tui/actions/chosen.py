"""What the user chose, as the rules take it: their own numbers in the table, and now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from followup_tui.clock import local_now
from followup_tui.config import Settings, Wrong, free_days
from followup_tui.rules.moment import Moment

if TYPE_CHECKING:
    from followup_tui.rules.defaults import Defaults

MOST = 3650
"""No number of the table is meant to be higher: ten years of days."""
MOST_STEPS = 10
WORDS = ("letters.toml", "questions.toml", "facts.toml")
"""The files of words that a user may lay over ours, beside the settings."""


def moment_of(settings: Settings, own: Defaults | None = None) -> Moment:
    """Now, by the settings' zone, rollover and days off, with the user's own table of defaults."""
    at = local_now(settings.zone)
    return Moment(at, settings.rollover_hour, free_days(settings, at.date()), own)


def own_table(settings: Settings) -> Defaults | None:
    """The table of defaults with the user's own numbers in it; None where there are none.

    Nothing is imported for somebody who changed none: `due` must answer at once.
    """
    return defaults_of(settings)[0] if settings.defaults else None


def what_is_wrong(settings: Settings) -> tuple[str, ...]:
    """What can't be meant, in the settings, in the table, and in the user's own words."""
    wrong = settings.wrong
    if settings.defaults:
        wrong += defaults_of(settings)[1]
    said = tuple(f"settings.toml, {one}" for one in wrong)
    folder = settings.folder
    if folder is None or not any((folder / name).exists() for name in WORDS):
        return said
    from followup_tui.words.reader import wrong_words

    return said + wrong_words(folder)


def defaults_of(settings: Settings) -> tuple[Defaults, tuple[Wrong, ...]]:
    """The table of defaults with the user's own numbers in it, and those that don't fit."""
    from dataclasses import replace

    from followup_tui.rules.defaults import DEFAULTS

    taken: dict[str, object] = {}
    wrong: list[Wrong] = []
    known: Mapping[str, object] = vars(DEFAULTS)
    for name, value in settings.defaults.items():
        line = settings.lines.get(name, 0)
        fitted = tuple(value) if isinstance(value, list) else value
        if name not in known:
            wrong.append(Wrong(line, f"no default is called {name!r}"))
        elif fault := _fault(name, fitted, known[name]):
            wrong.append(Wrong(line, f"{name} {fault}; {known[name]} is used"))
        else:
            taken[name] = fitted
    return replace(DEFAULTS, **taken), tuple(wrong)  # type: ignore[arg-type]


def _fault(name: str, value: object, was: object) -> str:
    """Why `value` can't stand in place of `was`; empty where it can."""
    if name == "hours":
        return _no_hours(value)
    if name == "plan_time":
        return "" if _is_clock(value) else "is no time such as 9:00"
    if isinstance(was, tuple):
        return _no_steps(value, len(was) if name == "paragraph_words" else 0)
    whole = isinstance(was, int)
    if not _is_number(value, whole=whole):
        return f"is no number from 0 to {MOST}"
    return ""


def _no_hours(value: object) -> str:
    from followup_tui.errors import BadInput
    from followup_tui.rules.reach import parse_hours

    try:
        parse_hours(value if isinstance(value, str) else "")
    except BadInput:
        return 'is no hours such as "mon-fri 9-17"'
    return ""


def _is_clock(value: object) -> bool:
    hour, _, minute = str(value).partition(":")
    numbers = hour.isdecimal() and minute.isdecimal() and len(minute) == len("00")
    return isinstance(value, str) and numbers and int(hour) < 24 and int(minute) < 60


def _no_steps(value: object, size: int) -> str:
    """A list of days must rise; a pair is two numbers."""
    if not isinstance(value, tuple) or not all(_is_number(one, whole=True) for one in value):
        return "is no list such as [3, 7]"
    if len(value) > MOST_STEPS or (size and len(value) != size):
        return f"must have {size or MOST_STEPS} numbers" + ("" if size else " at most")
    return "" if list(value) == sorted(value) else "must rise from one to the next"


def _is_number(value: object, *, whole: bool) -> bool:
    kinds = (int,) if whole else (int, float)
    fits = isinstance(value, kinds) and not isinstance(value, bool)
    return fits and 0 <= value <= MOST  # type: ignore[operator]
