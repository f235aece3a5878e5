"""Keeping in touch, said by keys: how often, and the first date at once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from conftest import NOW
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions.keeping import keep_in_touch
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.rules.facts import Owed, TieClass
from followup_tui.store.dealings import FollowUp
from followup_tui.store.models import Contact


async def test_a_class_gives_somebody_a_cadence_and_a_date_and_one_undo_takes_both(
    book: Path,
) -> None:
    ruth = add_contact(NOW, ContactForm("Ruth Adler")).added("contact")[0]
    async with running(60, 20) as pilot:
        await press(pilot, "2", "a", "4")
        assert "Every 14 days" in screen_text(pilot) and "lost sight of" in screen_text(pilot)
        await press(pilot, "2")
        assert Contact.get_by_id(ruth).tie_class == TieClass.A
        step = FollowUp.get(FollowUp.contact == ruth)
        assert step.owed == Owed.IN_TOUCH
        assert abs(step.due - (NOW.today + timedelta(days=30))) <= timedelta(days=3)
        assert "Keep in touch with Ruth Adler" in last_row(pilot)
        await press(pilot, "u")
        assert Contact.get_by_id(ruth).tie_class is None
        assert not FollowUp.select().where(FollowUp.contact == ruth).exists()


async def test_days_of_their_own_give_way_to_a_class(book: Path) -> None:
    ruth = add_contact(NOW, ContactForm("Ruth Adler")).added("contact")[0]
    keep_in_touch(NOW, ruth, days=7)
    async with running() as pilot:
        await press(pilot, "2", "a", "4", "3")
        due = FollowUp.get(FollowUp.contact == ruth, FollowUp.state == "open").due
        assert due > date(2027, 2, 1)


async def test_without_anybody_at_hand_it_is_not_offered(book: Path) -> None:
    async with running() as pilot:
        await press(pilot, "a")
        assert "Follow-up" in screen_text(pilot) and "Keeping in touch" not in screen_text(pilot)
