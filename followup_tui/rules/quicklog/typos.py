"""Slips of thumbs in the words that steer a line: two letters swapped, or one lost."""

from __future__ import annotations

from collections.abc import Iterator

from followup_tui.rules.quicklog.vocabulary import COMMON
from followup_tui.rules.tokens import WORD, Token, Tokens, word_set

_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight morning afternoon"
)
_STEERING = word_set(
    """talked called emailed texted spoke chatted coffee lunch voicemail answer message messaged
    interview promised suggested introduced recommended applied declined thank email follow
    afternoon weekend business minutes through assistant"""
)


def _swapped(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _lost(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1 :]


def _slips() -> dict[str, str]:
    table = {slip: word for word in _DAYS | _STEERING for slip in _swapped(word)}
    table |= {slip: word for word in _STEERING for slip in _lost(word)}
    return {slip: word for slip, word in table.items() if slip not in COMMON | _DAYS | _STEERING}


_SLIPS = _slips()
"""A slip to the word that was meant; days only when swapped, as losing a letter makes names."""


def mended(tokens: Tokens) -> tuple[Token, ...]:
    """The same tokens, with the meaning of small-letter slips: `tlaked to`, `call monady`.

    What is shown and kept is always the word as typed.
    """
    return tuple(
        token._replace(word=_SLIPS[token.word])
        if token.kind == WORD and token.word in _SLIPS and token.text.islower()
        else token
        for token in tokens
    )
