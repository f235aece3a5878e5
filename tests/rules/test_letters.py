from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.blanks import blanks_of, fill
from followup_tui.rules.facts import Action, DeclineReason, Owed
from followup_tui.rules.letters import (
    Kind,
    Occasion,
    ago_words,
    draft,
    fitting,
    voicemail,
    when_words,
)
from followup_tui.rules.loop import Report, Seen
from followup_tui.words.reader import letters

LETTERS = letters()
GOLDEN = Path(__file__).with_name("letters.golden.txt")
FULL = {
    "to": "Marcus",
    "them": "Raj Patel",
    "you": "Dana Reyes",
    "phone": "303-555-0100",
    "referrer": "Dan Cole",
    "n": "ten",
    "past": "a reporter and editor",
    "years": "14",
    "field": "communications",
    "topic": "communications",
    "org": "Webb & Sons",
    "day": "Tuesday 24 November",
    "when": "on Tuesday 24 November",
    "time": "9:00",
    "day1": "Tuesday 24 November",
    "day2": "Thursday 26 November",
    "question": "Who decides on the summer interns?",
    "gave": "twenty minutes and two names",
    "one_thing": "how the desk is put together",
    "how": "my page now begins with it",
    "their_promise": "send me the job description",
    "my_promise": "send my clips",
    "my_day": "Friday 27 November",
    "step": "a call with his editor on Friday",
    "outcome": "an interview on Thursday 3 December",
    "reason": "the commute is too long for me",
    "want": "communications work at a hospital",
    "not": "sales",
    "date1": "Friday 13 November",
    "date2": "Friday 20 November",
    "tries": "three",
    "conversations": "four conversations",
    "best": "Mei Ito",
    "lead": "Summer interns, communications",
    "true_reason": "I read your piece on the river",
    "old_place": "the Mesa Courier",
    "what": "my clips",
    **dict.fromkeys(
        ["left_message", "used_name", "talked", "untried", "tried", "has_email", "emailed",
         "know_somebody", "back"],
        "yes",
    ),
    "name": "Dana Reyes",
    "was": "a reporter and editor",
    "place": "two Denver newspapers",
    "titles": "communications work",
    "kinds": "a hospital",
    "where": "near downtown",
    "proof1": "turns reports into plain pages",
    "proof2": "has run a desk of six",
    "roles": "communications directors",
    "email": "dana@reyes.example",
    "They": "She",
    "They_are": "She is",
    "her": "her",
}  # fmt: skip
AGAIN = {
    "to": "Marcus", "you": "Dana Reyes", "phone": "303-555-0100", "referrer": "Dan Cole",
    "again": "yes", "back": "yes", "spoke": "on Tuesday 17 November", "call_promised": "yes",
}  # fmt: skip
KNOWN = {"full": FULL, "bare": {"to": "Ann"}}


def shown(kind: Kind, known: str) -> str:
    written = draft(LETTERS.letters[kind], KNOWN[known])
    subject = f"Subject: {written.subject}\n\n" if written.subject else ""
    asks = f"\n\n({', '.join(written.asks)}?)" if written.asks else ""
    return f"{subject}{written.body}{asks}"


def golden() -> dict[str, str]:
    """The texts a careful person approved, by `kind, known`."""
    pieces = re.split(r"^== (.+)\n", GOLDEN.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {key: text.strip() for key, text in zip(pieces[1::2], pieces[2::2], strict=True)}


@pytest.mark.parametrize("known", KNOWN)
@pytest.mark.parametrize("kind", Kind)
def test_every_message_is_the_approved_text(kind: Kind, known: str) -> None:
    assert shown(kind, known) == golden()[f"{kind}, {known}"]


SPOKEN_AGAIN = {
    Kind.OPENER: "Hello Marcus, this is Dana Reyes again. We spoke on Tuesday 17 November, and I"
    " said I would call back. Is this a moment when you have ten minutes, or shall I try later"
    " today?",
    Kind.OPENER_YES: "Thank you. May I ask you one or two more questions about your work?",
    Kind.OPENER_WHAT: "I have one or two more questions about your work, ten minutes at most.",
    Kind.VOICEMAIL_1: "Hello Marcus, this is Dana Reyes again, 303-555-0100. We spoke on Tuesday 17"
    " November, and I said I would call back. It takes ten minutes at most. I will try again."
    " Again, Dana Reyes, 303-555-0100. Thank you.",
    Kind.VOICEMAIL_2: "Hello Marcus, Dana Reyes again, 303-555-0100. I know how full a week gets."
    " One word on when to call would do. Thank you. 303-555-0100.",
    Kind.VOICEMAIL_3: "Hello Marcus, Dana Reyes, 303-555-0100. This is my last try, so that I don't"
    " become a nuisance. If the time is better later, I would be glad of a call or a line."
    " All the best.",
}


@pytest.mark.parametrize("kind", SPOKEN_AGAIN)
def test_who_was_reached_before_is_spoken_to_as_somebody_known(kind: Kind) -> None:
    assert draft(LETTERS.letters[kind], AGAIN).body == SPOKEN_AGAIN[kind]


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ((), "We spoke on Tuesday 17 November, and I said I would call back."),
        (("call_promised",), "We spoke on Tuesday 17 November. Is"),
        (("spoke",), "again. I said I would call back. Is"),
        (("spoke", "call_promised"), "again. It is good to talk to you again. Is"),
    ],
)
def test_the_opener_of_a_next_call_says_what_is_known(left_out: tuple[str, ...], said: str) -> None:
    known = {name: fact for name, fact in AGAIN.items() if name not in left_out}
    assert said in draft(LETTERS.letters[Kind.OPENER], known).body


