"""Distances that leave it open: `in 2-3 weeks`, `in a day or two`. The first, asked."""

from __future__ import annotations

import re
from dataclasses import replace

from followup_tui.rules.dates.asking import Asking, Day, Stance
from followup_tui.rules.dates.spans import counted_unit, moved
from followup_tui.rules.dates.words import NUMBERS, UNITS
from followup_tui.rules.tokens import Tokens, word_at


def ranged_day(tokens: Tokens, index: int, asking: Asking) -> Day | None:
    """The first of two distances, asked with the other: `in 2-3 weeks`, `in a week or so`."""
    if asking.stance is Stance.PAST:
        return None
    led = word_at(tokens, index) in ("in", "within", "after")
    at = index + led + (led and word_at(tokens, index + 1) in ("about", "maybe", "like"))
    found = _ranged(tokens, at)
    if not found or not (led or found[3] >= len(tokens)):
        return None
    low, high, unit, end = found
    first, last = moved(low, unit, end, asking), moved(high, unit, end, asking)
    if not first or not last:
        return None
    return replace(first, ask="how many?", choices=(last.day,))


def _ranged(tokens: Tokens, index: int) -> tuple[int, int, str, int] | None:
    """Two counts, their unit and the end: `2-3 weeks`, `two to three weeks`, `a day or two`.

    `a week or so` is one or two of them.
    """
    both = _BOTH.fullmatch(word_at(tokens, index))
    first = counted_unit(tokens, index)
    if first and word_at(tokens, first[2]) == "or":
        second = 2 if word_at(tokens, first[2] + 1) == "so" else _count(tokens, first[2] + 1)
        after = counted_unit(tokens, first[2] + 1)
        return (first[0], second, first[1], first[2] + 2) if second and not after else None
    joined = word_at(tokens, index + 1) in ("to", "or", "-", "–")
    low = int(both[1]) if both else _count(tokens, index) if joined else None
    unit_at = index + 1 if both else index + 3
    high = int(both[2]) if both else _count(tokens, index + 2)
    unit = UNITS.get(word_at(tokens, unit_at), "")
    if not low or not high or unit not in ("day", "week", "month", "business"):
        return None
    unit_at += word_at(tokens, unit_at) in ("business", "working")
    return low, high, unit, unit_at + 1


_BOTH = re.compile(r"(\d{1,2})[-–](\d{1,2})")


def _count(tokens: Tokens, at: int) -> int | None:
    word = word_at(tokens, at)
    return int(word) if word.isascii() and word.isdigit() and len(word) < 3 else NUMBERS.get(word)
