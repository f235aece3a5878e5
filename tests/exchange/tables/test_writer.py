"""CSV out: harmless to a spreadsheet, and the same people in again."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from exchange.people import INES, drafts, unnumbered
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.exchange import tables
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.tables.cells import unguarded
from followup_tui.exchange.tables.writer import guarded
from followup_tui.rules.facts import WayKind


def test_a_person_comes_back_whole() -> None:
    parsed = tables.read(tables.write([INES]))
    assert parsed.format == "google" and not parsed.problems and not parsed.ignored
    assert [unnumbered(d) for d in parsed.drafts] == [unnumbered(INES)]


@given(drafts())
def test_anybody_comes_back(draft: ContactDraft) -> None:
    draft = replace(draft, tags=tuple(t for t in draft.tags if not t.startswith(("*", "'"))))
    (found,) = tables.read(tables.write([draft])).drafts
    assert unnumbered(found) == unnumbered(draft)


@given(st.text(st.sampled_from("'=+-@\t\rab"), max_size=6).map(str.strip))
def test_a_guard_is_put_on_and_taken_off(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("start", list("=+-@\t\r\0"))
def test_no_cell_can_become_a_formula(start: str) -> None:
    bad = f"{start}cmd|' /C calc'!A0"
    person = ContactDraft(
        0, bad, role=bad, organization=bad, notes=bad, tags=(bad,),
        ways=(WayDraft(WayKind.PHONE, bad, bad),),
    )  # fmt: skip
    for row in csv.reader(io.StringIO(tables.write([person]).decode(), newline="")):
        assert not [cell for cell in row if cell and cell[0] in "=+-@\t\r\0"]


def test_raw_writes_cells_as_they_are() -> None:
    assert b"'+1" not in tables.write([INES], raw=True)
    assert b",+1 303-555-0100," in tables.write([INES], raw=True)


def test_more_ways_than_columns_share_the_last_one() -> None:
    many = tuple(WayDraft(WayKind.EMAIL, f"e{n}@x.example", "work") for n in range(900))
    (found,) = tables.read(tables.write([replace(INES, ways=many)])).drafts
    assert found.ways == many
