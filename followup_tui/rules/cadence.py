"""Keeping in touch: how often, from the last contact, and on which near day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.facts import TieClass
from followup_tui.rules.workdays import NO_HOLIDAYS, is_workday, next_workday


class Standing(StrEnum):
    """How a person stands on their cadence."""

    FINE = "fine"
    TIME = "time"
    LATE = "late"


def interval_days(
    own: int | None,
    by_tag: Iterable[int] = (),
    tie_class: TieClass | None = None,
    defaults: Defaults = DEFAULTS,
) -> int | None:
    """Days between two contacts, or None without a cadence: their own, else the shortest of
    their tags, else that of their class. A dormant tie is written to once, so it has none.
    """
    if own:
        return own
    tags = [days for days in by_tag if days]
    if tags:
        return min(tags)
    return {
        TieClass.BOOSTER: defaults.booster_days,
        TieClass.A: defaults.a_days,
        TieClass.WEAK: defaults.weak_days,
    }.get(tie_class) if tie_class else None  # fmt: skip


def class_for(stars: int) -> TieClass:
    """The class of somebody one has just agreed to keep in touch with, from their stars."""
    return TieClass.A if stars >= 2 else TieClass.WEAK


def standing(
    last_contact: date, interval: int, today: date, defaults: Defaults = DEFAULTS
) -> Standing:
    """Whether it is time, or late, to be in touch; lateness begins half an interval after."""
    days = (today - last_contact).days
    if days >= ceil(interval * defaults.late_factor):
        return Standing.LATE
    return Standing.TIME if days >= interval else Standing.FINE


def next_in_touch(
    last_contact: date,
    interval: int,
    today: date,
    load: Mapping[date, int],
    holidays: Collection[date] = NO_HOLIDAYS,
    defaults: Defaults = DEFAULTS,
) -> date:
    """The day to be in touch next: `interval` days after the last *contact*, on a light day.

    Counted from the contact and never from a due date, so that being late once doesn't shift
    all that follows. What would already have passed is due on the next workday from `today`.

    Args:
        last_contact: The day of the last talk, meeting or received word.
        interval: Days, 1 or more.
        today: The user's day.
        load: How many follow-ups are due on each day.
        holidays: The user's days off.
        defaults: How far the day may be shifted.
    """
    target = last_contact + timedelta(days=interval)
    if target <= today:
        return next_workday(today, holidays)
    reach = min(defaults.spread_days, interval // 2)
    return lightest_near(target, load, reach, today + timedelta(days=1), holidays)


def lightest_near(
    target: date,
    load: Mapping[date, int],
    reach: int,
    earliest: date,
    holidays: Collection[date] = NO_HOLIDAYS,
) -> date:
    """The workday with the fewest follow-ups within `reach` days of `target`, not before
    `earliest`; of equals the nearest, of those the later. None near: the next workday.
    """
    near = [target + timedelta(days=away) for away in range(-reach, reach + 1)]
    fit = [day for day in near if day >= earliest and is_workday(day, holidays)]
    if not fit:
        return next_workday(max(target, earliest), holidays)
    return min(fit, key=lambda day: (load.get(day, 0), abs((day - target).days), -day.toordinal()))


def spread_over(
    ids: Iterable[int],
    start: date,
    days: int,
    load: Mapping[date, int],
    holidays: Collection[date] = NO_HOLIDAYS,
) -> dict[int, date]:
    """A workday for each of `ids`, over the `days` workdays from `start`, lightest day first.

    The given order is kept within equals, so that what ranks first comes first.
    """
    week: list[date] = []
    day = start
    while len(week) < days:
        day = next_workday(day, holidays)
        week.append(day)
        day += timedelta(days=1)
    full = {day: load.get(day, 0) for day in week}
    chosen: dict[int, date] = {}
    for one in ids:
        day = min(week, key=lambda day: (full[day], day))
        full[day] += 1
        chosen[one] = day
    return chosen
