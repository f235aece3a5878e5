"""Bringing people in and keeping what is known of them."""

from __future__ import annotations

from dataclasses import field

from followup_tui.actions.meanwhile import merged
from followup_tui.errors import BadInput
from followup_tui.records import dataclass
from followup_tui.rules.facts import TieClass, WayKind
from followup_tui.rules.folding import fold
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, ContactTag, Organization, Tag, Way
from followup_tui.store.person import person

BOOSTER_STARS = 3


@dataclass(frozen=True, slots=True)
class ContactForm:
    """What a user says of a person; empty text for what they don't."""

    name: str
    organization: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""
    place: str = ""
    how_met: str = ""
    zone: str = ""
    hours: str = ""
    stars: int | None = None
    tie_class: TieClass | None = None
    cadence_days: int | None = None
    birthday: str = ""
    source: str = ""
    region: str = field(default="US", compare=False)
    """The home country of phone numbers without a country code."""


@undoable
def add_contact(change: Change, form: ContactForm) -> str:
    """Add a person.

    Raises:
        BadInput: The name is empty.
    """
    contact = new_contact(change, form)
    return f"Added {contact.name}"


@undoable
def edit_contact(
    change: Change, contact_id: int, form: ContactForm, was: ContactForm | None = None
) -> str:
    """Make a person as the form says; of one that `was` so when it was opened, what was changed.

    Raises:
        NotFound: There is no such contact.
        BadInput: The name is empty.
        ChangedMeanwhile: Somebody else changed the same, to something else.
    """
    contact = Contact.fetch(contact_id)
    form = merged(was, form, form_of(contact_id))
    name = _name(form)
    change.set(
        contact,
        name=name,
        folded=fold(name),
        role=form.role.strip(),
        organization=organization(change, form.organization),
        notes=form.notes,
        place=form.place.strip(),
        how_met=form.how_met.strip(),
        zone=form.zone,
        hours=form.hours.strip(),
        stars=_stars(form) if form.stars is not None or form.tie_class else contact.stars,
        tie_class=form.tie_class,
        cadence_days=form.cadence_days,
        birthday=form.birthday.strip(),
    )
    _set_ways(change, contact, form)
    _set_tags(change, contact, form.tags)
    return f"Changed {contact.name}"


def form_of(contact_id: int) -> ContactForm:
    """What is known of a person, as a form.

    Raises:
        NotFound: There is no such contact.
    """
    who = person(contact_id)

    def typed(kind: WayKind) -> tuple[str, ...]:
        return tuple(way.typed for way in who.ways if way.kind == kind)

    return ContactForm(
        name=who.name,
        organization=who.organization,
        role=who.role,
        emails=typed(WayKind.EMAIL),
        phones=typed(WayKind.PHONE),
        urls=typed(WayKind.URL),
        tags=who.tags,
        notes=who.notes,
        place=who.place,
        how_met=who.how_met,
        zone=who.zone,
        hours=who.hours,
        stars=who.stars,
        tie_class=TieClass(who.tie_class) if who.tie_class else None,
        cadence_days=who.cadence_days,
        birthday=who.birthday,
        source=who.source,
    )


@undoable
def tie(change: Change, contact_id: int, stars: int, tie_class: TieClass | None = None) -> str:
    """Say how near a person is: 0 to 3 stars.

    Raises:
        NotFound: There is no such contact.
        BadInput: `stars` isn't 0 to 3.
    """
    if not 0 <= stars <= BOOSTER_STARS:
        raise BadInput(f"A tie has 0 to 3 stars, not {stars}.")
    contact = Contact.fetch(contact_id)
    change.set(contact, stars=stars, tie_class=tie_class or contact.tie_class)
    return f"{contact.name}: {stars} of 3 stars"


@undoable
def archive(change: Change, contact_id: int, *, archived: bool = True) -> str:
    """Take a person off the lists, or put them back; nothing about them is lost."""
    contact = Contact.fetch(contact_id)
    change.set(contact, archived=archived)
    return f"{'Archived' if archived else 'Brought back'} {contact.name}"


