"""Bytes to text: files come in whatever encoding their program writes, and rarely say which."""

from __future__ import annotations

import codecs
import re
from itertools import islice

from followup_tui.errors import BadInput
from followup_tui.records import dataclass

MAX_BYTES = 100_000_000
"""Larger files are refused. Source: 100 MB is some 400,000 cards, more than any address book."""

UTF8 = "utf-8"
WINDOWS = "cp1252"

_MAGIC = (
    (b"PK\x03\x04", "a zip or Excel file; save the sheet as CSV first"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Outlook file; save it as CSV first"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip file; unpack it first"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
)
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SOMETHING = re.compile(rb"\S")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_SAMPLE = 8192
_WIDE_SHARE = 0.4
_SOME = 0.02
_UNMARKED = {
    "utf_32_le": (1, 2, 3), "utf_32_be": (0, 1, 2), "utf_16_le": (1, 3), "utf_16_be": (0, 2),
}  # fmt: skip
"""Which bytes of four are zeros in Latin letters. In others' letters zeros are few, but there."""
_BINARY_SHARE = 0.05
_TEXT_CODECS = re.compile(
    r"ascii|utf_[78](_sig)?|utf_(16|32)(_[lb]e)?|cp\d+|iso8859_\d+|iso2022_\w+|latin_1"
    r"|koi8_[rtu]|mac_\w+|shift_jis\w*|euc_\w+|gb\w+|big5\w*|hz|johab|tis_620|ptcp154|kz1048"
)
_WIDER = {
    "shift_jis": "cp932", "iso8859_1": WINDOWS, "latin_1": WINDOWS, "ascii": WINDOWS,
    "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "big5": "cp950",
    "iso8859_9": "cp1254", "iso8859_11": "cp874", "tis_620": "cp874",
}  # fmt: skip
"""What is written under a narrow name is mostly its wider sister (Source: WHATWG Encoding)."""
_ALIASES = {
    "ansi": WINDOWS, "windows": WINDOWS, "unicode": "utf_16", "windows-31j": "cp932",
    "x-sjis": "cp932", "sjis": "cp932", "x-euc-jp": "euc_jp", "x-gbk": "gb18030",
    "x-mac-roman": "mac_roman", "windows-874": "cp874", "x-windows-949": "cp949",
    "windows-949": "cp949", "iso-8859-8-i": "iso8859_8", "x-x-big5": "cp950",
}  # fmt: skip
"""Names that phones and mail programs write and Python doesn't know."""

DOUBTFUL = (
    "read as Windows-1252, by which some words look wrong;"
    " if so, import it with --encoding, such as cp1251 or shift_jis"
)
_HIGH = re.compile(r"[^\x00-\x7f]+")
_RARE = frozenset("‚ƒ†‡ˆ‰‹›˜¢£¤¥¦¨¬¯±µ¶¸¼½¾×÷\ufffd")
"""Signs that don't stand beside letters in the languages that Windows-1252 is made for."""
_USUAL = frozenset("‘’“”–—…«»„·")
"""Those that do, and more than one after another."""
_LOOKED_AT = 2000
_WRONG_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text, and the encoding that fitted."""

    text: str
    encoding: str
    guessed: bool = False
    """Whether that was the last resort, as it is no Unicode."""


def looks_wrong(text: str) -> bool:
    """Whether text that was taken for Windows-1252 looks as if it were something else.

    There, letters beyond ASCII stand alone or in pairs among others, and small before small. In
    Cyrillic, Greek, Chinese or Japanese taken for it they follow one another, and with signs.
    """
    found = list(islice(_HIGH.finditer(text), _LOOKED_AT))
    wrong = sum(
        _is_wrong(
            one[0], text[max(0, one.start() - 1) : one.start()], text[one.end() : one.end() + 1]
        )
        for one in found
    )
    return bool(wrong) and wrong >= _WRONG_SHARE * len(found)


def _is_wrong(run: str, before: str, after: str) -> bool:
    letters = [char for char in run if char not in _USUAL]
    beside = before.isalpha() or after.isalpha() or len(run) > 1
    capital_within = before.isalpha() and run.isupper() and (before.islower() or after.islower())
    return len(letters) > 2 or capital_within or (beside and not _RARE.isdisjoint(run))


def codec(name: str) -> str | None:
    """Python's name of a text encoding, None if `name` is none (`rot13` isn't one)."""
    plain = name.strip().lower()
    try:
        found = codecs.lookup(_ALIASES.get(plain, plain)).name.replace("-", "_")
    except (LookupError, ValueError):
        return None
    if not _TEXT_CODECS.fullmatch(found):
        return None
    return _WIDER.get(found, UTF8 if found == "utf_8" else found)


def chosen(encoding: str | None) -> str | None:
    """The codec the user asked for, None for none.

    Raises:
        BadInput: nobody knows an encoding of that name.
    """
    if not encoding:
        return None
    found = codec(encoding)
    if found is None:
        raise BadInput(f"no encoding is called {encoding!r}; try utf-8, cp1252 or utf-16")
    return found


def refuse_what_is_no_text(raw: bytes) -> None:
    """Nothing, for a file that can be text.

    Raises:
        BadInput: empty, too large, or of a kind that holds no readable contacts.
    """
    if len(raw) > MAX_BYTES:
        raise BadInput(f"{len(raw) / 1e6:.0f} MB; more than 100 MB isn't read")
    head = raw[:_SAMPLE]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise BadInput(f"this is {kind}")
    mark = next((mark for mark, _ in _MARKS if head.startswith(mark)), b"")
    if not _SOMETHING.search(raw, len(mark)):
        raise BadInput("the file is empty")
    if _HTML.match(head):
        raise BadInput("this is a web page, not contacts; sign in and download it again")
    if wide(raw) is None:
        _refuse_binary(head.rstrip(b"\0") or head)


def _refuse_binary(head: bytes) -> None:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 2 and controls > _BINARY_SHARE * len(head):
        first = re.search(b"[" + re.escape(_CONTROLS) + b"]", head)
        where = first.start() if first else 0
        raise BadInput(f"this isn't text: byte 0x{head[where]:02x} at position {where}")


def wide(raw: bytes) -> str | None:
    """The codec of two- or four-byte text, by its mark or by where its zeros are; else None."""
    for mark, name in _MARKS[1:]:
        if raw.startswith(mark):
            return name
    head = raw[:_SAMPLE]
    quarter = len(head) // 4
    if quarter == 0 or not head.count(0):
        return None
    zeros = [head[at::4].count(0) / quarter for at in range(4)]
    for name, places in _UNMARKED.items():
        share = min(zeros[at] for at in places)
        others = max(zeros[at] for at in range(4) if at not in places)
        if (share > _WIDE_SHARE and others < share / 4) or (share > _SOME and not others):
            return name
    return None


def whole_letters(raw: bytes, name: str) -> bytes:
    """Wide text without the half of a line end that some programs leave behind it."""
    tail = len(raw) % (4 if "32" in name else 2)
    cut = len(raw) - tail
    return raw if raw[cut:].strip(b"\0\r\n\x1a ") else raw[:cut]


def decode(raw: bytes, encoding: str | None = None) -> Decoded:
    """The file's text: as asked, else by its mark, UTF-16, UTF-8, else Windows-1252.

    Raises:
        BadInput: no text, or a byte that the encoding doesn't have, with its position.
    """
    refuse_what_is_no_text(raw)
    asked = chosen(encoding)
    if asked and not (asked == UTF8 and raw.startswith(codecs.BOM_UTF8)):
        return Decoded(_strict(raw, asked), asked)
    if raw.startswith(codecs.BOM_UTF8):
        return Decoded(_strict(raw, "utf-8-sig"), UTF8)
    if found := wide(raw):
        return Decoded(_strict(whole_letters(raw, found), found), found)
    try:
        return Decoded(raw.decode(UTF8), UTF8)
    except UnicodeDecodeError:
        return Decoded(_strict(raw, WINDOWS), WINDOWS, guessed=True)


def _strict(raw: bytes, name: str) -> str:
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as problem:
        at = problem.start
        raise BadInput(
            f"byte 0x{raw[at]:02x} at position {at} isn't {name}; "
            "say which encoding it is with --encoding"
        ) from problem
    return text.removeprefix("\ufeff")
