"""Days that count: Monday to Friday, less the user's holidays; and where a day ends."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

NO_HOLIDAYS: frozenset[date] = frozenset()

ROLLOVER_HOUR = 4
"""The hour, local, at which the user's day begins."""


def day_of(moment: datetime, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """The user's day at `moment`, which is in the user's zone: at 0:30 it is still yesterday."""
    day = moment.date()
    return day - timedelta(days=1) if moment.hour < rollover_hour else day


def is_workday(day: date, holidays: Collection[date] = NO_HOLIDAYS) -> bool:
    """Whether `day` counts as a business day."""
    return day.weekday() < 5 and day not in holidays


def add_workdays(day: date, count: int, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """The business day `count` business days after `day` (`count` 1 or more); `day` for 0.

    Raises:
        ValueError: `count` is negative.
    """
    if count < 0:
        raise ValueError(f"count must be 0 or more, not {count}")
    while count:
        day += timedelta(days=1)
        count -= is_workday(day, holidays)
    return day


def next_workday(day: date, holidays: Collection[date] = NO_HOLIDAYS) -> date:
    """`day` if it is a business day, else the first one after it."""
    while not is_workday(day, holidays):
        day += timedelta(days=1)
    return day


def workdays_between(start: date, end: date, holidays: Collection[date] = NO_HOLIDAYS) -> int:
    """How many business days lie after `start`, up to and including `end`; negative backwards.

    From Friday to Monday is 1, and so is Friday to Sunday's next workday; Saturday to
    Sunday is 0.
    """
    if end < start:
        return -workdays_between(end, start, holidays)
    weeks, rest = divmod((end - start).days, 7)
    count = weeks * 5 + sum(
        (start + timedelta(days=step)).weekday() < 5 for step in range(1, rest + 1)
    )
    return count - sum(start < day <= end and day.weekday() < 5 for day in holidays)