def new_contact(change: Change, form: ContactForm) -> Contact:
    """A new person of `form`, inside an open change.

    Raises:
        BadInput: The name is empty.
    """
    name = _name(form)
    contact = change.add(
        Contact(
            name=name,
            folded=fold(name),
            role=form.role.strip(),
            organization=organization(change, form.organization),
            tie_class=form.tie_class,
            stars=_stars(form),
            cadence_days=form.cadence_days,
            zone=form.zone or _zone_by(form),
            hours=form.hours.strip(),
            place=form.place.strip(),
            how_met=form.how_met.strip(),
            birthday=form.birthday.strip(),
            notes=form.notes,
            source=form.source,
            created_at=change.now.at,
        )
    )
    _set_ways(change, contact, form)
    _set_tags(change, contact, form.tags)
    return contact


def organization(change: Change, name: str) -> Organization | None:
    """The organization of this name, made if need be; None for an empty name."""
    from followup_tui.rules.people import organization_key

    name = " ".join(name.split())
    if not name:
        return None
    key = organization_key(name) or fold(name)
    found: Organization | None = Organization.get_or_none(Organization.key == key)
    return found or change.add(Organization(name=name, key=key))


def add_way(
    change: Change, contact: Contact, kind: WayKind, typed: str, label: str = "",
    region: str = "US", *, preferred: bool = False,
) -> Way:  # fmt: skip
    """One more way to reach `contact`."""
    from followup_tui.rules.ways import way_key

    return change.add(
        Way(
            contact=contact,
            kind=kind,
            typed=typed.strip(),
            normal=way_key(kind, typed, region),
            label=label,
            preferred=preferred,
        )
    )


def add_missing_way(
    change: Change, contact: Contact, kind: WayKind, typed: str, region: str
) -> None:
    """What was said of a way to reach `contact`, unless it is known; nothing typed adds none."""
    from followup_tui.rules.people import way_mark
    from followup_tui.rules.ways import way_key

    typed = typed.strip()
    held = {way_mark(way.kind, way.normal, way.typed, way.label) for way in contact.ways}
    if typed and way_mark(kind, way_key(kind, typed, region), typed, "") not in held:
        add_way(change, contact, kind, typed, region=region)


def _name(form: ContactForm) -> str:
    name = " ".join(form.name.split())
    if not name:
        raise BadInput("A contact needs a name: one word is enough.")
    return name


def _stars(form: ContactForm) -> int:
    if form.stars is not None:
        return form.stars
    return BOOSTER_STARS if form.tie_class is TieClass.BOOSTER else 0


def _zone_by(form: ContactForm) -> str:
    """The zone that their number lies in: kept now, since asking costs too much at each read."""
    if not form.phones:
        return ""
    from followup_tui.rules.people import phone_key
    from followup_tui.rules.reach import zone_by_phone

    numbers = [phone_key(typed, form.region) or "" for typed in form.phones]
    return zone_by_phone(n for n in numbers if n.startswith("+")) or ""


def _set_ways(change: Change, contact: Contact, form: ContactForm) -> None:
    wanted = [
        *((WayKind.EMAIL, typed) for typed in form.emails),
        *((WayKind.PHONE, typed) for typed in form.phones),
        *((WayKind.URL, typed) for typed in form.urls),
    ]
    wanted = [(kind, typed.strip()) for kind, typed in wanted if typed.strip()]
    kinds = (WayKind.EMAIL, WayKind.PHONE, WayKind.URL)
    have = {(way.kind, way.typed): way for way in contact.ways if way.kind in kinds}
    for key, way in have.items():
        if key not in wanted:
            change.drop(way)
    for kind, typed in dict.fromkeys(wanted):
        if (kind, typed) not in have:
            add_way(change, contact, kind, typed, region=form.region)


def _set_tags(change: Change, contact: Contact, tags: tuple[str, ...]) -> None:
    wanted = {" ".join(tag.split()) for tag in tags} - {""}
    for held in contact.tagged:
        if held.tag.name in wanted:
            wanted.remove(held.tag.name)
        else:
            change.drop(held)
    for name in sorted(wanted):
        tag = Tag.get_or_none(Tag.name == name) or change.add(Tag(name=name))
        change.add(ContactTag(contact=contact, tag=tag))
