"""Hostile text goes through every screen and dialog, and does nothing but be read."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from ui.driving import press, running, screen_text
from ui.test_snapshots import hostile_person

from followup_tui.store.models import Contact

NAME = "[b]x[/b] [link=x]y[/]"


def harmless(shown: str) -> bool:
    kinds = {unicodedata.category(char) for char in shown if char != "\n"}
    return kinds.isdisjoint({"Cc", "Cf", "Cs"})


async def test_no_screen_shows_anything_but_harmless_text(book: Path) -> None:
    hostile_person()
    async with running() as pilot:
        assert NAME in screen_text(pilot)
        assert "a␛]52;c;ZXZpbA==␇b ‹RLO›gnp.exe‹PDF› Pay‹ZWSP›Pal" in screen_text(pilot)
        for opened in ("w", "s", "e1", "e2", "a2", "a3", "l", "c"):
            await press(pilot, *opened)
            assert harmless(screen_text(pilot)), opened
            await press(pilot, "escape", "escape")
        await press(pilot, "slash", "left_square_bracket", "b")
        assert NAME in screen_text(pilot)
        await press(pilot, "enter", "v")
        assert f"Voicemail left for {NAME}." in screen_text(pilot)


async def test_a_field_left_alone_is_saved_as_it_was_hidden_characters_and_all(book: Path) -> None:
    hostile_person()
    async with running() as pilot:
        before = Contact.get()
        await press(pilot, "e", "1", "tab", "tab", "x", "enter")
        after = Contact.get()
        assert after.notes == before.notes
        assert after.role != before.role


async def test_pasted_control_characters_become_visible(book: Path) -> None:
    from textual import events

    async with running() as pilot:
        await press(pilot, "slash")
        pilot.app.screen.focused.post_message(events.Paste("a\x1b[2Jb\u202e"))
        await press(pilot)
        assert "a␛[2Jb‹RLO›" in screen_text(pilot)
