"""Content lines: unfolded as bytes first, decoded after, as every version of the format needs."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator
from functools import lru_cache

from followup_tui.exchange.encoding import UTF8, WINDOWS, codec
from followup_tui.exchange.vcard.values import from_base64
from followup_tui.records import dataclass

_LINE = re.compile(rb"([^\r\n]*+)(?:\r*+\n|\r++|\Z)")
_HEAD = re.compile(rb'[^:"]*+(?:"[^"]*+"[^:"]*+)*+:')
_NAME = re.compile(rb"[ \t]*+([\w.-][\w.\- ]{0,80}?)[ \t]*+(?=[;:])")
_PARAM = re.compile(r'([^;=]*+)(?:=((?:"[^"]*+"|[^;"]++|")*+))?(?:;|\Z)')
_QUOTED_PRINTABLE = re.compile(rb";(?:ENCODING=)?\"?QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(rb";(?:ENCODING=)?\"?(?:BASE64|B)\"?(?=[;:])", re.IGNORECASE)
_BASE64_LINE = re.compile(rb"[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*\Z")
CHARSET = re.compile(rb";CHARSET=\"?([\w.-]+)", re.IGNORECASE)
_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_COMMENT = b"#"
_MORE = (b" ", b"\t")
"""With one of these the line before goes on."""
_LONGEST_HEAD = 200
"""Bytes; what stands before a value is remembered only up to here."""
_JAPANESE = "iso2022_jp"
_SHIFTS = b"\x1b$"
"""With this ISO-2022-JP begins letters of two bytes; in no other text does it stand."""
_UNDONE = frozenset({"QUOTED-PRINTABLE", "8BIT", "7BIT"})
_BASE64S = frozenset({"B", "BASE64"})
_TEXTS = frozenset(
    {"FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "NOTE", "ADR", "LABEL", "TEL", "EMAIL", "URL"}
)
"""Properties whose base64 is text, as some phones write it."""


@dataclass(slots=True)
class Property:
    """One content line, taken apart."""

    line: int
    group: str
    name: str
    """In capitals."""
    params: tuple[tuple[str, str], ...]
    """Names in capitals; a bare word of version 2.1 is a TYPE."""
    value: str
    """Decoded, still escaped; base64 as it stands."""
    damaged: int = -1
    """Position of the first byte in the value that no encoding has, -1 for none."""

    def param(self, name: str) -> str:
        """The first value of a parameter, empty without it."""
        return next((value for key, value in self.params if key == name), "")

    def types(self) -> tuple[str, ...]:
        """All TYPE words, in small letters."""
        return _types(self.params) if self.params else ()


@lru_cache(maxsize=256)
def _types(params: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    words = (value for key, value in params if key == "TYPE")
    return tuple(w.strip(" \"'").lower() for word in words for w in word.split(","))


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no property."""

    line: int
    text: str


@dataclass(slots=True)
class _Open:
    """A content line that may go on."""

    line: int
    parts: list[bytes]
    quoted: bool
    base64: bool

    def goes_on(self, line: bytes, after_blank: bool) -> bytes | None:
        """What `line` adds to this one, None if it begins another."""
        if line[:1] not in _MORE and not self.quoted and not self.base64:
            return None
        if self.quoted and self.parts[-1].endswith(b"="):
            if not after_blank or not _starts_property(line):
                self.parts[-1] = self.parts[-1][:-1]
                return line[1:] if line[:1] == b" " and _cut(self.parts[-1]) else line
        elif line[:1] in _MORE:
            return line[1:]
        if self.base64 and _BASE64_LINE.match(line):
            return line
        return None


def _cut(quoted: bytes) -> bool:
    """Whether quoted-printable UTF-8 ends within a letter, so that no space can follow."""
    reader = codecs.getincrementaldecoder(UTF8)("ignore")
    reader.decode(binascii.a2b_qp(quoted[-12:]))
    return bool(reader.getstate()[0])


def _starts_property(line: bytes) -> bool:
    return _NAME.match(line) is not None


def unfolded(raw: bytes, pieces: list[tuple[int, int, int]]) -> Iterator[tuple[int, bytes]]:
    """Line number and bytes of each content line."""
    for start, end, first in pieces:
        yield from _unfolded_piece(raw, start, end, first)


