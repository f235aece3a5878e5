"""Which fact lines were shown, and which are never to be shown again."""

from __future__ import annotations

from followup_tui.rules.fact_lines import Shown
from followup_tui.rules.moment import Moment
from followup_tui.rules.workdays import day_of
from followup_tui.store.minutes import FactShown


def shown(now: Moment) -> tuple[Shown, ...]:
    """Every line that was shown, and on which of the user's days."""
    return tuple(
        Shown(row.fact, day_of(row.at.astimezone(now.at.tzinfo), now.rollover_hour))
        for row in FactShown.select().where(~FactShown.hidden)
    )


def hidden() -> frozenset[str]:
    """The lines that are hidden for ever."""
    return frozenset(row.fact for row in FactShown.select().where(FactShown.hidden))
