from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from conftest import NOW

from followup_tui.actions import fact_notes, people, plans, referrals
from followup_tui.actions.people import ContactForm
from followup_tui.actions.plans import FollowUpForm
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.actions.steps import NextStep
from followup_tui.reports.facts import fact_for
from followup_tui.rules.facts import Action, TieClass
from followup_tui.rules.moment import Moment
from followup_tui.store.agenda import Due, agenda
from followup_tui.store.book import connection


def at(days: int) -> Moment:
    return NOW._replace(at=NOW.at + timedelta(days=days))


def due(name: str, now: Moment = NOW) -> Due:
    listed = agenda(connection(), now)
    rows = (*listed.ranked, *listed.coming)
    return next(row for row in rows if row.contact == name)


def person(name: str, action: Action, tie: TieClass | None = None) -> None:
    who = people.add_contact(NOW, ContactForm(name, tie_class=tie)).added("contact")[0]
    plans.add_follow_up(NOW, FollowUpForm(NextStep(action, NOW.today), contact_id=who))


def test_a_first_call_to_a_weak_tie_has_its_line(book: Path) -> None:
    person("Ann Lee", Action.CALL, TieClass.WEAK)
    found = fact_for(due("Ann Lee"), NOW)
    assert found and found.id == "F1" and found.source and found.limits


def test_a_call_to_a_near_one_has_none(book: Path) -> None:
    person("Ann Lee", Action.CALL, TieClass.A)
    assert fact_for(due("Ann Lee"), NOW) is None


def test_a_late_thank_you_has_its_line_only_when_it_is_late(book: Path) -> None:
    person("Ann Lee", Action.THANK)
    assert fact_for(due("Ann Lee"), NOW) is None
    late = fact_for(due("Ann Lee", at(3)), at(3))
    assert late and late.id == "F7"


def test_a_name_given_long_ago_names_its_giver_and_the_days(book: Path) -> None:
    dan = people.add_contact(NOW, ContactForm("Dan Cole")).added("contact")[0]
    referrals.refer(NOW, dan, (GivenName("Ann Lee"),), Giving())
    first = fact_for(due("Ann Lee"), NOW)
    assert first and first.id == "F8"
    fact_notes.fact_shown(NOW, "F8")
    later = fact_for(due("Ann Lee", at(9)), at(9))
    assert later and later.text.startswith("Dan Cole gave you this name 9 days ago")


def test_one_a_day_none_while_deciding_a_hidden_one_never(book: Path) -> None:
    person("Ann Lee", Action.CALL, TieClass.WEAK)
    assert fact_for(due("Ann Lee"), NOW, deciding=True) is None
    fact_notes.fact_shown(NOW, "F7")
    assert fact_for(due("Ann Lee"), NOW) is None
    fact_notes.hide_fact(NOW, "F1")
    assert fact_for(due("Ann Lee", at(1)), at(1)) is None
