"""Next steps: added, done, put off, pinned, parked."""

from __future__ import annotations

from datetime import date

from followup_tui.actions.endings import after_done
from followup_tui.actions.meanwhile import merged
from followup_tui.actions.steps import (
    NextStep,
    clocked,
    close_step,
    live_referral,
    open_step,
    owed_for,
)
from followup_tui.errors import BadInput, Refused, Usage
from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, FollowUpState, Owed, SnoozeReason
from followup_tui.rules.snoozing import may_snooze
from followup_tui.store.dealings import FollowUp, Snooze
from followup_tui.store.journal import Change, undoable
from followup_tui.store.limits import beyond, in_play
from followup_tui.store.models import Contact, Lead


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """A next step as a user typed it."""

    step: NextStep
    contact_id: int | None = None
    lead_id: int | None = None
    owed: Owed | None = None
    """None leaves it to the rules."""


@undoable
def add_follow_up(change: Change, form: FollowUpForm) -> str:
    """Add a next step with a person, a lead, or both.

    Raises:
        NotFound: There is no such contact or lead.
        BadInput: It is about nobody and nothing, or its day has passed.
    """
    if form.contact_id is None and form.lead_id is None:
        raise BadInput("A follow-up is about somebody or about a lead: name one.")
    if form.step.day < change.now.today:
        raise BadInput(f"{form.step.day:%a %-d %b %Y} has passed. Name a day to come.")
    contact = Contact.fetch(form.contact_id) if form.contact_id else None
    referral = live_referral(contact) if contact else None
    before = in_play(change.now.today)
    step = open_step(
        change,
        form.step,
        owed=form.owed or owed_for(form.step.action, contact, promised=form.step.promised),
        contact=contact,
        lead=Lead.fetch(form.lead_id) if form.lead_id else (referral.lead if referral else None),
        referral=referral,
        promised_to=contact if form.step.promised else None,
    )
    change.remarks += beyond(before, change.now)
    return f"{named(step)}, {when(step)}"


@undoable
def done(change: Change, follow_up_id: int) -> str:
    """Close a follow-up as done.

    Raises:
        NotFound: There is no such follow-up.
        Refused: It isn't open.
    """
    step = _open(follow_up_id)
    close_step(change, step, FollowUpState.DONE)
    after_done(change, step)
    return f"Done: {named(step)}"


@undoable
def snooze(
    change: Change,
    follow_up_id: int,
    day: date,
    time: str | None = None,
    place: str = "",
    reason: SnoozeReason | None = None,
    session_id: int | None = None,
) -> str:
    """Put a follow-up off; its first due day stays, and it can be put off twice.

    Raises:
        NotFound: There is no such follow-up.
        Refused: It isn't open, or was put off twice already.
        Usage: The day has passed, it is today's without a time, or it is the second time and
            the reason is missing.
    """
    step = _open(follow_up_id)
    may_snooze(step.snoozes.count(), day, change.now.today, reason, change.now.defaults)
    if day == change.now.today and not time:
        raise Usage("today again: say at what time")
    time, zone = clocked(change, day, time)
    change.add(
        Snooze(
            follow_up=step,
            from_day=step.due,
            to_day=day,
            time=time,
            place=place,
            reason=reason,
            at=change.now.at,
            session=session_id,
        )
    )
    change.set(
        step,
        due=day,
        time=time,
        zone=zone,
        place=place or step.place,
        part="",
        parked_until=None,
        sequence=step.sequence + 1,
    )
    return f"Snoozed: {named(step)}, {when(step)}"


@undoable
def pin(change: Change, follow_up_id: int) -> str:
    """Keep a follow-up on top for today; a second time takes the pin out."""
    step = _open(follow_up_id)
    pinned = step.pinned_until is not None and step.pinned_until >= change.now.today
    change.set(step, pinned_until=None if pinned else change.now.today)
    return f"{'Unpinned' if pinned else 'Pinned for today'}: {named(step)}"


@undoable
def park_step(change: Change, follow_up_id: int, until: date) -> str:
    """Put a follow-up away until a day.

    Raises:
        BadInput: The day isn't one to come.
    """
    step = _open(follow_up_id)
    if until <= change.now.today:
        raise BadInput(f"{until:%a %-d %b %Y} is no later day. Name one to come.")
    change.set(step, parked_until=until, due=max(step.due, until), sequence=step.sequence + 1)
    return f"Parked: {named(step)}, until {until:%a %-d %b}"


@undoable
def edit_follow_up(
    change: Change, follow_up_id: int, wanted: NextStep, was: NextStep | None = None
) -> str:
    """Change what a follow-up asks for, or do it earlier; a later day is a snooze.

    Of one that `was` so when the form was opened, what was changed.

    Raises:
        ChangedMeanwhile: Somebody else changed the same, to something else.
        NotFound: There is no such follow-up.
        Refused: It isn't open.
        Usage: The day is a later one.
    """
    step = _open(follow_up_id)
    wanted = merged(was, wanted, step_of(follow_up_id))
    if wanted.day > step.due:
        raise Usage("a later day is a snooze: put it off with s, or decide")
    earlier = max(wanted.day, change.now.today) if wanted.day < step.due else step.due
    time, zone = clocked(change, min(earlier, step.due), wanted.time, wanted.zone)
    change.set(
        step,
        action=wanted.action,
        what=wanted.what,
        time=time,
        zone=zone,
        part=wanted.part,
        place=wanted.place,
        due=min(earlier, step.due),
        sequence=step.sequence + 1,
    )
    return f"Changed: {named(step)}, {when(step)}"


def step_of(follow_up_id: int) -> NextStep:
    """What a follow-up asks for, as somebody would type it.

    Raises:
        NotFound: There is no such follow-up.
    """
    step = FollowUp.fetch(follow_up_id)
    return NextStep(
        Action(step.action), step.due, step.what, step.time,
        zone=step.zone or "", part=step.part or "", place=step.place or "",
    )  # fmt: skip


def named(step: FollowUp) -> str:
    """A follow-up in a few words: `Call Marcus Webb`."""
    who = step.contact.name if step.contact else (step.lead.title if step.lead else "")
    return " ".join(word for word in (ACTION_WORDS[Action(step.action)], who) if word)


def when(step: FollowUp) -> str:
    """Its day and time: `Thu 26 Nov, 9:00`."""
    return f"{step.due:%a %-d %b}" + (f", {step.time}" if step.time else "")


ACTION_WORDS = {
    Action.CALL: "Call",
    Action.EMAIL: "Email",
    Action.TEXT: "Text",
    Action.CHAT: "Write to",
    Action.SEND: "Send to",
    Action.THANK: "Thank",
    Action.MEET: "Meet",
    Action.INTERVIEW: "Interview with",
    Action.APPLY: "Apply:",
    Action.CHECK: "Check with",
    Action.ASK: "Ask",
    Action.REPORT_BACK: "Report to",
    Action.PASS_ON: "Pass on to",
    Action.DECIDE: "Decide:",
    Action.OTHER: "To do:",
}


def _open(follow_up_id: int) -> FollowUp:
    step = FollowUp.fetch(follow_up_id)
    if step.state != FollowUpState.OPEN:
        raise Refused(f"{named(step)} is {step.state} already.")
    return step
