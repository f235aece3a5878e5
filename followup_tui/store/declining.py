"""What is at stake when something is let go: the lead, the name that led there, who is told."""

from __future__ import annotations

from followup_tui.errors import Ambiguous, NotFound
from followup_tui.records import dataclass
from followup_tui.rules.decline import STILL_OWED
from followup_tui.rules.facts import (
    ENDED,
    Action,
    ChaseKind,
    FollowUpState,
    Owed,
    ReferralState,
    Stage,
)
from followup_tui.rules.loop import MOVES
from followup_tui.store.dealings import FollowUp, Referral
from followup_tui.store.models import Contact, Lead


@dataclass(frozen=True, slots=True)
class AtStake:
    """What goes with a follow-up, or a lead, that is let go."""

    follow_up_id: int | None
    about: str
    lead: str
    lead_talked: bool
    """Whether the lead got further than being known of."""
    dealt_with_id: int | None
    """The person the lead is talked over with."""
    offered_by_id: int | None
    referral_id: int | None
    giver_id: int | None
    """Who gave the name, where they are owed a word on it."""
    untried: bool
    """Whether the person whose name it is has heard nothing from me yet."""


def at_stake(*, follow_up_id: int | None = None, lead_id: int | None = None) -> AtStake:
    """What goes with this follow-up, or this lead.

    Raises:
        NotFound: There is no such follow-up or lead.
    """
    step = FollowUp.fetch(follow_up_id) if follow_up_id is not None else None
    lead = Lead.fetch(lead_id) if lead_id is not None else lead_of(step) if step else None
    referral = name_of(step, lead)
    open_lead = lead is not None and lead.stage not in ENDED
    person = lead.people.first() if lead else None
    contact = step.contact if step else None
    about = lead.title if lead else contact.name if contact else ""
    return AtStake(
        step.id if step else None,
        about,
        lead.title if lead else "",
        bool(open_lead and lead and lead.stage != Stage.NEW),
        person.contact_id if person else (contact.id if contact else None),
        lead.offered_by_id if open_lead and lead else None,
        referral.id if referral else None,
        referral.giver_id if referral else None,
        referral is not None and referral.state == ReferralState.GIVEN,
    )


def step_with(contact_id: int) -> int:
    """The one open follow-up with a person that a no can mean; what stands alone (a thank-you, a
    report, keeping in touch) only where there is no other. Those of one lead go together.

    Raises:
        NotFound: Nothing is open with them.
        Ambiguous: More than one is; the message lists them.
    """
    who = Contact.fetch(contact_id)
    steps = list(
        FollowUp.select()
        .where(FollowUp.contact == who, FollowUp.state == FollowUpState.OPEN)
        .order_by(FollowUp.due, FollowUp.id)
    )
    steps = [step for step in steps if not _stands_alone(step)] or steps
    if not steps:
        raise NotFound(f"Nothing is open with {who.name} that could be let go.")
    leads = {step.lead_id for step in steps}
    if len(steps) > 1 and (len(leads) > 1 or None in leads):
        told = "\n".join(
            f"  {step.id}  {step.action.replace('_', ' ')}, due {step.due:%a} {step.due.day}"
            f" {step.due:%b}" + (f": {step.what}" if step.what else "")
            for step in steps
        )
        raise Ambiguous(f"{who.name} has {len(steps)} follow-ups. Say which, by number:\n{told}")
    return int(steps[0].id)


def name_of(step: FollowUp | None, lead: Lead | None) -> Referral | None:
    """The name that is let go with a step or a lead; a word owed to its giver isn't one."""
    if step is not None and _stands_alone(step):
        return None
    found: Referral | None = step.referral if step is not None else None
    if found is None and lead is not None:
        found = lead.referrals.where(Referral.state.in_(_MAY_DECLINE)).first()
    elif found is None and step is not None and step.contact is not None:
        mine = step.contact.given_by.where(Referral.state.in_(_MAY_DECLINE))
        found = mine.order_by(Referral.id.desc()).first()
    return found if found is not None and found.state in _MAY_DECLINE else None


_MAY_DECLINE = tuple(state for state, ways in MOVES.items() if ReferralState.DECLINED in ways)


def lead_of(step: FollowUp) -> Lead | None:
    """The lead that is let go with a step."""
    return Lead.fetch(step.lead_id) if step.lead_id and not _stands_alone(step) else None


def _stands_alone(step: FollowUp) -> bool:
    """Whether letting a step go says nothing of the name or the lead: thanks, a report, a thing
    to send, their own promise, keeping in touch.
    """
    by_itself = step.action in STILL_OWED or step.action == Action.SEND
    return by_itself or step.owed == Owed.IN_TOUCH or step.chase == ChaseKind.PROMISED


def open_step_of(lead: Lead) -> FollowUp | None:
    """The first open follow-up of a lead that goes with it."""
    found: FollowUp | None = lead.follow_ups.where(
        FollowUp.state == FollowUpState.OPEN, FollowUp.action.not_in(tuple(STILL_OWED))
    ).first()
    return found
