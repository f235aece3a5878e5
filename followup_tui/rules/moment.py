"""Now, as the rules see it: the instant, the user's day, the days that don't count, the table.

A named tuple, not a dataclass: the import of `dataclasses` would halve the budget of `due`.
"""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.rules.workdays import NO_HOLIDAYS, ROLLOVER_HOUR, day_of
from followup_tui.tuples import NamedTuple

TYPE_CHECKING = False  # `typing` itself costs as much as opening the store.
if TYPE_CHECKING:
    from followup_tui.rules.defaults import Defaults


class Moment(NamedTuple):
    """What an action and a read are told about the time; they ask nobody else."""

    at: datetime
    """Aware, in the user's zone."""
    rollover_hour: int = ROLLOVER_HOUR
    holidays: frozenset[date] = NO_HOLIDAYS
    own: Defaults | None = None
    """The table of defaults, where the user changed it."""

    @property
    def defaults(self) -> Defaults:
        """The table of defaults that holds."""
        if self.own is not None:
            return self.own
        from followup_tui.rules.defaults import DEFAULTS

        return DEFAULTS

    @property
    def today(self) -> date:
        """The user's day: until the rollover hour it is still yesterday's."""
        return day_of(self.at, self.rollover_hour)

    def day(self, instant: datetime) -> date:
        """The user's day in which `instant` lies, wherever it was written down."""
        return day_of(instant.astimezone(self.at.tzinfo), self.rollover_hour)
