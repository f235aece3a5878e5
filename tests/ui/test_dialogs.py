"""Forms and choices: what was typed is read back before it is saved, and kept when refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from conftest import NOW
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.steps import NextStep
from followup_tui.rules.facts import Action, FollowUpState, Owed
from followup_tui.store.dealings import FollowUp, Snooze
from followup_tui.store.models import Contact, Lead, Way


def keys(words: str) -> list[str]:
    """Each character as the key that types it."""
    named = {" ": "space", ":": "colon", ";": "semicolon"}
    return [named.get(char, char) for char in words]


async def test_a_snooze_by_digit_shows_its_day_before_it_is_saved(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j", "j", "s", "2")
        assert "→ Tue 24 Nov, 9a" in screen_text(pilot)
        assert not Snooze.select().where(Snooze.to_day == date(2026, 11, 24)).exists()
        await press(pilot, "enter")
        step = Snooze.get(Snooze.to_day == date(2026, 11, 24)).follow_up
        assert (step.contact.name, step.due, step.time) == (
            "Ruth Adler", date(2026, 11, 24), "09:00",
        )  # fmt: skip
        assert step.first_due == date(2026, 11, 20)
        assert "Snoozed: Thank Ruth Adler, Tue 24 Nov" in last_row(pilot)


async def test_a_snooze_in_words_says_where_too(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j", "j", "s", *keys("next week"), "tab", *keys("the library"), "enter")
        put_off = Snooze.get(Snooze.place == "the library")
        assert put_off.to_day == date(2026, 11, 30)


async def test_a_day_nobody_can_mean_is_asked_about_and_nothing_is_saved(world: Path) -> None:
    async with running() as pilot:
        before = Snooze.select().count()
        await press(pilot, "j", "j", "s", *keys("blursday"), "enter")
        assert "When is “blursday”?" in screen_text(pilot)
        assert Snooze.select().count() == before
        await press(pilot, "escape")
        assert pilot.app.is_running and len(pilot.app.screen_stack) == 1


async def test_the_third_snooze_is_none(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "s")
        assert Snooze.select().count() == 4


async def test_a_person_is_added_by_name_alone(book: Path) -> None:
    async with running() as pilot:
        await press(pilot, "a", "1", *keys("Lena Novak"), "enter")
        assert Contact.get().name == "Lena Novak"
        assert "Lena Novak" in screen_text(pilot)
        assert "Added Lena Novak" in last_row(pilot)


async def test_a_form_without_what_it_needs_says_so_and_stays(book: Path) -> None:
    async with running() as pilot:
        await press(pilot, "a", "1", "enter")
        assert "A name, please" in screen_text(pilot)
        assert not Contact.select().exists()


async def test_what_is_known_of_a_person_can_be_changed(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "2", "e", "1", "tab", "tab", "tab", *keys("; 505 555 0119"), "enter")
        ana = Contact.get(Contact.name == "Ana Ruiz")
        typed = [way.typed for way in ana.ways.order_by(Way.id)]
        assert typed == ["+1 505 555 0118", "505 555 0119"]
        assert ana.stars == 2


async def test_a_follow_up_reads_its_action_its_person_and_its_day(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "a", "3", *keys("call about the clips"), "tab", "tab", *keys("3d"))
        shown = screen_text(pilot)
        assert "→ Call Ana Ruiz: about the clips" in shown
        assert "→ Thu 26 Nov" in shown
        await press(pilot, "tab", "tab", "2", "enter")
        step = FollowUp.get(FollowUp.what == "about the clips")
        assert (step.action, step.due) == (Action.CALL, date(2026, 11, 26))
        assert step.owed == Owed.PROMISED
        assert step.contact.name == "Ana Ruiz"


async def test_two_people_who_fit_are_listed_and_none_is_guessed(world: Path) -> None:
    add_contact(NOW, ContactForm("Marcus Weber"))
    async with running() as pilot:
        await press(pilot, "a", "3", *keys("call"), "tab", "ctrl+u", *keys("marcus"))
        assert "“marcus” fits 2 people" in screen_text(pilot)
        await press(pilot, "tab", *keys("thu"), "enter")
        assert len(pilot.app.screen_stack) == 2
        assert not FollowUp.select().where(FollowUp.due == date(2026, 11, 26)).exists()


async def test_changing_what_a_late_follow_up_asks_for_keeps_its_first_day(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j", "j", "e", "2", "ctrl+u", *keys("email the photos"), "enter")
        step = FollowUp.get(FollowUp.what == "the photos")
        assert (step.action, step.first_due) == (Action.EMAIL, date(2026, 11, 20))
        assert step.state == FollowUpState.OPEN


async def test_a_time_in_another_zone_names_it_until_the_time_is_changed(book: Path) -> None:
    contact_id = add_contact(NOW, ContactForm("Emil Berg")).added("contact")[0]
    step = NextStep(Action.CALL, NOW.today, time="18:00", zone="Europe/Berlin")
    add_follow_up(NOW, FollowUpForm(step, contact_id))
    async with running() as pilot:
        await press(pilot, "e", "2", "tab")
        assert "2026-11-23 18:00" in screen_text(pilot)
        assert "→ Mon 23 Nov, 6p Berlin time" in screen_text(pilot)
        await press(pilot, "ctrl+u", *keys("today 19:00"))
        assert "→ Mon 23 Nov, 7p" in screen_text(pilot)
        assert "Berlin time" not in screen_text(pilot)


async def test_a_lead_gets_a_day_to_decide_on(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "a", "2", *keys("Night editor"), "tab", "tab", "ctrl+u", "enter")
        lead = Lead.get(Lead.title == "Night editor")
        step = FollowUp.get(FollowUp.lead == lead)
        assert (step.action, step.due) == (Action.DECIDE, date(2026, 11, 30))


async def test_the_palette_runs_a_command_by_its_name(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "colon", *keys("pin"), "enter")
        assert "Pinned for today: Call Ana Ruiz" in last_row(pilot)


async def test_help_lists_every_key_that_works_here(world: Path) -> None:
    async with running() as pilot:
        told = {
            active.binding.tooltip
            for active in pilot.app.screen.active_bindings.values()
            if active.binding.id and active.binding.tooltip
        }
        await press(pilot, "question_mark")
        shown = screen_text(pilot)
        assert told
        assert [words for words in told if words[:25] not in shown] == []
