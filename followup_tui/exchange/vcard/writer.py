"""Drafts to vCard 3.0 or 4.0, so that every program and our own reader get back what we know."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator

from followup_tui.exchange.dates import NO_YEAR
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.names import one_line
from followup_tui.exchange.vcard.values import components, escaped, only_text
from followup_tui.rules.facts import WayKind

VERSIONS = ("3.0", "4.0")
FOLD_AT = 75
"""Octets a line, without its end. Source: RFC 6350, 3.2."""

_TYPES = {
    "work": "WORK",
    "home": "HOME",
    "mobile": "CELL",
    "fax": "FAX",
    "pager": "PAGER",
    "other": "OTHER",
    "main": "MAIN",
    "car": "CAR",
    "isdn": "ISDN",
    "video": "VIDEO",
}
_PROPERTIES = {WayKind.EMAIL: "EMAIL", WayKind.PHONE: "TEL", WayKind.URL: "URL"}
_CONTENT_LINE = re.compile(r"(?:[\w-]+\.)?(?!BEGIN|END|VERSION)[\w-]+[;:].*", re.IGNORECASE)
_NO_SCHEME = re.compile(r"[^a-z0-9+.-]")


def write(people: Iterable[ContactDraft], version: str = "3.0") -> bytes:
    """All of them as one file."""
    lines = (line for person in people for line in card(person, version))
    return b"".join(folded(line) for line in lines)


def card(person: ContactDraft, version: str = "3.0") -> Iterator[str]:
    """The content lines of one card, not yet folded."""
    yield from ("BEGIN:VCARD", f"VERSION:{version}")
    yield f"FN:{escaped(one_line(only_text(person.name))) or 'Unnamed'}"
    parts = (person.family, person.given, person.additional, person.prefix, person.suffix)
    yield "N:" + ";".join(map(escaped, parts))
    kept = [only_text(line).replace("\n", "\\n") for line in person.extra]
    kept = [line for line in kept if _CONTENT_LINE.fullmatch(line)]
    yield from _texts(person, any(_says(line, person.organization) for line in kept))
    for number, way in enumerate(person.ways, start=1):
        yield from _way(way, number, version)
    if person.birthday:
        yield _birthday(person.birthday, version)
    if person.photo:
        yield _photo(person, version)
    yield from kept
    yield "END:VCARD"


def _says(line: str, organization: str) -> bool:
    """Whether a kept line is this organization, with its departments."""
    head, _, value = line.partition(":")
    name = head.partition(";")[0].rpartition(".")[2].upper()
    return name == "ORG" and one_line(components(value)[0]) == organization


def _texts(person: ContactDraft, organization_is_kept: bool) -> Iterator[str]:
    organization = "" if organization_is_kept else person.organization
    texts = (
        ("NICKNAME", escaped(person.nickname)),
        ("ORG", escaped(organization)),
        ("TITLE", escaped(person.role)),
        ("NOTE", escaped(person.notes)),
        ("CATEGORIES", ",".join(map(escaped, person.tags))),
        ("TZ", escaped(person.zone)),
        ("UID", escaped(person.uid)),
        ("X-FOLLOWUP-MET", escaped(person.how_met)),
    )
    return (f"{name}:{value}" for name, value in texts if value)


def _way(way: WayDraft, number: int, version: str) -> Iterator[str]:
    words = way.label.split()
    known = all(word in _TYPES for word in words)
    params = "".join(f";TYPE={_TYPES[word]}" for word in words) if known else ""
    if way.preferred:
        params += ";PREF=1" if version == "4.0" else ";TYPE=PREF"
    value = escaped(one_line(way.typed))
    if way.kind is WayKind.HANDLE:
        yield f"IMPP{_service(way.label)}:{_scheme(way.label)}:{value}"
        return
    group = "" if known else f"way{number}."
    if way.kind is WayKind.ADDRESS:
        yield f"{group}ADR{params}:;;{value};;;;"
    else:
        yield f"{group}{_PROPERTIES[way.kind]}{params}:{value}"
    if group:
        yield f"{group}X-ABLabel:{escaped(way.label)}"


def _service(label: str) -> str:
    text = one_line(only_text(label)).replace('"', "'")
    return f';X-SERVICE-TYPE="{text}"' if text else ""


def _scheme(label: str) -> str:
    return _NO_SCHEME.sub("", label.lower()) or "im"


def _birthday(day: str, version: str) -> str:
    if version == "4.0":
        return (
            f"BDAY:--{day[2:].replace('-', '')}"
            if day[0] == "-"
            else f"BDAY:{day.replace('-', '')}"
        )
    if day.startswith("--"):
        return f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}{day[1:]}"
    return f"BDAY:{day}"


def _photo(person: ContactDraft, version: str) -> str:
    packed = base64.b64encode(person.photo).decode()
    if version == "4.0":
        return f"PHOTO:data:{person.photo_kind or 'image/jpeg'};base64,{packed}"
    kind = person.photo_kind.rpartition("/")[2].upper() or "JPEG"
    return f"PHOTO;ENCODING=b;TYPE={kind}:{packed}"


def folded(line: str) -> bytes:
    """The line with its end, cut where it must be, never inside a character."""
    raw = line.encode("utf-8", "replace")
    if len(raw) <= FOLD_AT:
        return raw + b"\r\n"
    pieces, at, room = [], 0, FOLD_AT
    while at < len(raw):
        end = at + room
        while end < len(raw) and 0x80 <= raw[end] < 0xC0:
            end -= 1
        pieces.append(raw[at:end])
        at, room = end, FOLD_AT - 1
    return b"\r\n ".join(pieces) + b"\r\n"
