"""Case and accents taken off, so that `Lukasz` finds `Łukasz`."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-",
    }
)  # fmt: skip
"""Letters that Unicode doesn't take apart, and the quotes and dashes phones put in."""


def fold(words: str) -> str:
    """`words` without case, accents and invisible characters, for comparing only."""
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    return "".join(c for c in apart if unicodedata.category(c) not in _INVISIBLE).casefold()


_INVISIBLE = frozenset({"Mn", "Cf", "Me"})
