"""The settings file explains itself, and is changed without losing what was written in it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from followup_tui.actions.settings import (
    TOLD,
    change_file,
    defaults_of,
    make_file,
    template,
)
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
    assert told == {one.name for one in fields(Settings)} - {"folder", "keys", "defaults"}
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


def test_own_numbers_are_taken_and_wrong_ones_named() -> None:
    settings, _ = read(
        "[defaults]\ncards = 6\nreferred_steps = [2, 5]\nlate_factor = 2\n"
        'box_minutes = "long"\npark_days = -1\ncolour = 3\n'
    )
    found, wrong = defaults_of(settings)
    assert (found.cards, found.referred_steps, found.late_factor) == (6, (2, 5), 2)
    assert (found.box_minutes, found.park_days) == (DEFAULTS.box_minutes, DEFAULTS.park_days)
    assert {str(one).split(" ")[1] for one in wrong} >= {"box_minutes", "park_days", "nothing"}
