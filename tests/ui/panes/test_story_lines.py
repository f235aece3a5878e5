"""A story as lines: what is said of a person, in any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW

from followup_tui.actions import calls
from followup_tui.reports.cards import card_of, short_form
from followup_tui.rules.facts import Outcome
from followup_tui.store import book as store
from followup_tui.store.agenda import Due, agenda
from followup_tui.store.models import Contact
from followup_tui.store.story import LeadLine, Story, story
from followup_tui.ui.panes.overdue import due_line, initialled
from followup_tui.ui.panes.story_lines import Card, stage_line, story_lines
from followup_tui.ui.spans import Line, width_of


def read(lines: list[Line]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


def told(name: str) -> tuple[Story, Due | None]:
    contact = Contact.get(Contact.name == name)
    found = agenda(store.connection(), NOW)
    listed = (*found.overdue, *found.today, *found.later, *found.coming)
    return story(contact.id), next((due for due in listed if due.contact_id == contact.id), None)


def short_card(who: Story) -> Card:
    said, asked = short_form(card_of(who, NOW))
    return Card("".join(said.lines), asked.lines)


def lines_of(name: str, width: int = 66) -> str:
    who, due = told(name)
    return read(story_lines(who, due, NOW, width, short_card(who)))


def test_the_story_of_a_name_that_was_given(world: Path) -> None:
    said = lines_of("Marcus Webb")
    assert "“Call my brother. Tell him I sent you.”\n  — Dan Cole, Fri 13 Nov" in said
    assert "Lead      Summer interns, communications" in said
    assert "Stage     ● new ─ ○ talking" in said
    assert "Loop      ○ Dan has not heard from you since" in said
    assert "7 days late  Call Marcus, promised for Mon 16 Nov" in said
    assert "Say first" in said and "Dan Cole suggested I call" in said
    assert "↷  Snoozed to Wed — didn't know what to ask" in said


def test_the_loop_says_what_the_giver_has_not_heard_yet(world: Path) -> None:
    contact = Contact.get(Contact.name == "Marcus Webb")
    calls.attempt(NOW, contact.id, Outcome.LEFT_VOICEMAIL)
    assert "○ Dan has not heard that you tried" in lines_of("Marcus Webb")
    assert "Gave you  Marcus Webb: tried; they have not heard" in lines_of("Dan Cole")


def test_somebody_closed_now_is_told_when_they_open_here_and_there(world: Path) -> None:
    assert "their day is over; they open Tue at 1a, 9a there" in lines_of("Zoë Müller-Hahn")


@pytest.mark.parametrize("width", [36, 56, 66, 120])
def test_no_line_is_wider_than_the_pane(world: Path, width: int) -> None:
    for contact in Contact.select():
        who, due = told(contact.name)
        for line in story_lines(who, due, NOW, width, short_card(who)):
            assert width_of(line) <= width


@pytest.mark.parametrize("width", [24, 36, 46, 56, 90])
def test_a_row_fills_its_width_exactly_and_keeps_its_marks(world: Path, width: int) -> None:
    found = agenda(store.connection(), NOW)
    for row in (*found.overdue, *found.today, *found.later, *found.coming):
        line = due_line(row, NOW, width)
        assert width_of(line) == width
        if row.snoozes:
            assert read([line]).endswith(f"×{row.snoozes}")


def test_a_giver_is_named_shortly() -> None:
    assert initialled("Ruth Adler") == "R. Adler"
    assert initialled("Dan Cole") == "Dan Cole"
    assert initialled("Ruth Anna Adler-Smith") == "R. Adler-Smith"
    assert initialled("Cher") == "Cher"


@pytest.mark.parametrize("stage", ["new", "contacted", "talking", "interview", "offer", "won"])
def test_every_step_of_a_lead_is_in_sight_in_a_narrow_pane(stage: str) -> None:
    lead = LeadLine(1, "Clerk", "Lyra", stage, None, "", "", None, None)
    told = read([stage_line(lead, 26)])
    assert len(told) <= 26 and told.count("●") + told.count("○") == 5 and stage in told
