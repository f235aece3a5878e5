"""Who somebody is, and how to reach them."""

from __future__ import annotations

from peewee import JOIN

from followup_tui.errors import NotFound
from followup_tui.records import dataclass
from followup_tui.store.models import Contact, ContactTag, Organization, Tag, Way


@dataclass(frozen=True, slots=True)
class WayLine:
    """One way to reach a person."""

    id: int
    kind: str
    typed: str
    label: str
    preferred: bool
    normal: str | None
    wrong: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is."""

    id: int
    uid: str
    name: str
    given: str
    role: str
    organization: str
    organization_id: int | None
    place: str
    stars: int
    tie_class: str | None
    cadence_days: int | None
    zone: str
    hours: str
    how_met: str
    birthday: str
    notes: str
    archived: bool
    source: str
    ways: tuple[WayLine, ...]
    tags: tuple[str, ...]

    @property
    def phone(self) -> WayLine | None:
        """The number to call: the preferred one that isn't known to be wrong."""
        numbers = [way for way in self.ways if way.kind == "phone" and not way.wrong]
        return max(numbers, key=lambda way: way.preferred, default=None)

    @property
    def email(self) -> WayLine | None:
        """The address to write to."""
        mails = [way for way in self.ways if way.kind == "email" and not way.wrong]
        return max(mails, key=lambda way: way.preferred, default=None)


def person(contact_id: int) -> Person:
    """Who this is.

    Raises:
        NotFound: There is nobody with this id.
    """
    row = (
        Contact.select(Contact, Organization)
        .join(Organization, JOIN.LEFT_OUTER)
        .where(Contact.id == contact_id)
        .first()
    )
    if row is None:
        raise NotFound(f"There is no contact {contact_id}.")
    return Person(
        id=row.id,
        uid=row.uid,
        name=row.name,
        given=row.given,
        role=row.role,
        organization=row.organization.name if row.organization else "",
        organization_id=row.organization_id,
        place=row.place,
        stars=row.stars,
        tie_class=row.tie_class,
        cadence_days=row.cadence_days,
        zone=row.zone,
        hours=row.hours,
        how_met=row.how_met,
        birthday=row.birthday,
        notes=row.notes,
        archived=row.archived,
        source=row.source,
        ways=ways(contact_id),
        tags=tags(contact_id),
    )


def ways(contact_id: int) -> tuple[WayLine, ...]:
    """Their ways, as they were given."""
    rows = Way.select().where(Way.contact == contact_id).order_by(Way.id)
    return tuple(
        WayLine(w.id, w.kind, w.typed, w.label, w.preferred, w.normal, w.wrong) for w in rows
    )


def tags(contact_id: int) -> tuple[str, ...]:
    """Their tags, by name."""
    rows = Tag.select(Tag.name).join(ContactTag).where(ContactTag.contact == contact_id)
    return tuple(row.name for row in rows.order_by(Tag.name))
