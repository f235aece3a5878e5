from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.card import Card, CardWords, Person, call_card, sections
from followup_tui.rules.moment import Moment
from followup_tui.rules.profile import Profile, facts_of
from followup_tui.words.reader import letters, questions

NOW = Moment(datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("America/Denver")))
QUESTIONS = questions()
WORDS = CardWords(letters().letters, QUESTIONS.lists, QUESTIONS.presets)
ME = facts_of(
    Profile(
        name="Dana Reyes",
        was="a reporter and editor",
        years="14",
        titles="communications work",
        kinds="a hospital",
        where="near downtown",
        leave_out="sales",
        field="communications",
        phone="303-555-0100",
    )
)
MARCUS = Person(
    name="Marcus Webb",
    first_name="Marcus",
    role="owner",
    organization="Webb & Sons",
    place="Chicago",
    zone="America/Chicago",
    number="+1 312 555 0142",
    referrer="Dan Cole",
    referrer_said="Call my brother. Tell him I sent you.",
    referred_on=date(2026, 11, 13),
    last_contact=date(2026, 11, 2),
    last_words="met at the river clean-up",
    my_promises=("send him my clips by Fri 27 Nov",),
    their_promises=("send the job description by Wed 25 Nov",),
    attempts=1,
    next_try=date(2026, 11, 26),
    has_email=True,
    emailed=True,
)
CARDS = {
    "full": call_card(MARCUS, ME, WORDS, NOW),
    "bare": call_card(Person("Ann"), {}, WORDS, NOW),
}


def shown(card: Card) -> str:
    head = "\n".join(line for line in (card.name, card.who, card.their_time, card.number) if line)
    body = (
        f"{one.title}\n" + "\n".join(f"  {line}" for line in one.lines) for one in sections(card)
    )
    return "\n\n".join((head, *body)) + "\n"


@pytest.mark.parametrize("known", CARDS)
def test_the_card_is_the_approved_text(known: str) -> None:
    golden = Path(__file__).with_name(f"card.{known}.golden.txt")
    assert shown(CARDS[known]) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"last_contact": date(2026, 11, 2)}, "Dan Cole suggested I call you."),
        ({"last_contact": None}, "Dan Cole suggested I call you."),
        ({"last_contact": date(2026, 11, 17)}, "We spoke on Tuesday 17 November."),
        ({"last_contact": date(2026, 11, 22), "promised_a_call": True},
         "We spoke yesterday, and I said I would call back."),
        ({"last_contact": date(2026, 11, 17), "last_was_spoken": False},
         "It is good to talk to you again."),
        ({"last_contact": date(2026, 9, 1), "referred_on": date(2026, 8, 1)},
         "It is good to talk to you again."),
    ],
)  # fmt: skip
def test_what_is_said_first_goes_by_whether_they_were_reached_since_the_name_was_given(
    known: dict[str, Any], said: str
) -> None:
    assert said in call_card(replace(MARCUS, **known), ME, WORDS, NOW).opener


def test_a_name_that_may_not_be_used_is_never_said_to_them() -> None:
    card = call_card(replace(MARCUS, may_use_name=False), ME, WORDS, NOW)
    spoken = (card.opener, card.voicemail, *(line for one in card.answers for line in one.lines))
    assert not any("Dan Cole" in line for line in spoken)
    assert "don't use the name" in card.sent_by


def test_the_voicemail_follows_the_number_of_the_attempt() -> None:
    def said(attempts: int, is_last: bool = False) -> str:
        person = replace(MARCUS, attempts=attempts, is_last_try=is_last)
        return call_card(person, ME, WORDS, NOW).voicemail

    assert "three short questions" in said(0)
    assert "again, Dan Cole's acquaintance" in said(1)
    assert "last try" in said(2) and "last try" in said(1, is_last=True)


def test_the_presets_come_round() -> None:
    names = [call_card(MARCUS, ME, WORDS, NOW, preset=n).preset for n in range(6)]
    assert names[0] == names[5] == "First call" and len(set(names)) == 5
    hiring = call_card(MARCUS, ME, WORDS, NOW, preset=2)
    assert "like communications work at a hospital near downtown" in hiring.ask


def test_the_next_day_offered_is_a_workday() -> None:
    friday = Moment(datetime(2026, 11, 27, 9, 0, tzinfo=NOW.at.tzinfo))
    no_time = call_card(MARCUS, ME, WORDS, friday).answers[2].lines[0]
    assert "Monday 30 November" in no_time


PERSONS = st.builds(
    Person,
    name=st.just("Ann Lee"),
    first_name=st.sampled_from(["", "Ann"]),
    role=st.sampled_from(["", "editor"]),
    organization=st.sampled_from(["", "Mesa Courier"]),
    zone=st.sampled_from([None, "Europe/London", "No/Where"]),
    referrer=st.sampled_from(["", "Dan Cole"]),
    referred_on=st.none() | st.just(date(2026, 11, 13)),
    last_contact=st.none() | st.just(date(2026, 11, 2)),
    attempts=st.integers(0, 5),
    next_try=st.none() | st.just(date(2026, 11, 26)),
    emailed=st.booleans(),
)


@given(PERSONS, st.booleans(), st.integers(0, 4))
def test_any_card_is_complete_and_has_no_gap(person: Person, known: bool, preset: int) -> None:
    card = call_card(person, ME if known else {}, WORDS, NOW, preset)
    assert card.opener and card.questions and card.ask and card.voicemail and card.who_else
    assert len(card.before_you_hang_up) == 6 and len(card.answers) == 4
    assert not re.search(r"[{}\[\]|]|  \S| [.,;?]|\bNone\b", shown(card).replace("\n  ", "\n"))


@pytest.mark.parametrize(
    ("person", "preset", "title"),
    [
        (Person("Ann"), 0, "Ask: first call"),
        (MARCUS, 0, "Ask: first call"),
        (replace(MARCUS, last_contact=date(2026, 11, 20)), 0, "Ask"),
        (replace(MARCUS, last_contact=date(2026, 11, 20)), 1, "Ask: ten minutes only"),
    ],
    ids=["never spoken", "name given since", "reached since", "other questions"],
)
def test_a_call_to_somebody_who_was_reached_is_not_called_the_first(
    person: Person, preset: int, title: str
) -> None:
    card = call_card(person, ME, WORDS, NOW, preset=preset)
    assert title in [section.title for section in sections(card)]
