from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW

from followup_tui.actions import calls, people, profile, promises, referrals
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.people import ContactForm
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.reports import cards
from followup_tui.rules.card import Card, sections
from followup_tui.rules.facts import Outcome
from followup_tui.rules.profile import Profile, Pronoun

DANA = Profile(
    name="Dana Reyes", pronoun=Pronoun.SHE, was="a reporter and editor", years="14",
    titles="communications work", kinds="a hospital", where="near downtown", leave_out="sales",
    field="communications", phone="303-555-0100",
)  # fmt: skip


def shown(card: Card) -> str:
    head = "\n".join(line for line in (card.name, card.who, card.their_time, card.number) if line)
    body = (
        f"{one.title}\n" + "\n".join(f"  {line}" for line in one.lines) for one in sections(card)
    )
    return "\n\n".join((head, *body)) + "\n"


@pytest.fixture
def marcus(book: Path) -> int:
    """Somebody of whom everything is known that a card can say."""
    then = NOW._replace(at=NOW.at - timedelta(days=10))
    profile.save_profile(NOW, DANA)
    dan = people.add_contact(then, ContactForm("Dan Cole")).added("contact")[0]
    form = ContactForm(
        "Marcus Webb", organization="Webb & Sons", role="owner", place="Chicago",
        zone="America/Chicago", phones=("+1 312 555 0142",), emails=("marcus@webb.example",),
    )  # fmt: skip
    marcus = people.add_contact(then, form).added("contact")[0]
    words = "Call my brother. Tell him I sent you."
    name = GivenName("Marcus Webb", contact_id=marcus)
    referrals.refer(then, dan, (name,), Giving(words=words, may_use_name=True))
    calls.log_touch(
        then, TouchForm(marcus, Outcome.TALKED, minutes=4, note="met at the clean-up", closes=())
    )
    promises.promise(then, marcus, "him my clips", NOW.today + timedelta(days=4))
    promises.they_promised(then, marcus, "send the job description", NOW.today + timedelta(days=2))
    later = NOW._replace(at=NOW.at - timedelta(days=5))
    calls.attempt(later, marcus, Outcome.LEFT_VOICEMAIL)
    return marcus


def golden(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def test_the_card_of_somebody_known_says_all_that_the_book_knows(marcus: int) -> None:
    assert shown(cards.card(marcus, NOW)) == golden("card.full.golden.txt")


def test_the_card_of_a_first_name_is_complete_and_polite(book: Path) -> None:
    ann = people.add_contact(NOW, ContactForm("Ann")).added("contact")[0]
    assert shown(cards.card(ann, NOW)) == golden("card.bare.golden.txt")


def test_the_short_form_is_what_to_say_first_and_what_to_ask(marcus: int) -> None:
    said, asked = cards.short_form(cards.card(marcus, NOW))
    assert "this is Dana Reyes again. We spoke on Friday 13 November." in said.lines[0]
    assert len(asked.lines) == cards.SHORT_QUESTIONS


def test_the_last_voicemail_is_the_one_after_which_the_plan_ends(marcus: int) -> None:
    assert "three short questions" not in cards.card(marcus, NOW).voicemail
    calls.attempt(NOW, marcus, Outcome.NO_ANSWER)
    assert "last try" in cards.card(marcus, NOW).voicemail


def test_the_name_that_may_not_be_used_is_not_said(book: Path) -> None:
    dan = people.add_contact(NOW, ContactForm("Dan Cole")).added("contact")[0]
    done = referrals.refer(NOW, dan, (GivenName("Ann Lee"),), Giving(may_use_name=False))
    card = cards.card(done.added("contact")[0], NOW)
    assert "Dan Cole" in card.sent_by and "Dan Cole" not in card.opener


def test_a_promise_is_on_the_card_of_who_it_was_made_to(book: Path) -> None:
    dan = people.add_contact(NOW, ContactForm("Dan Cole")).added("contact")[0]
    promises.promise(NOW, dan, "the clips")
    assert cards.card(dan, NOW).my_promises == ("send the clips by Wed 25 Nov",)
