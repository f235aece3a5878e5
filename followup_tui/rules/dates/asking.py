"""What every reader of date words is handed, and what it gives back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from followup_tui.records import dataclass
from followup_tui.rules.moment import Moment
from followup_tui.rules.workdays import next_workday


class Stance(StrEnum):
    """Whose date it is: `next week` is my Monday, but their Friday; in the past, the last one."""

    MINE = "mine"
    THEIRS = "theirs"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Asking:
    """How date words are to be read."""

    moment: Moment
    stance: Stance = Stance.MINE
    day_first: bool = False
    """Whether 4/12 is the fourth of December."""

    @property
    def today(self) -> date:
        """The user's day."""
        return self.moment.today

    def next_workday(self, day: date) -> date:
        """`day` if it is a business day, else the next one."""
        return next_workday(day, self.moment.holidays)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that words name, and where the words end."""

    day: date
    end: int
    ask: str = ""
    """Why it must be asked; "" when it is certain."""
    choices: tuple[date, ...] = ()
    """Other days that may be meant."""
    time: str | None = None
    """HH:MM where the words give a time by distance ("in an hour")."""
