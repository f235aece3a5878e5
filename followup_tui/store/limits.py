"""What is in play, for the soft limits."""

from __future__ import annotations

from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.facts import ENDED, FollowUpState, Owed
from followup_tui.rules.limits import over
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp
from followup_tui.store.models import Lead, Organization


def organizations_in_play(today: date) -> set[str]:
    """The names of organizations with an open lead that isn't parked."""
    rows = (
        Organization.select(Organization.name)
        .join(Lead)
        .where(
            Lead.stage.not_in(ENDED),
            Lead.parked_until.is_null() | (Lead.parked_until <= today),
            Organization.parked_until.is_null() | (Organization.parked_until <= today),
        )
        .distinct()
    )
    return {row.name for row in rows}


def people_chased(today: date) -> set[int]:
    """The ids of people with an open attempt that isn't parked."""
    rows = (
        FollowUp.select(FollowUp.contact)
        .where(
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.owed.in_((Owed.CHASE, Owed.LENT)),
            FollowUp.contact.is_null(False),
            FollowUp.parked_until.is_null() | (FollowUp.parked_until <= today),
        )
        .distinct()
    )
    return {row.contact_id for row in rows}


@dataclass(frozen=True, slots=True)
class InPlay:
    """Everything that the soft limits count."""

    organizations: frozenset[str]
    people: frozenset[int]


def in_play(today: date) -> InPlay:
    """What is in play now."""
    return InPlay(frozenset(organizations_in_play(today)), frozenset(people_chased(today)))


def beyond(before: InPlay, moment: Moment) -> list[str]:
    """The questions to ask where more came into play than is good; they stop nobody."""
    now = in_play(moment.today)
    places = sorted(now.organizations - before.organizations)
    people = sorted(now.people - before.people)
    asked = over(
        now.organizations - set(places[-1:]),
        now.people - set(people[-1:]),
        organization=places[-1] if places else None,
        person=people[-1] if people else None,
        defaults=moment.defaults,
    )
    return [str(one) for one in asked]
