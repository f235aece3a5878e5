"""Counts in a line: how long it lasted, how many tries it took."""

from __future__ import annotations

import re

from followup_tui.rules.dates.words import NUMBERS
from followup_tui.rules.tokens import Tokens, word_at, word_set

_COMPACT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?-?(m|min|mins|minute|minutes|h|hr|hrs|hour|hours)")
_HOURS_AND = re.compile(r"(\d{1,2})(?:h|hr|hrs|:)(\d{2})(?:m|min|mins|h)?")
_MINUTES = word_set("m min mins minute minutes mn minuets minuts")
_HOURS = word_set("h hr hrs hour hours")
_ABOUT = word_set("about around ~ roughly maybe only like just over under almost nearly")
_OTHERWISE = word_set(
    """of from away ahead behind drive commute late early walk each ride train long earlier out
    before after past until till til to ago notice presentation video break talk window limit"""
)
"""Words after a number of minutes that make it something else: `20 min drive`."""
_TENS = {
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_LONGEST = 720
"""Minutes; nobody talks longer than twelve hours."""


def duration_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Whole minutes and their end: `12 min`, `1h15`, `1.5 hours`, `half an hour`, `two hours`.

    None before `of from away ahead behind drive`: `20 min drive` is no length of a talk.
    """
    at = index + (word_at(tokens, index) == "for")
    at += word_at(tokens, at) in _ABOUT
    at += word_at(tokens, at) == "a" and word_at(tokens, at + 1) in ("good", "solid", "full")
    at += word_at(tokens, at) in ("good", "solid", "full")
    found = _spoken(tokens, at) or _counted(tokens, at)
    if not found:
        return None
    minutes, end = found
    behind = word_at(tokens, end + 1)
    filmed = word_at(tokens, end) == "video" and (behind in _TALKS or behind in ("", ",", ".", ";"))
    if not 0 < minutes <= _LONGEST or (word_at(tokens, end) in _OTHERWISE and not filmed):
        return None
    return minutes, end


_TALKS = word_set("call chat interview meeting screen conference")


def _spoken(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """`half an hour`, `a half hour`, `quarter of an hour`, `an hour and a half`."""
    words = [word_at(tokens, at + step) for step in range(5)]
    for phrase, minutes in _PHRASES:
        if words[: len(phrase)] == phrase:
            return minutes, at + len(phrase)
    return None


_PHRASES = [
    (phrase.split(), minutes)
    for phrase, minutes in (
        ("an hour and a half", 90), ("hour and a half", 90), ("half an hour", 30),
        ("a half an hour", 30), ("a half hour", 30), ("half hour", 30), ("half-hour", 30),
        ("a half-hour", 30), ("quarter of an hour", 15), ("a quarter hour", 15),
        ("three quarters of an hour", 45), ("an hour", 60),
    )
]  # fmt: skip


def _counted(tokens: Tokens, at: int) -> tuple[int, int] | None:
    word = word_at(tokens, at)
    if both := _HOURS_AND.fullmatch(word):
        colon = ":" in word
        if not colon or word_at(tokens, at + 1) in _HOURS:
            return int(both[1]) * 60 + int(both[2]), at + 1 + colon
        return None
    if compact := _COMPACT.fullmatch(word):
        hours = compact[3][0] == "h"
        size = float(f"{compact[1]}.{compact[2] or 0}")
        return _more(tokens, at + 1, int(size * (60 if hours else 1)), hours)
    return _number_and_unit(tokens, at, word)


def _number_and_unit(tokens: Tokens, at: int, word: str) -> tuple[int, int] | None:
    first, hyphen, rest = word.partition("-")
    size = _size(first)
    if size is None:
        return None
    end = at if hyphen else at + 1
    unit = rest if hyphen else word_at(tokens, end)
    if unit in _MINUTES:
        return int(size), end + 1
    if unit not in _HOURS:
        return None
    if [word_at(tokens, end + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
        return int(size * 60) + 30, end + 4
    return _more(tokens, end + 1, int(size * 60), True)


def _size(word: str) -> float | None:
    if word in NUMBERS and word != "few":
        return NUMBERS[word]
    if word in _TENS:
        return _TENS[word]
    return float(word) if re.fullmatch(r"\d{1,3}(\.\d{1,2})?", word) else None


def _more(tokens: Tokens, at: int, minutes: int, hours: bool) -> tuple[int, int]:
    """The minutes behind hours: `1 hr 15`, `1h 15 min`, `1 hour and 10 minutes`."""
    after = at + (word_at(tokens, at) == "and")
    word = word_at(tokens, after)
    if not hours or not re.fullmatch(r"\d{1,2}(m|min|mins)?", word):
        return minutes, at
    unit = word_at(tokens, after + 1) in _MINUTES
    if word.isdigit() and not unit and word not in ("10", "15", "20", "30", "45"):
        return minutes, at
    return minutes + int(re.sub(r"\D", "", word)), after + 1 + unit


_COUNT = re.compile(r"x(\d{1,2})|(\d{1,2})x|[#×](\d{1,2})")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_TRIES = word_set("try attempt call vm voicemail time message msg vmail ring email text")
_LEFT = word_set("vm voicemail message msg vmail call email text")
"""Nouns behind an ordinal that say what happened as well: `2nd vm`."""
_TIMES = word_set("times tries attempts x calls vms voicemails")


def attempts_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """How many tries, or the how manieth: `x2`, `#3`, `3 times`, `on the 2nd try`."""
    word, after = word_at(tokens, index), word_at(tokens, index + 1)
    if word == "on" and after in ("the", "my", "try", "attempt"):
        inside = index + 1 + (after in ("the", "my"))
        tried = attempts_at(tokens, inside)
        return tried if tried and word_at(tokens, tried[1] - 1) in _TRIES | {after} else None
    if found := _COUNT.fullmatch(word):
        return int(found[1] or found[2] or found[3]), index + 1
    if word in ("twice", "thrice"):
        return (2 if word == "twice" else 3), index + 1
    if word in ("x", "×", "try", "attempt", "#", "no") and after.lstrip("#").isdigit():
        return (int(after.lstrip("#")), index + 2) if len(after) < 4 and word != "no" else None
    return _ordinal_try(word, after, index) or _counted_tries(word, after, index)


def ordinal(word: str) -> int | None:
    """The place that an ordinal names: `2nd` and `second` are 2."""
    found = _ORDINAL.fullmatch(word)
    return int(found[1]) if found else _ORDINALS.get(word)


def _ordinal_try(word: str, after: str, index: int) -> tuple[int, int] | None:
    place = ordinal(word)
    if not place or after not in _TRIES:
        return None
    return place, index + (1 if after in _LEFT else 2)


def _counted_tries(word: str, after: str, index: int) -> tuple[int, int] | None:
    count = int(word) if word.isdigit() and len(word) < 3 else NUMBERS.get(word, 0)
    if count and after in _TIMES and word not in ("a", "an", "few", "couple"):
        return count, index + 2
    return None
