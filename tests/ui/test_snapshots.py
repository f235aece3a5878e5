"""How the screens look, at a fixed hour and size. `pytest --snapshot-update` after a change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import NOW

from followup_tui.actions.demo import make_demo
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.steps import NextStep
from followup_tui.config import Settings
from followup_tui.rules.facts import Action
from followup_tui.ui.app import FollowupTui

WIDE, USUAL, SMALL = (120, 36), (80, 24), (60, 20)


@pytest.mark.parametrize("theme", ["dusk", "paper", "ink"])
def test_today(theme: str, world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(Settings(theme=theme)), terminal_size=WIDE, press=["j"])


def test_today_in_a_usual_terminal(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=USUAL)


def test_today_in_a_small_terminal(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=SMALL)


def test_snooze(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=WIDE, press=["j", "j", "s", "3", "d"])


def test_add(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=["a", "1"])


def test_help(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=["question_mark"])


def test_find(world: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=WIDE, press=["slash", "w", "e", "b"])


def test_nobody_yet(book: Path, snap_compare: Any) -> None:
    assert snap_compare(FollowupTui(), terminal_size=USUAL)


def test_hostile_text_is_shown_as_typed(book: Path, snap_compare: Any) -> None:
    """Markup, escape sequences, hidden and turning characters, in every pane."""
    hostile_person()
    assert snap_compare(FollowupTui(), terminal_size=WIDE)


def hostile_person() -> None:
    name = "[b]x[/b] [link=x]y[/]"
    note = "a\x1b]52;c;ZXZpbA==\x07b \u202egnp.exe\u202c Pay\u200bPal\n[@click=app.quit]line[/]"
    form = ContactForm(
        name, organization="[/] \x9b2J", role="\u202eowner", phones=("\x1b[31m555",), notes=note,
        tags=("[red]t[/]",), how_met="e" + "\u0301" * 40,
    )  # fmt: skip
    contact_id = add_contact(NOW, form).added("contact")[0]
    step = NextStep(Action.CALL, NOW.today, what="[reverse]say[/]\x00")
    add_follow_up(NOW, FollowUpForm(step, contact_id))


def test_what_came_of_it(book: Path, snap_compare: Any) -> None:
    make_demo(NOW)
    assert snap_compare(FollowupTui(), terminal_size=WIDE, press=["i"])


def test_what_came_of_it_in_a_usual_terminal(book: Path, snap_compare: Any) -> None:
    make_demo(NOW)
    assert snap_compare(FollowupTui(), terminal_size=USUAL, press=["i", "tab"])
