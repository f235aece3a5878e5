"""Our own JSON: the whole book as text and back, nothing lost; the journal stays at home.

One record a line, so that two exports can be compared by eye. What isn't as it should be is
refused with its place in the file, before anything is written.
"""

from __future__ import annotations

import base64
import binascii
import json
import types
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    NamedTuple,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from followup_tui.errors import BadInput
from followup_tui.exchange.spelling import spell
from followup_tui.rules.book import Book

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION = 1
"""Goes up when a reader of the old form could no longer take the new one."""
AT_ONCE = 500
"""Records of a piece."""
LARGEST = 2**53
"""Whole numbers beyond this aren't safe in JSON."""

Decode = Callable[[object, set[str]], object]
"""Makes a value of what JSON holds, and notes the fields that nobody here knows."""


class Came(NamedTuple):
    """A book that was read."""

    book: Book
    unknown: tuple[str, ...]
    """Fields that nobody here knows, such as `contact.shoe_size`: left out."""


class _Wrong(Exception):
    """What is wrong, with its place in the file as far as it is known."""

    def __init__(self, said: str, place: str = "") -> None:
        self.said, self.place = said, place

    def within(self, place: str) -> _Wrong:
        return _Wrong(self.said, place + self.place)


def write(book: Book) -> str:
    """The book as JSON text."""
    return "".join(pieces(book))


def pieces(book: Book) -> Iterator[str]:
    """The same piece by piece: to put all of it together at once is one long breath of Python, in
    which no key is answered: 57 ms with 30,000 people, now below 30.
    """
    yield f'{{"version": {VERSION}'
    for field in fields(book):
        yield f',\n"{field.name}": ['
        records = getattr(book, field.name)
        for start in range(0, len(records), AT_ONCE):
            some = records[start : start + AT_ONCE]
            yield ",\n"[not start :] + ",\n".join(spell(_plain(r), indent=None) for r in some)
        yield "\n]" if records else "]"
    yield "}\n"


def without_notes(book: Book) -> Book:
    """The book without what was noted in the user's own words."""
    return replace(
        book,
        contacts=tuple(replace(one, notes="", extra="") for one in book.contacts),
        leads=tuple(replace(one, notes="", words="") for one in book.leads),
        touches=tuple(replace(one, note="", typed="") for one in book.touches),
        referrals=tuple(replace(one, words="") for one in book.referrals),
        drafts=(),
        questions=(),
    )


def is_book(raw: bytes) -> bool:
    """Whether a file looks like one of ours."""
    head = raw[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and b'"' in head


def read(raw: bytes) -> Came:
    """The book in a file.

    Raises:
        BadInput: It isn't JSON, or not as a book is; the message says where.
    """
    told = _parsed(raw)
    version = told.pop("version", VERSION)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadInput("version: a number is wanted.")
    if version > VERSION:
        raise BadInput(
            f"It was written by a later followup (version {version}, this one knows {VERSION})."
            " Update followup; nothing was changed."
        )
    unknown: set[str] = set()
    try:
        book = cast(Book, _decoder(Book)(told, unknown))
    except _Wrong as wrong:
        raise BadInput(f"{wrong.place.removeprefix('.')}: {wrong.said}") from wrong
    return Came(book, tuple(sorted(unknown)))


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"It can't be read at byte {error.start}: it isn't UTF-8.") from error
    except json.JSONDecodeError as error:
        raise BadInput(f"Line {error.lineno} is no JSON: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise BadInput("It is nested too deeply, or holds a number too long.") from error
    if not isinstance(told, dict):
        raise BadInput("It is JSON, but no book of ours: an object with contacts is wanted.")
    return told


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(held) for held in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


@cache
def _decoder(kind: type) -> Decode:
    if is_dataclass(kind):
        return _record(kind)
    if get_origin(kind) is tuple:
        return _list(_decoder(get_args(kind)[0]))
    if get_origin(kind) in (Union, types.UnionType):
        (wanted,) = (one for one in get_args(kind) if one is not type(None))
        inner = _decoder(wanted)
        return lambda value, unknown: None if value is None else inner(value, unknown)
    if issubclass(kind, StrEnum):
        return _word(kind)
    return _SIMPLE[kind]


def _record(kind: type[DataclassInstance]) -> Decode:
    hints = get_type_hints(kind)
    inner = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    needed = [field.name for field in fields(kind) if field.default is MISSING]
    called = kind.__name__.removesuffix("Record").lower()

    def decode(value: object, unknown: set[str]) -> object:
        if not isinstance(value, dict):
            raise _Wrong("an object is wanted")
        if missing := [name for name in needed if name not in value]:
            raise _Wrong(f"{missing[0]} is missing")
        told = {}
        for name, held in value.items():
            if name not in inner:
                unknown.add(f"{called}.{name}")
                continue
            try:
                told[name] = inner[name](held, unknown)
            except _Wrong as wrong:
                raise wrong.within(f".{name}") from wrong
        return kind(**told)

    return decode


def _list(inner: Decode) -> Decode:
    def decode(value: object, unknown: set[str]) -> object:
        if not isinstance(value, list):
            raise _Wrong("a list is wanted")
        told = []
        for index, held in enumerate(value):
            try:
                told.append(inner(held, unknown))
            except _Wrong as wrong:
                raise wrong.within(f"[{index}]") from wrong
        return tuple(told)

    return decode


def _word(words: type[StrEnum]) -> Decode:
    def decode(value: object, unknown: set[str]) -> object:
        if value not in words.__members__.values():
            raise _Wrong(f"{value!r} is none of {', '.join(words)}")
        return words(str(value))

    return decode


def _text(value: object, unknown: set[str]) -> str:
    if not isinstance(value, str):
        raise _Wrong("a text is wanted")
    return value


def _number(value: object, unknown: set[str]) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise _Wrong("a whole number is wanted")
    return value


def _truth(value: object, unknown: set[str]) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false is wanted")
    return value


def _day(value: object, unknown: set[str]) -> date:
    try:
        return date.fromisoformat(_text(value, unknown))
    except ValueError as error:
        raise _Wrong(f"{value!r} is no day: write 2026-11-23") from error


def _instant(value: object, unknown: set[str]) -> datetime:
    try:
        found = datetime.fromisoformat(_text(value, unknown))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise _Wrong(f"{value!r} is no instant: write 2026-11-23T16:00:00+00:00")
    return found.astimezone(UTC)


def _bytes(value: object, unknown: set[str]) -> bytes:
    try:
        return base64.b64decode(_text(value, unknown), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _Wrong("base64 is wanted") from error


_SIMPLE: dict[type, Decode] = {
    str: _text, int: _number, bool: _truth, date: _day, datetime: _instant, bytes: _bytes,
}  # fmt: skip
