"""The lead of a line: which one is meant, and where it now stands."""

from __future__ import annotations

from followup_tui.actions.leads import LeadForm, new_lead
from followup_tui.actions.stages import GOES_ON, decided_on, to_stage
from followup_tui.rules.facts import ENDED, CloseReason, DeclineReason, Stage
from followup_tui.rules.folding import fold
from followup_tui.rules.people import organization_key
from followup_tui.rules.quicklog.shape import Reading
from followup_tui.store.journal import Change
from followup_tui.store.models import Contact, Lead, LeadPerson, Organization


def lead_of(change: Change, reading: Reading, contact: Contact | None) -> Lead | None:
    """The lead the line is about, made where it speaks of a new one; None without any."""
    stage = reading.stage
    named = stage is not None and (stage.lead or stage.org)
    found = _named(reading) if named else _theirs(contact)
    if found is not None or stage is None:
        return found
    if not named and stage.to in (Stage.DECLINED, Stage.CLOSED, Stage.PAUSED, Stage.CONTACTED):
        return None
    title = stage.lead or (f"Opening at {stage.org}" if stage.org else "")
    if not title:
        title = f"{stage.to.capitalize()} with {contact.name}" if contact else ""
    if not title:
        return None
    place = stage.org or (contact.organization.name if contact and contact.organization else "")
    return new_lead(
        change, LeadForm(title, organization=place, with_id=contact.id if contact else None)
    )


def move(change: Change, reading: Reading, lead: Lead | None) -> None:
    """Bring the lead to where the line says it stands."""
    stage = reading.stage
    if stage is None or lead is None:
        return
    reason = stage.reason
    if stage.to is Stage.DECLINED and reason not in list(DeclineReason):
        reason = DeclineReason.OTHER
    if stage.to is Stage.CLOSED and reason not in list(CloseReason):
        reason = CloseReason.OTHER
    to_stage(change, Lead.fetch(lead.id), stage.to, reason)
    if stage.to in GOES_ON:
        decided_on(change, lead)


def _theirs(contact: Contact | None) -> Lead | None:
    """The only open lead that this person has to do with."""
    if contact is None:
        return None
    mine = LeadPerson.select(LeadPerson.lead).where(LeadPerson.contact == contact)
    open_leads = list(
        Lead.select().where(
            Lead.stage.not_in(ENDED), Lead.id.in_(mine) | (Lead.offered_by == contact)
        )
    )
    return open_leads[0] if len(open_leads) == 1 else None


def _named(reading: Reading) -> Lead | None:
    stage = reading.stage
    if stage is None:
        return None
    rows = Lead.select().where(Lead.stage.not_in(ENDED))
    if stage.org:
        place = Organization.get_or_none(Organization.key == organization_key(stage.org))
        rows = rows.where(Lead.organization == place) if place else rows.where(Lead.id < 0)
    fits = [row for row in rows if not stage.lead or fold(row.title) == fold(stage.lead)]
    return fits[0] if len(fits) == 1 else None
