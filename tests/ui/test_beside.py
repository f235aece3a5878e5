"""`b`: a second person at the same place, while the first one can't be reached."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import NOW
from ui.driving import last_row, press, running, screen_text

from followup_tui.actions import beside, calls, plans, referrals
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.errors import Refused
from followup_tui.rules.facts import Action, Outcome, Owed
from followup_tui.store.dealings import FollowUp
from followup_tui.store.models import Contact


def first_try() -> FollowUp:
    return FollowUp.get(FollowUp.state == "open", FollowUp.chase == "referred")


@pytest.fixture
def tried(book: object) -> int:
    """Marcus of Webb & Sons was tried once; Ann and Zoe are there, too, Bo is elsewhere."""
    ruth = add_contact(NOW, ContactForm("Ruth Adler")).added("contact")[0]
    given = (GivenName("Marcus Webb", organization="Webb & Sons", phone="303-555-0142"),)
    marcus = referrals.refer(NOW, ruth, given, Giving()).added("contact")[0]
    add_contact(NOW, ContactForm("Ann Ash", "Webb & Sons", emails=("ann@webb.example",)))
    add_contact(NOW, ContactForm("Zoe Zink", "Webb & Sons", stars=2))
    add_contact(NOW, ContactForm("Bo Li", "Cobalt"))
    calls.attempt(NOW, marcus, Outcome.LEFT_VOICEMAIL)
    for step in FollowUp.select().where(FollowUp.state == "open", FollowUp.contact == ruth):
        plans.done(NOW, step.id)
    return marcus


async def test_the_second_try_offers_whoever_else_is_there(tried: int) -> None:
    async with running() as pilot:
        await press(pilot, "g")
        assert "somebody else at Webb & Sons  b" in screen_text(pilot)
        await press(pilot, "b")
        shown = screen_text(pilot)
        assert "Who else at Webb & Sons?" in shown
        for line in ("1 Zoe Zink", "2 Ann Ash", "3 Somebody new"):
            assert line in shown, shown
        assert "Bo Li" not in shown.split("Who else")[1].split("Somebody new")[0].split("│")[1]
        await press(pilot, "2")
        assert "Email Ann Ash too, Thu 26 Nov" in last_row(pilot)
        step = FollowUp.get(FollowUp.contact == Contact.get(Contact.name == "Ann Ash"))
        assert (step.action, step.owed, step.due) == (
            Action.EMAIL, Owed.CHASE, date(2026, 11, 26),
        )  # fmt: skip
        assert first_try().contact_id == tried, "the first one stays on the list"


async def test_somebody_new_is_added_there_and_tried(tried: int) -> None:
    async with running() as pilot:
        await press(pilot, "g", "b", "3", *"Kim", "enter")
        kim = Contact.get(Contact.name == "Kim")
        assert kim.organization.name == "Webb & Sons"
        assert FollowUp.get(FollowUp.contact == kim).action == Action.CALL


async def test_esc_tries_nobody_else(tried: int) -> None:
    before = FollowUp.select().count()
    async with running() as pilot:
        await press(pilot, "g", "b", "escape")
        await press(pilot, "b", "3", "escape")
    assert FollowUp.select().count() == before


def test_who_is_to_be_tried_already_is_not_tried_twice(tried: int) -> None:
    zoe = Contact.get(Contact.name == "Zoe Zink").id
    beside.try_beside(NOW, first_try().id, zoe)
    with pytest.raises(Refused, match="on the list already"):
        beside.try_beside(NOW, first_try().id, zoe)
    with pytest.raises(Refused, match="Somebody else"):
        beside.try_beside(NOW, first_try().id, tried)


def test_a_first_try_and_a_place_that_is_not_known_offer_nobody(tried: int) -> None:
    from followup_tui.store.agenda import agenda
    from followup_tui.store.book import connection
    from followup_tui.ui.panes.wording import wants_a_second

    rows = [row for row in agenda(connection(), NOW).coming if row.contact == "Marcus Webb"]
    assert [wants_a_second(row) for row in rows] == [True]
    assert not wants_a_second(rows[0]._replace(attempt=1))
    assert not wants_a_second(rows[0]._replace(organization=""))
    assert not wants_a_second(rows[0]._replace(chase="warm"))
