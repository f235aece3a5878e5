"""Leads: one with its whole story, all that are open, and those that lie still."""

from __future__ import annotations

from datetime import date, datetime

from followup_tui.errors import Ambiguous, NotFound
from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED, FollowUpState, Stage
from followup_tui.rules.folding import fold
from followup_tui.rules.leads import LeadFacts, LeadState, is_stale
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.invariants import state_of_lead
from followup_tui.store.models import Lead, LeadPerson, Organization, StageChange


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage that a lead came to."""

    stage: Stage
    at: datetime
    reason: str | None


@dataclass(frozen=True, slots=True)
class Involved:
    """Somebody who has to do with a lead."""

    contact_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A lead in a line."""

    id: int
    title: str
    organization: str
    stage: Stage
    reason: str | None
    state: LeadState
    next_step: date | None
    """When its next step is due."""
    waiting_until: date | None
    parked_until: date | None
    last_event: datetime
    stale: bool


@dataclass(frozen=True, slots=True)
class LeadStory:
    """A lead and all that is known of it."""

    row: LeadRow
    offered_by: str
    offered_by_id: int | None
    words: str
    url: str
    source: str
    place: str
    pay: str
    resume: str
    notes: str
    people: tuple[Involved, ...]
    history: tuple[Reached, ...]
    """Oldest first."""
    steps: tuple[tuple[int, str, str, date], ...]
    """Its open follow-ups: id, action, with whom, due."""


def lead_story(lead_id: int, now: Moment) -> LeadStory:
    """Everything about this lead.

    Raises:
        NotFound: There is no such lead.
    """
    lead = Lead.fetch(lead_id)
    return LeadStory(
        row=_row(lead, now),
        offered_by=lead.offered_by.name if lead.offered_by else "",
        offered_by_id=lead.offered_by_id,
        words=lead.words,
        url=lead.url,
        source=lead.source,
        place=lead.place,
        pay=lead.pay,
        resume=lead.resume,
        notes=lead.notes,
        people=tuple(Involved(one.contact_id, one.contact.name, one.role) for one in lead.people),
        history=tuple(
            Reached(Stage(one.stage), one.at, one.reason)
            for one in lead.stages.order_by(StageChange.id)
        ),
        steps=tuple(
            (step.id, step.action, step.contact.name if step.contact else "", step.due)
            for step in _open_steps(lead)
        ),
    )


def open_leads(now: Moment) -> list[LeadRow]:
    """Every lead that hasn't ended, the one whose turn comes first in front."""
    rows = [_row(lead, now) for lead in Lead.select().where(Lead.stage.not_in(ENDED))]
    return sorted(rows, key=lambda row: (_turn(row), row.id))


def stale_leads(now: Moment) -> list[LeadRow]:
    """The open leads in which nothing happened for three weeks, the stillest first."""
    return sorted(
        (row for row in open_leads(now) if row.stale), key=lambda row: (row.last_event, row.id)
    )


def lead_with(contact_id: int) -> int | None:
    """The id of the newest lead that somebody has to do with or offered, open ones first."""
    mine = LeadPerson.select(LeadPerson.lead).where(LeadPerson.contact == contact_id)
    rows = list(Lead.select().where(Lead.id.in_(mine) | (Lead.offered_by == contact_id)))
    newest = max(rows, key=lambda row: (row.stage not in ENDED, row.id), default=None)
    return newest.id if newest else None


def named_lead(words: str) -> int:
    """The id of the lead that is meant by its id, its title, or words of title and place.

    Raises:
        NotFound: No lead fits.
        Ambiguous: Two or more do, open ones before others.
    """
    if words.strip().isdecimal():
        return Lead.fetch(int(words)).id
    asked = fold(words).split()
    rows = list(Lead.select())
    told = {row.id: _told(row) for row in rows}
    fits = [row for row in rows if asked and fold(row.title).split() == asked]
    fits = fits or [row for row in rows if asked and all(word in told[row.id] for word in asked)]
    going_on = [row for row in fits if row.stage not in ENDED] or fits
    if not going_on:
        raise NotFound(f"No lead fits “{words}”.")
    if len(going_on) > 1:
        listed = "\n".join(f"  {row.id}  {row.title}" for row in going_on[:5])
        raise Ambiguous(f"“{words}” fits {len(going_on)} leads. Say which:\n{listed}")
    return int(going_on[0].id)


def organization_named(name: str) -> int | None:
    """The id of the organization of this name, or None."""
    from followup_tui.rules.people import organization_key

    key = organization_key(name) or fold(name)
    found = Organization.get_or_none(Organization.key == key)
    return found.id if found else None


def _told(lead: Lead) -> str:
    return fold(f"{lead.title} {lead.organization.name if lead.organization else ''}")


def _row(lead: Lead, now: Moment) -> LeadRow:
    first = next(iter(_open_steps(lead)), None)
    last = _last_event(lead)
    facts = LeadFacts(Stage(lead.stage), lead.reason, lead.parked_until)
    return LeadRow(
        lead.id,
        lead.title,
        lead.organization.name if lead.organization else "",
        Stage(lead.stage),
        lead.reason,
        state_of_lead(lead),
        first.due if first else None,
        lead.waiting_until,
        lead.parked_until,
        last,
        is_stale(facts, now.day(last), now.today, now.defaults),
    )


def _turn(row: LeadRow) -> date:
    return min(
        (day for day in (row.parked_until or row.next_step, row.waiting_until) if day),
        default=date.max,
    )


def _open_steps(lead: Lead) -> list[FollowUp]:
    rows = lead.follow_ups.where(FollowUp.state == FollowUpState.OPEN)
    return list(rows.order_by(FollowUp.due, FollowUp.id))


def _last_event(lead: Lead) -> datetime:
    newest = lead.touches.order_by(Touch.at.desc()).first()
    moved = lead.stages.order_by(StageChange.at.desc()).first()
    known: list[datetime] = [row.at for row in (newest, moved) if row]
    newest_of_all: datetime = max([lead.created_at, *known])
    return newest_of_all
