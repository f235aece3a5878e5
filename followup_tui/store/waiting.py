"""What others owe: their promises, and leads that wait for them."""

from __future__ import annotations

from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED, PromiseState
from followup_tui.store.dealings import TheirPromise
from followup_tui.store.models import Lead, LeadPerson


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that is waited for."""

    kind: str
    """promise or lead."""
    id: int
    contact_id: int | None
    contact: str
    what: str
    due: date

    def late_on(self, today: date) -> int:
        """Calendar days since it was due, at least 0."""
        return max(0, (today - self.due).days)


def waiting() -> list[Waiting]:
    """Everything waited for, what is due first in front."""
    promises = [
        Waiting("promise", row.id, row.contact_id, row.contact.name, row.what, row.due)
        for row in TheirPromise.select().where(TheirPromise.state == PromiseState.OPEN)
    ]
    leads = [
        _lead(row, row.waiting_until)
        for row in Lead.select().where(Lead.waiting_until.is_null(False), Lead.stage.not_in(ENDED))
        if row.waiting_until
    ]
    return sorted((*promises, *leads), key=lambda row: (row.due, row.kind, row.id))


def _lead(row: Lead, due: date) -> Waiting:
    person = LeadPerson.select().where(LeadPerson.lead == row).first()
    return Waiting(
        "lead",
        row.id,
        person.contact_id if person else None,
        person.contact.name if person else "",
        row.title,
        due,
    )
