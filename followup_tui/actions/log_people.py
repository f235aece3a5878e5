"""The people of a line: those it names, known or new, each made once."""

from __future__ import annotations

from followup_tui.actions.people import ContactForm, add_missing_way, new_contact, organization
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.quicklog.shape import ReadContact, Reading
from followup_tui.rules.ways import way_key
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, Way


class Cast:
    """Who is who in one line, inside an open change."""

    def __init__(self, change: Change, reading: Reading, region: str) -> None:
        self._change = change
        self._reading = reading
        self._region = region
        self._known: dict[str, Contact] = {}

    def contact(self) -> Contact | None:
        """The person the line is about: known and filled up, or new; None if it names none."""
        read = self._reading.contact
        if read is None:
            return None
        if read.id is not None:
            found = Contact.fetch(read.id)
            self._fill(found, read)
        else:
            name = read.name or read.org or read.email or read.phone
            if not name:
                return None
            found = self._reached_by(read) or self.person(None, name) or self._new(name, read)
        self._remember(found, read.name)
        return found

    def _reached_by(self, read: ReadContact) -> Contact | None:
        """The one person with the number or address, where the line names nobody."""
        if read.name or read.org:
            return None
        keys = [
            way_key(kind, typed, self._region)
            for kind, typed in ((WayKind.PHONE, read.phone), (WayKind.EMAIL, read.email))
            if typed
        ]
        found = {way.contact_id: way.contact for way in Way.select().where(Way.normal.in_(keys))}
        return next(iter(found.values())) if len(found) == 1 else None

    def person(self, contact_id: int | None, name: str | None) -> Contact | None:
        """Somebody the line names, if they are known or were made for it."""
        if contact_id is not None:
            return Contact.fetch(contact_id)
        if not name:
            return None
        key = fold(name)
        if key not in self._known:
            same = list(Contact.select().where(Contact.folded == key).limit(2))
            if len(same) == 1:
                self._known[key] = same[0]
        return self._known.get(key)

    def also(self) -> tuple[int, ...]:
        """The others who were there, made where they are new."""
        found = []
        for name in self._reading.also:
            who = self.person(None, name) or self._new(name, ReadContact(name))
            self._remember(who, name)
            found.append(who.id)
        return tuple(found)

    def mark_wrong(self, contact: Contact, number: str) -> None:
        """Say that a number isn't theirs."""
        key = way_key(WayKind.PHONE, number, self._region)
        named = (Way.normal == key) if key else (Way.typed == number.strip())
        for way in contact.ways.where(Way.kind == WayKind.PHONE, named):
            self._change.set(way, wrong=True, preferred=False)

    def _remember(self, contact: Contact, name: str | None) -> None:
        for word in filter(None, (name, contact.name)):
            self._known.setdefault(fold(word), contact)

    def _new(self, name: str, read: ReadContact) -> Contact:
        form = ContactForm(
            name,
            organization=read.org or "",
            role=read.role or "",
            phones=(read.phone,) if read.phone else (),
            emails=(read.email,) if read.email else (),
            source="log",
            region=self._region,
        )
        return new_contact(self._change, form)

    def _fill(self, contact: Contact, read: ReadContact) -> None:
        gaps: dict[str, object] = {}
        if read.role and not contact.role:
            gaps["role"] = read.role
        if read.org and contact.organization_id is None:
            gaps["organization"] = organization(self._change, read.org)
        if gaps:
            self._change.set(contact, **gaps)
        for kind, typed in ((WayKind.PHONE, read.phone), (WayKind.EMAIL, read.email)):
            if typed and typed != self._reading.bad_phone:
                add_missing_way(self._change, contact, kind, typed, self._region)
