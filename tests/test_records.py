"""Data classes of our own behave as the standard library's, whose cost they don't have."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field
from pathlib import Path

import pytest

import followup_tui
from followup_tui.records import dataclass

FILES = sorted(Path(followup_tui.__path__[0]).rglob("*.py"))


@dataclass(frozen=True, slots=True)
class Ours:
    """With all that a record may have."""

    name: str
    place: str = "Corgate"
    marks: Mapping[str, int] = field(default_factory=dict)
    seen: int = field(default=0, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """The same by the standard library."""

    name: str
    place: str = "Corgate"
    marks: Mapping[str, int] = field(default_factory=dict)
    seen: int = field(default=0, compare=False)


@dataclass(slots=True)
class Open:
    """One that is filled in."""

    words: list[str] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.count = len(self.words)


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_objects_are_made_compared_shown_and_copied(kind: type[Ours]) -> None:
    one, other = kind("Ada", seen=1), kind("Ada", "Corgate", {}, 2)
    assert one == other and one != kind("Ben") and one != "Ada"
    assert one.marks is not other.marks
    assert repr(one) == f"{kind.__name__}(name='Ada', place='Corgate', marks={{}}, seen=1)"
    assert dataclasses.replace(one, name="Ben") == kind("Ben")
    assert dataclasses.asdict(one) == {"name": "Ada", "place": "Corgate", "marks": {}, "seen": 1}
    assert copy.deepcopy(one) == one and pickle.loads(pickle.dumps(one)) == one
    assert hash(kind("Ada", marks=())) == hash(kind("Ada", marks=()))
    match one:
        case kind(name, place):
            assert (name, place) == ("Ada", "Corgate")


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_cannot_be_is_refused(kind: type[Ours]) -> None:
    with pytest.raises(TypeError, match="name"):
        kind()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="other"):
        kind("Ada", other=1)  # type: ignore[call-arg]
    one = kind("Ada")
    with pytest.raises(FrozenInstanceError):
        one.name = "Ben"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_one_that_is_not_frozen_is_filled_in_and_cannot_be_hashed() -> None:
    one = Open(["a", "b"])
    assert (one.count, Open().words) == (2, [])
    one.count = 5
    assert one == copy.deepcopy(one) != Open(["a", "b"])
    with pytest.raises(TypeError):
        hash(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_record_of_the_program_is_one_of_these(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
            assert path.name == "records.py" or "dataclass" not in {n.name for n in node.names}
