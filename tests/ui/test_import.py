"""A file comes in by keys alone: chosen, looked at, its columns changed, taken in, taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from ui.driving import press, running, screen_text, settled

from followup_tui.store.mappings import remembered
from followup_tui.store.models import Contact
from followup_tui.store.person import person
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.dialogs.progress import ProgressDialog
from followup_tui.ui.screens.import_file import LOOKS, ImportScreen

ODD = "Wer,Firma,Draht,Sonst\nJürgen Beispiel,Orbit,303-555-0142,tea\nAnke Muster,Cobalt,,\n"


def odd(folder: Path) -> Path:
    path = folder / "odd.csv"
    path.write_text(ODD, encoding="utf-8")
    return path


async def open_file(pilot: Pilot[Any], path: Path) -> ImportScreen:
    await pilot.press("I")
    await pilot.pause()
    await typed(pilot, str(path))
    await pilot.press("enter")
    screen = await looked(pilot)
    return screen


async def typed(pilot: Pilot[Any], words: str) -> None:
    line = pilot.app.screen.focused
    line.value = ""  # type: ignore[union-attr]
    line.insert_text_at_cursor(words)  # type: ignore[union-attr]
    await pilot.pause()


async def looked(pilot: Pilot[Any]) -> ImportScreen:
    """Wait until the file was read."""
    await pilot.pause()
    looks = [worker for worker in pilot.app.workers if worker.group == LOOKS]
    if looks:
        await pilot.app.workers.wait_for_complete(looks)
    await pilot.pause()
    assert isinstance(pilot.app.screen, ImportScreen)
    return pilot.app.screen


async def test_columns_are_said_by_keys_and_remembered(world: Path, tmp_path: Path) -> None:
    before = Contact.select().count()
    async with running() as pilot:
        await open_file(pilot, odd(tmp_path))
        assert "organization" in screen_text(pilot) and "Orbit" in screen_text(pilot)
        await press(pilot, "e")
        await typed(pilot, "name")
        await press(pilot, "enter")
        await looked(pilot)
        await press(pilot, "j", "j", "e")
        await typed(pilot, "phone:work")
        await press(pilot, "enter")
        screen = await looked(pilot)
        assert screen.found and screen.found.count and screen.found.count.created == 2
        assert "303-555-0142" in screen_text(pilot) and "2 new" in screen_text(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert Contact.select().count() == before + 2
        made = person(before + 1)
        assert (made.organization, made.ways[0].label) == ("Orbit", "work")
        (mapping,) = remembered().values()
        assert mapping["Wer"] == "name" and mapping["Draht"] == "phone:work"
        await press(pilot, "u")
        assert Contact.select().count() == before


async def test_a_column_can_be_left_out_and_nothing_is_written_on_leaving(
    book: Path, tmp_path: Path
) -> None:
    async with running(80, 24) as pilot:
        await open_file(pilot, odd(tmp_path))
        await press(pilot, "j", "x")
        screen = await looked(pilot)
        assert screen.columns.row is not None and screen.columns.row.spec == ""
        await press(pilot, "escape")
        assert Contact.select().count() == 0 and not remembered()


async def test_cards_show_who_is_in_them_and_what_is_known_already(
    book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cards.vcf"
    path.write_text("BEGIN:VCARD\nFN:[b]Zo[/b]\nEMAIL:zo@x.example\nEND:VCARD\n" * 2)
    async with running(60, 20) as pilot:
        await open_file(pilot, path)
        assert "[b]Zo[/b]" in screen_text(pilot) and "1 known already" in screen_text(pilot)
        await press(pilot, "enter")
        assert [row.name for row in Contact.select()] == ["[b]Zo[/b]"]


async def test_a_file_that_cannot_be_read_says_why_and_changes_nothing(
    book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "page.csv"
    path.write_text("<!doctype html><html>")
    async with running() as pilot:
        await pilot.press("I")
        await pilot.pause()
        await typed(pilot, str(path))
        await press(pilot, "enter")
        await settled(pilot)
        assert "web page" in screen_text(pilot) and Contact.select().count() == 0


async def test_a_stopped_import_changes_nothing(book: Path, tmp_path: Path) -> None:
    async with running() as pilot:
        path = tmp_path / "cards.vcf"
        path.write_text("BEGIN:VCARD\nFN:Zo\nEND:VCARD\n")
        screen = await open_file(pilot, path)
        said: list[str] = []
        pilot.app.said.subscribe(screen, lambda one: said.append(one.words), immediate=True)
        other = sqlite3.connect(book, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        screen.action_take()
        while not isinstance(pilot.app.screen, ProgressDialog):
            await pilot.pause()
        pilot.app._say_that_it_waits()
        await pilot.press("escape")
        other.execute("COMMIT")
        other.close()
        await settled(pilot)
        assert Contact.select().count() == 0 and pilot.app.screen is screen
        assert said == ["Stopped: nothing was changed."]


async def test_paths_complete_themselves(book: Path, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    path = odd(tmp_path / "deep")
    async with running() as pilot:
        await pilot.press("I")
        await pilot.pause()
        await typed(pilot, f"{tmp_path}/de")
        await press(pilot, "tab")
        assert pilot.app.screen.focused.value == f"{path.parent}/"  # type: ignore[union-attr]
        await pilot.press("enter")
        assert (await looked(pilot)).path == path


def test_how_a_mapping_looks(book: Path, tmp_path: Path, snap_compare: Any) -> None:
    path = odd(tmp_path)

    async def open_it(pilot: Pilot[None]) -> None:
        pilot.app.push_screen(ImportScreen(path))
        await looked(pilot)

    assert snap_compare(FollowupTui(), terminal_size=(100, 24), run_before=open_it)
