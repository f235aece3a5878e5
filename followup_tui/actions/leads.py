"""Leads: found, moved through their stages, waited for, parked, ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from followup_tui.actions.people import organization
from followup_tui.actions.steps import close_step, keep_lead_alive
from followup_tui.errors import BadInput
from followup_tui.rules.facts import (
    ENDED,
    CloseReason,
    DeclineReason,
    FollowUpState,
    Stage,
)
from followup_tui.store.dealings import FollowUp
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead, LeadPerson, StageChange


@dataclass(frozen=True, slots=True)
class LeadForm:
    """What a user says of a lead; empty text for what they don't."""

    title: str
    organization: str = ""
    with_id: int | None = None
    """The person it is dealt with."""
    via_id: int | None = None
    """Who offered it."""
    words: str = ""
    url: str = ""
    source: str = ""
    place: str = ""
    pay: str = ""
    resume: str = ""
    notes: str = ""


@undoable
def add_lead(change: Change, form: LeadForm) -> str:
    """Add a lead; its next step is to decide on it within a week.

    Raises:
        BadInput: The title is empty.
        NotFound: There is no such contact.
    """
    lead = new_lead(change, form)
    step = keep_lead_alive(change, lead)
    return f"Added {lead.title}" + (f". Decide by {step.due:%a %-d %b}" if step else "")


@undoable
def edit_lead(change: Change, lead_id: int, form: LeadForm) -> str:
    """Make a lead as the form says.

    Raises:
        NotFound: There is no such lead or contact.
        BadInput: The title is empty.
    """
    lead = Lead.fetch(lead_id)
    change.set(lead, **_told(change, form))
    _deal_with(change, lead, form.with_id)
    return f"Changed {lead.title}"


@undoable
def move_lead(change: Change, lead_id: int, stage: Stage, reason: str | None = None) -> str:
    """Bring a lead to `stage`; an ended one has nothing left to do.

    Raises:
        NotFound: There is no such lead.
        BadInput: The stage needs a reason of its list, and has none.
    """
    lead = Lead.fetch(lead_id)
    to_stage(change, lead, stage, reason)
    step = keep_lead_alive(change, lead)
    tail = f". Decide by {step.due:%a %-d %b}" if step else ""
    return f"{lead.title}: {stage}" + (f", {reason}" if reason else "") + tail


@undoable
def wait_for(change: Change, lead_id: int, until: date) -> str:
    """Wait for them until `until`: a state of its own, with nothing to do before."""
    lead = Lead.fetch(lead_id)
    change.set(lead, waiting_until=until, parked_until=None)
    return f"{lead.title}: waiting until {until:%a %-d %b}"


@undoable
def park(change: Change, lead_id: int, until: date | None = None, days: int = 90) -> str:
    """Put a lead away until a day, its next steps with it."""
    lead = Lead.fetch(lead_id)
    day = until or change.now.today + timedelta(days=days)
    change.set(lead, parked_until=day, waiting_until=None)
    for step in _open(lead):
        change.set(step, parked_until=day)
    return f"{lead.title}: parked until {day:%a %-d %b}"


def new_lead(change: Change, form: LeadForm) -> Lead:
    """A new lead of `form`, inside an open change; its next step is the caller's to open."""
    lead = change.add(Lead(stage=Stage.NEW, created_at=change.now.at, **_told(change, form)))
    change.add(StageChange(lead=lead, stage=Stage.NEW, at=change.now.at))
    _deal_with(change, lead, form.with_id)
    return lead


def to_stage(change: Change, lead: Lead, stage: Stage, reason: str | None = None) -> None:
    """Bring a lead to `stage`, inside an open change.

    Raises:
        BadInput: The stage needs a reason of its list, and has none.
    """
    reason = _reason(stage, reason)
    if lead.stage == stage and lead.reason == reason:
        return
    ends = stage in ENDED
    change.set(
        lead,
        stage=stage,
        reason=reason,
        waiting_until=None if ends else lead.waiting_until,
        parked_until=None if ends else lead.parked_until,
    )
    change.add(StageChange(lead=lead, stage=stage, reason=reason, at=change.now.at))
    if ends:
        state = FollowUpState.DECLINED if stage is Stage.DECLINED else FollowUpState.DROPPED
        for step in _open(lead):
            close_step(change, step, state, reason=reason)


def _reason(stage: Stage, reason: str | None) -> str | None:
    lists = {Stage.DECLINED: DeclineReason, Stage.CLOSED: CloseReason}
    words = [str(word) for word in lists.get(stage, ())]
    if words and reason not in words:
        raise BadInput(f"Why {stage}? One of: {', '.join(words)}.")
    return reason


def _told(change: Change, form: LeadForm) -> dict[str, object]:
    title = " ".join(form.title.split())
    if not title:
        raise BadInput("A lead needs a title: “copy editor” is enough.")
    return {
        "title": title,
        "organization": organization(change, form.organization),
        "offered_by": Contact.fetch(form.via_id) if form.via_id else None,
        "words": form.words,
        "url": form.url.strip(),
        "source": form.source.strip(),
        "place": form.place.strip(),
        "pay": form.pay.strip(),
        "resume": form.resume.strip(),
        "notes": form.notes,
    }


def _deal_with(change: Change, lead: Lead, contact_id: int | None) -> None:
    if contact_id is None:
        return
    person = Contact.fetch(contact_id)
    known = LeadPerson.select().where(LeadPerson.lead == lead, LeadPerson.contact == person)
    if not known.exists():
        change.add(LeadPerson(lead=lead, contact=person))


def _open(lead: Lead) -> list[FollowUp]:
    rows = FollowUp.select().where(FollowUp.lead == lead, FollowUp.state == FollowUpState.OPEN)
    return list(rows)