def test_every_kind_has_its_words_and_the_words_have_no_other() -> None:
    assert set(LETTERS.letters) == set(Kind)
    assert set(LETTERS.seen) == set(Seen)
    assert set(LETTERS.reasons) == set(DeclineReason) - {DeclineReason.OTHER}


def test_every_blank_is_filled_by_somebody() -> None:
    asked = {
        blank
        for letter in LETTERS.letters.values()
        for text in (letter.subject, *letter.body)
        for blank in blanks_of(text)
    }
    assert asked <= {*FULL, *AGAIN}
    for letter in LETTERS.letters.values():
        assert set(letter.asks) <= set(LETTERS.asks)


@given(st.sampled_from(Kind), st.sets(st.sampled_from(sorted({**FULL, **AGAIN}))))
def test_no_message_ever_shows_a_blank_or_a_gap(kind: Kind, known: set[str]) -> None:
    written = draft(LETTERS.letters[kind], {name: {**AGAIN, **FULL}[name] for name in known})
    text = f"{written.subject}\n{written.body}"
    assert not set(text) & set("{}[]|")
    assert not re.search(r"  | [.,;:?!]|[.,;:]\.|,,|\bNone\b", text)


@given(st.sampled_from(Kind), st.sampled_from(sorted(FULL)))
def test_a_hostile_fact_is_only_text(kind: Kind, blank: str) -> None:
    written = draft(LETTERS.letters[kind], {**FULL, blank: "[b]{to}|%s"})
    assert "{" not in (written.subject + written.body).replace("[b]{to}|%s", "")


@pytest.mark.parametrize("attempt", [1, 2, 3])
def test_a_voicemail_fits_in_half_a_minute(attempt: int) -> None:
    said = draft(LETTERS.letters[voicemail(attempt)], FULL).body
    assert len(said.split()) <= 75


def test_the_last_voicemail_says_so_whatever_its_number() -> None:
    assert voicemail(2, is_last=True) is Kind.VOICEMAIL_3
    assert voicemail(7) is Kind.VOICEMAIL_3


@pytest.mark.parametrize(
    ("occasion", "kind"),
    [
        (Occasion(Action.THANK), Kind.THANK),
        (Occasion(Action.REPORT_BACK, report=Report.NOT_REACHED), Kind.R5),
        (Occasion(Action.REPORT_BACK), Kind.R6),
        (Occasion(Action.SEND, Owed.PROMISED), Kind.SEND),
        (Occasion(Action.CHECK, they_promised=True, attempts=1), Kind.NUDGE),
        (Occasion(Action.CALL, Owed.LENT), Kind.FIRST_EMAIL),
        (Occasion(Action.CALL, attempts=1), Kind.SECOND_EMAIL),
        (Occasion(Action.EMAIL, Owed.IN_TOUCH, ever_spoken=True), Kind.IN_TOUCH),
        (Occasion(Action.EMAIL, Owed.IN_TOUCH, dormant=True), Kind.DORMANT),
    ],
)
def test_the_message_fits_the_moment(occasion: Occasion, kind: Kind) -> None:
    assert fitting(occasion) is kind


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("owed", Owed)
def test_every_moment_has_a_message(action: Action, owed: Owed) -> None:
    assert fitting(Occasion(action, owed)) in LETTERS.letters


def test_days_are_said_as_in_a_letter() -> None:
    today = date(2026, 11, 23)
    assert when_words(date(2026, 11, 24), today) == "tomorrow"
    assert when_words(date(2026, 11, 30), today) == "on Monday 30 November"
    assert [ago_words(date(2026, 11, day), today) for day in (23, 22, 11)] == [
        "today", "yesterday", "12 days ago",
    ]  # fmt: skip


def test_what_a_giver_sees_is_said_for_each_state() -> None:
    facts = {"them": "Raj Patel", "ago": "12 days ago"}
    said = {seen: fill(LETTERS.seen[seen], facts) for seen in Seen}
    assert said[Seen.NOTHING] == (
        "They gave you Raj Patel's name 12 days ago and can see nothing from there."
    )
    assert said[Seen.AN_END] == "They know how it ended with Raj Patel, 12 days ago."
    assert fill(LETTERS.seen[Seen.NOTHING], {}) == (
        "They gave you a name and can see nothing from there."
    )
