"""The settings file explains itself, and is changed without losing what was written in it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from followup_tui.actions.chosen import defaults_of, what_is_wrong
from followup_tui.actions.settings import TOLD, change_file, make_file, template
from followup_tui.config import Settings, load, read
from followup_tui.errors import BadInput
from followup_tui.rules.defaults import DEFAULTS, Defaults


def test_the_file_that_is_made_changes_nothing() -> None:
    settings, wrong = read(template())
    assert settings == Settings() and not wrong


def test_every_line_of_it_can_be_put_in_force() -> None:
    lines = [
        line.removeprefix("# ")
        for line in template().splitlines()
        if line.startswith("# [") or (" = " in line and line.startswith("# ") and '":' not in line)
    ]
    settings, wrong = read("\n".join(line for line in lines if "call.log" not in line))
    assert not wrong
    assert defaults_of(settings) == (DEFAULTS, ())


def test_every_setting_and_every_default_is_in_it() -> None:
    told = {name for name, _, _ in TOLD}
    assert told == {one.name for one in fields(Settings)} - {
        "folder", "keys", "defaults", "lines", "wrong",
    }  # fmt: skip
    assert all(f"# {one.name} = " in template() for one in fields(Defaults))


def test_a_change_keeps_every_other_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# mine\nregion = "DE"\n[keys]\n"call.log" = "L"\n', encoding="utf-8")
    change_file(path, {"region": "FR", "days_off": (date(2026, 12, 24),), "day_first": True})
    text = path.read_text(encoding="utf-8")
    assert text.startswith('# mine\nregion = "FR"\n') and '"call.log" = "L"' in text
    settings, wrong = load(path)
    assert (settings.region, settings.day_first) == ("FR", True) and not wrong
    assert settings.days_off == {date(2026, 12, 24)} and settings.keys == {"call.log": "L"}


def test_a_change_that_cant_be_meant_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    make_file(path)
    before = path.read_text(encoding="utf-8")
    with pytest.raises(BadInput, match="no time zone"):
        change_file(path, {"zone": "Mars/Olympus"})
    assert path.read_text(encoding="utf-8") == before


def test_own_numbers_are_taken() -> None:
    settings, wrong = read(
        "[defaults]\ncards = 6\nreferred_steps = [2, 5]\nlate_factor = 2\nplan_time = '8:30'\n"
    )
    found, also_wrong = defaults_of(settings)
    assert (found.cards, found.referred_steps, found.late_factor) == (6, (2, 5), 2)
    assert found.plan_time == "8:30" and found.park_days == DEFAULTS.park_days
    assert not wrong and not also_wrong


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('box_minutes = "long"', "box_minutes is no number from 0 to 3650; 20 is used"),
        ("park_days = -1", "park_days is no number from 0 to 3650; 90 is used"),
        ("park_days = 1000000000", "park_days is no number"),
        ("cards = true", "cards is no number"),
        ("cards = 2.5", "cards is no number"),
        ("colour = 3", "no default is called 'colour'"),
        ("referred_steps = [7, 3]", "referred_steps must rise"),
        ('referred_steps = ["3"]', "referred_steps is no list such as [3, 7]"),
        ("warm_steps = 5", "warm_steps is no list"),
        ("paragraph_words = [60]", "paragraph_words must have 2 numbers"),
        ('hours = "always"', "hours is no hours such as"),
        ('plan_time = "25:00"', "plan_time is no time such as 9:00"),
    ],
)
def test_a_number_that_cant_be_meant_is_named_with_its_line(line: str, said: str) -> None:
    settings, _ = read(f"theme = 'dusk'\n[defaults]\n{line}\n")
    found, (wrong,) = defaults_of(settings)
    assert found == DEFAULTS
    assert str(wrong).startswith("line 3: ") and said in str(wrong)


def test_all_that_is_wrong_is_said_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('colour = "red"\n[defaults]\ncards = "many"\n', encoding="utf-8")
    (tmp_path / "letters.toml").write_text("letters = 3", encoding="utf-8")
    setting, number, words = what_is_wrong(load(path)[0])
    assert setting == "settings.toml, line 1: no setting is called 'colour'"
    assert number.startswith("settings.toml, line 3: cards is no number")
    assert "letters.toml" in words
    assert what_is_wrong(Settings()) == ()
