"""The user's settings: a TOML file as one frozen value, handed down and never a global.

A setting that can't be meant costs that setting alone: it is named with its line, and the
default is used. A missing file is no fault: everything has a default.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.records import dataclass


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that was not taken."""

    line: int
    """From 1; 0 where it can't be told."""
    what: str

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.what}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may choose."""

    zone: str = ""
    """IANA name; empty for the system's."""
    region: str = "US"
    """The home country of phone numbers without a country code: two letters."""
    addresses: tuple[str, ...] = ()
    """My own e-mail addresses: a message from one of them was sent by me."""
    day_first: bool = False
    """Whether 12/4 is the 12th of April."""
    rollover_hour: int = 4
    """The hour at which the day begins."""
    country: str = ""
    """Whose public holidays are no business days: `US`, `DE`, `US-CO`; empty for none."""
    days_off: frozenset[date] = frozenset()
    """More days that are no business days."""
    theme: str = "dusk"
    calendar: str = ""
    """A file that calendars can subscribe to, rewritten on each change; empty for none."""
    calendar_events: bool = False
    """Whether that file has events, for calendars that show no to-dos."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of what they do."""
    defaults: Mapping[str, object] = field(default_factory=dict)
    """Numbers of the table of defaults, by name."""
    folder: Path | None = None
    """Where the file lies, and beside it the user's own words."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line on which each setting, each key and each number of the table stands."""
    wrong: tuple[Wrong, ...] = ()
    """What in the file was not taken."""


def free_days(settings: Settings, today: date) -> frozenset[date]:
    """The days near `today` that are no business days beside weekends: the user's own, and the
    public holidays of the country, last year's to next year's.
    """
    if not settings.country:
        return settings.days_off
    return settings.days_off | _holidays(settings.country, today.year)


@lru_cache(maxsize=4)
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays

    name, _, part = country.partition("-")
    days = holidays.country_holidays(name, subdiv=part or None, years=range(year - 1, year + 2))
    return frozenset(days)


def _country(value: object) -> str:
    """A country that the calendar of holidays knows: `US`, `DE-BY`; empty for none."""
    text = _text(value)
    if text:
        try:
            _holidays(text, 2026)
        except (NotImplementedError, KeyError):
            raise ValueError(f"{text!r} is no country such as US, DE or US-CO") from None
    return text


def folder() -> Path:
    """Where the settings are: `FOLLOWUP_CONFIG`, else the user's configuration folder."""
    named = os.environ.get("FOLLOWUP_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("followup")


def settings_file() -> Path:
    """The file of the settings, whether it is there or not."""
    return folder() / "settings.toml"


def load(path: Path | None = None) -> tuple[Settings, tuple[Wrong, ...]]:
    """The settings of the file, and what in it was not taken."""
    path = path or settings_file()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(folder=path.parent), ()
    except (OSError, UnicodeDecodeError) as error:
        unread = (Wrong(0, f"it can't be read: {error}"),)
        return Settings(folder=path.parent, wrong=unread), unread
    settings, wrong = read(text)
    return replace(settings, folder=path.parent, wrong=wrong), wrong


def read(text: str) -> tuple[Settings, tuple[Wrong, ...]]:
    """Settings from TOML, and what in it was not taken."""
    import tomllib

    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_of(str(error)) or len(text.splitlines())
        return Settings(), (Wrong(line, f"not TOML: {error}"),)
    taken: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for name, value in told.items():
        if name not in _TAKES:
            wrong.append(Wrong(_where(text, name), f"no setting is called {name!r}"))
            continue
        try:
            taken[name] = _TAKES[name](value)
        except (ValueError, TypeError, AttributeError) as error:
            wrong.append(Wrong(_where(text, name), f"{name}: {error}; the default is used"))
    if "keys" in taken:
        taken["keys"], unread = _own_keys(taken["keys"], text)
        wrong += unread
    named = (*taken, *taken.get("defaults", ()), *taken.get("keys", ()))
    return Settings(**taken, lines={name: _where(text, name) for name in named}), tuple(wrong)


def _own_keys(told: Mapping[str, object], text: str) -> tuple[dict[str, str], list[Wrong]]:
    """The keys by what they do, and those that are no text."""
    taken: dict[str, str] = {}
    wrong: list[Wrong] = []
    for name, key in told.items():
        try:
            taken[name] = _text(key)
        except ValueError as error:
            wrong.append(Wrong(_where(text, name), f"{name}: {error}; the default is used"))
    return taken, wrong


def _where(text: str, name: str) -> int:
    """The line on which `name` is set."""
    for number, line in enumerate(text.splitlines(), 1):
        key = line.partition("=")[0].strip().strip("[]").strip().strip("\"'")
        if key == name or key.startswith(f"{name}."):
            return number
    return 0


def _line_of(said: str) -> int:
    _, found, rest = said.partition("at line ")
    digits = rest.partition(",")[0]
    return int(digits) if found and digits.isdigit() else 0


def _zone(value: object) -> str:
    if value:
        try:
            ZoneInfo(str(value))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"{value!r} is no time zone such as America/Denver") from None
    return str(value)


def _region(value: object) -> str:
    if not (isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha()):
        raise ValueError(f"{value!r} is no country; write two letters such as US")
    return value.upper()


def _yes(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _hour(value: object) -> int:
    if not (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 12):
        raise ValueError(f"{value!r} is no hour between 0 and 12")
    return value


def _days(value: object) -> frozenset[date]:
    if not isinstance(value, list) or not all(isinstance(day, date) for day in value):
        raise ValueError("write days without quotes, such as [2026-11-26, 2026-12-25]")
    return frozenset(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text; put it in quotes")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError('write a list, such as ["me@home.example"]')
    return tuple(_text(one) for one in value)


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("write it as a table")
    return dict(value)


def _keys(value: object) -> Mapping[str, object]:
    """By names such as `call.log`, which TOML takes for tables where they stand unquoted."""
    flat: dict[str, object] = {}
    for name, key in _table(value).items():
        if isinstance(key, dict):
            flat |= {f"{name}.{rest}": one for rest, one in _keys(key).items()}
        else:
            flat[name] = key
    return flat


_TAKES: dict[str, Callable[[object], object]] = {
    "zone": _zone,
    "region": _region,
    "addresses": _texts,
    "day_first": _yes,
    "rollover_hour": _hour,
    "country": _country,
    "days_off": _days,
    "theme": _text,
    "calendar": _text,
    "calendar_events": _yes,
    "keys": _keys,
    "defaults": _table,
}
"""How each setting is taken; what it can't take, it says."""
