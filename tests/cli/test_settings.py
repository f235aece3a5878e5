"""The settings in the shell: numbers reach the actions, and what is wrong is said on stderr."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Writes the settings file of the next command."""
    monkeypatch.setenv("FOLLOWUP_CONFIG", str(tmp_path / "settings"))

    def write(text: str) -> None:
        (tmp_path / "settings").mkdir(exist_ok=True)
        (tmp_path / "settings" / "settings.toml").write_text(text, encoding="utf-8")

    return write


def test_a_number_of_the_table_reaches_an_action(run, chosen) -> None:
    run("add", "contact", "Ruth Adler")
    assert "First try by Wed 25 Nov" in run("refer", "ruth", "Ana Ruiz").out
    chosen("[defaults]\nfirst_try_workdays = 4\n")
    assert "First try by Fri 27 Nov" in run("refer", "ruth", "Marcus Webb").out


def test_what_is_wrong_is_said_and_the_rest_goes_on(run, chosen) -> None:
    chosen('zone = "Mars/Olympus"\n[defaults]\npark_days = "long"\n')
    told = run("due", "--json")
    assert told.code == 1 and told.json == []
    assert "settings.toml, line 1: zone: 'Mars/Olympus' is no time zone" in told.err
    assert "settings.toml, line 3: park_days is no number" in told.err
    assert "No name" not in told.err and "Traceback" not in told.err


def test_the_usual_hours_are_the_users_in_the_shell_too(run, chosen) -> None:
    run("add", "contact", "Ann Ash", "--phone", "303 555 0142")
    run("add", "follow-up", "call", "ann", "today")
    assert run("due", "--json").json[0]["rank"]["reach"] == 5
    chosen('[defaults]\nhours = "mon-fri 10-12"\n')
    assert run("due", "--json").json[0]["rank"] is None


def test_a_hook_refuses_a_command_with_its_own_words(run, chosen, tmp_path: Path) -> None:
    chosen("")
    folder = tmp_path / "settings" / "hooks"
    folder.mkdir()
    (folder / "before-add-contact").write_text("#!/bin/sh\necho 'Enough people.' >&2\nexit 1\n")
    (folder / "before-add-contact").chmod(0o700)
    told = run("add", "contact", "Ann Ash")
    assert (told.code, told.err) == (1, "Enough people.\n")
    assert run("find", "ann").code == 1


def test_what_the_settings_allow_is_no_breach(run, chosen) -> None:
    run("add", "contact", "Ann Ash", "--phone", "303 555 0142")
    step = str(run("add", "follow-up", "call", "ann", "today", "--json").json["id"])
    chosen("[defaults]\nsnoozes = 3\n")
    for day in ("Tue 24 Nov", "Wed 25 Nov", "Fri 27 Nov"):
        assert run("snooze", step, day, "--why", "busy").code == 0
    assert run("check").code == 0
    chosen("[defaults]\nsnoozes = 1\n")
    told = run("check")
    assert told.code == 6 and "was put off 3 times; at most 2 are allowed" in told.out
