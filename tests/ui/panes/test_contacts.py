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


def test_a_name_beside_its_organization_is_cut_where_the_organization_begins() -> None:
    assert "…" in drawn(LONG, "Cobalt Press")
    assert drawn(LONG, "Cobalt Press").index("Cobalt") == drawn("Bo Li", "Cobalt Press").index(
        "Cobalt"
    )


def test_without_an_organization_the_name_has_its_room() -> None:
    assert LONG in drawn(LONG)


def test_every_line_has_the_same_width() -> None:
    widths = {cells(drawn(*who)) for who in ((LONG,), (LONG, "Cobalt Press"), ("Bo Li",))}
    assert len(widths) == 1
