"""The app in its daily review, and what is told and asked of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from conftest import NOW
from textual.pilot import Pilot
from ui.driving import press, running

from followup_tui.rules.deck import Step
from followup_tui.rules.facts import Action, FollowUpState
from followup_tui.rules.review import Answer
from followup_tui.store.dealings import FollowUp
from followup_tui.store.models import Contact
from followup_tui.ui.screens.review import ReviewScreen

TOMORROW = NOW.today + timedelta(days=1)
SESSION = {"session": [], "session_card": [], "fact_shown": []}
"""The tables of a review's own notes."""


@asynccontextmanager
async def reviewing(*keys: str) -> AsyncIterator[tuple[Pilot[Any], ReviewScreen]]:
    """The app, in its review, after these keys."""
    async with running() as pilot:
        await press(pilot, "r", *keys)
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        yield pilot, screen


def step(screen: ReviewScreen) -> Step:
    assert screen.here is not None
    return screen.here.step


def answers(screen: ReviewScreen) -> list[Answer]:
    assert screen.sitting is not None
    return [one.answer for one in screen.sitting.review.taken if one.card is not None]


def the(name: str, action: Action) -> FollowUp:
    """The oldest follow-up of this kind with this person."""
    contact = Contact.get(Contact.name == name)
    rows = FollowUp.select().where(FollowUp.contact == contact, FollowUp.action == action)
    return rows.order_by(FollowUp.state != FollowUpState.OPEN, FollowUp.id).first()


TO_WARM_UP, TO_DECIDE = ("enter", "enter"), ("enter", "enter", "space")
TO_CALLS = (*TO_DECIDE, "space", "space")
