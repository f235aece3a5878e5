"""A second person at the same place, while the first one can't be reached."""

from __future__ import annotations

from followup_tui.actions.chasing import TRIES
from followup_tui.actions.plans import named, when
from followup_tui.actions.steps import NextStep, open_step, open_steps
from followup_tui.errors import Refused
from followup_tui.rules.facts import Action, FollowUpState, Owed, WayKind
from followup_tui.store.dealings import FollowUp
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Way


@undoable
def try_beside(change: Change, follow_up_id: int, contact_id: int) -> str:
    """Try somebody else there too, on the day of the next try; the first one stays on the list.

    Raises:
        NotFound: There is no such follow-up or contact.
        Refused: It isn't open, is with this very person, or they are to be tried already.
    """
    step, other = FollowUp.fetch(follow_up_id), Contact.fetch(contact_id)
    if step.state != FollowUpState.OPEN:
        raise Refused(f"That is {step.state} already.")
    if step.contact is None or step.contact == other:
        raise Refused("Somebody else, beside whom it is with.")
    waiting = [one for one in open_steps(other) if one.action in TRIES]
    if waiting:
        raise Refused(f"{named(waiting[0])}, {when(waiting[0])}, is on the list already.")
    phone = other.ways.where(Way.kind == WayKind.PHONE, ~Way.wrong).exists()
    mail = other.ways.where(Way.kind == WayKind.EMAIL, ~Way.wrong).exists()
    beside = open_step(
        change,
        NextStep(
            Action.EMAIL if mail and not phone else Action.CALL,
            max(step.due, change.now.today),
            f"{step.contact.name} can't be reached",
        ),
        owed=Owed.CHASE,
        contact=other,
        lead=step.lead,
    )
    return f"{named(beside)} too, {when(beside)}"
