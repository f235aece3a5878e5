"""Which reader takes which file: the door through which contacts come in and go out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from followup_tui.errors import BadInput, Usage
from followup_tui.exchange import markdown, tables, vcard
from followup_tui.exchange.drafts import Parsed
from followup_tui.exchange.encoding import refuse_what_is_no_text, wide

VCARD = "vcard"

TABLES: dict[str, Callable[..., Parsed]] = {
    name: partial(tables.read, kind=name) for name in ("linkedin", "google", "outlook")
} | {"table": tables.read}
"""Readers of tables by name; all take `mapping`, `region`, `day_first` and `remembered`."""

READERS: dict[str, Callable[..., Parsed]] = {VCARD: vcard.read} | TABLES
"""Readers by the name that `--format` takes; all are called with bytes and an encoding or None."""

WRITERS: dict[str, Callable[..., bytes]] = {
    VCARD: vcard.write,
    "csv": tables.write,
    "md": markdown.write,
}
"""Writers by the name that `--format` takes; all are called with drafts."""

_SNIFFED = 65536
_OTHERS = (
    (r"\[\s*(?:\[\s*)?\"vcard\"", "a jCard (a vCard in JSON)"),
    (r"[\[{]", "JSON, but not a book of followup's own"),
    (r"<\?xml[^>]*>\s*<plist|bplist\d\d", "a property list"),
    (r"<\?xml|<vcards?\b", "XML"),
    (r"(?:#[^\n]*\n|version: *1\s)*\s*dn::? ", "LDIF"),
    (r"BEGIN:VCALENDAR", "a calendar"),
    (r"(?:(?:Received|Return-Path|From|To|Subject|Date|MIME-Version|Message-ID): [^\n]*\n){3}",
     "a mail; followup log --eml - takes it"),
)  # fmt: skip
_KNOWN_OTHERS = tuple((re.compile(rf"\s*(?:{sign})", re.I), name) for sign, name in _OTHERS)
"""How files begin that hold contacts, maybe, but in no way that is read here."""


def sniff(raw: bytes, filename: str = "") -> str:
    """The name of the reader that fits: by content first, by the file's name if that is silent."""
    head = raw[:_SNIFFED]
    if name := wide(head):
        head = head[: len(head) // 4 * 4].decode(name, "ignore").encode()
    if b"BEGIN:VCARD" in head.upper().replace(b" ", b""):
        return VCARD
    if filename.lower().endswith((".vcf", ".vcard")):
        return VCARD
    return "table"


def refuse_others(raw: bytes) -> None:
    """Say what a file is that is neither cards nor a table, rather than look for columns in it.

    Raises:
        BadInput: it is one of those.
    """
    head = raw[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    text = head.decode(wide(head) or "utf-8", "ignore")
    for sign, name in _KNOWN_OTHERS:
        if sign.match(text):
            hint = "" if "followup" in name else "; export the contacts as vCard (.vcf) or CSV"
            raise BadInput(f"this is {name}{hint}")


def read(
    raw: bytes,
    filename: str = "",
    format: str | None = None,
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    region: str = "US",
    *,
    day_first: bool | None = None,
    remembered: tables.Mappings | None = None,
) -> Parsed:
    """Everybody in a file of contacts, as drafts.

    Args:
        raw: the file.
        filename: for messages, and to tell the format if the content doesn't.
        format: a key of `READERS`; found out if None.
        encoding: found out if None.
        mapping: fields by column title (`tables.FIELDS`), for tables.
        region: where phones and dates without more are from, as ISO 3166 two letters.
        day_first: whether 3/4/2024 is in April; found out if None.
        remembered: mappings of tables taken before, by the signature of their header.

    Raises:
        BadInput: the file can't be read; the message begins with its name.
        Usage: no such format, column or field.
    """
    if format and format not in READERS:
        raise Usage(f"no format is called {format!r}; there are {', '.join(READERS)}")
    try:
        refuse_what_is_no_text(raw)
        name = format or sniff(raw, filename)
        if name == VCARD:
            return vcard.read(raw, encoding)
        if not format:
            refuse_others(raw)
        reader = TABLES[name]
        return reader(
            raw, encoding, mapping, region=region, day_first=day_first, remembered=remembered
        )
    except BadInput as problem:
        raise BadInput(f"{filename}: {problem}" if filename else str(problem)) from problem
