"""However the list is moved about in, a row is the one that its place in the whole list says."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_tui.rules.folding import fold
from followup_tui.store import people
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact
from followup_tui.ui.panes.everybody import Everybody

MANY = 730


@undoable
def add_many(change: Change) -> str:
    names = [f"{'ABC'[number % 3]}nn {number // 4:03}" for number in range(MANY)]
    change.add_many(
        Contact, [{"name": name, "folded": fold(name), "created_at": NOW.at} for name in names]
    )
    return "Many"


@pytest.fixture
def many(book: Path) -> list[int]:
    """The ids of many people, some of one name, in the order of the list."""
    add_many(NOW)
    return [line.id for line in people.page(MANY + 1)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.lists(st.tuples(st.integers(0, MANY + 20), st.integers(1, 60)), max_size=12))
def test_any_window_is_a_slice_of_the_whole(many: list[int], asked: list[tuple[int, int]]) -> None:
    everybody = Everybody()
    assert everybody.recount() == MANY
    for start, number in asked:
        found = [line.id for line in everybody.fetch(start, number)]
        assert found == many[start : start + number]


def test_going_on_reads_pages_by_name_and_never_by_number(
    many: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "at", None)
    everybody = Everybody()
    everybody.recount()
    down = [everybody.fetch(place, 1)[0].id for place in range(MANY)]
    up = [everybody.fetch(place, 1)[0].id for place in reversed(range(MANY))]
    assert down == many
    assert up == many[::-1]


def test_nobody_is_counted_before_the_first_paint(
    many: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "count", None)
    assert len(Everybody().fetch(0, 40)) == 40


def test_a_person_is_found_again_near_their_place(many: list[int]) -> None:
    everybody = Everybody()
    everybody.recount()
    assert everybody.place_of(many[150], 120) == 150
    assert everybody.place_of(many[700], 10) is None
