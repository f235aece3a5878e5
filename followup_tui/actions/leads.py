"""Leads: found, moved through their stages, waited for, parked, ended."""

from __future__ import annotations

from datetime import date, timedelta

from followup_tui.actions.meanwhile import merged
from followup_tui.actions.people import organization
from followup_tui.actions.stages import GOES_ON, decided_on, put_away, to_stage
from followup_tui.actions.steps import keep_lead_alive, live_referrals
from followup_tui.actions.waits import wait_until
from followup_tui.errors import BadInput, Refused
from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED, Action, FollowUpState, Stage
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.journal import Change, undoable
from followup_tui.store.limits import beyond, in_play
from followup_tui.store.models import Contact, Lead, LeadPerson, Organization, StageChange


@dataclass(frozen=True, slots=True)
class LeadForm:
    """What a user says of a lead; empty text for what they don't."""

    title: str
    organization: str = ""
    with_id: int | None = None
    """The person you talk to about it."""
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
    before = in_play(change.now.today)
    lead = new_lead(change, form)
    change.remarks += beyond(before, change.now)
    step = keep_lead_alive(change, lead)
    by = f"Decide by {step.due:%a %-d %b}" if step else ""
    return ". ".join(filter(None, (f"Added {lead.title}", by)))


@undoable
def edit_lead(change: Change, lead_id: int, form: LeadForm, was: LeadForm | None = None) -> str:
    """Make a lead as the form says; of one that `was` so when it was opened, what was changed.

    Raises:
        NotFound: There is no such lead or contact.
        BadInput: The title is empty.
        ChangedMeanwhile: Somebody else changed the same, to something else.
    """
    lead = Lead.fetch(lead_id)
    form = merged(was, form, form_of(lead_id))
    change.set(lead, **_told(change, form))
    _deal_with(change, lead, form.with_id)
    return f"Changed {lead.title}"


def form_of(lead_id: int) -> LeadForm:
    """What is known of a lead, as a form.

    Raises:
        NotFound: There is no such lead.
    """
    lead = Lead.fetch(lead_id)
    first = LeadPerson.select().where(LeadPerson.lead == lead).order_by(LeadPerson.id).first()
    return LeadForm(
        title=lead.title,
        organization=lead.organization.name if lead.organization else "",
        with_id=first.contact_id if first else None,
        via_id=lead.offered_by_id,
        words=lead.words,
        url=lead.url,
        source=lead.source,
        place=lead.place,
        pay=lead.pay,
        resume=lead.resume,
        notes=lead.notes,
    )


@undoable
def move_lead(change: Change, lead_id: int, stage: Stage, reason: str | None = None) -> str:
    """Bring a lead to `stage`; an ended one has nothing left to do.

    Raises:
        NotFound: There is no such lead.
        BadInput: The stage needs a reason of its list, and has none.
    """
    lead = Lead.fetch(lead_id)
    to_stage(change, lead, stage, reason)
    if stage in GOES_ON:
        decided_on(change, lead)
    step = keep_lead_alive(change, lead)
    by = "Decide" if step and step.action == Action.DECIDE else "Nudge"
    tail = f". {by} by {step.due:%a %-d %b}" if step else ""
    return f"{lead.title}: {stage}" + (f", {lead.reason}" if lead.reason else "") + tail


@undoable
def wait_for(change: Change, lead_id: int, until: date) -> str:
    """Wait for them until a day, and nudge on the business day after.

    Raises:
        NotFound: There is no such lead.
        Refused: It has ended.
        BadInput: The day has passed.
    """
    lead = _going_on(lead_id)
    _to_come(change, until)
    nudge = wait_until(change, lead, until)
    tail = f". Nudge {nudge.due:%a %-d %b}" if nudge else ""
    return f"{lead.title}: waiting until {until:%a %-d %b}{tail}"


@undoable
def park(change: Change, lead_id: int, until: date | None = None, days: int = 90) -> str:
    """Put a lead away until a day, its next steps with it; then it is decided on.

    Raises:
        NotFound: There is no such lead.
        Refused: It has ended.
        BadInput: The day has passed.
    """
    lead = _going_on(lead_id)
    day = _to_come(change, until or change.now.today + timedelta(days=days))
    put_away(change, lead, day)
    return f"{lead.title}: parked until {day:%a %-d %b}"


@undoable
def park_organization(
    change: Change, organization_id: int, until: date | None = None, days: int = 90
) -> str:
    """Put an organization away until a day, with all its open leads.

    Raises:
        NotFound: There is no such organization.
        BadInput: The day has passed.
    """
    place = Organization.fetch(organization_id)
    day = _to_come(change, until or change.now.today + timedelta(days=days))
    change.set(place, parked_until=day)
    for lead in place.leads.where(Lead.stage.not_in(ENDED)):
        put_away(change, lead, day)
    return f"{place.name}: parked until {day:%a %-d %b}"


@undoable
def involve(change: Change, lead_id: int, contact_id: int, role: str = "") -> str:
    """Say that somebody has to do with a lead, and as what.

    Raises:
        NotFound: There is no such lead or contact.
    """
    lead, person = Lead.fetch(lead_id), Contact.fetch(contact_id)
    _deal_with(change, lead, person.id, role)
    return f"{person.name}: {lead.title}" + (f", {role.strip()}" if role.strip() else "")


def new_lead(change: Change, form: LeadForm) -> Lead:
    """A new lead of `form`, inside an open change; its next step is the caller's to open."""
    lead = change.add(Lead(stage=Stage.NEW, created_at=change.now.at, **_told(change, form)))
    change.add(StageChange(lead=lead, stage=Stage.NEW, at=change.now.at))
    _deal_with(change, lead, form.with_id)
    return lead


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


def _deal_with(change: Change, lead: Lead, contact_id: int | None, role: str = "") -> None:
    if contact_id is None:
        return
    person, role = Contact.fetch(contact_id), " ".join(role.split())
    known = LeadPerson.get_or_none(LeadPerson.lead == lead, LeadPerson.contact == person)
    if known is None:
        change.add(LeadPerson(lead=lead, contact=person, role=role))
    elif role:
        change.set(known, role=role)
    for referral in live_referrals(person):
        if referral.lead is None:
            _belongs_to(change, referral, lead)


def _belongs_to(change: Change, referral: Referral, lead: Lead) -> None:
    """The name that led to the person a lead is dealt with led to the lead."""
    change.set(referral, lead=lead)
    for step in referral.follow_ups.where(
        FollowUp.state == FollowUpState.OPEN, FollowUp.action != Action.REPORT_BACK
    ):
        if step.lead is None:
            change.set(step, lead=lead)


def _going_on(lead_id: int) -> Lead:
    lead = Lead.fetch(lead_id)
    if lead.stage in ENDED:
        raise Refused(f"{lead.title} is {lead.stage} already.")
    return lead


def _to_come(change: Change, day: date) -> date:
    if day <= change.now.today:
        raise BadInput(f"{day:%a %-d %b %Y} is no later day. Name one to come.")
    return day
