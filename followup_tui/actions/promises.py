"""Promises: mine, which become next steps, and theirs, which are waited for and nudged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from followup_tui.actions.chasing import go_on
from followup_tui.actions.stages import decided_on
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    keep_lead_alive,
    live_referral,
    open_step,
)
from followup_tui.errors import BadInput, Refused
from followup_tui.rules import after_talk
from followup_tui.rules.chase import Chase, next_try
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
    action: Action = Action.SEND, time: str | None = None,
) -> str:  # fmt: skip
    """Keep what I promised somebody; without a day it gets one, and says so.

    Raises:
        NotFound: There is no such contact.
        BadInput: The day has passed.
    """
    contact = Contact.fetch(contact_id)
    if day is not None and day < change.now.today:
        raise BadInput(f"{day:%a %-d %b %Y} has passed. Name a day to come.")
    wanted = NextStep(action, day or change.now.today, what, time)
    step = promised(change, contact, wanted, day)
    told = "" if day else " (no day was said: this one is yours to change)"
    named = what if action is Action.OTHER else f"{action.replace('_', ' ')} {what}".strip()
    return f"Promised {contact.name}: {named}, {_when(step.due, time)}{told}"


@undoable
def they_promised(
    change: Change, contact_id: int, what: str, day: date | None = None, time: str | None = None
) -> str:
    """Keep what somebody promised me, with a nudge the business day after.

    Raises:
        NotFound: There is no such contact.
        BadInput: It doesn't say what.
    """
    contact = Contact.fetch(contact_id)
    theirs, nudge = await_promise(change, contact, what, day, time)
    told = "" if day else " (no day was said)"
    return (
        f"{contact.name} promised: {what}, {_when(theirs.due, time)}{told}."
        f" Nudge {nudge.due:%a %-d %b}"
    )


def _when(day: date, time: str | None) -> str:
    return f"{day:%a %-d %b}" + (f", {time}" if time else "")


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
    return f"{theirs.contact.name}: {theirs.what}, {theirs.state}"


def promised(
    change: Change, contact: Contact, step: NextStep, day: date | None,
    *, lead: Lead | None = None, born_of: Touch | None = None,
) -> FollowUp:  # fmt: skip
    """A promise of mine as a next step, inside an open change."""
    due = after_talk.my_promise_due(change.now.today, day, change.now.holidays, change.now.defaults)
    return open_step(
        change,
        replace(step, day=due, promised=True),
        owed=Owed.PROMISED,
        contact=contact,
        lead=lead,
        referral=live_referral(contact),
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
    today = change.now.today
    now = change.now
    nudge_on = max(today, after_talk.their_promise_nudge(today, day, now.holidays, now.defaults))
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
    if lead is not None and day is not None:
        decided_on(change, lead)
        change.set(lead, waiting_until=day)
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
    for nudge in _nudges(theirs):
        close_step(change, nudge, FollowUpState.DONE)
    if theirs.lead and theirs.lead.waiting_until == theirs.due:
        change.set(theirs.lead, waiting_until=None)
    keep_lead_alive(change, theirs.lead)


def nudge_again(change: Change, nudge: FollowUp) -> FollowUp | None:
    """The nudge after `nudge`, by the plan, while its promise is open; else None."""
    theirs = promise_of(nudge)
    if theirs is None or nudge.contact is None or _nudges(theirs):
        return None
    today = change.now.today
    chase = Chase(ChaseKind.PROMISED, nudge.attempt, nudge.chase_from or today, today)
    plan = next_try(chase, change.now.holidays, change.now.defaults)
    return go_on(change, nudge.contact, chase, plan, step=nudge, lead=nudge.lead)


def promise_of(nudge: FollowUp) -> TheirPromise | None:
    """The open promise that a nudge is about, if it is one."""
    found: TheirPromise | None = TheirPromise.get_or_none(
        TheirPromise.contact == nudge.contact,
        TheirPromise.what == nudge.what,
        TheirPromise.state == PromiseState.OPEN,
    )
    return found if nudge.chase == ChaseKind.PROMISED else None


def _nudges(theirs: TheirPromise) -> list[FollowUp]:
    rows = FollowUp.select().where(
        FollowUp.contact == theirs.contact,
        FollowUp.chase == ChaseKind.PROMISED,
        FollowUp.what == theirs.what,
        FollowUp.state == FollowUpState.OPEN,
    )
    return list(rows)
