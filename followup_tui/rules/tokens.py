"""A typed line cut into words, numbers, marks, addresses and phones, each with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from followup_tui.rules.folding import fold

WORD, NUMBER, MARK = "word", "number", "mark"
QUOTE, EMAIL, URL, PHONE, PLAIN = "quote", "email", "url", "phone", "plain"

_MARKS = "!-/:-@\\[-`{-~¡¿«»“”„‘’–—…•·→\u2010-\u2027\u2030-\u205e\u3000-\u303f"
_REST = rf"[^\s{_MARKS}]"
_PHONE = r"""
    (?<![\w\#$/:.-])
    (?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d))
    (?: \+\d{1,3}(?:[ ./-]?(?:\(\d{1,5}\)|\d{2,5})){2,5}
      | (?:1[ .-])?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}
      | \(?0\d{1,4}\)?(?:[ ./-]\d{2,8}){1,4}
      | \d{3}[.-]\d{4}
    )
    (?:[ ]?(?:x|ext\.?)[ ]?\d{1,5})?
    (?![\w/]|:\w)
"""
_TOKEN = re.compile(
    rf"""
      (?P<quote>"[^"]{{1,200}}"|“[^”]{{1,200}}”)
    | (?P<email>\w[\w.+'-]{{0,63}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}})
    | (?P<url>(?:https?://|www\.)[^\s,;)]+)
    | (?P<phone>{_PHONE})
    | (?P<number>[\#$€£]?\d(?:{_REST}|[:/.,](?=\d)|-(?=\w)|%)*)
    | (?P<word>w/(?!\w+/)|['’‘]?[^\W\d_](?:{_REST}|['’‘](?=[^\W\d_])|(?<=\b\w)\.(?=[^\W\d_])
        |[-‐‑_](?={_REST})|(?<!\bw)/(?=[^\W\d_]))*)
    | (?P<mark>\.{{2,}}|-{{2,}}>?|->|//|\S)
    """,
    re.VERBOSE,
)
"""One pass, no quantifier inside another without a bound: the time grows with the line only."""


class Token(NamedTuple):
    """One word of a line."""

    kind: str
    text: str
    word: str
    """Folded, for comparing."""
    start: int
    end: int


Tokens = Sequence[Token]


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, in order; white space is between them and nowhere else.

    `"w/ Bo Li @Cobalt, 3b"` gives `w/`, `Bo`, `Li`, `@`, `Cobalt`, `,`, `3b`.
    """
    return tuple(
        Token(str(found.lastgroup), found[0], fold(found[0]), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    )


def word_at(tokens: Tokens, index: int) -> str:
    """The folded word at `index`; "" past either end."""
    return tokens[index].word if 0 <= index < len(tokens) else ""


def touching(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` stands right against the one after it."""
    return index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start


Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """A table of phrases of one or more words, each with its meaning; the longest wins."""

    def __init__(self, table: Mapping[str, Meaning]) -> None:
        self._begun: dict[str, dict[str, list[tuple[tuple[str, ...], Meaning]]]] = {}
        for phrase, meaning in table.items():
            first, second, *rest = *phrase.split(), ""
            behind = (second, *rest)[:-1]
            self._begun.setdefault(first, {}).setdefault(second, []).append((behind, meaning))
        for seconds in self._begun.values():
            for choices in seconds.values():
                choices.sort(key=lambda choice: -len(choice[0]))

    def at(self, tokens: Tokens, index: int, end: int) -> tuple[Meaning, int] | None:
        """The meaning of the longest phrase that begins at `index`, and where it ends."""
        seconds = self._begun.get(tokens[index].word) if index < end else None
        if seconds is None:
            return None
        here = tokens[index + 1].word if index + 1 < end else ""
        found = self._longest(seconds.get(here, ()), tokens, index, end) if here else None
        if here in _WITH:
            other = self._longest(seconds.get("with", ()), tokens, index, end)
            found = other if other and (not found or other[1] > found[1]) else found
        alone = seconds.get("")
        return found or ((alone[0][1], index + 1) if alone else None)

    def _longest(
        self,
        choices: Sequence[tuple[tuple[str, ...], Meaning]],
        tokens: Tokens,
        index: int,
        end: int,
    ) -> tuple[Meaning, int] | None:
        for rest, meaning in choices:
            stop = index + 1 + len(rest)
            if stop <= end and all(
                _says(tokens[index + 1 + step].word, word) for step, word in enumerate(rest)
            ):
                return meaning, stop
        return None


def _says(typed: str, word: str) -> bool:
    """Whether a word of a phrase was typed, or the short form of `with`: `followed up w Ana`."""
    return typed == word or (word == "with" and typed in _WITH)


_WITH = frozenset({"w", "w/", "wth", "wit"})


def spelt(*groups: str) -> dict[str, str]:
    """A table from `"meaning: phrase, phrase"` lines, each phrase to its meaning."""
    table: dict[str, str] = {}
    for group in groups:
        meaning, phrases = group.split(":", 1)
        table.update({phrase.strip(): meaning.strip() for phrase in phrases.split(",")})
    return table


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for a vocabulary that reads as prose."""
    return frozenset(text.split())


def phrase_set(text: str) -> dict[str, bool]:
    """The phrases of a text, parted by bars, for a table that only says whether."""
    return dict.fromkeys((" ".join(phrase.split()) for phrase in text.split("|")), True)
