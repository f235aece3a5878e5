"""Named tuples of our own are those of `typing`, whose import they do without."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from followup_tui import tuples


class Ours(tuples.NamedTuple):
    """A row."""

    name: str
    count: int = 0
    """How many."""

    @property
    def twice(self) -> int:
        return 2 * self.count


class Theirs(typing.NamedTuple):
    """A row."""

    name: str
    count: int = 0

    @property
    def twice(self) -> int:
        return 2 * self.count


def test_they_have_the_same_fields_defaults_and_methods() -> None:
    one, other = Ours("Ada", 2), Theirs("Ada", 2)
    assert one == other == ("Ada", 2) and one.twice == other.twice == 4
    assert Ours("Ada").count == 0 and one._replace(count=3) == Ours("Ada", 3)
    assert (Ours._fields, Ours._field_defaults) == (Theirs._fields, Theirs._field_defaults)
    assert one._asdict() == {"name": "Ada", "count": 2} and Ours.__doc__ == "A row."
    assert repr(one) == "Ours(name='Ada', count=2)"
    assert copy.deepcopy(one) == one and type(pickle.loads(pickle.dumps(one))) is Ours
    with pytest.raises(TypeError, match="name"):
        Ours()  # type: ignore[call-arg]
