"""The book in every form that it can leave in: `WRITERS` by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time

from followup_tui.exchange import book as ours
from followup_tui.exchange import vcard
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.ics import FollowUpOut
from followup_tui.rules.book import Book
from followup_tui.rules.book.dealings import FollowUpRecord
from followup_tui.rules.book.people import WAYS, ContactRecord
from followup_tui.rules.facts import FollowUpState

TEXTS = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "role", "birthday", "notes",
    "how_met", "zone", "uid",
)  # fmt: skip
"""The texts that a person and a draft share."""


def draft(line: int, person: ContactRecord) -> ContactDraft:
    """A person of the book as a draft, so that every reader's and writer's rules hold for it."""
    return ContactDraft(
        line,
        person.name,
        organization=person.organization or "",
        ways=tuple(
            WayDraft(kind, way.value, way.label, way.preferred)
            for kind, listed in WAYS.items()
            for way in getattr(person, listed)
        ),
        tags=person.tags,
        photo=person.photo.content if person.photo else b"",
        photo_kind=person.photo.kind if person.photo else "",
        extra=tuple(person.extra.split("\n")) if person.extra else (),
        **{text: getattr(person, text) for text in TEXTS},
    )


def _people(book: Book) -> Iterator[ContactDraft]:
    return (draft(number, person) for number, person in enumerate(book.contacts, 1))


def _json(book: Book, raw: bool) -> bytes:
    return ours.write(book).encode()


def _csv(book: Book, raw: bool) -> bytes:
    from followup_tui.exchange.tables.writer import write

    return write(_people(book), raw=raw)


def _vcard(book: Book, raw: bool) -> bytes:
    return vcard.write(_people(book))


def _md(book: Book, raw: bool) -> bytes:
    from followup_tui.exchange.markdown import write

    return write(_people(book))


def _ics(book: Book, raw: bool) -> bytes:
    from followup_tui.exchange.ics import write

    return write(follow_ups_out(book))


WRITERS: dict[str, Callable[[Book, bool], bytes]] = {
    "json": _json, "csv": _csv, "vcard": _vcard, "ics": _ics, "md": _md,
}  # fmt: skip
"""Every form by its name; the truth value leaves out the guards against spreadsheet formulas."""


def follow_ups_out(book: Book) -> Iterator[FollowUpOut]:
    """The open follow-ups, for a calendar."""
    names = {person.uid: person.name for person in book.contacts}
    titles = {lead.uid: lead.title for lead in book.leads}
    for step in book.follow_ups:
        if step.state is not FollowUpState.OPEN:
            continue
        about = names.get(step.contact or "") or titles.get(step.lead or "", "")
        action = step.action.replace("_", " ").capitalize()
        yield FollowUpOut(
            uid=step.uid,
            sequence=step.sequence,
            changed=_changed(step),
            summary=f"{action} {about}".strip(),
            due=step.due,
            at=time.fromisoformat(step.time.zfill(5)) if step.time else None,
            zone=step.zone,
            place=step.place,
            notes=step.what,
        )


def _changed(step: FollowUpRecord) -> datetime:
    times = [snooze.at for snooze in step.snoozes]
    return max(times, default=step.created_at or datetime.min.replace(tzinfo=UTC))
