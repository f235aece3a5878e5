"""What a user does on the phone: an attempt, a talk, a message, and what follows from it."""

from __future__ import annotations

from datetime import date

from followup_tui.actions.chasing import (
    ATTEMPTS,
    TRIES,
    TouchForm,
    chase_on,
    is_a_try,
    overtaken,
    tried_step,
)
from followup_tui.actions.settling import settle
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    keep_lead_alive,
    live_referral,
    open_step,
    open_steps,
    owed_for,
)
from followup_tui.actions.touches import record
from followup_tui.actions.waits import wait_until
from followup_tui.rules.after_talk import thanks
from followup_tui.rules.facts import (
    Action,
    Channel,
    FollowUpState,
    Outcome,
    Owed,
    WayKind,
)
from followup_tui.rules.workdays import add_workdays
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Way

SPOKEN = {
    Outcome.LEFT_VOICEMAIL: "Voicemail left for",
    Outcome.NO_ANSWER: "No answer from",
    Outcome.BUSY: "Busy:",
    Outcome.GATEKEEPER: "Not put through to",
    Outcome.TALKED: "Talked to",
    Outcome.MET: "Met",
    Outcome.RECEIVED: "Heard from",
    Outcome.SENT: "Wrote to",
    Outcome.WRONG_NUMBER: "Wrong number for",
    Outcome.MISSED_CALL: "Missed a call from",
    Outcome.RESCHEDULED: "Rescheduled with",
}


@undoable
def attempt(
    change: Change,
    contact_id: int,
    outcome: Outcome,
    follow_up_id: int | None = None,
    note: str = "",
) -> str:
    """Record a try that didn't reach them and apply the chase plan at once.

    Raises:
        NotFound: There is no such contact or follow-up.
    """
    contact = Contact.fetch(contact_id)
    form = TouchForm(
        contact_id,
        outcome,
        channel=Channel.CALL,
        note=note,
        closes=(follow_up_id,) if follow_up_id else None,
    )
    touch = record(change, contact, form)
    return f"{SPOKEN[outcome]} {contact.name}. {chase_on(change, contact, touch, form)}"


@undoable
def log_touch(change: Change, form: TouchForm) -> str:
    """Record what happened, settle what it settles, and open what follows.

    Raises:
        NotFound: There is no such contact, lead or follow-up.
    """
    return logged(change, form)


def logged(change: Change, form: TouchForm) -> str:
    """What `log_touch` does, inside an open change. Raises as it does."""
    contact = Contact.fetch(form.contact_id)
    touch = record(change, contact, form)
    if was_a_try(contact, form, change.now.today):
        tail = chase_on(change, contact, touch, form)
        for step in form.steps[1:]:
            add_step(change, step, contact, touch)
    else:
        closed = settle(change, contact, touch, form)
        opened = [add_step(change, step, contact, touch) for step in form.steps]
        tail = _said([*opened, *by_custom(change, contact, touch, form)], closed)
    if form.waiting_until and touch.lead:
        wait_until(change, touch.lead, form.waiting_until)
    keep_lead_alive(change, touch.lead)
    return f"{SPOKEN[form.outcome]} {contact.name}. {tail}".strip()


def was_a_try(contact: Contact, form: TouchForm, day: date) -> bool:
    """Whether a touch goes on with a plan: nobody was reached, or a message may yet be answered."""
    if form.outcome in ATTEMPTS:
        return True
    step = tried_step(contact, form, day)
    if form.outcome is Outcome.RESCHEDULED:
        return bool(form.steps) and step is not None
    return form.outcome is Outcome.SENT and step is not None and is_a_try(step)


def add_step(
    change: Change, step: NextStep, contact: Contact, touch: Touch | None = None
) -> FollowUp:
    """A next step with `contact`, inside an open change."""
    return open_step(
        change,
        step,
        owed=owed_for(step.action, contact, promised=step.promised),
        contact=contact,
        lead=touch.lead if touch else None,
        referral=live_referral(contact) if step.action in TRIES else None,
        promised_to=contact if step.promised else None,
        born_of=touch,
    )


def by_custom(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> list[FollowUp]:
    """The steps that custom adds to a touch: thanks, a call back, asking for the right number."""
    if form.outcome is Outcome.MISSED_CALL:
        return _call_back(change, contact, touch, form)
    if form.outcome is Outcome.WRONG_NUMBER:
        mark_wrong(change, contact)
        return ask_for_number(change, contact, touch)
    return _thank(change, contact, touch, form)


def mark_wrong(change: Change, contact: Contact) -> None:
    """Say that the number that is called first isn't theirs."""
    numbers = [way for way in contact.ways if way.kind == WayKind.PHONE and not way.wrong]
    if numbers:
        change.set(max(numbers, key=lambda way: way.preferred), wrong=True, preferred=False)


def ask_for_number(change: Change, contact: Contact, touch: Touch) -> list[FollowUp]:
    """Whoever gave the name is asked for a better number, where none is left to try."""
    referral = live_referral(contact)
    ways = contact.ways.where(Way.kind.in_((WayKind.PHONE, WayKind.EMAIL)), ~Way.wrong)
    if referral is None or referral.giver is None or ways.exists():
        return []
    for step in open_steps(contact):
        if step.action in TRIES and step.referral_id == referral.id:
            close_step(change, step, FollowUpState.ATTEMPTED, by=touch)
    now = change.now
    day = add_workdays(now.today, now.defaults.first_try_workdays, now.holidays)
    asked = NextStep(Action.ASK, day, f"the right number of {contact.name}")
    return [
        open_step(
            change, asked, owed=Owed.LENT, contact=referral.giver, lead=referral.lead,
            referral=referral, born_of=touch, ends_on=referral.ends_on,
        )
    ]  # fmt: skip


def _call_back(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> list[FollowUp]:
    """They called: somebody waits for my call."""
    if form.steps or overtaken(contact, touch):
        return []
    tried = [step for step in open_steps(contact) if step.action == Action.CALL]
    for step in tried:
        change.set(step, owed=_stronger(Owed(step.owed)))
    if any(step.due <= change.now.today for step in tried):
        return []
    called_on = change.now.day(touch.at)
    back = max(change.now.today, add_workdays(called_on, 1, change.now.holidays))
    again = NextStep(Action.CALL, back, "back")
    return [
        open_step(change, again, owed=Owed.AWAITED, contact=contact, lead=touch.lead, born_of=touch)
    ]


def _stronger(owed: Owed) -> Owed:
    return owed if owed is Owed.PROMISED else Owed.AWAITED


def _thank(change: Change, contact: Contact, touch: Touch, form: TouchForm) -> list[FollowUp]:
    already = any(step.action is Action.THANK for step in form.steps) or any(
        step.action == Action.THANK for step in open_steps(contact)
    )
    day = change.now.day(touch.at)
    custom = thanks(form.outcome, form.minutes, day, change.now.defaults)
    if not form.thank or already or custom is None or overtaken(contact, touch):
        return []
    step = NextStep(custom.action, max(custom.due, change.now.today))
    return [open_step(change, step, owed=custom.owed, contact=contact, born_of=touch)]


def _said(opened: list[FollowUp], closed: list[FollowUp]) -> str:
    parts = [f"{step.action.replace('_', ' ')} {step.due:%a %-d %b}" for step in opened]
    said = f"Next: {', '.join(parts)}" if parts else ""
    told = [step.what for step in closed if step.action == Action.REPORT_BACK and step.what]
    heard = f"Told about {', '.join(told)}" if told else ""
    settled = f"{len(closed)} settled" if len(closed) > 1 else ""
    return ". ".join(part for part in (said, heard, settled) if part)
