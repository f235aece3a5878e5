"""Everything about one person: who they are, what is open between us, and what happened.

In plain SQL: through the query builder it took 6 ms, of which 5 were for building the queries, and
each cursor key asks for one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED
from followup_tui.store.fields import at, day
from followup_tui.store.person import Person, person
from followup_tui.store.schema import db
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
    zone: str
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


_STEPS = """
SELECT f.id, f.action, f.what, f.first_due, f.due, f.time, f.zone, f.owed, f.attempt,
  (SELECT count(*) FROM snooze AS s WHERE s.follow_up_id = f.id), coalesce(l.title, '')
FROM follow_up AS f LEFT JOIN lead AS l ON l.id = f.lead_id
WHERE f.contact_id = :who AND f.state = 'open' ORDER BY f.due, f.id
"""
_LEADS = """
SELECT l.id, l.title, coalesce(o.name, ''), l.stage, l.reason, coalesce(c.name, ''), l.words,
  l.waiting_until, l.parked_until
FROM lead AS l LEFT JOIN organization AS o ON o.id = l.organization_id
LEFT JOIN contact AS c ON c.id = l.offered_by_id
WHERE l.id IN (SELECT id FROM lead WHERE offered_by_id = :who
  UNION SELECT lead_id FROM lead_person WHERE contact_id = :who
  UNION SELECT lead_id FROM follow_up WHERE contact_id = :who
  UNION SELECT lead_id FROM referral WHERE contact_id = :who)
ORDER BY l.id DESC
"""
_REFERRALS = """
SELECT r.id, r.giver_id, coalesce(g.name, ''), r.contact_id, coalesce(c.name, r.missing), r.words,
  r.given_at, r.state, r.may_use_name, r.ends_on, r.lead_id
FROM referral AS r LEFT JOIN contact AS g ON g.id = r.giver_id
LEFT JOIN contact AS c ON c.id = r.contact_id
WHERE {} = :who ORDER BY r.given_at DESC, r.id DESC
"""
_UNREPORTED = """
SELECT state, at FROM referral_change
WHERE referral_id = :who AND owed AND reported_at IS NULL ORDER BY id
"""
_PROMISES = """
SELECT p.id, c.name, p.what, p.due, p.state
FROM their_promise AS p JOIN contact AS c ON c.id = p.contact_id
WHERE p.contact_id = :who AND p.state = 'open' ORDER BY p.due, p.id
"""


def story(contact_id: int) -> Story:
    """Everything about this person. Raises as `person` does."""
    who = person(contact_id)
    return Story(
        person=who,
        steps=_steps(contact_id),
        leads=_leads(contact_id),
        given_to_me=_referrals("r.contact_id", contact_id),
        gave_me=_referrals("r.giver_id", contact_id),
        promises=_promises(contact_id),
        events=events_of(contact_id),
        last_contact=last_contact(contact_id),
    )


def _rows(question: str, who: int) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.execute_sql(question, {"who": who}).fetchall()
    return found


def _steps(contact_id: int) -> tuple[OpenStep, ...]:
    return tuple(
        OpenStep(row_id, action, what, date.fromisoformat(first), date.fromisoformat(due), *rest)
        for row_id, action, what, first, due, *rest in _rows(_STEPS, contact_id)
    )


def _leads(contact_id: int) -> tuple[LeadLine, ...]:
    lines = [
        LeadLine(*(*known, day(waiting), day(parked)))
        for *known, waiting, parked in _rows(_LEADS, contact_id)
    ]
    return tuple(sorted(lines, key=lambda line: line.stage in ENDED))


def _referrals(column: str, contact_id: int) -> tuple[ReferralLine, ...]:
    """The referrals in which they are this one, newest first."""
    lines = []
    for *known, given, state, may, ends, lead in _rows(_REFERRALS.format(column), contact_id):
        named = None if may is None else bool(may)
        rest = (at(given), state, named, day(ends), lead, _unreported(known[0]))
        lines.append(ReferralLine(*(*known, *rest)))
    return tuple(lines)


def _unreported(referral_id: int) -> tuple[tuple[str, datetime], ...]:
    return tuple((state, at(when)) for state, when in _rows(_UNREPORTED, referral_id))


def _promises(contact_id: int) -> tuple[PromiseLine, ...]:
    return tuple(
        PromiseLine(row_id, name, what, date.fromisoformat(due), state)
        for row_id, name, what, due, state in _rows(_PROMISES, contact_id)
    )
