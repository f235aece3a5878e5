"""The user's settings: a TOML file as one frozen value, handed down and never a global."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may choose."""

    zone: str = ""
    """IANA name; empty for the system's."""
    region: str = "US"
    """The home country of phone numbers without a country code."""
    day_first: bool = False
    """Whether 12/4 is the 12th of April."""
    rollover_hour: int = 4
    holidays: frozenset[date] = frozenset()
    theme: str = "dusk"
