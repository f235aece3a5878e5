"""One mail message from a mail program's pipe: who, which way, when, about what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from followup_tui.errors import BadInput
from followup_tui.exchange.encoding import codec, refuse_what_is_no_text
from followup_tui.exchange.names import one_line
from followup_tui.records import dataclass
from followup_tui.rules.facts import Direction
from followup_tui.rules.people import email_key

_LONGEST = 2000
"""Characters of a subject or name that are decoded; nobody reads more."""
_NOBODY = re.compile(
    r"(?:.*[._+-])?(?:no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?|"
    r"notifications?|notify|alerts?|newsletters?|news|automated|auto-?confirm|daemon|unsubscribe)"
    r"(?:[._+-].*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MailPerson:
    """Somebody who wrote or was written to."""

    name: str
    """Empty if the message gives only the address."""
    address: str


@dataclass(frozen=True, slots=True)
class MailNote:
    """What a message says about a contact."""

    people: tuple[MailPerson, ...]
    """Who to log it with: the sender, or those I wrote to; no machines, not me."""
    direction: Direction
    at: datetime | None
    """None if it has no date that can be read; naive if it has no zone."""
    subject: str


def read(raw: bytes, mine: Collection[str] = ()) -> MailNote:
    """The message's people, direction, time and subject; `mine` are my own addresses.

    Raises:
        BadInput: no message, or nobody in it but me and machines.
    """
    refuse_what_is_no_text(raw)
    message = BytesHeaderParser().parsebytes(raw)
    senders = list(_people(message, "From")) or list(_people(message, "Sender"))
    if not senders:
        raise BadInput("this is no mail message: it has no From")
    me = {email_key(address) for address in mine}
    sent = any(email_key(person.address) in me for person in senders)
    others = [*_people(message, "To"), *_people(message, "Cc")] if sent else senders
    people = {
        email_key(person.address): person
        for person in others
        if email_key(person.address) not in me and not is_machine(person.address)
    }
    if not people:
        raise BadInput("nobody in this message can be a contact: only machines, or only me")
    direction = Direction.OUT if sent else Direction.IN
    subject = one_line(_text(message.get("Subject", "")))
    return MailNote(tuple(people.values()), direction, _when(message), subject)


def is_machine(address: str) -> bool:
    """Whether nobody reads what is sent there: `noreply@`, `mailer-daemon@`."""
    return _NOBODY.fullmatch(address.partition("@")[0]) is not None


def _people(message: Message, header: str) -> Iterator[MailPerson]:
    values = [str(value) for value in message.get_all(header, [])]
    try:
        pairs = getaddresses(values)
    except RecursionError:  # comments inside comments, a thousand deep
        return
    for name, address in pairs:
        if email_key(address):
            shown = one_line(_text(name))
            yield MailPerson("" if shown == address else shown, address)


def _text(value: object) -> str:
    """A header's text; what can't be decoded stays as it is."""
    try:
        parts = decode_header(str(value)[:_LONGEST])
    except (HeaderParseError, ValueError):
        return str(value)
    return "".join(
        part if isinstance(part, str) else part.decode(codec(charset or "") or "utf-8", "replace")
        for part, charset in parts
    )


def _when(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
