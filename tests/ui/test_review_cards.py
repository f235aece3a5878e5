"""The cards of the daily review: each decision, undo, the time box, catching up, old questions."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW, contents
from ui.driving import last_row, press, running, screen_text
from ui.reviewing import SESSION, TO_CALLS, TO_DECIDE, TO_WARM_UP, answers, reviewing, step, the

from followup_tui.actions import plans
from followup_tui.actions.log_line import Entry, log_line
from followup_tui.actions.log_reading import understand
from followup_tui.rules.deck import Step
from followup_tui.rules.facts import Action, FollowUpState
from followup_tui.rules.review import Answer
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.minutes import OpenQuestion
from followup_tui.ui.screens import sitting

DECISIONS = {
    "done": (TO_WARM_UP, ("d",), Answer.DONE),
    "snoozed": (TO_CALLS, ("s", "1", "enter"), Answer.SNOOZED),
    "voicemail": (TO_DECIDE, ("v",), Answer.TRIED),
    "no answer": (TO_DECIDE, ("n",), Answer.TRIED),
    "log": (TO_DECIDE, ("l", *"talked 5 min", "enter"), Answer.CALLED),
    "log from the card": (TO_DECIDE, ("c", "l", *"talked 5 min", "enter"), Answer.CALLED),
    "do it now": (TO_DECIDE, ("1", "v"), Answer.TRIED),
    "message": (TO_WARM_UP, ("m", "enter"), Answer.DONE),
    "smaller": (TO_DECIDE, ("2", "escape"), Answer.DONE),
    "ask who gave it": (TO_DECIDE, ("3", "escape"), Answer.PARKED),
    "let go without words": (TO_DECIDE, ("4", "7", "backspace"), Answer.DECLINED),
    "let go with words": (TO_DECIDE, ("x", "2", "enter"), Answer.DECLINED),
    "park": (TO_DECIDE, ("5", "2"), Answer.PARKED),
}


@pytest.mark.parametrize("name", DECISIONS)
async def test_every_decision_moves_on_and_one_undo_takes_it_back(demo: Path, name: str) -> None:
    way, keys, expected = DECISIONS[name]
    async with reviewing(*way) as (pilot, screen):
        before, here, had = contents(), screen.here, answers(screen)
        await press(pilot, *keys)
        assert answers(screen) == [*had, expected] and screen.here != here
        await press(pilot, "u")
        assert screen.here == here and answers(screen) == had
        assert {**contents(), **SESSION} == {**before, **SESSION}
        await press(pilot, "U")
        assert answers(screen) == [*had, expected]


async def test_undo_walks_back_through_pages_skips_and_decisions(demo: Path) -> None:
    async with reviewing("enter", "enter", "d", "space", "v") as (pilot, screen):
        await press(pilot, "u")
        assert answers(screen) == [Answer.DONE, Answer.SKIPPED]
        await press(pilot, "u")
        assert answers(screen) == [Answer.DONE]
        await press(pilot, "u", "u", "u")
        assert step(screen) is Step.BRIEF
        assert the("Ruth Adler", Action.THANK).state == FollowUpState.OPEN


async def test_undo_of_a_pin_leaves_the_place(demo: Path) -> None:
    async with reviewing("enter", "enter", "space", "p", "u") as (_pilot, screen):
        assert answers(screen) == [Answer.SKIPPED]
        assert not FollowUp.select().where(FollowUp.pinned_until == NOW.today).exists()


async def test_the_time_box_asks_before_it_goes_on(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting, "monotonic", lambda: 1000.0)
    async with reviewing("enter", "enter") as (pilot, screen):
        screen._before = 20 * 60
        await press(pilot, "d")
        assert "The time is up." in screen_text(pilot)
        await press(pilot, "d")
        assert "The time is up." in screen_text(pilot)
        await press(pilot, "1")
        assert "Call Ana Ruiz" in screen_text(pilot) and "10:00 left" in screen_text(pilot)
        screen._before = 31 * 60
        await press(pilot, "v", "2")
        assert step(screen) is Step.TOMORROW


async def test_what_another_program_settled_is_passed_over(demo: Path) -> None:
    async with reviewing("enter", "enter") as (pilot, screen):
        plans.done(NOW, the("Ana Ruiz", Action.CALL).id)
        await press(pilot, "d")
        assert "Call Marcus Webb" in screen_text(pilot)
        assert answers(screen) == [Answer.DONE, Answer.GONE]


async def test_after_three_workdays_away_the_rest_is_spread_in_one_step(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW._replace(at=NOW.at + timedelta(days=10))
    monkeypatch.setenv("FOLLOWUP_NOW", later.at.isoformat())
    async with reviewing("enter") as (pilot, screen):
        assert step(screen) is Step.CATCH_UP and "12 are late." in screen_text(pilot)
        await press(pilot, "space", "j", "j", "j", "j", "space")
        before = contents()["follow_up"]
        late = list(FollowUp.select().where(FollowUp.due < later.today))
        await press(pilot, "enter")
        assert step(screen) is Step.CATCH
        assert sum(FollowUp.fetch(one.id).due > later.today for one in late) == 7
        assert the("Ana Ruiz", Action.CALL).due > later.today
        await press(pilot, "u")
        assert step(screen) is Step.CATCH_UP and contents()["follow_up"] == before
        await press(pilot, "U")
        assert step(screen) is Step.CATCH, "what was chosen isn't asked again"


async def test_a_sixth_is_refused_when_catching_up(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", (NOW.at + timedelta(days=10)).isoformat())
    async with reviewing("enter", "G", "space") as (pilot, screen):
        assert len(screen.chosen) == 5 and last_row(pilot).startswith("5 at most")


async def test_questions_that_a_log_left_are_settled_in_the_catch_step(demo: Path) -> None:
    async with running() as pilot:
        await press(pilot, "l", *"talked to Tom Okafor, call him fri or mon", "enter")
        if not OpenQuestion.select().exists():
            await press(pilot, "escape")
        await press(pilot, "r", "enter")
        open_ = OpenQuestion.select().where(OpenQuestion.answered_at.is_null())
        assert open_.count() == 1 and "Left open in your logs" in screen_text(pilot)
        assert "Fri 27 Nov or Mon 30 Nov" in screen_text(pilot)
        await press(pilot, "1")
        assert "What was meant?" in screen_text(pilot)
        await press(pilot, "1")
        assert open_.count() == 0 and "Left open" not in screen_text(pilot)
        await press(pilot, "u")
        assert open_.count() == 1 and "Left open" in screen_text(pilot)


async def test_a_line_about_nobody_is_said_anew_in_the_catch_step(demo: Path) -> None:
    line = "said call again tomorrow"
    log_line(NOW, Entry(line, understand(line, NOW)))
    open_ = OpenQuestion.select().where(OpenQuestion.answered_at.is_null())
    assert open_.exists() and Touch.select().where(Touch.contact.is_null()).count() == 1
    async with running() as pilot:
        await press(pilot, "r", "enter", "1", "1")
        assert line in screen_text(pilot), "the line is there to be mended"
        await press(pilot, "home", *"talked to Tom Okafor, ", "enter")
        assert not open_.exists(), last_row(pilot)
        assert not Touch.select().where(Touch.contact.is_null()).exists()
        assert Touch.select().order_by(Touch.id.desc()).get().contact.name == "Tom Okafor"
