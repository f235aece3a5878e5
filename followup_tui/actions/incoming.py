"""A file looked at before anything is written: what it is, who is in it, what would happen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from followup_tui.actions.imports import Count, SourceFile, foresee
from followup_tui.actions.matching import Tell, silent
from followup_tui.actions.restore_book import foresee_book
from followup_tui.errors import BadInput
from followup_tui.exchange import formats, tables
from followup_tui.exchange.book import is_book
from followup_tui.exchange.book import read as read_book
from followup_tui.exchange.encoding import MAX_BYTES
from followup_tui.exchange.tables import TablePreview
from followup_tui.records import dataclass
from followup_tui.rules.book import Book
from followup_tui.store.mappings import remembered


@dataclass(frozen=True, slots=True)
class How:
    """How a file is to be read, where it isn't left to it."""

    region: str = "US"
    day_first: bool | None = None
    mapping: Mapping[str, str] | None = None
    """Fields by column title, as the user says now."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file, and what taking it in would do."""

    name: str
    source: SourceFile | None = None
    """Null while nobody has said what its columns are, and for a book of our own."""
    preview: TablePreview | None = None
    """Null for what is no table."""
    book: Book | None = None
    count: Count | None = None
    wanting: str = ""
    """Why it can't be taken in as it is."""


def contents(path: Path) -> bytes:
    """The whole file.

    Raises:
        BadInput: It can't be read, or is too large to be an address book.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadInput(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{path} can't be read: {(error.strerror or str(error)).lower()}."
        ) from error


UNKNOWN = "No column is known by its title. Move to one, and say with e what it holds."


def look(name: str, raw: bytes, how: How, tell: Tell = silent) -> Incoming:
    """What the file is, who is in it, and what taking it in would do; nothing is written.

    Raises:
        BadInput: It can't be read.
        Usage: The mapping names a column or a field that isn't there.
    """
    if is_book(raw):
        book = read_book(raw).book
        seen = foresee_book(book, how.region)
        count = Count(seen["rows"], seen["created"], seen["matched"], seen["skipped"])
        return Incoming(name, book=book, count=count)
    preview = _preview(name, raw, how)
    try:
        parsed = formats.read(
            raw, name, mapping=how.mapping, region=how.region, day_first=how.day_first,
            remembered=remembered(),
        )  # fmt: skip
    except BadInput as fault:
        if preview is None:
            raise
        unknown = not any(preview.mapping)
        return Incoming(name, preview=preview, wanting=UNKNOWN if unknown else str(fault))
    source = SourceFile(name, parsed)
    return Incoming(name, source, preview, count=foresee((source,), how.region, tell))


def _preview(name: str, raw: bytes, how: How) -> TablePreview | None:
    if formats.sniff(raw, name) == formats.VCARD:
        return None
    try:
        formats.refuse_others(raw)
        return tables.preview(raw, mapping=how.mapping, remembered=remembered())
    except BadInput:
        return None
