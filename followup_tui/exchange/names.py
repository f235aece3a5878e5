"""What to call somebody whose card gives parts of a name, or none."""

from __future__ import annotations

import re

_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Hangul, kana and Han: written with the family name first."""


def one_line(text: str) -> str:
    """`text` with every run of white space made one space."""
    return " ".join(text.split())


def full_name(prefix: str, given: str, additional: str, family: str, suffix: str) -> str:
    """The parts in the order they are spoken; empty if there are none."""
    if not family.isascii() and _FAMILY_FIRST.search(family):
        parts = (prefix, family, given, additional, suffix)
    else:
        parts = (prefix, given, additional, family, suffix)
    return one_line(" ".join(parts))


def shown_name(*candidates: str) -> str:
    """The first candidate that says anything, on one line; empty if none does."""
    for candidate in candidates:
        if name := one_line(candidate):
            return name
    return ""
