"""The settings screen: a change holds at once and is kept; what can't be meant is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ui.driving import last_row, press, running, screen_text

from followup_tui.config import load
from followup_tui.ui.dialogs.settings import SettingsDialog


@pytest.fixture
def file(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the settings are kept."""
    monkeypatch.setenv("FOLLOWUP_CONFIG", str(tmp_path / "settings"))
    return tmp_path / "settings" / "settings.toml"


def typed(words: str) -> list[str]:
    names = {"/": "slash", " ": "space", "-": "minus"}
    return [names.get(letter, letter) for letter in words]


async def test_a_theme_changes_at_once_and_is_kept(file: Path) -> None:
    async with running() as pilot:
        assert pilot.app.theme == "dusk"
        await press(pilot, "comma", "2", "enter")
        assert pilot.app.theme == "paper"
        assert f"Settings saved in {file}" in last_row(pilot)
    assert load(file)[0].theme == "paper" and "# zone = " in file.read_text(encoding="utf-8")


async def test_the_next_screen_opens_with_what_was_chosen(file: Path) -> None:
    async with running() as pilot:
        await press(pilot, "comma", "4", "enter", "comma")
        assert pilot.app.theme == "terminal" and "●terminal" in screen_text(pilot)


async def test_dates_are_read_day_first_from_now_on(file: Path) -> None:
    async with running() as pilot:
        await press(pilot, "comma", *["tab"] * 4, "2", "enter")
        assert pilot.app.settings.day_first
    assert load(file)[0].day_first


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        (1, "Mars/Olympus", "'Mars/Olympus' is no time zone such as America/Denver"),
        (2, "Germany", "is no country; write two letters such as US"),
        (3, "Atlantis", "'Atlantis' is no country such as US, DE or US-CO"),
        (5, "noon", "is no hour: write a number from 0 to 12"),
        (5, "25", "is no hour between 0 and 12"),
    ],
)
async def test_a_value_that_cant_be_meant_is_said_and_stays_to_be_mended(
    file: Path, field: int, words: str, said: str
) -> None:
    async with running() as pilot:
        before = pilot.app.settings
        await press(pilot, "comma", *["tab"] * field, "ctrl+u", *typed(words), "enter")
        assert isinstance(pilot.app.screen, SettingsDialog)
        shown = " ".join(screen_text(pilot).replace("│", " ").split())
        assert said in shown and words in shown
        assert pilot.app.settings == before
    assert not load(file)[1] and load(file)[0].zone == ""
