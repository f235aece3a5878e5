"""A form that is open while a shell writes: asked, with both shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from conftest import NOW
from ui.driving import press, running, screen_text

from followup_tui.actions import people
from followup_tui.store.person import person


async def test_a_field_changed_by_somebody_else_is_asked_with_both(book: Path) -> None:
    people.add_contact(NOW, people.ContactForm("Ada King", role="editor"))
    async with running() as pilot:
        await press(pilot, "2", "e", "tab", "tab", *"2")
        people.edit_contact(NOW, 1, replace(people.form_of(1), role="chief", place="Denver"))
        await press(pilot, "enter")
        shown = " ".join(screen_text(pilot).split())
        assert "role is “chief”, yours “editor2”" in shown and person(1).role == "chief"
        await press(pilot, "enter")
    assert (person(1).role, person(1).place) == ("editor2", "Denver")
