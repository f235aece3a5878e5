"""Each honest line at its moment of doubt: one a day, with its source, and gone for ever by `F`."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import NOW
from textual.pilot import Pilot
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions import fact_notes, plans, referrals
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.actions.steps import NextStep
from followup_tui.rules.facts import Action
from followup_tui.store.dealings import FollowUp, Snooze, Touch
from followup_tui.store.facts_shown import hidden, shown
from followup_tui.ui.dialogs.fact import FactDialog
from followup_tui.ui.dialogs.source import SourceDialog

CALLERS, LIKED = "Callers felt closer than writers", "After a talk, people like us more"
GUESS, STRANGERS = "We guess too low", "47 of 50 strangers"
BY_EMAIL = "By email we expect more yeses"
LETTERS = {" ": "space", ",": "comma"}


def keys(text: str) -> list[str]:
    return [LETTERS.get(char, char) for char in text]


def step_with(action: Action, name: str = "Ann Ash") -> FollowUp:
    who = add_contact(NOW, ContactForm(name, emails=("ann@ash.example",))).added("contact")[0]
    plans.add_follow_up(NOW, FollowUpForm(NextStep(action, NOW.today), contact_id=who))
    return FollowUp.get(FollowUp.contact == who)


@pytest.fixture
def referred(book: Path) -> FollowUp:
    """Ruth gave the name of Marcus; his call is on the list, and nothing else is."""
    ruth = add_contact(NOW, ContactForm("Ruth Adler")).added("contact")[0]
    given = (GivenName("Marcus Webb", phone="303-555-0142"),)
    referrals.refer(NOW, ruth, given, Giving())
    for step in FollowUp.select().where(FollowUp.action != Action.CALL):
        plans.done(NOW, step.id)
    return FollowUp.get(FollowUp.state == "open", FollowUp.action == Action.CALL)


def noted() -> set[str]:
    return {one.id for one in shown(NOW)}


async def test_the_first_snooze_of_a_name_says_that_we_guess_too_low(referred: FollowUp) -> None:
    async with running() as pilot:
        await press(pilot, "s", "1", "enter")
        assert GUESS in screen_text(pilot) and noted() == {"F4"}
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, SourceDialog)
        assert "Flynn & Lake 2008" in screen_text(pilot)
        await press(pilot, "escape", "F")
        assert hidden() == {"F4"} and GUESS not in screen_text(pilot)
        assert Snooze.select().count() == 1


async def test_any_other_key_goes_on_as_if_no_line_had_been_there(referred: FollowUp) -> None:
    async with running() as pilot:
        await press(pilot, "s", "1", "enter")
        assert isinstance(pilot.app.screen, FactDialog)
        await press(pilot, "u")
        assert not isinstance(pilot.app.screen, FactDialog)
        assert Snooze.select().count() == 0, "the key undid the snooze"


async def test_the_second_snooze_of_a_name_and_the_first_of_a_mail_say_nothing(
    referred: FollowUp,
) -> None:
    plans.snooze(NOW, referred.id, date(2026, 11, 24), "09:00")
    async with running() as pilot:
        await press(pilot, "s", "1", "enter")
        assert not isinstance(pilot.app.screen, FactDialog) and noted() == set()


async def test_who_is_afraid_to_bother_is_told_of_the_strangers_by_the_rules(
    referred: FollowUp,
) -> None:
    plans.snooze(NOW, referred.id, date(2026, 11, 24), "09:00")
    async with running() as pilot:
        await press(pilot, "2", "slash", *keys("marcus"), "enter", "s")
        await press(pilot, "3", "tab", "tab", "2")
        assert STRANGERS in screen_text(pilot) and noted() == {"F5"}
        await press(pilot, "w")
        assert "Zhao & Epley 2022" in screen_text(pilot)
        await press(pilot, "escape", "F")
        assert STRANGERS not in screen_text(pilot) and hidden() == {"F5"}
        await press(pilot, "enter")
        assert Snooze.select().count() == 2


async def test_a_day_that_has_had_its_line_has_no_other(referred: FollowUp) -> None:
    fact_notes.fact_shown(NOW, "F7")
    plans.snooze(NOW, referred.id, date(2026, 11, 24), "09:00")
    async with running() as pilot:
        await press(pilot, "2", "slash", *keys("marcus"), "enter", "s")
        await press(pilot, "3", "tab", "tab", "2")
        assert "Say" in screen_text(pilot) and STRANGERS not in screen_text(pilot)


@pytest.mark.parametrize("days", [13, 14])
async def test_the_same_line_comes_again_after_a_fortnight_and_not_before(
    referred: FollowUp, days: int
) -> None:
    fact_notes.fact_shown(NOW._replace(at=NOW.at - timedelta(days=days)), "F4")
    async with running() as pilot:
        await press(pilot, "s", "1", "enter")
        assert isinstance(pilot.app.screen, FactDialog) is (days == 14)


async def log(pilot: Pilot[None], line: str) -> None:
    await press(pilot, "l", *keys(line), "enter")


@pytest.mark.parametrize(
    ("line", "says"), [("talked to Ann Ash, I rambled", True), ("talked to Ann Ash, fine", False)]
)
async def test_a_log_that_says_awkward_is_answered(book: Path, line: str, says: bool) -> None:
    step_with(Action.CALL)
    async with running() as pilot:
        await log(pilot, line)
        assert (LIKED in screen_text(pilot)) is says
        assert Touch.select().count() == 1 and noted() == ({"F3"} if says else set())


async def test_a_first_call_that_becomes_a_mail_is_answered(book: Path) -> None:
    step = step_with(Action.CALL)
    async with running() as pilot:
        await press(pilot, "e", "2")
        await press(pilot, "ctrl+u", *keys("email"), "enter")
        assert FollowUp.get(FollowUp.id == step.id).action == Action.EMAIL, last_row(pilot)
        assert CALLERS in screen_text(pilot) and noted() == {"F2"}


async def test_writing_where_a_first_call_is_due_is_answered_in_the_message(
    referred: FollowUp,
) -> None:
    async with running() as pilot:
        await press(pilot, "m")
        while "First email" not in screen_text(pilot):
            await press(pilot, "tab")
        assert CALLERS in screen_text(pilot) and noted() == {"F2"}


async def test_a_mail_with_a_real_ask_is_answered_with_source_and_end(book: Path) -> None:
    step_with(Action.EMAIL)
    async with running() as pilot:
        await press(pilot, "m")
        assert BY_EMAIL in screen_text(pilot) and noted() == {"F6"}
        await press(pilot, "w")
        assert "Roghanizad & Bohns 2017" in screen_text(pilot)
        await press(pilot, "escape", "F")
        assert BY_EMAIL not in screen_text(pilot) and hidden() == {"F6"}
