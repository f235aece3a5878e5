"""Fills a text that has {blanks} and [optional clauses]; what isn't known is never shown.

The facts are put in after the template was taken apart, so a brace, a bracket or a bar in a
name is just a letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from followup_tui.errors import BadInput
from followup_tui.records import dataclass

Facts = Mapping[str, str]
"""What is known, by the name of its blank; empty counts as not known."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for a fact; a silent one prints nothing, but needs it all the same."""

    name: str
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The first way in which everything is known; none of them: nothing."""

    ways: tuple[Parts, ...]


Parts = tuple[str | Blank | Choice, ...]


def fill(template: str, facts: Facts) -> str | None:
    """`template` with its facts, or None when one it can't do without isn't known.

    Raises:
        BadInput: the template's brackets or braces don't match.
    """
    return _rendered(_parts(template), facts)


def paragraphs(sentences: Iterable[str], facts: Facts) -> str:
    """The sentences that can be said, as paragraphs; an empty sentence begins one.

    Raises:
        BadInput: as for `fill`.
    """
    found: list[list[str]] = [[]]
    for sentence in sentences:
        if not sentence:
            found.append([])
            continue
        said = (fill(sentence, facts) or "").strip()
        if said:
            found[-1].append(said)
    return "\n\n".join(" ".join(said) for said in found if said)


def blanks_of(template: str) -> frozenset[str]:
    """The names of all blanks in `template`.

    Raises:
        BadInput: as for `fill`.
    """
    return frozenset(_names(_parts(template)))


def _names(parts: Parts) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Blank):
            yield part.name
        elif isinstance(part, Choice):
            for way in part.ways:
                yield from _names(way)


def _rendered(parts: Parts, facts: Facts) -> str | None:
    text = ""
    for part in parts:
        said = _said(part, facts)
        if said is None:
            return None
        # A fact may end its own sentence: "Webb & Sons Inc." needs no second full stop.
        doubled = said.startswith(".") and text.endswith((".", "!", "?"))
        text += said[1:] if doubled else said
    return text


def _said(part: str | Blank | Choice, facts: Facts) -> str | None:
    if isinstance(part, str):
        return part
    if isinstance(part, Blank):
        known = " ".join(facts.get(part.name, "").split())
        return None if not known else "" if part.silent else known
    ways = (_rendered(way, facts) for way in part.ways)
    return next((said for said in ways if said is not None), "")


@lru_cache(maxsize=1024)
def _parts(template: str) -> Parts:
    parts, at = _read(template, 0, "")
    if at != len(template):
        raise _broken(template)
    return parts


def _read(template: str, at: int, until: str) -> tuple[Parts, int]:
    """The parts from `at` on, and where the first character of `until`, or the end, stands."""
    parts: list[str | Blank | Choice] = []
    plain = at
    while at < len(template) and template[at] not in until:
        if template[at] not in "{}[]":
            at += 1
            continue
        parts.append(template[plain:at])
        part, at = _special(template, at)
        parts.append(part)
        plain = at
    parts.append(template[plain:at])
    return tuple(part for part in parts if part != ""), at


def _special(template: str, at: int) -> tuple[Blank | Choice, int]:
    if template[at] == "{":
        name, closed, _ = template[at + 1 :].partition("}")
        if not closed or not name.removesuffix("?").isidentifier():
            raise _broken(template)
        return Blank(name.removesuffix("?"), name.endswith("?")), at + len(name) + 2
    if template[at] != "[":
        raise _broken(template)
    ways: list[Parts] = []
    while not ways or template[at] == "|":
        way, at = _read(template, at + 1, "|]")
        ways.append(way)
        if at == len(template):
            raise _broken(template)
    return Choice(tuple(ways)), at + 1


def _broken(template: str) -> BadInput:
    return BadInput(f"brackets or braces don't match in the words {template!r}")
