"""What was planned for a day: whom, when and where."""

from __future__ import annotations

from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, FollowUpState
from followup_tui.store.dealings import FollowUp
from followup_tui.store.minutes import Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """If it is that time and I am there, I do this."""

    follow_up_id: int
    contact_id: int | None
    contact: str
    action: Action
    time: str | None
    place: str


def planned_for(day: date) -> tuple[Planned, ...]:
    """What was planned for this day and is still open, by the clock; each as planned last."""
    rows = Plan.select().join(FollowUp).where(Plan.day == day, FollowUp.state == FollowUpState.OPEN)
    last = {row.follow_up_id: row for row in rows.order_by(Plan.id)}
    found = [
        Planned(
            row.follow_up_id,
            row.follow_up.contact_id,
            row.follow_up.contact.name if row.follow_up.contact else row.follow_up.what,
            Action(row.follow_up.action),
            row.time,
            row.place,
        )
        for row in last.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.time or "~", one.follow_up_id)))


def last_place() -> str:
    """Where the last plan was to be carried out: the place offered for the next one."""
    row = Plan.select().where(Plan.place != "").order_by(Plan.id.desc()).first()
    return row.place if row else ""
