"""The backups in the app: made, brought back, and the store looked over."""

from __future__ import annotations

from pathlib import Path

from conftest import NOW
from ui.driving import last_row, press, running, screen_text, settled

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.store import backup
from followup_tui.store.models import Contact
from followup_tui.store.schema import db


async def test_a_copy_is_made_and_brought_back(book: Path) -> None:
    add_contact(NOW, ContactForm("Ada King"))
    async with running() as pilot:
        await press(pilot, "B", "enter")
        assert "Backed up: 1 person" in last_row(pilot)
        kept = [one for one in backup.backups_of(book) if one.why == "asked"]
        add_contact(NOW, ContactForm("Bo Low"))
        await press(pilot, "B")
        assert "you asked for it" in screen_text(pilot)
        row = 2 + backup.backups_of(book).index(kept[0])
        await press(pilot, *["j"] * row, "enter")
        await settled(pilot)
        shown = screen_text(pilot)
        assert "2 people" in shown and "1 person" in shown
        await press(pilot, "2")
        await settled(pilot)
        assert Contact.select().count() == 1
        assert any(one.why == "restore" for one in backup.backups_of(book))


async def test_left_alone_nothing_is_brought_back(book: Path) -> None:
    add_contact(NOW, ContactForm("Ada King"))
    backup.keep("asked")
    add_contact(NOW, ContactForm("Bo Low"))
    async with running() as pilot:
        await press(pilot, "B", "j", "j", "enter", "1")
        await settled(pilot)
        assert Contact.select().count() == 2


async def test_the_store_is_looked_over(book: Path) -> None:
    add_contact(NOW, ContactForm("Ada King"))
    async with running() as pilot:
        await press(pilot, "B", "j", "enter")
        assert "The store is sound." in last_row(pilot)
        db.execute_sql("UPDATE contact SET stars = 3")
        await press(pilot, "B", "j", "enter")
        assert "followup check" in last_row(pilot)
