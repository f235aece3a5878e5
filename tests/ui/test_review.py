"""The daily review by keys alone: every step, left and gone on with, killed, taken back."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from benchmarks.terminal import Terminal
from conftest import NOW
from ui.driving import last_row, press, running, screen_text
from ui.reviewing import TO_CALLS, TOMORROW, answers, reviewing, step, the

from followup_tui.actions import people, plans, review
from followup_tui.actions.demo import make_demo
from followup_tui.actions.people import ContactForm
from followup_tui.actions.plans import FollowUpForm
from followup_tui.actions.steps import NextStep
from followup_tui.rules.deck import Step
from followup_tui.rules.facts import Action, FollowUpState, Outcome, PromiseState
from followup_tui.rules.review import Answer, counted
from followup_tui.store import sessions
from followup_tui.store.book import open_book
from followup_tui.store.dealings import FollowUp, Session, Snooze, TheirPromise, Touch
from followup_tui.store.gains import gains
from followup_tui.store.minutes import FactShown, SessionCard
from followup_tui.store.plans import planned_for
from followup_tui.store.reviewed import reviewed
from followup_tui.ui.screens.card import CardScreen
from followup_tui.ui.screens.review import ReviewScreen
from followup_tui.ui.screens.today import TodayScreen


async def test_the_whole_review_is_played_by_keys_alone(demo: Path) -> None:
    thank, ana = the("Ruth Adler", Action.THANK), the("Ana Ruiz", Action.CALL)
    marcus, dan = the("Marcus Webb", Action.CALL), the("Dan Cole", Action.REPORT_BACK)
    priya, tom = the("Priya Nair", Action.EMAIL), the("Tom Okafor", Action.CALL)
    jo = the("Jo Lindqvist", Action.EMAIL)
    async with reviewing() as (pilot, screen):
        assert step(screen) is Step.BRIEF and "7 cards in 20 minutes" in screen_text(pilot)
        await press(pilot, "enter")
        assert step(screen) is Step.CATCH
        await press(pilot, "enter")
        assert step(screen) is Step.WARM_UP and "Thank Ruth Adler" in screen_text(pilot)
        await press(pilot, "d")
        assert step(screen) is Step.DECIDE and "Call Ana Ruiz" in screen_text(pilot)
        await press(pilot, "s")
        assert step(screen) is Step.DECIDE and last_row(pilot).startswith("Put off long enough")
        await press(pilot, "4", "1", "backspace")
        assert step(screen) is Step.DECIDE and "Call Marcus Webb" in screen_text(pilot)
        await press(pilot, "v")
        assert step(screen) is Step.CALLS and "Report to Dan Cole" in screen_text(pilot)
        await press(pilot, "d", "s", "3", "enter")
        assert "Call Tom Okafor" in screen_text(pilot)
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, CardScreen)
        await press(pilot, "1", "escape", *"talked 12 min, send clips by friday", "enter")
        assert "Email Jo Lindqvist" in screen_text(pilot)
        await press(pilot, "space")
        assert "once more" in screen_text(pilot)
        await press(pilot, "d")
        assert step(screen) is Step.WAITING
        await press(pilot, "d", "enter")
        assert step(screen) is Step.TOMORROW
        await press(pilot, "enter", "end", *" my desk", "enter")
        assert step(screen) is Step.END and "1 of 5 workdays reviewed" in screen_text(pilot)
        assert answers(screen) == [
            Answer.DONE, Answer.DECLINED, Answer.TRIED, Answer.DONE, Answer.SNOOZED,
            Answer.CALLED, Answer.SKIPPED, Answer.DONE,
        ]  # fmt: skip
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert "review done ✓" in screen_text(pilot)

    said = {one.id: FollowUp.fetch(one.id) for one in (thank, ana, marcus, dan, priya, tom, jo)}
    assert [said[one.id].state for one in (thank, ana, marcus, dan, priya, tom, jo)] == [
        "done", "declined", "attempted", "done", "open", "done", "done",
    ]  # fmt: skip
    assert said[ana.id].reason == "commute"
    put_off = Snooze.get(Snooze.follow_up == priya)
    assert put_off.session_id == Session.get(Session.ended_at == NOW.at).id
    assert said[priya.id].due == put_off.to_day == TOMORROW
    called = Touch.get(Touch.outcome == Outcome.TALKED, Touch.at == NOW.at)
    assert (called.minutes, called.card_seen, called.asked.count()) == (12, True, 1)
    assert FollowUp.get(FollowUp.born_of == called, FollowUp.action == Action.SEND).what == "clips"
    left = Touch.get(Touch.outcome == Outcome.LEFT_VOICEMAIL, Touch.at == NOW.at)
    assert left.session_id == put_off.session_id
    kept = TheirPromise.get(TheirPromise.closed_at == NOW.at)
    assert kept.state == PromiseState.KEPT
    assert [(one.contact, one.time, one.place) for one in planned_for(TOMORROW)] == [
        ("Ruth Adler", "09:30", ""), ("Tom Okafor", "10:00", ""),
        ("Priya Nair", "14:00", "my desk"),
    ]  # fmt: skip
    assert reviewed(NOW)
    seen = SessionCard.select().where(SessionCard.session == put_off.session_id)
    assert all(card.card_seen_at and card.answer for card in seen)
    assert [card.follow_up_id for card in seen if card.screen_seen] == [tom.id]
    gained = gains(NOW.at)
    assert (gained.calls, gained.loops) == (2, 1)


async def test_a_review_left_with_q_goes_on_where_it_was(demo: Path) -> None:
    async with reviewing("enter", "enter", "d", "space") as (pilot, screen):
        left = screen.sitting
        assert left is not None
        await press(pilot, "q")
    async with reviewing() as (pilot, screen):
        assert screen.sitting == left
        assert "Call Marcus Webb" in screen_text(pilot) and "3 of 7" in screen_text(pilot)
        await press(pilot, "escape", "r")
        assert "Call Marcus Webb" in screen_text(pilot)


async def test_a_review_that_was_killed_goes_on_from_what_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.db"
    with open_book(path):
        make_demo(NOW)
    monkeypatch.setenv("TERM", "xterm-256color")
    program = "from followup_tui.cli.entry import main; raise SystemExit(main())"
    terminal = Terminal([sys.executable, "-c", program, "review"], os.environ)
    assert terminal.wait_for(shows("brief")) is not None
    for key, sign in ((b"\r", "logged yet"), (b"\r", "Thank Ruth"), (b"d", "Call Ana Ruiz")):
        terminal.send(key)
        assert terminal.wait_for(shows(sign)) is not None, sign
    os.kill(terminal.pid, signal.SIGKILL)
    os.waitpid(terminal.pid, 0)
    with open_book(path):
        assert the("Ruth Adler", Action.THANK).state == FollowUpState.DONE
        async with reviewing() as (pilot, screen):
            assert step(screen) is Step.DECIDE and "Call Ana Ruiz" in screen_text(pilot)
            assert answers(screen) == [Answer.DONE]
            await press(pilot, "u")
            assert "Thank Ruth Adler" in screen_text(pilot)
            assert the("Ruth Adler", Action.THANK).state == FollowUpState.OPEN


def shows(words: str) -> Callable[[Any], bool]:
    return lambda lines: any(words in line for line in lines)


async def test_a_day_with_nothing_due_is_three_keys_and_counts(book: Path) -> None:
    async with reviewing() as (pilot, screen):
        assert "Nothing is due" in screen_text(pilot)
        await press(pilot, "enter", "enter", "enter", "enter")
        assert step(screen) is Step.END and reviewed(NOW)


async def test_names_like_markup_are_shown_as_they_are(book: Path) -> None:
    for name in ("[b]Ada[/b] [link=x]y", "[/] Bo"):
        who = people.add_contact(NOW, ContactForm(name)).added("contact")[0]
        form = FollowUpForm(NextStep(Action.CALL, NOW.today), contact_id=who)
        plans.add_follow_up(NOW, form)
    async with reviewing("enter", "enter") as (pilot, _screen):
        shown = screen_text(pilot)
        assert "Call [/] Bo" in shown and "next: Call [b]Ada[/b] [link=x]y" in shown


async def test_at_half_past_midnight_it_is_still_the_day_before(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing("enter", "enter", "d"):
        pass
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-24T00:30:00-07:00")
    async with reviewing() as (_pilot, screen):
        assert answers(screen) == [Answer.DONE]
    monkeypatch.setenv("FOLLOWUP_NOW", "2026-11-24T04:00:00-07:00")
    async with reviewing() as (_pilot, screen):
        assert step(screen) is Step.BRIEF and answers(screen) == []


async def test_a_fact_is_shown_once_and_never_while_deciding(demo: Path) -> None:
    async with reviewing("enter", "enter") as (pilot, screen):
        assert "● A late thank-you is still welcome" in screen_text(pilot)
        assert FactShown.select().count() == 1
        await press(pilot, "w")
        assert "Kumar & Epley 2018" in screen_text(pilot)
        await press(pilot, "escape", "d")
        assert step(screen) is Step.DECIDE and "●" not in screen_text(pilot)
        await press(pilot, "w")
        assert "108" in screen_text(pilot)


async def test_two_keys_from_the_start_are_a_card_ready_to_dial(demo: Path) -> None:
    async with running() as pilot:
        await press(pilot, "c")
        assert "+1 970 555 0131" in screen_text(pilot)


async def test_the_first_frame_after_a_key_is_the_whole_next_card(demo: Path) -> None:
    async with reviewing(*TO_CALLS) as (pilot, screen):
        frames: list[str] = []
        paint = screen._compositor_refresh

        def painted() -> None:
            frames.append(screen_text(pilot))
            paint()

        screen._compositor_refresh = painted  # type: ignore[method-assign]
        await press(pilot, "space")
        assert "Email Priya Nair" in frames[0] and "5 of 7" in frames[0]


def test_the_same_answers_give_the_same_session_in_the_book(demo: Path) -> None:
    from followup_tui.reports.review import fresh_review

    review.begin(NOW, fresh_review(NOW))
    one = sessions.unfinished(NOW.today)
    review.begin(NOW, fresh_review(NOW))
    other = sessions.unfinished(NOW.today)
    assert one and other and one.review == other.review and not counted(one.review)


async def test_keys_typed_ahead_are_not_lost(demo: Path) -> None:
    async with running() as pilot:
        await press(pilot, "r", "enter", "enter", "space")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert answers(pilot.app.screen) == [Answer.SKIPPED]
        kept = sessions.unfinished(NOW.today)
        assert (
            kept == pilot.app.screen.sitting
            and Session.select().where(Session.ended_at.is_null()).count() == 1
        )
