from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import NOW, contents

from followup_tui.actions.demo import make_demo, sample_book
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import Refused
from followup_tui.rules.facts import ENDED, Action, FollowUpState
from followup_tui.rules.moment import Moment
from followup_tui.store import journal
from followup_tui.store.agenda import agenda, promises_kept
from followup_tui.store.book import connection
from followup_tui.store.dealings import FollowUp
from followup_tui.store.models import Lead
from followup_tui.store.people import named
from followup_tui.store.referrals import wondering
from followup_tui.store.story import story


@pytest.fixture
def samples(book: Path) -> None:
    make_demo(NOW)


def test_today_looks_like_the_picture(samples) -> None:
    found = agenda(connection(), NOW)
    told = [
        (row.late_on(NOW.today), row.action, row.contact, row.snoozes, row.terms.total)
        for row in found.overdue
        if row.terms
    ]
    assert told == [
        (12, "call", "Ana Ruiz", 2, 108),
        (7, "call", "Marcus Webb", 2, 104),
        (3, "report_back", "Dan Cole", 0, 69),
        (2, "email", "Priya Nair", 0, 66),
        (3, "thank", "Ruth Adler", 0, 59),
    ]
    assert [(row.contact, row.time) for row in found.today] == [
        ("Tom Okafor", "09:00"), ("Jo Lindqvist", "14:00"),
    ]  # fmt: skip
    assert [row.contact for row in found.coming] == [
        "Sam Whitfield", "Ines Duarte", "Nadia Rahman", "Callum Reid",
    ]  # fmt: skip
    assert [row.contact for row in found.later] == ["Zoë Müller-Hahn"]
    assert promises_kept(connection(), NOW) == (9, 11)


def test_the_story_of_a_name_that_was_given_is_whole(samples) -> None:
    told = story(named("Marcus Webb").id)
    assert told.given_to_me[0].words == "Call my brother. Tell him I sent you."
    assert told.given_to_me[0].giver == "Dan Cole" and told.last_contact is None
    assert [event.kind for event in told.events].count("snooze") == 2
    assert told.leads[0].title == "Summer interns, communications"


def test_whoever_still_wonders_is_to_be_told(samples) -> None:
    open_reports = {
        (step.contact.name, step.referral.contact.name)
        for step in FollowUp.select().where(
            FollowUp.action == Action.REPORT_BACK, FollowUp.state == FollowUpState.OPEN
        )
    }
    assert open_reports == {
        ("Dan Cole", "Marcus Webb"), ("Mei Ito", "Maya Osei"), ("Yusuf Demir", "Pavel Horak"),
    }  # fmt: skip
    assert {one.giver for one in wondering(NOW)} == {giver for giver, _ in open_reports}


def test_a_time_of_day_has_its_zone(samples) -> None:
    timed = list(FollowUp.select().where(FollowUp.time.is_null(False)))
    assert timed and {step.zone for step in timed} == {"America/Denver"}


def test_every_open_lead_has_something_to_come(samples) -> None:
    for lead in Lead.select().where(Lead.stage.not_in(ENDED)):
        assert lead.follow_ups.where(lead.follow_ups.model.state == "open").exists(), lead.title


def test_all_of_it_is_one_step(samples) -> None:
    made = contents()
    journal.undo(NOW)
    assert not any(rows for table, rows in contents().items() if table != "photo")
    journal.redo(NOW)
    assert contents() == made


def test_samples_never_mix_with_somebodys_own_people(book: Path) -> None:
    add_contact(NOW, ContactForm("Ann Ash"))
    with pytest.raises(Refused, match="has people in it"):
        make_demo(NOW)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"])
@pytest.mark.parametrize("days", range(0, 40, 3))
def test_the_samples_stand_whenever_they_are_made(book: Path, zone: str, days: int) -> None:
    at = datetime(2027, 2, 20, 23, 30, tzinfo=ZoneInfo(zone)) + timedelta(days=days)
    now = Moment(at)
    made = sample_book(now)
    assert all(touch.at < at for touch in made.touches)
    assert all(step.first_due <= step.due for step in made.follow_ups)
    make_demo(now)
    found = agenda(connection(), now)
    assert found.in_play >= 11 and not any(row.due < row.first_due for row in found.coming)


def test_nobody_and_no_number_among_them_is_real() -> None:
    for person in sample_book(NOW).contacts:
        for phone in person.phones:
            assert "555 01" in phone.value or "55501" in phone.value
        for email in person.emails:
            assert email.value.endswith(".example")
