"""The work-search record, as an office or a coach asks for it: by weeks, without private notes."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.reports.report import Report, Row
from followup_tui.rules.facts import Direction, Stage
from followup_tui.rules.moment import Moment
from followup_tui.rules.when import show_day
from followup_tui.store.activities import Activity, activities

WEEKS = 4
"""How many weeks it covers, this one too, where nobody says which."""
_STAGES = {
    Stage.APPLIED: "applied",
    Stage.INTERVIEW: "interview agreed",
    Stage.OFFER: "offer received",
    Stage.WON: "job accepted",
}


def build(now: Moment, first: date | None = None, last: date | None = None) -> Report:
    """Who, when, how and with what result, from the day `first` through `last`."""
    last = last or now.today
    first = first or monday_of(last) - timedelta(weeks=WEEKS - 1)
    rows = tuple(_row(one, now) for one in activities(first, last, now))
    today = now.today
    return Report(
        f"Work-search record, {show_day(first, today)} to {show_day(last, date.min)}",
        today,
        ("Week", "Day", "Who", "Organization", "How", "Result", "About"),
        rows,
        f"{len(rows)} in all",
    )


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def _row(one: Activity, now: Moment) -> Row:
    day = now.day(one.at)
    week = f"Week of {show_day(monday_of(day), now.today)}"
    if one.stage:
        how, result = "application", _STAGES[one.stage]
    else:
        how, result = _how(one), _result(one)
    return week, day, one.who, one.organization, how, result, one.lead


def _how(one: Activity) -> str:
    way = (one.channel or "contact").replace("_", " ")
    return f"{way} from them" if one.direction is Direction.IN else way


def _result(one: Activity) -> str:
    told = (one.outcome or "").replace("_", " ")
    times = f" {one.attempts} times" if one.attempts > 1 else ""
    minutes = f", {one.minutes} min" if one.minutes else ""
    return f"{told}{times}{minutes}"
