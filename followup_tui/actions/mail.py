"""A message from a mail program becomes a touch: who, which way, when, and its subject."""

from __future__ import annotations

from datetime import datetime

from followup_tui.actions.calls import logged
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.people import ContactForm, new_contact
from followup_tui.errors import Ambiguous
from followup_tui.exchange.eml import MailNote, MailPerson
from followup_tui.rules.facts import Channel, Direction, Outcome
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.known import sharing
from followup_tui.store.models import Contact

SOURCE = "mail"


@undoable
def log_mail(change: Change, note: MailNote, region: str = "US") -> str:
    """Log a message with whom it went between; who isn't in the book yet is added.

    The same message a second time changes nothing.

    Raises:
        Ambiguous: An address is that of two people in the book.
    """
    contact, *also = [_contact(change, person, region) for person in note.people]
    at = _instant(note, change.now)
    if _is_logged(contact, at, note):
        return f"Logged before: {note.subject}"
    form = TouchForm(
        contact.id,
        Outcome.SENT if note.direction is Direction.OUT else Outcome.RECEIVED,
        channel=Channel.EMAIL,
        direction=note.direction,
        note=note.subject,
        at=at,
        also=tuple(other.id for other in also),
    )
    return logged(change, form)


def _contact(change: Change, person: MailPerson, region: str) -> Contact:
    found = {ref.id: ref for ref, _ in sharing([person.address], [], region)}
    if len(found) > 1:
        names = ", ".join(f"{ref.id} {ref.name}" for ref in found.values())
        raise Ambiguous(f"{person.address} is that of {names}. Merge them, or take it from one.")
    if found:
        return Contact.fetch(next(iter(found)))
    name = person.name or person.address
    return new_contact(change, ContactForm(name, emails=(person.address,), source=SOURCE))


def _instant(note: MailNote, now: Moment) -> datetime:
    """When it was sent; the user's zone where it has none, now where it has no time or a later."""
    if note.at is None:
        return now.at
    at = note.at if note.at.tzinfo else note.at.replace(tzinfo=now.at.tzinfo)
    return min(at, now.at)


def _is_logged(contact: Contact, at: datetime, note: MailNote) -> bool:
    """Whether this very message is in the book; one without a time of its own can't be known."""
    if note.at is None:
        return False
    same = Touch.select().where(
        Touch.contact == contact.id,
        Touch.channel == Channel.EMAIL,
        Touch.at == at,
        Touch.note == note.subject,
    )
    return bool(same.exists())
