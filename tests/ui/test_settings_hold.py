"""What the settings say holds: numbers, keys, words; and what is wrong in them is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.steps import NextStep
from followup_tui.config import load
from followup_tui.rules.facts import Action, Outcome
from followup_tui.store.dealings import FollowUp, Touch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "settings"
    made.mkdir()
    return made


@pytest.fixture
def ann(book: Path) -> int:
    """Somebody to call today."""
    who = add_contact(NOW, ContactForm("Ann Ash", phones=("303 555 0142",))).added("contact")[0]
    add_follow_up(NOW, FollowUpForm(NextStep(Action.CALL, NOW.today), who))
    return who


def settings(folder: Path, text: str):
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return load(folder / "settings.toml")[0]


@pytest.mark.parametrize(("table", "day"), [("", 26), ("[defaults]\ncold_steps = [1, 7]\n", 24)])
async def test_a_number_of_the_table_decides_when_to_try_again(
    ann: int, folder: Path, table: str, day: int
) -> None:
    """Monday 23 November: three business days by ours, one by the user's own."""
    async with running(settings=settings(folder, table)) as pilot:
        await press(pilot, "v")
    assert Touch.get().outcome == Outcome.LEFT_VOICEMAIL
    (step,) = FollowUp.select().where(FollowUp.state == "open")
    assert step.first_due.day == day


async def test_a_number_of_the_table_decides_how_often_it_may_be_put_off(
    ann: int, folder: Path
) -> None:
    async with running(settings=settings(folder, "[defaults]\nsnoozes = 0\n")) as pilot:
        await press(pilot, "s")
        assert "When" not in screen_text(pilot)
    assert FollowUp.get().snoozes.count() == 0


async def test_the_usual_hours_are_the_users(ann: int, folder: Path) -> None:
    """At nine on Monday nobody can be called where the day begins at ten."""
    ours = settings(folder, '[defaults]\nhours = "mon-fri 10-12"\n')
    async with running(settings=ours) as pilot:
        assert "0 today · 1 in play" in screen_text(pilot)


async def test_a_key_is_the_users(ann: int, folder: Path) -> None:
    ours = settings(folder, '[keys]\n"call.voicemail" = "V"\n')
    async with running(settings=ours) as pilot:
        await press(pilot, "v")
        assert not Touch.select().exists()
        await press(pilot, "V")
        assert Touch.get().outcome == Outcome.LEFT_VOICEMAIL
        await press(pilot, "question_mark")
        assert "V  " in screen_text(pilot)


async def test_one_wrong_key_costs_that_key_alone(ann: int, folder: Path) -> None:
    ours = settings(folder, "[keys]\ncall.log = 'nonsense'\ncall.voicemail = 'V'\n")
    async with running(settings=ours) as pilot:
        await press(pilot, "l")
        assert "Log" in screen_text(pilot)
        await press(pilot, "escape", "V")
        assert Touch.get().outcome == Outcome.LEFT_VOICEMAIL


async def test_two_keys_may_change_places(ann: int, folder: Path) -> None:
    ours = settings(folder, "[keys]\ncall.no-answer = 'v'\ncall.voicemail = 'n'\n")
    async with running(settings=ours) as pilot:
        assert not pilot.app.wrong_settings
        await press(pilot, "n")
        assert Touch.get().outcome == Outcome.LEFT_VOICEMAIL


async def test_the_commands_say_what_a_key_is_called_in_the_settings(ann: int) -> None:
    async with running() as pilot:
        await press(pilot, "colon", *"voice")
        assert "in [keys]: call.voicemail" in screen_text(pilot)


async def test_a_letter_is_the_users(ann: int, folder: Path) -> None:
    (folder / "letters.toml").write_text(
        '[letters.first_email]\nbody = ["Ahoy {to}."]\n', encoding="utf-8"
    )
    ours = replace(settings(folder, ""), folder=folder)
    async with running(settings=ours) as pilot:
        await press(pilot, "m")
        assert "Ahoy Ann" in screen_text(pilot)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("settings.toml", "colour = 3\n", "settings.toml, line 1: no setting is called 'colour'"),
        ("settings.toml", "[defaults]\ncards = 'x'\n", "settings.toml, line 2: cards is no number"),
        ("settings.toml", "theme = 'pink'\n", "line 1: theme: there is no 'pink'; dusk is used"),
        ("settings.toml", "[keys]\ncall.lgo = 'L'\n", "line 2: no key is called 'call.lgo'"),
        (
            "settings.toml",
            "[keys]\n'call.log' = 'elle'\n",
            "line 2: call.log: 'elle' is no key such as L or ctrl+l; l is used",
        ),
        (
            "settings.toml",
            "[keys]\n'call.log' = 'n'\n",
            "line 2: call.log: 'n' is the key of call.no-answer too; l is used",
        ),
        ("settings.toml", "[keys]\n'call.log' = 3\n", "line 2: call.log: 3 is no text"),
        ("letters.toml", "letters = 3\n", "letters.toml: a table is expected"),
    ],
)
async def test_what_is_wrong_is_said_at_the_start(
    ann: int, folder: Path, name: str, text: str, said: str
) -> None:
    ours = settings(folder, "")
    (folder / name).write_text(text, encoding="utf-8")
    ours = load(folder / "settings.toml")[0]
    async with running(settings=ours) as pilot:
        assert said in last_row(pilot)
