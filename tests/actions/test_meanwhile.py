"""Two who change the same: nothing of either is lost without a question."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from conftest import NOW

from followup_tui.actions import leads, people, plans
from followup_tui.actions.meanwhile import ChangedMeanwhile, merged
from followup_tui.actions.people import ContactForm
from followup_tui.actions.steps import NextStep
from followup_tui.rules.facts import Action
from followup_tui.store.dealings import FollowUp
from followup_tui.store.person import person

ADA = ContactForm("Ada King", "Cobalt", "editor", emails=("ada@x.example",), tags=("work",))


def test_what_the_other_one_changed_stays_where_the_form_left_it_alone(book: Path) -> None:
    people.add_contact(NOW, ADA)
    was = people.form_of(1)
    people.edit_contact(NOW, 1, replace(was, role="chief", phones=("303-555-0101",)))
    people.edit_contact(NOW, 1, replace(was, notes="met at a fair"), was)
    now = person(1)
    assert (now.role, now.notes, len(now.ways)) == ("chief", "met at a fair", 2)


def test_what_both_changed_is_asked_once_with_both(book: Path) -> None:
    people.add_contact(NOW, ADA)
    was = people.form_of(1)
    mine = replace(was, role="desk head", place="Denver")
    people.edit_contact(NOW, 1, replace(was, role="chief", place="Denver", hours="9-12"))
    with pytest.raises(ChangedMeanwhile, match="role is “chief”, yours “desk head”") as asked:
        people.edit_contact(NOW, 1, mine, was)
    assert person(1).role == "chief" and isinstance(asked.value.seen, ContactForm)
    people.edit_contact(NOW, 1, mine, asked.value.seen)
    assert (person(1).role, person(1).hours) == ("desk head", "9-12")


def test_a_lead_and_a_step_are_asked_about_too(book: Path) -> None:
    people.add_contact(NOW, ADA)
    people.add_contact(NOW, ContactForm("Bo Low"))
    leads.add_lead(NOW, leads.LeadForm("Clerk", with_id=1, via_id=1))
    lead = leads.form_of(1)
    leads.edit_lead(NOW, 1, replace(lead, via_id=2))
    with pytest.raises(ChangedMeanwhile, match="via is “Bo Low”, yours empty"):
        leads.edit_lead(NOW, 1, replace(lead, via_id=None), lead)
    soon = NOW.today + timedelta(days=2)
    plans.add_follow_up(NOW, plans.FollowUpForm(NextStep(Action.CALL, soon), contact_id=1))
    number = FollowUp.select().order_by(FollowUp.id.desc()).get().id
    step = plans.step_of(number)
    plans.snooze(NOW, number, soon + timedelta(days=5))
    plans.edit_follow_up(NOW, number, replace(step, what="the budget"), step)
    assert plans.step_of(number).day == soon + timedelta(days=5)
    with pytest.raises(ChangedMeanwhile, match="day is"):
        plans.edit_follow_up(NOW, number, replace(step, day=NOW.today), step)


def test_of_five_hundred_interleavings_none_loses_what_was_saved() -> None:
    chance = Random(7)
    words = [one.name for one in fields(ContactForm) if one.type == "str" and one.name != "region"]
    for _ in range(500):
        stands = ADA
        saved = {name: getattr(ADA, name) for name in words}
        open_forms = [(ADA, ADA), (ADA, ADA), (ADA, ADA)]
        for turn in range(8):
            at = chance.randrange(len(open_forms))
            was, _ = open_forms[at]
            changed = {name: f"{name} {turn}" for name in chance.sample(words, 2)}
            mine = replace(was, **changed)
            try:
                stands = merged(was, mine, stands)
            except ChangedMeanwhile as asked:
                told = str(asked)
                both = [name for name in changed if saved[name] != getattr(was, name)]
                assert both and all(saved[name] in told for name in both)
                stands = merged(asked.seen, mine, stands)  # type: ignore[type-var]
            saved |= changed
            open_forms[at] = (stands, stands)
            assert {name: getattr(stands, name) for name in words} == saved
