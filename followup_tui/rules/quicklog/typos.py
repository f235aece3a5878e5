"""Slips of thumbs in the words that steer a line, digits for words, apostrophes left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from followup_tui.rules.quicklog.vocabulary import COMMON, GATEKEEPERS, KIN
from followup_tui.rules.tokens import WORD, Token, Tokens, word_at, word_set

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
    real = COMMON | _DAYS | _STEERING
    return {slip: word for slip, word in table.items() if slip not in real}


_SLIPS = _slips()
"""A slip to the word that was meant; days only when swapped, as losing a letter makes names."""


def mended(tokens: Tokens) -> tuple[Token, ...]:
    """The same tokens, with the meaning of small-letter slips: `tlaked to`, `call monady`.

    `not 4 me` and `talk 2 her` are `for` and `to`. What is shown and kept is the word as typed.
    """
    return tuple(_meant(tokens, at, token) for at, token in enumerate(tokens))


def _meant(tokens: Tokens, at: int, token: Token) -> Token:
    if token.kind == WORD and token.word in _SLIPS and token.text.islower():
        return token._replace(word=_SLIPS[token.word])
    if token.word in _SHORT:
        return token._replace(word=_SHORT[token.word])
    digit = _DIGITS.get(token.text)
    behind, before = word_at(tokens, at + 1), word_at(tokens, at - 1)
    if digit and behind in _BEHIND_DIGITS and before not in _CLOCKS and at:
        return token._replace(word=digit, kind=WORD)
    return token


_SHORT = {
    "tlkd": "talked", "tlked": "talked", "spk": "spoke", "clld": "called", "emld": "emailed",
    "msgd": "messaged", "w.": "with", "sez": "says", "frm": "from", "rcvd": "received",
    "recd": "received",
    "rec'd": "received", "abt": "about",
    "intvw": "interview", "intrvw": "interview", "intvu": "interview", "bk": "back",
    "apptmt": "appointment", "convo'd": "chatted", "cld": "called", "tht": "that",
    "yest'day": "yesterday", "nxt": "next", "wk": "week",
}  # fmt: skip
"""Short forms that thumbs use."""
_DIGITS = {"4": "for", "2": "to"}
_BEHIND_DIGITS = word_set("me her him them us u you my")
_CLOCKS = word_set("at by before around about till til until after x # @") | _DAYS
"""Words behind which a digit is an hour or a count."""

OWNED = (
    GATEKEEPERS - {"front"} | KIN.keys() | word_set("machine voicemail vm vmail mailbox cell phone")
    | word_set("number email line address voice")
)  # fmt: skip
"""What somebody has, behind a name whose apostrophe was left out: `graces machine`."""


def bare_owner(tokens: Tokens, at: int) -> str:
    """The name in `graces machine` or `danas cell`, if the word is one; else ""."""
    word = tokens[at].word
    owns = tokens[at].kind == WORD and len(word) > 3 and word[-1] == "s" and word[-2] not in "'s"
    return word[:-1] if owns and word_at(tokens, at + 1) in OWNED else ""


def with_apostrophes(tokens: Tokens, is_name: Callable[[str], bool]) -> tuple[Token, ...]:
    """The same tokens, with `graces machine` meant as `grace's` where only Grace is known."""
    return tuple(
        token._replace(word=f"{owner}'s")
        if (owner := bare_owner(tokens, at)) and is_name(owner) and not is_name(token.word)
        else token
        for at, token in enumerate(tokens)
    )
