"""Now, as the rules see it: the instant, the user's day, and the days that don't count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from followup_tui.rules.workdays import NO_HOLIDAYS, ROLLOVER_HOUR, day_of


@dataclass(frozen=True, slots=True)
class Moment:
    """What an action and a read are told about the time; they ask nobody else."""

    at: datetime
    """Aware, in the user's zone."""
    rollover_hour: int = ROLLOVER_HOUR
    holidays: frozenset[date] = NO_HOLIDAYS

    @property
    def today(self) -> date:
        """The user's day: until the rollover hour it is still yesterday's."""
        return day_of(self.at, self.rollover_hour)
