"""The book in every form that it can leave in: `WRITERS` by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from followup_tui.exchange import book as ours
from followup_tui.exchange import vcard
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.records import dataclass
from followup_tui.rules.book import Book
from followup_tui.rules.book.people import WAYS, ContactRecord

TEXTS = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "role", "birthday", "notes",
    "how_met", "zone", "uid",
)  # fmt: skip
"""The texts that a person and a draft share."""
COUNTED = ("contacts", "leads", "touches", "referrals", "follow_ups", "promises", "profiles")
"""What an export says that it holds."""


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


@dataclass(frozen=True, slots=True)
class Wish:
    """How the book is to leave."""

    raw: bool = False
    """CSV without the guard against spreadsheet formulas."""
    version: str = "3.0"
    """Of vCard: 3.0 or 4.0."""
    as_events: bool = False
    """Calendar events rather than to-dos."""
    notes: bool = True
    """With what the user noted."""


def _json(book: Book, wish: Wish) -> bytes:
    return b"".join(piece.encode() for piece in ours.pieces(book))


def _csv(book: Book, wish: Wish) -> bytes:
    from followup_tui.exchange.tables.writer import write

    return write(_people(book), raw=wish.raw)


def _vcard(book: Book, wish: Wish) -> bytes:
    return vcard.write(_people(book), wish.version)


def _md(book: Book, wish: Wish) -> bytes:
    from followup_tui.exchange.markdown import write

    return write(_people(book))


WRITERS: dict[str, Callable[[Book, Wish], bytes]] = {
    "json": _json, "csv": _csv, "vcard": _vcard, "md": _md,
}  # fmt: skip
"""Every form of the book by its name; follow-ups for a calendar are `actions.calendar`'s."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What leaves."""

    counts: Mapping[str, int]
    notes: bool | None = None
    """Null for what has no place for notes."""

    def __str__(self) -> str:
        """`36 contacts, 9 leads, 1 touch, with your notes`."""
        told = [_counted(word, count) for word, count in self.counts.items() if count]
        if not told:
            return "nothing, since there is nothing yet"
        if self.notes is not None:
            told.append("with your notes" if self.notes else "without your notes")
        return ", ".join(told)


def holding(book: Book, form: str, *, notes: bool) -> Holding:
    """What a book holds that leaves in this form."""
    listed = COUNTED if form == "json" else COUNTED[:1]
    return Holding({word: len(getattr(book, word)) for word in listed}, notes)


def _counted(listed: str, count: int) -> str:
    word = listed.replace("_", "-")
    one = word.removesuffix("es") if word == "touches" else word.removesuffix("s")
    return f"{count} {one if count == 1 else word}"
