"""A person's line in the Contacts pane."""

from __future__ import annotations

from conftest import NOW

from followup_tui.store.people import PersonLine
from followup_tui.text import cells
from followup_tui.ui.panes.contacts import person_line

WIDE = 40
LONG = "Bartholomew Abernathy-Lindqvist"


def drawn(name: str, organization: str = "") -> str:
    line = person_line(PersonLine(1, name, organization, "", 0, False, None, None, ""), NOW, WIDE)
    return "".join(span[0] for span in line)


def test_a_long_name_is_whole_and_its_organization_gives_way_at_a_word() -> None:
    assert LONG in drawn(LONG, "Cobalt Press")
    assert "Bartholomew Li  Abernathy Books  " in drawn("Bartholomew Li", "Abernathy Books Limited")
    assert "…" not in drawn(LONG, "Cobalt Press") + drawn("Bo Li", "Abernathy Books and Maps Ltd")


def test_organizations_begin_in_one_column_but_where_only_so_both_are_whole() -> None:
    usual = drawn("Bo Li", "Cobalt Press").index("Cobalt")
    assert drawn("Bartholomew Li", "Cobalt Press").index("Cobalt") == usual
    assert drawn("Bo Li", "Hartley Ranch Supply Co").index("Hartley") < usual
    assert drawn("Bartholomew Smith", "Cobalt Press").index("Cobalt") > usual


def test_without_an_organization_the_name_has_its_room() -> None:
    assert LONG in drawn(LONG)


def test_every_line_has_the_same_width() -> None:
    told = (
        (LONG,),
        (LONG, "Cobalt Press"),
        ("Bo Li",),
        ("Bo Li", LONG * 2),
        ("李明" * 9, "大公司"),
    )
    assert {cells(drawn(*who)) for who in told} == {WIDE}
