"""Case and accents taken off, so that `Lukasz` finds `Łukasz`."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-",
    }
)  # fmt: skip
"""Letters that Unicode doesn't take apart, and the quotes and dashes phones put in."""


_LOOKS = str.maketrans("авеікмнорстухјѕαβεικνορτυχ", "abeikmhopctyxjsabeikvoptux")
"""Cyrillic and Greek letters by the Latin ones that they look like, small or capital.

Source: Unicode Technical Standard 39, confusables.
"""
_TWO_ALPHABETS = re.compile(r"\b(?=\w*[a-z])(?=\w*[\u0370-\u03ff\u0400-\u04ff])\w+\b")


def fold(words: str) -> str:
    """`words` without case, accents and invisible characters, for comparing only.

    A word of two alphabets is read as it looks: nobody types one, but who wants to be mistaken.
    """
    if words.isascii():
        return words.casefold()
    return _TWO_ALPHABETS.sub(lambda word: word[0].translate(_LOOKS), _plain(words))


def disguises(words: str) -> frozenset[str]:
    """The words of two alphabets among `words`: `fold` takes each for the one that it imitates."""
    return frozenset() if words.isascii() else frozenset(_TWO_ALPHABETS.findall(_plain(words)))


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words.translate(_PLAIN))
    return "".join(c for c in apart if unicodedata.category(c) not in _INVISIBLE).casefold()


_INVISIBLE = frozenset({"Mn", "Cf", "Me"})
