"""On how many workdays the review was done: a plain count, never a streak."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from followup_tui.records import dataclass
from followup_tui.rules.workdays import NO_HOLIDAYS, is_workday, workdays_between


@dataclass(frozen=True, slots=True)
class Week:
    """The reviews of one week, Monday to Sunday."""

    reviewed: int
    workdays: int

    def __str__(self) -> str:
        return f"{self.reviewed} of {self.workdays} workdays"


def week_of(
    today: date, reviewed: Collection[date], holidays: Collection[date] = NO_HOLIDAYS
) -> Week:
    """The week of `today`; a review on a day off makes up for one workday."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    workdays = [day for day in days if is_workday(day, holidays)]
    done = sum(day in reviewed for day in workdays)
    repaired = any(day in reviewed for day in days if day not in workdays)
    return Week(min(len(workdays), done + repaired), len(workdays))


def missed_workdays(
    last: date | None, today: date, holidays: Collection[date] = NO_HOLIDAYS
) -> int:
    """Workdays between the last review and today, neither included; 0 before the first one."""
    if last is None or last >= today:
        return 0
    return max(0, workdays_between(last, today - timedelta(days=1), holidays))
