"""On which days a review came to its end: asked at each first paint, so it loads little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from followup_tui.rules.moment import Moment
from followup_tui.rules.workdays import day_of
from followup_tui.store.dealings import Session

LOOKS_BACK = 40
"""So many sessions are looked through for the days that were reviewed."""


def reviewed(now: Moment) -> bool:
    """Whether a review came to its end today."""
    return now.today in _days(now, 3)


def reviewed_days(now: Moment) -> frozenset[date]:
    """The days on which a review came to its end, as far back as anybody asks."""
    return frozenset(_days(now, LOOKS_BACK))


def last_reviewed(now: Moment) -> date | None:
    """The last of them."""
    return max(_days(now, LOOKS_BACK), default=None)


def _days(now: Moment, most: int) -> Iterator[date]:
    ended = Session.select(Session.started_at).where(Session.ended_at.is_null(False))
    for row in ended.order_by(Session.id.desc()).limit(most):
        yield day_of(row.started_at.astimezone(now.at.tzinfo), now.rollover_hour)
