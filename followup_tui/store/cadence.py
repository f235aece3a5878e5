"""How often somebody is to be in touch with, and how it stands."""

from __future__ import annotations

from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.cadence import Standing, interval_days, standing
from followup_tui.rules.defaults import Defaults
from followup_tui.rules.facts import TieClass
from followup_tui.rules.moment import Moment
from followup_tui.store.models import Contact, ContactTag, Tag
from followup_tui.store.timeline import last_contact


@dataclass(frozen=True, slots=True)
class Cadence:
    """Somebody's cadence, as it stands today."""

    days: int
    """From one contact to the next."""
    last_contact: date | None
    standing: Standing | None
    """Null where there was no contact yet to count from."""


def cadence_of(contact_id: int, now: Moment) -> Cadence | None:
    """The cadence of somebody, or None without one.

    Raises:
        NotFound: There is no such contact.
    """
    days = days_between(Contact.fetch(contact_id), now.defaults)
    if days is None:
        return None
    since = last_contact(contact_id)
    last = now.day(since) if since else None
    return Cadence(days, last, standing(last, days, now.today, now.defaults) if last else None)


def days_between(contact: Contact, defaults: Defaults) -> int | None:
    """Days between two contacts: their own, else by tag, else by class; None without any."""
    by_tag = [
        days
        for (days,) in Tag.select(Tag.cadence_days)
        .join(ContactTag)
        .where(ContactTag.contact == contact, Tag.cadence_days.is_null(False))
        .tuples()
        .iterator()
    ]
    tie_class = TieClass(contact.tie_class) if contact.tie_class else None
    return interval_days(contact.cadence_days, by_tag, tie_class, defaults)
