"""Values of content lines: escapes, components and lists."""

from __future__ import annotations

import base64
import binascii
import re

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_MEANING = {"n": "\n", "N": "\n", ",": ",", ";": ";", ":": ":", "\\": "\\", '"': '"'}
_COMPONENT = re.compile(r"((?:[^;\\]++|\\.|\\)*+)(?:;|\Z)", re.DOTALL)
_ITEM = re.compile(r"((?:[^,\\]++|\\.|\\)*+)(?:,|\Z)", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def plain(value: str) -> str:
    """A value without its escapes; a backslash before any other letter stands for itself."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: _MEANING.get(m[1], m[0]), value)


def components(value: str) -> list[str]:
    """The parts of a structured value, split at `;`, without escapes."""
    return [plain(part) for part in _split(_COMPONENT, value, ";")]


def listed(value: str) -> list[str]:
    """The parts of a structured value, each of which may be a list, joined by spaces."""
    return [" ".join(items(part)) for part in _split(_COMPONENT, value, ";")]


def items(value: str) -> list[str]:
    """The parts of a list, split at `,`, without escapes."""
    return [plain(item) for item in _split(_ITEM, value, ",")]


def _split(pattern: re.Pattern[str], value: str, sign: str) -> list[str]:
    if "\\" not in value:
        return value.split(sign)
    found = [m[1] for m in pattern.finditer(value)]
    return found if value.endswith(sign) and not value.endswith("\\" + sign) else found[:-1]


def only_text(text: str) -> str:
    """`text` without control characters, all line ends as line feeds."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    r"""`text` as a value: no control characters, line feeds as `\n`, signs escaped."""
    clean = only_text(text)
    for sign in "\\;,":
        clean = clean.replace(sign, "\\" + sign)
    return clean.replace("\n", "\\n")


def from_base64(value: str) -> bytes:
    """The bytes of a base64 value, however it is padded; empty if it is none."""
    packed = "".join(value.split())
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError):
        return b""
