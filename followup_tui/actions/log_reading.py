"""A line, read with the book at hand: its people are found first, its lead where it needs one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED
from followup_tui.rules.moment import Moment
from followup_tui.rules.quicklog.people import person_words
from followup_tui.rules.quicklog.reader import read_line
from followup_tui.rules.quicklog.shape import KnownLead, Reading
from followup_tui.store.mentioned import Lookup
from followup_tui.store.models import Contact, Lead, LeadPerson


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line is read with."""

    about_id: int | None = None
    """The person of the selected row."""
    opened_from: str | None = None
    """`call` when the line was opened on leaving one."""
    region: str = "US"
    day_first: bool = False
    plain: frozenset[tuple[int, int]] = frozenset()
    """Spans that the user turned back into plain words."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """Answers by the path of their question."""


def understand(
    text: str, now: Moment, asked: Asked | None = None, lookup: Lookup | None = None
) -> Reading:
    """What `text` says, with the people of the book; a line that grows keeps its `lookup`."""
    asked = asked or Asked()
    lookup = lookup or Lookup()
    about = (asked.about_id,) if asked.about_id else ()
    known = lookup.mentioned(person_words(text), about)
    selected = next((one for one in known if one.id == asked.about_id), None)

    def read(lead: KnownLead | None) -> Reading:
        return read_line(
            text,
            now,
            known=known,
            selected=selected,
            opened_from=asked.opened_from,
            lead=lead,
            region=asked.region,
            day_first=asked.day_first,
            plain=asked.plain,
            chosen=asked.chosen,
        )

    reading = read(None)
    if reading.stage is None or reading.stage.lead:
        return reading
    lead = _lead_with(reading.contact.id if reading.contact else None)
    return read(lead) if lead else reading


def _lead_with(contact_id: int | None) -> KnownLead | None:
    """The only open lead of this person, else of their organization, else that there is."""
    contact = Contact.get_or_none(Contact.id == contact_id) if contact_id else None
    still_open = Lead.select().where(Lead.stage.not_in(ENDED))
    likely = [still_open]
    if contact is not None:
        mine = LeadPerson.select(LeadPerson.lead).where(LeadPerson.contact == contact)
        likely = [
            still_open.where(Lead.id.in_(mine) | (Lead.offered_by == contact)),
            still_open.where(Lead.organization == contact.organization_id),
            still_open,
        ]
    for rows in likely:
        found = list(rows.limit(2))
        if len(found) == 1:
            place = found[0].organization
            return KnownLead(found[0].title, place.name if place else None)
    return None
