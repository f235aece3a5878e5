"""Everything about one person: who they are, what is open between us, and what happened."""

from __future__ import annotations

from datetime import date, datetime

from peewee import JOIN

from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED, FollowUpState, PromiseState
from followup_tui.store.dealings import FollowUp, Referral, ReferralChange, TheirPromise
from followup_tui.store.models import Lead, LeadPerson
from followup_tui.store.person import Person, person
from followup_tui.store.timeline import Event, events_of, last_contact


@dataclass(frozen=True, slots=True)
class OpenStep:
    """An open follow-up with them, or about them."""

    id: int
    action: str
    what: str
    first_due: date
    due: date
    time: str | None
    owed: str
    attempt: int
    snoozes: int
    lead: str


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead they have to do with."""

    id: int
    title: str
    organization: str
    stage: str
    reason: str | None
    offered_by: str
    words: str
    waiting_until: date | None
    parked_until: date | None


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A name given: to me about them, or by them about somebody."""

    id: int
    giver_id: int | None
    giver: str
    contact_id: int | None
    contact: str
    words: str
    given_at: datetime
    state: str
    may_use_name: bool | None
    ends_on: date
    lead_id: int | None
    unreported: tuple[tuple[str, datetime], ...]
    """State changes the giver hasn't heard of, oldest first."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What they said they would do for me."""

    id: int
    contact: str
    what: str
    due: date
    state: str


@dataclass(frozen=True, slots=True)
class Story:
    """A person and everything between us."""

    person: Person
    steps: tuple[OpenStep, ...]
    leads: tuple[LeadLine, ...]
    given_to_me: tuple[ReferralLine, ...]
    """Referrals whose name they are."""
    gave_me: tuple[ReferralLine, ...]
    promises: tuple[PromiseLine, ...]
    events: tuple[Event, ...]
    last_contact: datetime | None


def story(contact_id: int) -> Story:
    """Everything about this person. Raises as `person` does."""
    who = person(contact_id)
    return Story(
        person=who,
        steps=_steps(FollowUp.contact == contact_id),
        leads=_leads(contact_id),
        given_to_me=referrals(Referral.contact == contact_id),
        gave_me=referrals(Referral.giver == contact_id),
        promises=_promises(contact_id),
        events=events_of(contact_id),
        last_contact=last_contact(contact_id),
    )


def _steps(where: object) -> tuple[OpenStep, ...]:
    rows = (
        FollowUp.select(FollowUp, Lead)
        .join(Lead, JOIN.LEFT_OUTER)
        .where(where, FollowUp.state == FollowUpState.OPEN)
        .order_by(FollowUp.due, FollowUp.id)
    )
    return tuple(
        OpenStep(
            f.id, f.action, f.what, f.first_due, f.due, f.time, f.owed, f.attempt,
            f.snoozes.count(), f.lead.title if f.lead else "",
        )
        for f in rows
    )  # fmt: skip


def _leads(contact_id: int) -> tuple[LeadLine, ...]:
    theirs = LeadPerson.select(LeadPerson.lead).where(LeadPerson.contact == contact_id)
    stepped = FollowUp.select(FollowUp.lead).where(
        FollowUp.contact == contact_id, FollowUp.lead.is_null(False)
    )
    named = Referral.select(Referral.lead).where(
        Referral.contact == contact_id, Referral.lead.is_null(False)
    )
    rows = Lead.select().where(
        (Lead.offered_by == contact_id)
        | Lead.id.in_(theirs)
        | Lead.id.in_(stepped)
        | Lead.id.in_(named)
    )
    lines = tuple(lead_line(lead) for lead in rows.order_by(Lead.id.desc()))
    return tuple(sorted(lines, key=lambda line: line.stage in ENDED))


def lead_line(lead: Lead) -> LeadLine:
    """A lead's row as a line."""
    return LeadLine(
        id=lead.id,
        title=lead.title,
        organization=lead.organization.name if lead.organization else "",
        stage=lead.stage,
        reason=lead.reason,
        offered_by=lead.offered_by.name if lead.offered_by else "",
        words=lead.words,
        waiting_until=lead.waiting_until,
        parked_until=lead.parked_until,
    )


def referrals(where: object) -> tuple[ReferralLine, ...]:
    """The referrals that `where` picks, newest first."""
    rows = Referral.select().where(where).order_by(Referral.given_at.desc(), Referral.id.desc())
    return tuple(_referral_line(row) for row in rows)


def _referral_line(row: Referral) -> ReferralLine:
    owing = (
        ReferralChange.select()
        .where(
            ReferralChange.referral == row,
            ReferralChange.owed,
            ReferralChange.reported_at.is_null(),
        )
        .order_by(ReferralChange.id)
    )
    return ReferralLine(
        id=row.id,
        giver_id=row.giver_id,
        giver=row.giver.name if row.giver else "",
        contact_id=row.contact_id,
        contact=row.contact.name if row.contact else row.missing,
        words=row.words,
        given_at=row.given_at,
        state=row.state,
        may_use_name=row.may_use_name,
        ends_on=row.ends_on,
        lead_id=row.lead_id,
        unreported=tuple((change.state, change.at) for change in owing),
    )


def _promises(contact_id: int) -> tuple[PromiseLine, ...]:
    rows = TheirPromise.select().where(
        TheirPromise.contact == contact_id, TheirPromise.state == PromiseState.OPEN
    )
    return tuple(
        PromiseLine(p.id, p.contact.name, p.what, p.due, p.state)
        for p in rows.order_by(TheirPromise.due, TheirPromise.id)
    )
