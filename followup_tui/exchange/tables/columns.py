"""Which column of a table holds what, judged by its title alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from followup_tui.exchange.tables.fields import (
    ADDRESS_PARTS,
    BY_NAME,
    FILLER,
    KIND_WORDS,
    LABEL_OF,
)
from followup_tui.records import dataclass
from followup_tui.rules.folding import fold

_LABEL_COLUMN = re.compile(r"(?:.+ )?\d+ - (?:label|type|service)", re.IGNORECASE)
_OWNERS = re.compile(
    r"^(?:contact|person|lead|customer|client|primary contact|contact person|"
    r"attendee|participant|member|guest|candidate|recruiter) "
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOGETHER = (
    ("e mail", "email"),
    ("e post", "epost"),
    ("linked in", "linkedin"),
    ("git hub", "github"),
    ("whats app", "whatsapp"),
)
_LONGEST = 100
"""Letters of a title; more is a sentence."""
_BARE_PHONES = {
    "home": "home",
    "work": "work",
    "other": "other",
    "primary": "main",
    "abitazione": "home",
}
_WHOLE_WHEN_ALONE = frozenset(
    map(fold, ("nom", "nombre", "nome", "jmeno", "имя", "ім я", "ad", "名", "姓"))
)
"""A first or last name where the other is told too, else the whole name."""
_GERMANIC = frozenset({"vorname", "voornaam", "fornavn", "fornamn"})
"""First names beside which a bare `Name` is the last one."""
_EITHER = re.compile(r"[/|()]|\bor\b")
_SIGNS = re.compile(r"[\W_]+")
_FORMATTED = re.compile(r"address(?: \d+)? formatted|address \d+ value")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its field (`ignore` if nobody knows), and the label its values get."""

    title: str
    field: str
    label: str = ""

    @property
    def spec(self) -> str:
        """As it is written in a mapping: `phone:work`; empty if it is left out."""
        if self.field == "ignore":
            return ""
        return f"{self.field}:{self.label}" if self.label else self.field


def plain_title(title: str) -> str:
    """A column's title for comparing: small letters, no accents, no signs."""
    words = _SIGNS.sub(" ", fold(_CAMEL.sub(" ", title))).strip()
    for apart, together in _TOGETHER:
        words = words.replace(apart, together)
    return words


def columns(titles: Iterable[str]) -> list[Column]:
    """Each title with the field it means; several can't mean the same single thing."""
    plain = [plain_title(title) for title in titles]
    named = set(plain)
    found = [
        Column(title, *_column(title, words, named))
        for title, words in zip(titles, plain, strict=True)
    ]
    split = {column.label for column in found if column.field in ("city", "postal_code")}
    found = [_street(column) if column.label in split else column for column in found]
    for before, given in pairwise(found):
        if given.field == "given" and BY_NAME.get(plain_title(before.title)) == "title":
            found[found.index(before)] = Column(before.title, "prefix")
    return found


def _column(title: str, words: str, named: set[str]) -> tuple[str, str]:
    """Field and label of one column; `Company / Org` is what both of its titles mean."""
    if _LABEL_COLUMN.fullmatch(title.strip()):
        return "label", ""
    meant = _meaning(words, named)
    if meant[0] == "ignore" and len(parts := _EITHER.split(title)) > 1:
        told = {_meaning(plain_title(part), named) for part in parts if part.strip()}
        if len(told) == 1:
            return told.pop()
    return meant


def _street(column: Column) -> Column:
    """An address beside a city of its own is only the street."""
    if column.field != "address":
        return column
    return Column(column.title, "street", column.label)


def _meaning(words: str, named: set[str]) -> tuple[str, str]:
    for candidate in (words, _SIGNS.sub(" ", re.sub(r"\d+", " ", words)).strip()):
        for shorter in (candidate, _OWNERS.sub("", candidate)):
            if field := BY_NAME.get(shorter):
                return _settled(field, shorter, named), _service(field, shorter)
    if _FORMATTED.fullmatch(words):
        return "address", ""
    if len(words) > _LONGEST:
        return "ignore", ""
    if words in _BARE_PHONES and any(LABEL_OF.get(name) == "mobile" for name in named):
        return "phone", _BARE_PHONES[words]
    return _way(_OWNERS.sub("", words)) or _address_part(words) or ("ignore", "")


def _service(field: str, words: str) -> str:
    service = words.split()[0]
    return service if field == "handle" and service not in ("im", "screen", "messenger") else ""


def _settled(field: str, words: str, named: set[str]) -> str:
    """The field of a word that means one thing here and another there."""
    if field in ("title", "headline"):
        told = any(BY_NAME.get(name) == "role" for name in named)
        return {"title": "prefix", "headline": "ignore"}[field] if told else "role"
    others = {BY_NAME.get(name) for name in named if name != words}
    if words in _WHOLE_WHEN_ALONE and others.isdisjoint({"given", "family"}):
        return "name"
    if words == "name" and named & _GERMANIC and "family" not in others:
        return "family"
    return field


def _way(words: str) -> tuple[str, str] | None:
    """`Business Phone 2`: a kind, known labels, and nothing else but filler."""
    tokens = [token for token in words.split() if not token.isdigit()]
    for kind, signs in KIND_WORDS:
        if signs.isdisjoint(tokens):
            continue
        if all(t in LABEL_OF or t in FILLER or t in signs for t in tokens):
            return kind, _label(tokens)
    return None


def _address_part(words: str) -> tuple[str, str] | None:
    """`Business City`: a part of an address, and which address; `Street 2` is a second line."""
    tokens = words.split()
    for start, stop in ((i, i + n) for n in (3, 2, 1) for i in range(len(tokens) - n + 1)):
        part = BY_NAME.get(" ".join(tokens[start:stop]))
        if part not in ADDRESS_PARTS:
            continue
        before = tokens[:start]
        rest = before + [t for t in tokens[stop:] if not t.isdigit()]
        if all(t in LABEL_OF or t in FILLER or t.isdigit() for t in rest):
            return part, _label(rest) or "".join(t for t in before if t.isdigit())
    return None


def _label(tokens: list[str]) -> str:
    return " ".join(dict.fromkeys(LABEL_OF[token] for token in tokens if token in LABEL_OF))
