"""Promises: mine, which become next steps, and theirs, which are waited for and nudged."""

from __future__ import annotations

from datetime import date

from followup_tui.actions.steps import NextStep, close_step, keep_lead_alive, open_step
from followup_tui.errors import BadInput, Refused
from followup_tui.rules import after_talk
from followup_tui.rules.facts import (
    Action,
    ChaseKind,
    FollowUpState,
    Owed,
    PromiseState,
)
from followup_tui.store.dealings import FollowUp, TheirPromise, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead


@undoable
def promise(
    change: Change, contact_id: int, what: str, day: date | None = None,
    action: Action = Action.SEND,
) -> str:  # fmt: skip
    """Keep what I promised somebody; without a day it gets one, and says so.

    Raises:
        NotFound: There is no such contact.
    """
    contact = Contact.fetch(contact_id)
    step = promised(change, contact, NextStep(action, day or change.now.today, what), day)
    told = "" if day else " (no day was said: this one is yours to change)"
    return f"Promised {contact.name}: {what or action}, {step.due:%a %-d %b}{told}"


@undoable
def they_promised(change: Change, contact_id: int, what: str, day: date | None = None) -> str:
    """Keep what somebody promised me, with a nudge the business day after.

    Raises:
        NotFound: There is no such contact.
        BadInput: It doesn't say what.
    """
    contact = Contact.fetch(contact_id)
    theirs, nudge = await_promise(change, contact, what, day)
    told = "" if day else " (no day was said)"
    return (
        f"{contact.name} promised: {what}, {theirs.due:%a %-d %b}{told}."
        f" Nudge {nudge.due:%a %-d %b}"
    )


@undoable
def kept(change: Change, promise_id: int, *, dropped: bool = False) -> str:
    """Say that somebody kept their promise, or that it won't be.

    Raises:
        NotFound: There is no such promise.
        Refused: It isn't open.
    """
    theirs = TheirPromise.fetch(promise_id)
    if theirs.state != PromiseState.OPEN:
        raise Refused(f"“{theirs.what}” is {theirs.state} already.")
    end_promise(change, theirs, PromiseState.DROPPED if dropped else PromiseState.KEPT)
    if theirs.lead and theirs.lead.waiting_until == theirs.due:
        change.set(theirs.lead, waiting_until=None)
    keep_lead_alive(change, theirs.lead)
    return f"{theirs.contact.name}: {theirs.what}, {theirs.state}"


def promised(
    change: Change, contact: Contact, step: NextStep, day: date | None,
    *, lead: Lead | None = None, born_of: Touch | None = None,
) -> FollowUp:  # fmt: skip
    """A promise of mine as a next step, inside an open change."""
    due = after_talk.my_promise_due(change.now.today, day, change.now.holidays)
    wanted = NextStep(
        step.action, due, step.what, step.time, step.zone, step.part, step.place, True
    )
    return open_step(
        change,
        wanted,
        owed=Owed.PROMISED,
        contact=contact,
        lead=lead,
        promised_to=contact,
        born_of=born_of,
    )


def await_promise(
    change: Change, contact: Contact, what: str, day: date | None, time: str | None = None,
    *, lead: Lead | None = None, touch: Touch | None = None,
) -> tuple[TheirPromise, FollowUp]:  # fmt: skip
    """A promise of theirs and its nudge, inside an open change.

    Raises:
        BadInput: It doesn't say what.
    """
    if not what.strip():
        raise BadInput("What did they promise? Two words are enough.")
    nudge_on = after_talk.their_promise_nudge(change.now.today, day, change.now.holidays)
    theirs = change.add(
        TheirPromise(
            contact=contact,
            lead=lead,
            what=what.strip(),
            due=day or nudge_on,
            time=time,
            touch=touch,
            created_at=change.now.at,
        )
    )
    nudge = open_step(
        change,
        NextStep(Action.CHECK, nudge_on, what.strip()),
        owed=Owed.CHASE,
        contact=contact,
        lead=lead,
        born_of=touch,
        chase=ChaseKind.PROMISED,
    )
    return theirs, nudge


def end_promise(change: Change, theirs: TheirPromise, state: PromiseState) -> None:
    """Close a promise of theirs and its nudge, inside an open change."""
    change.set(theirs, state=state, closed_at=change.now.at)
    nudges = FollowUp.select().where(
        FollowUp.contact == theirs.contact,
        FollowUp.chase == ChaseKind.PROMISED,
        FollowUp.what == theirs.what,
        FollowUp.state == FollowUpState.OPEN,
    )
    for nudge in nudges:
        close_step(change, nudge, FollowUpState.DONE)
