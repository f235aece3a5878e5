"""A name given is never lost: who gave it, to whom it leads, and the first step towards them."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.actions.endings import after_closed
from followup_tui.actions.loop import keep_telling, referral_to
from followup_tui.actions.people import ContactForm, add_missing_way, new_contact, organization
from followup_tui.actions.steps import LIVE, NextStep, close_step, open_step
from followup_tui.errors import Ambiguous, BadInput, Refused, Usage
from followup_tui.records import dataclass
from followup_tui.rules import after_talk
from followup_tui.rules.facts import (
    Action,
    ChaseKind,
    FollowUpState,
    Owed,
    ReferralState,
    Via,
    WayKind,
)
from followup_tui.rules.folding import fold
from followup_tui.rules.loop import decide_by
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.limits import beyond, in_play
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
        Usage: No name was given.
        BadInput: A name is empty, or the giver's own.
        Ambiguous: A name fits two people.
    """
    giver = Contact.fetch(giver_id)
    if not names:
        raise Usage("Which name? followup refer GIVER NAME…, or --half “her cousin”.")
    before = in_play(change.now.today)
    given = [give(change, giver, name, giving or Giving()) for name in names]
    thank_giver(change, giver)
    change.remarks += beyond(before, change.now)
    listed = ", ".join(_called(one) for one in given)
    first = min((step.due for one in given for step in _waiting(one)), default=None)
    by = f"First try by {first:%a %-d %b}" if first else ""
    return ". ".join(filter(None, (f"{giver.name} gave you {listed}", by)))


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
    for step in _waiting(referral):
        close_step(change, step, FollowUpState.DONE)
    change.set(referral, contact=contact, missing="")
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
            close_step(change, step, FollowUpState.DROPPED, reason=reason)
            after_closed(change, step)
    return f"{_called(referral)}: {state.replace('_', ' ')}"


def give(
    change: Change, giver: Contact | None, name: GivenName, giving: Giving,
    touch: Touch | None = None,
) -> Referral:  # fmt: skip
    """A referral of `name` by `giver` with its first step, inside an open change."""
    contact = known_or_new(change, name, giving) if name.name or name.contact_id else None
    if contact is None and not name.missing.strip():
        raise BadInput("A name that was given needs at least a word: “her cousin at the bank”.")
    if contact is not None and contact == giver:
        raise BadInput(f"{contact.name} can't be the name that {contact.name} gave.")
    if contact is not None and (held := _held(giver, contact)):
        return held
    given_at = touch.at if touch else change.now.at
    day = change.now.day(given_at)
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
            ends_on=decide_by(day, change.now.defaults),
            touch=touch,
        )
    )
    _first_step(change, referral, touch)
    if giver is not None:
        keep_telling(change, giver)
    return referral


def known_or_new(change: Change, name: GivenName, giving: Giving) -> Contact:
    """The person of a name: the known one, else a new one.

    Raises:
        Ambiguous: Two or more are called that.
    """
    if name.contact_id:
        return _with_ways(change, Contact.fetch(name.contact_id), name, giving)
    found = list(Contact.select().where(Contact.folded == fold(" ".join(name.name.split()))))
    if len(found) > 1:
        listed = "\n".join(f"  {row.id}  {row.name}" for row in found)
        raise Ambiguous(f"“{name.name}” fits {len(found)} people. Say which:\n{listed}")
    if found:
        return _with_ways(change, found[0], name, giving)
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


def _with_ways(change: Change, contact: Contact, name: GivenName, giving: Giving) -> Contact:
    """`contact`, who is known, with what was said of them and isn't known yet."""
    for kind, typed in ((WayKind.PHONE, name.phone), (WayKind.EMAIL, name.email)):
        add_missing_way(change, contact, kind, typed, giving.region)
    change.set(
        contact,
        role=contact.role or name.role,
        organization=contact.organization or organization(change, name.organization),
    )
    return contact


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
    """The first step towards a name: one that waits already for the same person is enough."""
    today, holidays = change.now.today, change.now.holidays
    said_on = change.now.day(referral.given_at) if touch else today
    defaults = change.now.defaults
    custom = after_talk.first_try(said_on, Via(referral.via), holidays, defaults)
    who, action, owed = referral.contact, custom.action, custom.owed
    if who is None:
        who, action, owed = referral.giver, Action.ASK, Owed.LENT
        custom = after_talk.first_try(said_on, holidays=holidays, defaults=defaults)
    elif waiting := _first_call(who):
        return waiting
    elif action is Action.CHECK:
        who = referral.giver or who
    step = NextStep(action, max(custom.due, today), _what(referral, action))
    return open_step(
        change,
        step,
        owed=owed,
        contact=who,
        lead=referral.lead,
        referral=referral,
        born_of=touch,
        chase=ChaseKind.REFERRED if action is Action.CALL else None,
        ends_on=referral.ends_on,
    )


def _what(referral: Referral, action: Action) -> str:
    if action is Action.CHECK and referral.contact:
        return f"the introduction to {referral.contact.name}"
    return referral.missing


def _first_call(contact: Contact) -> FollowUp | None:
    """The first call to somebody whose name another one gave as well."""
    found: FollowUp | None = FollowUp.get_or_none(
        FollowUp.contact == contact,
        FollowUp.chase == ChaseKind.REFERRED,
        FollowUp.state == FollowUpState.OPEN,
    )
    return found


def _called(referral: Referral) -> str:
    return referral.contact.name if referral.contact else referral.missing


def _held(giver: Contact | None, contact: Contact) -> Referral | None:
    found: Referral | None = Referral.get_or_none(
        Referral.giver == giver, Referral.contact == contact, Referral.state.in_(LIVE)
    )
    return found


def _waiting(referral: Referral) -> list[FollowUp]:
    """The open steps towards a name; a word to its giver isn't one."""
    rows = FollowUp.select().where(
        FollowUp.referral == referral,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.action != Action.REPORT_BACK,
    )
    return list(rows)
