"""Today: what a user does there, seen on the screen and in the store."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW
from textual.screen import Screen
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions import calls, keeping, people
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.people import ContactForm
from followup_tui.config import Settings
from followup_tui.rules.facts import FollowUpState, Outcome
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.models import Contact
from followup_tui.ui.panes.contacts import ContactsPane, FindLine
from followup_tui.ui.panes.lead import LeadPane
from followup_tui.ui.panes.overdue import OverduePane


def step_of(name: str) -> FollowUp:
    contact = Contact.get(Contact.name == name)
    return FollowUp.get(FollowUp.contact == contact, FollowUp.state == FollowUpState.OPEN)


async def test_the_screen_says_who_is_owed_a_call_and_why(world: Path) -> None:
    async with running() as pilot:
        shown = screen_text(pilot)
        assert "5 overdue · 2 today · 10 in play" in shown
        assert "12d Call   Ana Ruiz" in shown
        assert "promised 40 + late 40 + tie 10 + fresh 3 + put off 10" in shown
        assert "+1 505 555 0118" in shown


async def test_a_voicemail_sets_the_next_try_and_one_key_takes_it_back(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "v")
        assert Touch.get(Touch.outcome == Outcome.LEFT_VOICEMAIL).contact.name == "Ana Ruiz"
        step = step_of("Ana Ruiz")
        assert step.attempt == 2
        assert last_row(pilot).startswith("Voicemail left for Ana Ruiz. Next try Thu 26 Nov")
        assert last_row(pilot).endswith("u Undo")
        assert pilot.app.query_one(OverduePane).row.contact == "Marcus Webb"

        await press(pilot, "u")
        assert not Touch.select().where(Touch.outcome == Outcome.LEFT_VOICEMAIL).exists()
        assert step_of("Ana Ruiz").attempt == 1
        assert last_row(pilot).endswith("U Redo")
        assert "Ana Ruiz" in screen_text(pilot).splitlines()[2]

        await press(pilot, "U")
        assert step_of("Ana Ruiz").attempt == 2


async def test_keys_pressed_at_once_are_done_one_after_the_other(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "d", "d", "u")
        closed = FollowUp.select().where(FollowUp.closed_at == pilot.app.now().at)
        assert closed.count() <= 2
        assert last_row(pilot).startswith("Undid: Done:")


def frames_of(screen: Screen[None]) -> list[str]:
    """What will hold one word for each frame from here on."""
    frames: list[str] = []
    paint = screen._compositor_refresh

    def painted() -> None:
        frames.append("frame")
        paint()

    screen._compositor_refresh = painted  # type: ignore[method-assign]
    return frames


async def test_the_cursor_moves_list_and_story_in_one_frame(world: Path) -> None:
    async with running() as pilot:
        frames = frames_of(pilot.app.screen)
        await press(pilot, "j")
        assert len(frames) == 1
        assert "“Call my brother. Tell him I sent you.”" in screen_text(pilot)


async def test_the_cursor_passes_over_headings_and_stops_at_the_ends(world: Path) -> None:
    async with running() as pilot:
        overdue = pilot.app.query_one(OverduePane)
        await press(pilot, "G")
        assert overdue.row.contact == "Zoë Müller-Hahn"
        await press(pilot, "j")
        assert overdue.row.contact == "Zoë Müller-Hahn"
        await press(pilot, "k")
        assert overdue.row.contact == "Ines Duarte"
        await press(pilot, "g", "k")
        assert overdue.row.contact == "Ana Ruiz"


async def test_a_letter_finds_and_counts_in_one_frame(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "slash")
        contacts = pilot.app.query_one(ContactsPane)
        before = contacts.border_subtitle
        frames = frames_of(pilot.app.screen)
        await press(pilot, "m")
        assert contacts.border_subtitle != before
        assert len(frames) == 1


async def test_find_narrows_as_letters_come_and_esc_shows_everybody_again(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "slash", *"muller")
        assert "Zoë Müller-Hahn" in screen_text(pilot)
        assert "Yusuf Demir" not in screen_text(pilot)
        assert "+49 30 5550 0100" in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.query_one(FindLine).value == ""
        assert "Yusuf Demir" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert pilot.app.is_running


async def test_enter_keeps_what_was_found_and_v_acts_on_them(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "slash", *"priya", "enter", "v")
        assert Touch.get(Touch.outcome == Outcome.LEFT_VOICEMAIL).contact.name == "Priya Nair"


async def test_a_narrow_terminal_shows_one_pane_at_a_time(world: Path) -> None:
    async with running(60, 20) as pilot:
        assert "1 Overdue" in screen_text(pilot) and "3 Lead" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "3 Lead" in screen_text(pilot) and "1 Overdue" not in screen_text(pilot)
        await press(pilot, "escape")
        assert "1 Overdue" in screen_text(pilot)
        await press(pilot, "2")
        assert "2 Contacts" in screen_text(pilot)
        await press(pilot, "tab")
        assert "3 Lead" in screen_text(pilot)


async def test_a_change_from_another_process_shows_and_keeps_the_cursor(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j", "j")
        before = pilot.app.query_one(OverduePane).row.contact
        # Another connection, as another process has one; only the version tells of it.
        import sqlite3

        with sqlite3.connect(world) as other:
            other.execute("UPDATE contact SET name = 'Ana Maria Ruiz' WHERE name = 'Ana Ruiz'")
        pilot.app.look_around()
        await pilot.app.aside(int)  # What was asked before it is answered now.
        pilot.app.look_around()
        await press(pilot)
        assert "Ana Maria Ruiz" in screen_text(pilot)
        assert pilot.app.query_one(OverduePane).row.contact == before


async def test_an_action_that_is_refused_says_why_and_changes_nothing(book: Path) -> None:
    async with running() as pilot:
        await press(pilot, "u")
        assert "There is nothing to undo." in last_row(pilot)


async def test_empty_panes_say_what_would_be_there_and_which_key_fills_them(book: Path) -> None:
    async with running() as pilot:
        shown = screen_text(pilot)
        assert "l logs a call, and whom it was with" in shown
        assert "a adds the first person" in shown
        assert "Pick somebody to see their story." in shown


async def test_keys_that_have_nobody_to_act_on_are_not_offered(book: Path) -> None:
    async with running() as pilot:
        assert "Voicemail" not in last_row(pilot)
        await press(pilot, "v", "n", "d", "s", "e", "y", "p", "w")
        assert pilot.app.is_running and len(pilot.app.screen_stack) == 1


async def test_y_copies_the_number_of_the_person_at_hand(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "y")
        assert pilot.app.clipboard == "+1 505 555 0118"


async def test_w_shows_the_sum_term_by_term(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "w")
        assert "Sum      108" in screen_text(pilot)
        await press(pilot, "escape")
        assert "Sum      108" not in screen_text(pilot)


async def test_p_pins_a_follow_up_to_the_top_of_the_day(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "j", "j", "j", "p")
        assert screen_text(pilot).splitlines()[2].startswith("│  3d Report Dan Cole")


async def test_the_story_scrolls_where_it_does_not_fit(world: Path) -> None:
    async with running(80, 24) as pilot:
        await press(pilot, "3")
        lead = pilot.app.query_one(LeadPane)
        assert lead.border_subtitle == "1 of 2"
        await press(pilot, "G")
        assert lead.border_subtitle == "2 of 2"
        assert "Name given by Ruth" in screen_text(pilot)


@pytest.mark.parametrize("theme", ["dusk", "paper", "ink", "terminal", "nord", "no-such-theme"])
async def test_every_theme_can_be_worn(theme: str, world: Path) -> None:
    async with running(settings=Settings(theme=theme)) as pilot:
        assert "12d Call   Ana Ruiz" in screen_text(pilot)


async def test_any_size_holds(world: Path) -> None:
    async with running(80, 24) as pilot:
        for width, height in ((1, 1), (10, 2), (20, 5), (40, 12), (300, 100), (72, 8)):
            await pilot.resize_terminal(width, height)
            await press(pilot, "j", "2", "3", "1")
        assert pilot.app.is_running


@pytest.mark.parametrize(("days", "said"), [(14, "it is time"), (20, "it is time"), (21, "late")])
async def test_keeping_in_touch_is_time_first_and_late_half_an_interval_after(
    book: Path, monkeypatch: pytest.MonkeyPatch, days: int, said: str
) -> None:
    who = people.add_contact(NOW, ContactForm("Ann Ash")).added("contact")[0]
    calls.log_touch(NOW, TouchForm(who, Outcome.TALKED))
    keeping.keep_in_touch(NOW, who, days=14)
    monkeypatch.setenv("FOLLOWUP_NOW", (NOW.at + timedelta(days=days)).isoformat())
    async with running() as pilot:
        await press(pilot, "g")
        assert f"every 14 days, last Mon 23 Nov: {said}" in screen_text(pilot)
