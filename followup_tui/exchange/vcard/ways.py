"""Properties by which a person is reached, and photos."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from followup_tui.exchange.names import one_line
from followup_tui.exchange.vcard.content import Property
from followup_tui.exchange.vcard.values import components, from_base64, plain
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind

_SERVICES = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-JABBER": "jabber", "X-MSN": "msn", "X-YAHOO": "yahoo",
    "X-SKYPE": "skype", "X-SKYPE-USERNAME": "skype", "X-QQ": "qq", "X-GTALK": "gtalk",
    "X-GOOGLE-TALK": "gtalk", "X-TWITTER": "twitter", "X-SIP": "sip", "X-GADUGADU": "gadu-gadu",
    "X-GROUPWISE": "groupwise", "X-MS-IMADDRESS": "im", "X-TELEGRAM": "telegram",
    "X-SIGNAL": "signal", "X-MATRIX": "matrix",
}  # fmt: skip
_MAGIC = (
    (b"\xff\xd8", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)
_DATA_URI = re.compile(r"data:([\w.+-]+/[\w.+-]+)?[^,]{0,200}?;base64,", re.IGNORECASE)
_WORDS = {"cell": "mobile"}
_UNSPEAKING = frozenset({"", "pref", "internet", "voice", "msg", "x400", "postal", "parcel", "uri"})


@dataclass(slots=True)
class Reached:
    """A way as its property tells it; the label may still come from another line."""

    kind: WayKind
    typed: str
    label: str
    group: str
    preferred: bool


def way(found: Property) -> Reached | None:
    """The way that a property gives, None if it gives none or is empty."""
    read = _READERS.get(found.name)
    if read:
        kind, typed, service = read(found)
    elif found.name in _SERVICES:
        kind, typed, service = WayKind.HANDLE, plain(found.value), _SERVICES[found.name]
    else:
        return None
    label, preferred = _label(found.types()) if found.params else ("", False)
    preferred = preferred or found.param("PREF") == "1"
    group = "" if service else found.group
    return Reached(kind, one_line(typed), service or label, group, preferred)


@lru_cache(maxsize=256)
def _label(types: tuple[str, ...]) -> tuple[str, bool]:
    """What the TYPE words say, and whether they prefer it."""
    spoken = (_WORDS.get(word, word) for word in types if word not in _UNSPEAKING)
    return " ".join(dict.fromkeys(spoken)), "pref" in types


def is_way(found: Property) -> bool:
    """Whether the property is one of those that give ways."""
    return found.name in _READERS or found.name in _SERVICES


Way = tuple[WayKind, str, str]


def _phone(found: Property) -> Way:
    value = plain(found.value).strip()
    return WayKind.PHONE, value[4:] if value[:4].lower() == "tel:" else value, ""


def _email(found: Property) -> Way:
    value = one_line(plain(found.value))
    if value[:7].lower() == "mailto:":
        value = value[7:].partition("?")[0]
    bare = value.rpartition("<")[2].partition(">")[0].strip()
    if "@" in bare:
        value = bare
    return WayKind.EMAIL, value, ""


def _url(found: Property) -> Way:
    return WayKind.URL, plain(found.value), ""


def _handle(found: Property) -> Way:
    scheme, sign, rest = plain(found.value).partition(":")
    service = found.param("X-SERVICE-TYPE").lower()
    if sign and rest:
        return WayKind.HANDLE, rest, service or ("" if scheme.lower() == "im" else scheme.lower())
    return WayKind.HANDLE, scheme, service


def _social(found: Property) -> Way:
    value, service = plain(found.value).strip(), " ".join(found.types())
    if value.lower().startswith(("http:", "https:")):
        return WayKind.URL, value, service
    return WayKind.HANDLE, found.param("X-USER") or value.removeprefix("x-apple:"), service


def _address(found: Property) -> Way:
    parts = (one_line(part) for part in components(found.value))
    return WayKind.ADDRESS, ", ".join(part for part in parts if part), ""


_READERS: dict[str, Callable[[Property], Way]] = {
    "TEL": _phone,
    "EMAIL": _email,
    "URL": _url,
    "IMPP": _handle,
    "X-SOCIALPROFILE": _social,
    "ADR": _address,
}


def photo(found: Property) -> tuple[bytes, str]:
    """Bytes and media type of a picture that stands in the card; no bytes for an address."""
    inline = _DATA_URI.match(found.value)
    if not inline and found.param("ENCODING").upper() not in ("B", "BASE64"):
        return b"", ""
    picture = from_base64(found.value[inline.end() :] if inline else found.value)
    known = next((kind for magic, kind in _MAGIC if picture.startswith(magic)), "")
    said = (inline[1] or "" if inline else "") or found.param("MEDIATYPE") or found.param("TYPE")
    said = said.strip().lower()
    return picture, known or (said if "/" in said or not said else f"image/{said}")
