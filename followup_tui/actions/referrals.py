"""A name given is never lost: who gave it, to whom it leads, and the first step towards them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followup_tui.actions.loop import referral_to
from followup_tui.actions.people import ContactForm, new_contact
from followup_tui.actions.steps import LIVE, NextStep, close_step, open_step
from followup_tui.errors import Ambiguous, BadInput, Refused
from followup_tui.rules import after_talk
from followup_tui.rules.facts import (
    Action,
    ChaseKind,
    FollowUpState,
    Owed,
    ReferralState,
    Via,
)
from followup_tui.rules.folding import fold
from followup_tui.rules.loop import decide_by
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Lead


@dataclass(frozen=True, slots=True)
class GivenName:
    """One name that was given; half a name goes into `missing`."""

    name: str = ""
    contact_id: int | None = None
    organization: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    relation: str = ""
    missing: str = ""
    """What there is of it: `her cousin at the bank`."""
    via: Via = Via.YOU_CONTACT


@dataclass(frozen=True, slots=True)
class Giving:
    """How the names were given."""

    words: str = ""
    may_use_name: bool | None = None
    told_they_will_call: bool | None = None
    lead_id: int | None = None
    region: str = "US"


@undoable
def refer(
    change: Change, giver_id: int, names: Sequence[GivenName], giving: Giving | None = None
) -> str:
    """Keep the names that somebody gave; each is to be tried within two business days.

    Raises:
        NotFound: There is no such giver.
        BadInput: No name was given.
        Ambiguous: A name fits two people.
    """
    giver = Contact.fetch(giver_id)
    if not names:
        raise BadInput("Which name? followup refer GIVER NAME…")
    for name in names:
        give(change, giver, name, giving or Giving())
    thank_giver(change, giver)
    listed = ", ".join(name.name or name.missing for name in names)
    return f"{giver.name} gave you {listed}"


@undoable
def complete(change: Change, referral_id: int, name: GivenName) -> str:
    """Put in the piece that a half name waited for; its first try is then due.

    Raises:
        NotFound: There is no such referral.
        Refused: Its name is known already.
    """
    referral = Referral.fetch(referral_id)
    if referral.contact is not None:
        raise Refused(f"That name is known: {referral.contact.name}.")
    contact = known_or_new(change, name, Giving())
    change.set(referral, contact=contact, missing="")
    for step in _waiting(referral):
        close_step(change, step, FollowUpState.DONE)
    _first_step(change, referral, None)
    return f"{referral.giver.name if referral.giver else 'Somebody'} meant {contact.name}"


@undoable
def move_referral(
    change: Change, referral_id: int, state: ReferralState, reason: str | None = None
) -> str:
    """Say what became of a name; its giver is owed a word.

    Raises:
        NotFound: There is no such referral.
        Refused: It can't come from where it is to `state`.
    """
    referral = Referral.fetch(referral_id)
    referral_to(change, referral, state, reason=reason)
    if state not in LIVE:
        for step in _waiting(referral):
            if step.action != Action.REPORT_BACK:
                close_step(change, step, FollowUpState.DROPPED, reason=reason)
    who = referral.contact.name if referral.contact else referral.missing
    return f"{who}: {state.replace('_', ' ')}"


def give(
    change: Change, giver: Contact | None, name: GivenName, giving: Giving,
    touch: Touch | None = None,
) -> Referral:  # fmt: skip
    """A referral of `name` by `giver` with its first step, inside an open change."""
    contact = known_or_new(change, name, giving) if name.name or name.contact_id else None
    if contact is None and not name.missing.strip():
        raise BadInput("A name that was given needs at least a word: “her cousin at the bank”.")
    if contact is not None and (held := _held(giver, contact)):
        return held
    given_at = touch.at if touch else change.now.at
    day = given_at.astimezone(change.now.at.tzinfo).date() if touch else change.now.today
    referral = change.add(
        Referral(
            giver=giver,
            contact=contact,
            lead=Lead.fetch(giving.lead_id) if giving.lead_id else None,
            given_at=given_at,
            words=giving.words,
            relation=name.relation,
            missing="" if contact else name.missing.strip(),
            via=name.via,
            may_use_name=giving.may_use_name,
            told_they_will_call=giving.told_they_will_call,
            ends_on=decide_by(day),
            touch=touch,
        )
    )
    _first_step(change, referral, touch)
    return referral


def known_or_new(change: Change, name: GivenName, giving: Giving) -> Contact:
    """The person of a name: the known one, else a new one.

    Raises:
        Ambiguous: Two or more are called that.
    """
    if name.contact_id:
        return Contact.fetch(name.contact_id)
    found = list(Contact.select().where(Contact.folded == fold(" ".join(name.name.split()))))
    if len(found) > 1:
        listed = "\n".join(f"  {row.id}  {row.name}" for row in found)
        raise Ambiguous(f"“{name.name}” fits {len(found)} people. Say which:\n{listed}")
    if found:
        return found[0]
    form = ContactForm(
        name.name,
        organization=name.organization,
        role=name.role,
        phones=(name.phone,) if name.phone else (),
        emails=(name.email,) if name.email else (),
        source="referral",
        region=giving.region,
    )
    return new_contact(change, form)


def thank_giver(change: Change, giver: Contact, touch: Touch | None = None) -> FollowUp | None:
    """The word owed the same day to who gave a name, unless a thank-you waits already."""
    waiting = FollowUp.select().where(
        FollowUp.contact == giver,
        FollowUp.action == Action.THANK,
        FollowUp.state == FollowUpState.OPEN,
    )
    if waiting.exists():
        return None
    custom = after_talk.word_to_giver(change.now.today)
    return open_step(
        change,
        NextStep(custom.action, custom.due),
        owed=custom.owed,
        contact=giver,
        born_of=touch,
    )


def _first_step(change: Change, referral: Referral, touch: Touch | None) -> FollowUp:
    today = change.now.today
    if referral.contact is None:
        day = after_talk.first_try(today, holidays=change.now.holidays).due
        step, owed, who = NextStep(Action.ASK, day, referral.missing), Owed.LENT, referral.giver
    else:
        custom = after_talk.first_try(today, Via(referral.via), change.now.holidays)
        step, owed, who = NextStep(custom.action, custom.due), custom.owed, referral.contact
    return open_step(
        change,
        step,
        owed=owed,
        contact=who,
        lead=referral.lead,
        referral=referral,
        born_of=touch,
        chase=ChaseKind.REFERRED if referral.contact else None,
        ends_on=referral.ends_on,
    )


def _held(giver: Contact | None, contact: Contact) -> Referral | None:
    found: Referral | None = Referral.get_or_none(
        Referral.giver == giver, Referral.contact == contact, Referral.state.in_(LIVE)
    )
    return found


def _waiting(referral: Referral) -> list[FollowUp]:
    rows = FollowUp.select().where(
        FollowUp.referral == referral, FollowUp.state == FollowUpState.OPEN
    )
    return list(rows)
