"""When two spellings mean one thing: the keys by which people, places and ways are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold

_NORTH_AMERICAN = re.compile(r"(?:\+?1[-. ]?)?\(?([2-9]\d\d)\)?[-. ]?([2-9]\d\d)[-. ]?(\d{4})\Z")
"""A number that needs no library: ten digits of the American plan, in its usual dress."""

_LEGAL_FORMS = frozenset(
    "inc incorporated llc llp ltd limited co corp corporation company gmbh ag plc sa sarl bv nv"
    " srl spa sro oy ab as kg pty".split()
)


def email_key(typed: str) -> str | None:
    """An address as it is compared: `Ada@X.example ` is `ada@x.example`; None if it isn't one."""
    found = typed.strip().strip("<>'\"").removeprefix("mailto:").casefold()
    local, _, domain = found.rpartition("@")
    return found if local and "." in domain and " " not in found else None


@lru_cache(maxsize=4096)
def phone_key(typed: str, region: str = "US") -> str | None:
    """A number in E.164, such as `+13035550142`; None where it can't be made out.

    Args:
        typed: The number as somebody spells it.
        region: The home country of numbers without a country code, two letters.
    """
    typed = typed.strip().removeprefix("tel:")
    if region in ("US", "CA") and (found := _NORTH_AMERICAN.match(typed)):
        return "+1" + "".join(found.groups())
    from phonenumbers import (
        NumberParseException,
        PhoneNumberFormat,
        format_number,
        is_possible_number,
        parse,
    )

    try:
        number = parse(typed, region)
    except NumberParseException:
        return None
    if not is_possible_number(number):
        return None
    plain: str = format_number(number, PhoneNumberFormat.E164)
    return plain


def url_key(typed: str) -> str | None:
    """An address of the web without scheme, `www.`, query and closing slash, lower case."""
    found = re.sub(r"\A[a-z]+://", "", typed.strip().casefold())
    found = re.split(r"[?#]", found, maxsplit=1)[0].removeprefix("www.").rstrip("/")
    return found if "." in found and " " not in found else None


def handle_key(typed: str) -> str | None:
    """A handle without its `@`, lower case; None for more or less than one word."""
    found = typed.strip().removeprefix("@").casefold()
    return found if found and " " not in found else None


def name_key(name: str) -> str:
    """A name as it is compared: folded, single spaces, no dots or commas."""
    return " ".join(re.sub(r"[.,]", " ", fold(name)).split())


def organization_key(name: str) -> str:
    """An organization as it is compared: folded, without `The` and its legal form."""
    words = re.sub(r"[.,]", " ", fold(name)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words = words[:-1]
    return " ".join(words)


def way_key(kind: WayKind, typed: str, region: str = "US") -> str | None:
    """A way to reach somebody as it is compared; None where it can't be."""
    match kind:
        case WayKind.EMAIL:
            return email_key(typed)
        case WayKind.PHONE:
            return phone_key(typed, region)
        case WayKind.URL:
            return url_key(typed)
        case WayKind.HANDLE:
            return handle_key(typed)
        case _:
            return None


def keys_of(words: str, region: str = "US") -> tuple[str, ...]:
    """Every key that `words` can be, where they can be a way at all: cheapest first."""
    if "@" in words:
        return tuple(k for k in (email_key(words), handle_key(words)) if k)
    digits = sum(c.isdigit() for c in words)
    if digits >= 5 and not any(c.isalpha() for c in words):
        return tuple(k for k in (phone_key(words, region),) if k)
    return tuple(k for k in (url_key(words),) if k and ("/" in k or "." in k))
