"""Values as JSON text that is safe to show: whole, and yet nothing in it acts on a terminal."""

from __future__ import annotations

import json
import re

_ACTS = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What a terminal obeys or hides; JSON spells it as `\\u....`, and it comes back the same."""


def spell(value: object, indent: int | None = 2, *, ascii_only: bool = False) -> str:
    """`value` as JSON in UTF-8's letters, or none but ASCII's, with what can't be seen escaped."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    return text if text.isascii() else _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
