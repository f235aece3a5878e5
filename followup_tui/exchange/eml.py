"""One mail message from a mail program's pipe: who, which way, when, about what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from followup_tui.errors import BadInput
from followup_tui.exchange.encoding import WINDOWS, codec, refuse_what_is_no_text
from followup_tui.exchange.names import one_line
from followup_tui.records import dataclass
from followup_tui.rules.facts import Direction
from followup_tui.rules.people import email_key, turned_round

_LONGEST = 2000
"""Characters of a subject or name that are decoded; nobody reads more."""
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n|\r\r")
_LIST_ADDRESS = re.compile(r"mailto:([^>?,\s]+)", re.IGNORECASE)
_VIA = re.compile(r"\s+via\s+.*", re.IGNORECASE)
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
    message = _headers(raw)
    senders = list(_people(message, "From")) or list(_people(message, "Sender"))
    if not senders:
        raise BadInput("this is no mail message: it has no From")
    if said := _automatic(message):
        raise BadInput(f"a machine wrote this message ({said}), so nobody was heard from")
    senders = list(_behind_a_list(message, senders))
    me = {email_key(address) for address in mine}
    sent = any(email_key(person.address) in me for person in senders)
    others = [*_people(message, "To"), *_people(message, "Cc")] if sent else senders
    people = {
        email_key(person.address): person
        for person in others
        if email_key(person.address) not in {*me, *_lists(message)}
        and not is_machine(person.address)
    }
    if not people:
        raise BadInput("nobody in this message can be a contact: only machines, or only me")
    direction = Direction.OUT if sent else Direction.IN
    subject = one_line(_text(message.get("Subject", "")))
    return MailNote(tuple(people.values()), direction, _when(message), subject)


def _headers(raw: bytes) -> Message:
    """All before the first empty line: what is below may be anything, and of any size."""
    raw = raw.lstrip(b"\r\n")
    end = _EMPTY_LINE.search(raw)
    head = raw[: end.start() if end else len(raw)]
    refuse_what_is_no_text(head)
    try:
        text = head.decode()
    except UnicodeDecodeError:
        text = head.decode(WINDOWS, "replace")
    return HeaderParser().parsestr(text.replace("\r\n", "\n").replace("\r", "\n"))


def _automatic(message: Message) -> str:
    """What says that nobody wrote it; empty if somebody did. Source: RFC 3834, 5."""
    said = str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    return "" if said == "no" else f"Auto-Submitted: {said[:40]}"


def _lists(message: Message) -> frozenset[str]:
    """The addresses by which a mailing list is written to."""
    posts = _LIST_ADDRESS.findall(str(message.get("List-Post", "")))
    return frozenset(map(email_key, posts))


def _behind_a_list(message: Message, senders: list[MailPerson]) -> Iterator[MailPerson]:
    """The senders, and who they are where a list wrote its own address over theirs."""
    lists = _lists(message)
    for sender in senders:
        if email_key(sender.address) not in lists:
            yield sender
            continue
        behind = [*_people(message, "X-Original-From"), *_people(message, "Reply-To")]
        name = _VIA.sub("", sender.name)
        yield from (
            MailPerson(person.name or name, person.address)
            for person in behind[:1]
            if email_key(person.address) not in lists
        )


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
            shown = one_line(_text(name)).strip("'\" ")
            known = "" if email_key(shown) == email_key(address) else turned_round(shown)
            yield MailPerson(known, address)


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
