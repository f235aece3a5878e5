"""Reads the words the app shows from its data files, with the user's own laid over them.

A file of the user's that can't be meant costs itself alone: ours are used, and it is said.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeVar, cast

from followup_tui.errors import BadInput
from followup_tui.records import dataclass

Table = Mapping[str, object]
W = TypeVar("W")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message or a spoken line, with its blanks."""

    kind: str
    label: str
    subject: str
    body: tuple[str, ...]
    """Sentences; an empty one begins a paragraph."""
    asks: tuple[str, ...]
    """The blanks worth asking the user for, where nothing else fills them."""


@dataclass(frozen=True, slots=True)
class Letters:
    """All messages, and the small words that go into them."""

    letters: Mapping[str, Letter]
    asks: Mapping[str, str]
    """The question that fills a blank."""
    reasons: Mapping[str, str]
    """How a decline says its reason."""
    seen: Mapping[str, str]
    """What a giver can see from there."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Five questions that go together, and the one ask they lead to."""

    name: str
    questions: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask on a call."""

    lists: Mapping[str, tuple[str, ...]]
    presets: tuple[Preset, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """One honest line for a moment of doubt, with its source and where it doesn't reach."""

    id: str
    moment: str
    text: str
    source: str
    limits: str
    repeats: bool
    """Whether the same one may come again soon: it is about the user's own record."""


@dataclass(frozen=True, slots=True)
class FactLines:
    """All such lines, and the words that betray a moment of doubt."""

    lines: tuple[FactLine, ...]
    awkward: tuple[str, ...]


def letters(own: Path | None = None) -> Letters:
    """The messages, with those in the user's folder `own` laid over them, where they can be."""
    return _read("letters.toml", own, _letters)


def questions(own: Path | None = None) -> Questions:
    """The questions and presets, with those in the user's folder `own` laid over them."""
    return _read("questions.toml", own, _questions)


def fact_lines(own: Path | None = None) -> FactLines:
    """The fact lines, with those in the user's folder `own` laid over them."""
    return _read("facts.toml", own, _fact_lines)


def wrong_words(own: Path) -> tuple[str, ...]:
    """What can't be meant in the user's own files; ours are used in their place."""
    said = []
    for name, build in _BUILDS.items():
        try:
            mine = _own(name, own)
            if mine is not None:
                build(_merged(_ours(name), mine))
        except BadInput as error:
            said.append(f"{name}: {error}; ours are used")
    return tuple(said)


def _letters(table: Table) -> Letters:
    kinds = {kind: _letter(kind, _table(one)) for kind, one in _table(table["letters"]).items()}
    seen = {key: " ".join(_texts(one)) for key, one in _table(table["seen"]).items()}
    return Letters(kinds, _strings(table["asks"]), _strings(table["reasons"]), seen)


def _questions(table: Table) -> Questions:
    lists = {name: _texts(one) for name, one in _table(table["lists"]).items()}
    presets = table["presets"]
    if not isinstance(presets, list):
        raise BadInput("presets are written as [[presets]]")
    return Questions(lists, tuple(_preset(_table(one), lists) for one in presets))


def _fact_lines(table: Table) -> FactLines:
    lines = tuple(_fact_line(key, _table(one)) for key, one in _table(table["facts"]).items())
    return FactLines(lines, _texts(table["awkward"]))


_BUILDS: dict[str, Callable[[Table], object]] = {
    "letters.toml": _letters,
    "questions.toml": _questions,
    "facts.toml": _fact_lines,
}
"""Each file, and what is made of it."""


def _read(name: str, own: Path | None, build: Callable[[Table], W]) -> W:
    ours = _ours(name)
    try:
        mine = _own(name, own) if own else None
        return build(_merged(ours, mine) if mine else ours)
    except BadInput:
        return build(ours)


def _ours(name: str) -> Table:
    return tomllib.loads(files("followup_tui.words").joinpath(name).read_text(encoding="utf-8"))


def _own(name: str, own: Path) -> Table | None:
    """The user's file of this name; None where there is none.

    Raises:
        BadInput: It can't be read.
    """
    path = own / name
    if not path.exists():
        return None
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise BadInput(f"it can't be read ({wrong})") from wrong


def _merged(under: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(_table(below), _table(value)) if both else value
    return merged


def _letter(kind: str, table: Table) -> Letter:
    return Letter(
        kind=kind,
        label=_text(table, "label"),
        subject=_text(table, "subject") if "subject" in table else "",
        body=_texts(table.get("body")),
        asks=_texts(table.get("asks", [])),
    )


def _fact_line(key: str, table: Table) -> FactLine:
    return FactLine(
        id=key,
        moment=_text(table, "moment"),
        text=_text(table, "text"),
        source=_text(table, "source"),
        limits=_text(table, "limits"),
        repeats=table.get("repeats") is True,
    )


def _preset(table: Table, lists: Mapping[str, tuple[str, ...]]) -> Preset:
    asked = tuple(_named(place, lists) for place in _texts(table.get("questions")))
    return Preset(_text(table, "name"), asked, _named(_text(table, "ask"), lists))


def _named(place: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    name, _, number = place.partition(" ")
    questions = dict(enumerate(lists.get(name, ()), start=1))
    if not number.isdecimal() or int(number[:4]) not in questions:
        raise BadInput(f'there is no question "{place}"')
    return questions[int(number[:4])]


def _table(value: object) -> Table:
    if not isinstance(value, dict):
        raise BadInput(f"a table is expected, not {value!r}")
    return cast("Table", value)


def _text(table: Table, key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise BadInput(f'a text "{key}" is expected, not {value!r}')
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadInput(f"a list of texts is expected, not {value!r}")
    return tuple(value)


def _strings(value: object) -> dict[str, str]:
    table = _table(value)
    return {key: _text(table, key) for key in table}
