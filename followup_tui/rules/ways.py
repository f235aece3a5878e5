"""A way to reach somebody as it is compared, whatever its kind."""

from __future__ import annotations

import re

from followup_tui.rules.facts import WayKind
from followup_tui.rules.people import email_key, handle_key, phone_key, url_key

_AROUND_A_NUMBER = re.compile(r"^tel:|[;,]?\s*(?:ext\.?|extension|x)[\s=]*\d+$", re.IGNORECASE)
"""What may stand before and after a phone number, in letters."""
_ABROAD = "00"
"""What most of the world dials for the plus."""


def way_key(kind: WayKind, typed: str, region: str = "US") -> str | None:
    """The key of one way; None where it can't be compared.

    Args:
        kind: What it is.
        typed: As somebody spells it.
        region: The home country of phone numbers without a country code.
    """
    match kind:
        case WayKind.EMAIL:
            return email_key(typed) or None
        case WayKind.PHONE:
            return phone_key(typed, region)
        case WayKind.URL:
            return url_key(typed) or None
        case WayKind.HANDLE:
            return handle_key("", typed).removeprefix(":") or None
        case _:
            return None


def keys_of(words: str, region: str = "US") -> tuple[str, ...]:
    """Every key that `words` can be, if they can be a way: `ada@x.example`, `303 555…`."""
    words = words.strip()
    number = _AROUND_A_NUMBER.sub("", words)
    if "@" in words:
        found = (way_key(WayKind.EMAIL, words), way_key(WayKind.HANDLE, words.removeprefix("@")))
    elif sum(c.isdigit() for c in number) >= 5 and not any(c.isalpha() for c in number):
        dialled = f"+{number.removeprefix(_ABROAD)}" if number.startswith(_ABROAD) else ""
        found = (
            way_key(WayKind.PHONE, number, region),
            way_key(WayKind.PHONE, dialled, region) if dialled else None,
        )
    elif "." in words and " " not in words:
        found = (way_key(WayKind.URL, words), None)
    else:
        return ()
    return tuple(key for key in found if key)


def tel(typed: str, normal: str | None) -> str:
    """A number as phones take it: `tel:+13035550142`; empty where it has no digits."""
    wanted = normal if normal and normal.startswith("+") else typed
    digits = "".join(char for char in wanted if char.isascii() and char.isdigit())
    plus = "+" if wanted.strip().startswith("+") else ""
    return f"tel:{plus}{digits}" if digits else ""
