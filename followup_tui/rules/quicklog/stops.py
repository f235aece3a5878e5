"""Which dots end a sentence, and which belong to a title, an initial or a month."""

from __future__ import annotations

from followup_tui.rules.dates.words import MONTHS, WEEKDAYS
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.vocabulary import PARTICLES, TITLES
from followup_tui.rules.tokens import Token, Tokens, touching, word_set

_NEVER = TITLES | word_set(
    "st mt vs approx ext dept eg ie e.g i.e appt tel mohd md ma chr wm mr mrs w/ no. jr sr"
)
"""Abbreviations behind which a capital goes on with the same sentence."""
_MAYBE = word_set("a.m p.m etc inc corp ltd co llc ph.d m.d")
"""Abbreviations that may end a sentence: they do before a capital."""


def full_stop(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the dot at `at` ends a sentence.

    `commute. Told him` and `by wed. thank him` end one; `Dr. K. Subramaniam`, `Dec. 3` and
    `10 a.m. Denver time` don't.
    """
    if at + 1 >= end:
        return True
    before, after = tokens[at - 1] if at else None, tokens[at + 1]
    if before is None or not touching(tokens, at - 1):
        return True
    if touching(tokens, at):
        return len(before.text) > 2 and after.text[:1].isupper()
    return not _abbreviates(before, after)


def _abbreviates(before: Token, after: Token) -> bool:
    number = after.text[:1].isdigit()
    if before.word in MONTHS or before.word in WEEKDAYS:
        return number and len(before.text) < 6
    if before.word in _NEVER:
        return is_capital(after) or number or after.word in PARTICLES
    if before.word in _MAYBE:
        return not is_capital(after)
    named = is_capital(after) or after.word in PARTICLES
    initials = before.text.replace(".", "")
    letters = len(initials) * 2 - 1 == len(before.text) and before.text.isupper()
    return letters and named
