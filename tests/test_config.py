"""A wrong setting costs itself alone, and says where it is."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from followup_tui import config
from followup_tui.config import Settings, load, read


def test_every_setting_is_read() -> None:
    assert config._TAKES.keys() == {one.name for one in fields(Settings)} - {
        "folder",
        "lines",
        "wrong",
    }


def test_a_missing_file_is_no_fault(tmp_path: Path) -> None:
    settings, wrong = load(tmp_path / "settings.toml")
    assert settings == Settings(folder=tmp_path) and not wrong


def test_settings_are_taken() -> None:
    settings, wrong = read(
        'zone = "Europe/Berlin"\nregion = "de"\nday_first = true\nrollover_hour = 3\n'
        'days_off = [2026-12-24]\ntheme = "paper"\n[keys]\n"lead.log" = "L"\n'
        "[defaults]\ncards = 6\n"
    )
    assert not wrong
    assert (settings.zone, settings.region, settings.day_first) == ("Europe/Berlin", "DE", True)
    assert settings.days_off == {date(2026, 12, 24)} and settings.keys == {"lead.log": "L"}
    assert settings.defaults == {"cards": 6} and settings.lines["cards"] == 10
    assert (settings.lines["theme"], settings.lines["lead.log"]) == (6, 8)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('theme = "paper"\nzone = "Mars/Olympus"', 2, "is no time zone"),
        ('region = "Germany"', 1, "two letters"),
        ("\n\nrollover_hour = 25", 3, "is no hour"),
        ('day_first = "yes"', 1, "neither true nor false"),
        ('days_off = ["24 Dec"]', 1, "without quotes"),
        ('colour = "red"', 1, "no setting is called 'colour'"),
        ("zone = ", 1, "not TOML"),
        ("keys = 3", 1, "as a table"),
        ('country = "Atlantis"', 1, "is no country"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(text: str, line: int, said: str) -> None:
    settings, (wrong,) = read(text)
    assert wrong.line == line and said in str(wrong)
    assert settings.zone == "" and settings.region == "US"


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    settings, (wrong,) = load(path)
    assert settings.theme == "dusk" and "can't be read" in str(wrong)


def test_the_holidays_of_a_country_are_no_business_days() -> None:
    settings, wrong = read('country = "US"\ndays_off = [2026-12-24]')
    assert not wrong
    assert {date(2026, 11, 26), date(2026, 12, 24), date(2027, 1, 1)} <= config.free_days(
        settings, date(2026, 11, 23)
    )
    assert config.free_days(Settings(), date(2026, 11, 23)) == frozenset()