def _unfolded_piece(raw: bytes, start: int, end: int, first: int) -> Iterator[tuple[int, bytes]]:
    current: _Open | None = None
    blank = False
    indent = b""
    for number, found in enumerate(_LINE.finditer(raw, start, end), start=first):
        line = found[1]
        if not line or line.isspace():
            blank = True
            continue
        if current is None:
            indent = line[: len(line) - len(line.lstrip())]
        elif indent:
            line = line.removeprefix(indent)
        more = current.goes_on(line, blank) if current else None
        blank = False
        if current and more is not None:
            current.parts.append(more)
            continue
        if current:
            yield current.line, b"".join(current.parts)
        line = line.removeprefix(indent)
        head = line[: line.find(b":") + 1]
        told = _spans_lines if len(head) <= _LONGEST_HEAD else _spans_lines.__wrapped__
        current = _Open(number, [line], *told(head))
    if current:
        yield current.line, b"".join(current.parts)


@lru_cache(maxsize=1024)
def _spans_lines(head: bytes) -> tuple[bool, bool]:
    """Whether what follows this is quoted-printable, or base64."""
    return bool(_QUOTED_PRINTABLE.search(head)), bool(_BASE64.search(head))


@dataclass(frozen=True, slots=True)
class _Head:
    """All of a content line before its value."""

    group: str
    name: str
    params: tuple[tuple[str, str], ...]
    charset: str
    how: str
    """Its encoding, in capitals."""


def parse(line: int, content: bytes, fallback: str) -> Property | Unreadable | None:
    """A content line as a property; None for a comment; `fallback` is the codec of last resort."""
    if content.startswith(_COMMENT):
        return None
    cut = content.find(b":")
    if content.find(b'"', 0, cut) >= 0 and (quoted := _HEAD.match(content)):
        cut = quoted.end() - 1
    named = _head if cut <= _LONGEST_HEAD else _head.__wrapped__
    head = named(content[: cut + 1], fallback) if cut > 0 else None
    if head is None:
        return Unreadable(line, to_text(content, "", fallback)[0])
    value = content[cut + 1 :]
    if head.how == "QUOTED-PRINTABLE":
        value = binascii.a2b_qp(value).replace(b"\r\n", b"\n")
    elif head.how in _BASE64S and head.name in _TEXTS:
        value = from_base64(value.decode("latin-1")) or value
    text, damaged = to_text(value, head.charset, fallback)
    return Property(line, head.group, head.name, head.params, text, damaged)


@lru_cache(maxsize=1024)
def _head(head: bytes, fallback: str) -> _Head | None:
    """What stands before a value, None if that is no property; most lines begin as others did."""
    named = _NAME.match(head)
    if not named:
        return None
    group, _, name = named[1].decode("latin-1").upper().rpartition(".")
    name = name.strip()
    params = _params(head[named.end() + 1 : -1], fallback) if len(head) - 1 > named.end() else ()
    charset = next((v for k, v in params if k == "CHARSET"), "")
    how = next((v.upper() for k, v in params if k == "ENCODING"), "")
    undone = _UNDONE | _BASE64S if name in _TEXTS else _UNDONE
    kept = tuple(
        (key, value)
        for key, value in params
        if key != "CHARSET" and not (key == "ENCODING" and value.upper() in undone)
    )
    return _Head(group.strip(), name, kept, charset, how)


def _params(head: bytes, fallback: str) -> tuple[tuple[str, str], ...]:
    text, _ = to_text(head, "", fallback)
    found: list[tuple[str, str]] = []
    for match in _PARAM.finditer(text):
        key, value = match[1].strip(), match[2]
        if value is None:
            if key:
                bare = key.upper()
                kind = "ENCODING" if bare in _BARE_ENCODINGS else "TYPE"
                found.append((kind, key))
        else:
            found.append((key.upper(), value.strip().strip('"')))
    return tuple(found)


def to_text(value: bytes, charset: str, fallback: str) -> tuple[str, int]:
    """The text, by the declared charset, UTF-8, or `fallback`; and where a byte fitted none."""
    if not charset and value.isascii() and _SHIFTS not in value:
        text = value.decode("ascii")
        return text.replace("\0", "") if "\0" in text else text, -1
    shifted = _JAPANESE if _SHIFTS in value else None
    for name in (codec(charset) if charset else shifted, UTF8, fallback):
        if name:
            try:
                return value.decode(name).replace("\0", ""), -1
            except UnicodeDecodeError:
                continue
    try:
        return value.decode(WINDOWS), -1
    except UnicodeDecodeError as problem:
        return value.decode(WINDOWS, "replace"), problem.start


def declared(raw: bytes) -> str:
    """The codec that a file names anywhere besides UTF-8, for the lines that name none."""
    for found in CHARSET.finditer(raw):
        name = codec(found[1].decode("latin-1"))
        if name and name != UTF8:
            return name
    return WINDOWS
