from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.letters import draft
from followup_tui.rules.profile import (
    Profile,
    Pronoun,
    facts_of,
    length_hint,
    missing,
    wanted,
    words,
)
from followup_tui.words.reader import letters

LETTERS = letters().letters
DANA = Profile(
    name="Dana Reyes",
    pronoun=Pronoun.SHE,
    was="a reporter and editor",
    place="two Denver newspapers",
    years="14",
    titles="internal communications or public-affairs work",
    kinds="a hospital, utility or university",
    where="within 30 minutes of downtown",
    proof1="turns technical reports into plain pages overnight",
    proof2="has run a desk of six",
    leave_out="sales, or full-time social media",
    roles="communications directors, chiefs of staff, heads of public affairs",
    field="communications",
    phone="303-555-0100",
)


def paragraph(profile: Profile) -> str:
    return draft(LETTERS["paragraph"], facts_of(profile)).body


def test_a_full_profile_is_a_paragraph_to_paste() -> None:
    assert paragraph(DANA) == (
        "Dana Reyes was a reporter and editor at two Denver newspapers for 14 years. She is "
        "looking for internal communications or public-affairs work at a hospital, utility or "
        "university within 30 minutes of downtown. She turns technical reports into plain pages "
        "overnight and has run a desk of six. Not a fit: sales, or full-time social media. Good "
        "people for her to meet: communications directors, chiefs of staff, heads of public "
        "affairs. 303-555-0100."
    )
    assert length_hint(paragraph(DANA)) == "73 words: just right"
    assert missing(DANA) == ()


def test_the_redirect_is_the_wants_and_not_half() -> None:
    assert draft(LETTERS["looking_for"], facts_of(DANA)).body == (
        "What I am looking for is internal communications or public-affairs work at a hospital, "
        "utility or university within 30 minutes of downtown; not sales, or full-time social media."
    )
    assert draft(LETTERS["looking_for"], facts_of(Profile())).body == ""


def test_an_empty_profile_says_nothing_and_names_what_is_missing() -> None:
    assert paragraph(Profile()) == ""
    assert paragraph(Profile(name="Bo")) == "Bo is looking for something new."
    assert missing(Profile())[:2] == ("name", "was") and missing(Profile())[-1] == "phone"
    assert facts_of(Profile()) == {"pronoun": "they", "They": "They", "They_are": "They are",
                                   "her": "them"}  # fmt: skip


@pytest.mark.parametrize(
    ("count", "hint"),
    [
        (59, "59 words: 1 more would be right"),
        (60, "60 words: just right"),
        (91, "91 words: 1 fewer would be right"),
    ],
)
def test_the_paragraph_is_to_have_60_to_90_words(count: int, hint: str) -> None:
    assert length_hint("word " * count) == hint
    assert words("") == 0


@given(st.builds(Profile, **{
    field.name: st.sampled_from(["", "some words"])
    for field in fields(Profile) if field.name != "pronoun"
}))  # fmt: skip
def test_any_profile_is_a_text_without_a_gap(profile: Profile) -> None:
    for text in (paragraph(profile), wanted(profile)):
        assert "{" not in text and "[" not in text and "  " not in text and " ." not in text
