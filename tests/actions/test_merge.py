"""Two cards become one person, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions.calls import log_touch
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.leads import LeadForm, add_lead
from followup_tui.actions.merge import merge, not_the_same
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.promises import they_promised
from followup_tui.actions.referrals import GivenName, refer
from followup_tui.actions.steps import NextStep
from followup_tui.errors import Refused
from followup_tui.rules.facts import Action, Outcome
from followup_tui.store import journal
from followup_tui.store.doubles import doubles
from followup_tui.store.models import Contact
from followup_tui.store.people import find
from followup_tui.store.story import story


@pytest.fixture
def two(book: Path) -> tuple[int, int]:
    """Jane twice: once by phone, once by mail with all that happened."""
    one = ContactForm("Jane Doe", "Cobalt", phones=("303-555-0142",), tags=("press",))
    other = ContactForm(
        "Jane B. Doe", "Orbit", role="editor", emails=("jane@cobalt.example",),
        phones=("(303) 555-0142",), tags=("press", "friends"), notes="met at a fair", stars=2,
    )  # fmt: skip
    first = add_contact(NOW, one).added("contact")[0]
    second = add_contact(NOW, other).added("contact")[0]
    giver = add_contact(NOW, ContactForm("Dan Cole")).added("contact")[0]
    refer(NOW, giver, (GivenName(contact_id=second),))
    refer(NOW, second, (GivenName("Bo Li"),))
    add_lead(NOW, LeadForm("Copy chief", with_id=second, via_id=second))
    log_touch(NOW, TouchForm(second, Outcome.TALKED, minutes=20, note="kind", also=(first,)))
    they_promised(NOW, second, "send the description", NOW.today + timedelta(days=2))
    add_follow_up(
        NOW, FollowUpForm(NextStep(Action.CALL, NOW.today, promised=True), contact_id=second)
    )
    return first, second


def test_everything_of_the_second_is_the_firsts(two: tuple[int, int]) -> None:
    keep, other = two
    before = story(other)
    merge(NOW, keep, other)
    after = story(keep)
    assert Contact.get_or_none(Contact.id == other) is None
    assert (after.person.role, after.person.stars) == ("editor", 2)
    assert {way.typed for way in after.person.ways} == {"303-555-0142", "jane@cobalt.example"}
    assert after.person.tags == ("friends", "press")
    assert "met at a fair" in after.person.notes and "Orbit" in after.person.notes
    assert "also known as Jane B. Doe" in after.person.notes
    assert {step.id for step in after.steps} == {step.id for step in before.steps}
    assert [line.id for line in after.gave_me] == [line.id for line in before.gave_me]
    assert after.promises[0].what == "send the description"
    assert [line.id for line in after.given_to_me] == [line.id for line in before.given_to_me]
    assert [lead.id for lead in after.leads] == [lead.id for lead in before.leads]
    assert [row.id for row in find("fair")] == [keep]


def test_undo_gives_both_back(two: tuple[int, int]) -> None:
    before = contents()
    merge(NOW, *two)
    after = contents()
    journal.undo(NOW)
    assert contents() == before
    journal.redo(NOW)
    assert contents() == after


def test_doubles_are_shown_until_they_are_said_to_be_two(two: tuple[int, int]) -> None:
    (pair,) = doubles()
    assert {pair.one.id, pair.other.id} == set(two) and "same phone" in " ".join(pair.match.reasons)
    not_the_same(NOW, *two)
    assert doubles() == []
    journal.undo(NOW)
    assert len(doubles()) == 1


def test_one_card_is_not_merged_with_itself(two: tuple[int, int]) -> None:
    with pytest.raises(Refused):
        merge(NOW, two[0], two[0])
