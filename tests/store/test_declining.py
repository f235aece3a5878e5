"""Which follow-up with a person a no can mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW

from followup_tui.actions.leads import LeadForm, add_lead
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import FollowUpForm, add_follow_up
from followup_tui.actions.steps import NextStep
from followup_tui.errors import Ambiguous
from followup_tui.rules.facts import Action
from followup_tui.store.declining import step_with
from followup_tui.store.models import Lead


def follow_up(who: int, action: Action, lead: int | None = None) -> int:
    form = FollowUpForm(NextStep(action, NOW.today), contact_id=who, lead_id=lead)
    return add_follow_up(NOW, form).added("follow_up")[0]


def test_those_of_one_lead_go_together_and_those_of_two_are_asked_about(book: Path) -> None:

    cy = add_contact(NOW, ContactForm("Cy Dunn")).added("contact")[0]
    clerk, cook = (add_lead(NOW, LeadForm(title)).added("lead")[0] for title in ("Clerk", "Cook"))
    first = follow_up(cy, Action.CALL, clerk)
    follow_up(cy, Action.MEET, clerk)
    assert Lead.fetch(clerk).title == "Clerk" and step_with(cy) == first
    follow_up(cy, Action.EMAIL, cook)
    with pytest.raises(Ambiguous, match="Cy Dunn has 3 follow-ups"):
        step_with(cy)
