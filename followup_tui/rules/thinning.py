"""Which backups stay: many of late, few of long ago, and never too few."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta

DAILY = 12
WEEKLY = 10
MONTHLY = 9
"""Days, weeks and months, counted back over those that have a backup at all.

Source: Anki's defaults for its backups.
"""
AT_LEAST = 5
"""So many newest ones stay whatever the clock says."""


def staying(made: Sequence[datetime], now: datetime) -> set[datetime]:
    """Those of the backups made at these moments (aware) that stay; the rest may go.

    All of today and yesterday; before that the last one of each of 12 days, 10 weeks and
    9 months. Days without a backup don't count, so a clock that leaps ahead drops nothing
    at once. Those from a day that is still to come (the clock was wrong then or is now)
    stand apart: the newest few of them stay, and they take nobody's place.
    """
    here = now.tzinfo
    newest_first = sorted(set(made), reverse=True)
    today = now.date()
    ahead = [one for one in newest_first if one.astimezone(here).date() > today]
    past = [one for one in newest_first if one.astimezone(here).date() <= today]
    yesterday = today - timedelta(days=1)
    recent = [one for one in past if one.astimezone(here).date() >= yesterday]
    older = past[len(recent) :]
    stay = {*recent, *newest_first[:AT_LEAST], *past[:AT_LEAST], *ahead[:AT_LEAST]}
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        last: dict[Hashable, datetime] = {}
        for one in older:
            last.setdefault(period(one.astimezone(here)), one)
        stay.update(list(last.values())[:count])
        passed = set(list(last)[:count])
        older = [one for one in older if period(one.astimezone(here)) not in passed]
    return stay


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
