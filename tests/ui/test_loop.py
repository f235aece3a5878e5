"""Putting off that costs, a no with its words, messages, and the screens of the loop, by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions import calls, leads, plans, profile, promises, referrals
from followup_tui.actions.leads import LeadForm
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.rules.facts import Action, FollowUpState, Outcome, ReferralState, Stage
from followup_tui.rules.profile import Profile
from followup_tui.store.dealings import (
    FollowUp,
    Referral,
    ReferralChange,
    Snooze,
    TheirPromise,
    Touch,
)
from followup_tui.store.invariants import breaches
from followup_tui.store.minutes import Draft
from followup_tui.store.models import Lead
from followup_tui.ui import outside
from followup_tui.ui.dialogs.message import MessageDialog


def keys(words: str) -> list[str]:
    named = {" ": "space", ":": "colon", ",": "comma", ".": "full_stop", "?": "question_mark"}
    return [named.get(char, char) for char in words]


def of(name: str, action: Action | None = None) -> list[FollowUp]:
    rows = FollowUp.select().where(FollowUp.state == FollowUpState.OPEN)
    return [
        row
        for row in rows
        if row.contact and row.contact.name == name and (action is None or row.action == action)
    ]


@pytest.fixture
def name(book: Path) -> int:
    """Ruth gave the name of Marcus, and he was tried: she is owed a word."""
    profile.save_profile(NOW, Profile(name="Dana Reyes", titles="communications work"))
    ruth = add_contact(NOW, ContactForm("Ruth Adler", emails=("ruth@adler.example",)))
    given = (GivenName("Marcus Webb", phone="303-555-0142"),)
    referrals.refer(NOW, ruth.added("contact")[0], given, Giving("Tell him I sent you."))
    plans.done(NOW, of("Ruth Adler", Action.THANK)[0].id)
    calls.attempt(NOW, 2, Outcome.LEFT_VOICEMAIL)
    return 2


async def test_the_second_snooze_asks_what_is_in_the_way_and_helps_at_once(name: int) -> None:
    call = of("Marcus Webb")[0]
    plans.snooze(NOW, call.id, date(2026, 11, 30), "9:00", "desk")
    async with running() as pilot:
        await press(pilot, "2", "g", "s")
        shown = screen_text(pilot)
        assert "Snoozed once already." in shown and "1 don't know what to ask" in shown
        await press(pilot, *keys("thu"), "tab", "tab", "2")
        assert "this is Dana Reyes. Ruth Adler suggested" in screen_text(pilot)
        assert "47 of 50 strangers" in screen_text(pilot)
        await press(pilot, "enter")
        put_off = Snooze.select().order_by(Snooze.id.desc()).get()
        assert (put_off.reason, put_off.time) == ("bother", "09:00")


async def test_too_much_going_on_offers_to_park_something_else(world: Path) -> None:
    put_off = next(step for step in of("Ruth Adler", Action.THANK))
    plans.snooze(NOW, put_off.id, NOW.today, "09:30")
    async with running() as pilot:
        await press(pilot, "2", *"jjjjjj", "s", "2", "tab", "tab", "4", "enter")
        assert "Too much: park one of these?" in screen_text(pilot)
        await press(pilot, "1", "2")
        assert "Parked:" in last_row(pilot)


WAYS: dict[str, tuple[tuple[str, ...], Callable[[FollowUp], bool]]] = {
    "smaller": (("2", "enter"), lambda step: step.state != FollowUpState.OPEN),
    "ask": (("3", "enter"), lambda step: step.parked_until is not None),
    "decline": (("4", "1", "enter"), lambda step: step.state == FollowUpState.DECLINED),
    "park": (("5", "2"), lambda step: step.parked_until is not None),
}


@pytest.mark.parametrize("way", WAYS)
async def test_the_third_time_there_is_no_snooze_and_each_way_out_is_a_decision(
    way: str, world: Path
) -> None:
    pressed, decided = WAYS[way]
    before = Snooze.select().count()
    async with running() as pilot:
        await press(pilot, "s")
        assert "Snoozed twice already. A decision, please:" in screen_text(pilot)
        await press(pilot, *pressed)
        assert Snooze.select().count() == before
        assert decided(FollowUp.get(FollowUp.id == 1)), last_row(pilot)
        assert breaches() == []


async def test_call_now_opens_the_card(world: Path) -> None:
    async with running() as pilot:
        await press(pilot, "s", "1")
        assert "Say first" in screen_text(pilot) or "Ana Ruiz" in screen_text(pilot)
        assert len(pilot.app.screen_stack) == 2


async def test_a_no_is_two_keys_a_look_and_enter_and_one_undo(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "2", "g", "x")
        assert "1 Commute" in screen_text(pilot)
        await press(pilot, "1")
        shown = screen_text(pilot)
        assert "To Ruth Adler" in shown and "because the" in shown
        assert "After thinking it over" in shown
        await press(pilot, "enter")
        assert Referral.get().state == ReferralState.DECLINED
        assert not ReferralChange.select().where(ReferralChange.reported_at.is_null())
        assert Touch.select().where(Touch.outcome == Outcome.SENT).count() == 1
        await press(pilot, "u")
        assert Referral.get().state == ReferralState.TRIED
        assert not Touch.select().where(Touch.outcome == Outcome.SENT)


async def test_a_no_without_words_leaves_the_word_owed(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "2", "g", "x", "8", "backspace")
        assert "You owe Ruth Adler a word" in last_row(pilot)
        assert of("Ruth Adler", Action.REPORT_BACK)


async def test_the_words_of_a_no_can_be_edited_first(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "2", "g", "x", "1", "e", *keys("Ruth! "), "escape", "enter")
        sent = Touch.get(Touch.outcome == Outcome.SENT)
        assert sent.typed.startswith("Ruth! Hello Ruth,")


async def test_a_message_that_is_sent_is_logged_and_its_step_closed(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "m")
        shown = screen_text(pilot)
        assert "Message: Tell them you tried" in shown and "ruth@adler.example" in shown
        assert "I called Marcus Webb today and left a message" in shown
        await press(pilot, "enter")
        assert "Sent to Ruth Adler" in last_row(pilot)
        assert Touch.get(Touch.outcome == Outcome.SENT).typed.startswith("Hello Ruth,")
        (report,) = of("Ruth Adler", Action.REPORT_BACK)
        assert report.what == "how it goes"


async def test_a_message_is_read_first_edited_with_e_and_another_comes_with_tab(
    name: int,
) -> None:
    async with running() as pilot:
        await press(pilot, "m", "tab")
        assert "Message: Tell them you talked" in screen_text(pilot)
        await press(pilot, "shift+tab", "e", *keys("Dear one. "), "escape")
        assert isinstance(pilot.app.screen, MessageDialog)
        await press(pilot, "enter")
        assert Touch.get(Touch.outcome == Outcome.SENT).typed.startswith("Dear one. Hello Ruth,")


async def test_what_was_being_written_is_kept_and_offered_back(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "m", "e", *keys("Half a thought "), "escape", "escape")
        assert Draft.get().body.startswith("Half a thought Hello Ruth,")
        await press(pilot, "m")
        assert "Half a thought" in screen_text(pilot) and "As you left it" in screen_text(pilot)
        await press(pilot, "backspace")
        assert "Half a thought" not in screen_text(pilot)
        assert not Draft.select().exists()


async def test_what_only_the_user_knows_is_asked_by_digit(name: int) -> None:
    calls.log_touch(NOW, calls.TouchForm(2, Outcome.TALKED, minutes=4))
    async with running() as pilot:
        await press(pilot, "W", "m")
        assert "1 Which one thing was most useful?" in screen_text(pilot)
        await press(pilot, "1", *keys("the town hall"), "enter")
        assert "Most useful: the town hall." in screen_text(pilot)


async def test_a_message_is_copied_and_handed_to_the_mail_program(
    name: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("followup_tui.ui.dialogs.message.open_link", opened.append)
    async with running() as pilot:
        await press(pilot, "m", "y")
        assert pilot.app.clipboard.startswith("Hello Ruth,")
        await press(pilot, "t")
        assert opened[0].startswith("mailto:ruth@adler.example?subject=Marcus%20Webb")


async def test_without_a_mail_program_or_an_editor_it_says_what_to_do(
    name: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "which", lambda name: None)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with running() as pilot:
        await press(pilot, "m", "t")
        assert "No program here opens mail" in screen_text(pilot)
        await press(pilot, "E")
        assert "No editor is named" in screen_text(pilot)


async def test_who_is_wondering_is_one_key_and_m_writes_to_them(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "W")
        shown = screen_text(pilot)
        assert "1 Who is still wondering?" in shown
        assert "They gave you Marcus Webb's name today" in shown
        await press(pilot, "m", "enter")
        assert "Nobody is left wondering." in screen_text(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_what_is_waited_for_is_kept_or_let_go_by_one_key(name: int) -> None:
    promises.they_promised(NOW, 1, "the job description", date(2026, 11, 27))
    promises.they_promised(NOW, 1, "a second name")
    async with running() as pilot:
        await press(pilot, "A")
        assert "the job description" in screen_text(pilot)
        await press(pilot, "d")
        await press(pilot, "x")
    assert [row.state for row in TheirPromise.select().order_by(TheirPromise.id)] == [
        "kept", "dropped",
    ]  # fmt: skip


async def test_the_names_of_each_giver_are_one_view(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "N")
        shown = screen_text(pilot)
        assert "1 name: 1 of 1 tried" in shown and "Marcus Webb" in shown


async def test_a_lead_shows_its_stages_and_moves_by_digits(name: int) -> None:
    lead = leads.add_lead(NOW, LeadForm("Interns", "Webb & Sons", with_id=2)).added("lead")[0]
    async with running() as pilot:
        await press(pilot, "2", "g", "L")
        assert "Interns" in screen_text(pilot) and "With        Marcus Webb" in screen_text(pilot)
        await press(pilot, "enter", "2")
        assert Lead.get_by_id(lead).stage == Stage.TALKING
        assert "talking" in screen_text(pilot)
        await press(pilot, "enter", "7", "1")
        assert (Lead.get_by_id(lead).stage, Lead.get_by_id(lead).reason) == (
            Stage.CLOSED,
            "filled",
        )
        await press(pilot, "u")
        assert Lead.get_by_id(lead).stage == Stage.TALKING


async def test_the_profile_is_counted_as_it_is_typed_and_copied(name: int) -> None:
    async with running() as pilot:
        await press(pilot, "P")
        assert "Dana Reyes is looking for something new." in screen_text(pilot)
        await press(pilot, "e", "tab", "tab", *keys("a reporter"), "enter")
        assert "Dana Reyes was a reporter." in screen_text(pilot)
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("Dana Reyes was a reporter.")


async def test_a_soft_limit_is_asked_about_and_stops_nobody(book: Path) -> None:
    for place in ("Cobalt", "Orbit", "Solara", "Mesa Courier", "Prairie Sun"):
        leads.add_lead(NOW, LeadForm(f"Job at {place}", place))
    async with running() as pilot:
        await press(pilot, "a", "2", *keys("Editor"), "tab", *keys("Pinyon"), "enter")
        assert Lead.select().count() == 6
        assert "6 organizations in play, and 5 is a good most" in last_row(pilot)


async def test_who_was_found_and_tried_is_declined_by_the_very_next_key(name: int) -> None:
    """The second list goes on with the step that the try has opened, not with the closed one."""
    (first,) = of("Marcus Webb")
    async with running() as pilot:
        await press(pilot, "slash", *"marcus", "enter", "v")
        (opened,) = of("Marcus Webb")
        assert opened.id != first.id
        await press(pilot, "x", "1", "enter")
        assert FollowUp.get(FollowUp.id == opened.id).state == FollowUpState.DECLINED, last_row(
            pilot
        )
        assert of("Marcus Webb") == []
