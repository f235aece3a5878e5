"""Who is behind a number or an address, and whether somebody is in the book already."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import JOIN, Expression

from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import organization_key
from followup_tui.rules.ways import way_key
from followup_tui.store.models import Contact, Organization, Way
from followup_tui.store.people import PersonRef

ENOUGH_DIGITS = 7
"""A number without its area code: fewer digits prove nothing."""


def callers(number: str, region: str = "US") -> list[PersonRef]:
    """Everybody with this number; a short form finds those whose number ends in it."""
    key = way_key(WayKind.PHONE, number, region)
    exact = _people(Way.normal == key, WayKind.PHONE) if key else []
    digits = "".join(char for char in number if char.isascii() and char.isdigit())
    if exact or len(digits) < ENOUGH_DIGITS:
        return exact
    return _people(Way.normal.endswith(digits), WayKind.PHONE)


def sharing(
    emails: Iterable[str], phones: Iterable[str], region: str = "US"
) -> list[tuple[PersonRef, str]]:
    """Everybody with one of these addresses or numbers, and which one it is."""
    wanted = [(WayKind.EMAIL, typed) for typed in emails]
    wanted += [(WayKind.PHONE, typed) for typed in phones]
    return [
        (ref, typed)
        for kind, typed in wanted
        if (key := way_key(kind, typed, region))
        for ref in _people(Way.normal == key, kind)
    ]


def namesakes(name: str, organization: str | None = None) -> list[PersonRef]:
    """Everybody of this name, of this organization where one is given."""
    where = Contact.folded == fold(" ".join(name.split()))
    if organization is not None:
        where &= Organization.key == (organization_key(organization) or fold(organization))
    return _refs(
        Contact.select(Contact, Organization).join(Organization, JOIN.LEFT_OUTER).where(where)
    )


def others_there(contact_id: int, most: int = 8) -> list[PersonRef]:
    """The others at the same place, those nearest to the user in front."""
    place = Contact.fetch(contact_id).organization
    if place is None:
        return []
    rows = (
        Contact.select()
        .where(Contact.organization == place, Contact.id != contact_id, ~Contact.archived)
        .order_by(Contact.stars.desc(), Contact.folded, Contact.id)
    )
    return [PersonRef(row.id, row.name, place.name) for row in rows.limit(most)]


def _people(where: Expression, kind: WayKind) -> list[PersonRef]:
    theirs = Way.select(Way.contact).where(Way.kind == kind, where)
    return _refs(
        Contact.select(Contact, Organization)
        .join(Organization, JOIN.LEFT_OUTER)
        .where(Contact.id.in_(theirs))
    )


def _refs(rows: Iterable[Contact]) -> list[PersonRef]:
    return sorted(
        (
            PersonRef(row.id, row.name, row.organization.name if row.organization else "")
            for row in rows
        ),
        key=lambda ref: (fold(ref.name), ref.id),
    )
