"""Messages: sent means logged, and the follow-up closed."""

from __future__ import annotations

from dataclasses import dataclass

from followup_tui.actions.calls import record
from followup_tui.actions.chasing import TouchForm, chase_on
from followup_tui.actions.loop import told
from followup_tui.actions.steps import LIVE, close_step, keep_lead_alive
from followup_tui.rules.facts import Action, Channel, ChaseKind, FollowUpState, Outcome
from followup_tui.rules.letters import Kind
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change, Writer, quiet, undoable
from followup_tui.store.minutes import Draft
from followup_tui.store.models import Contact

REPORTS = frozenset({Kind.R1, Kind.R2, Kind.R3, Kind.R4, Kind.R5, Kind.R6, Kind.NEWS})
"""The messages that close the loop with who gave a name."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it goes out."""

    contact_id: int
    kind: Kind
    body: str
    subject: str = ""
    channel: Channel = Channel.EMAIL


@undoable
def send_message(change: Change, message: Message, follow_up_id: int | None = None) -> str:
    """Log a message as sent, and close what it settles.

    Raises:
        NotFound: There is no such contact or follow-up.
    """
    contact = Contact.fetch(message.contact_id)
    tail = sent(change, contact, message, FollowUp.fetch(follow_up_id) if follow_up_id else None)
    return f"Sent to {contact.name}. {tail}".strip()


@undoable
def tell_everybody(change: Change, messages: tuple[Message, ...]) -> str:
    """The round of news to everybody who helped, when it came to something: one step."""
    for message in messages:
        sent(change, Contact.fetch(message.contact_id), message, None)
    return f"Told {len(messages)} people the news"


def sent(change: Change, contact: Contact, message: Message, step: FollowUp | None) -> str:
    """The touch of a sent message and what follows, inside an open change; the line's tail."""
    form = TouchForm(
        contact.id,
        Outcome.SENT,
        channel=message.channel,
        note=message.subject or message.body.splitlines()[0] if message.body else "",
        typed=message.body,
        lead_id=step.lead_id if step else None,
        closes=(step.id,) if step else None,
    )
    touch = record(change, contact, form)
    if message.kind in REPORTS:
        told(change, contact)
    if step is None or step.state != FollowUpState.OPEN:
        _settle_alike(change, contact, message, touch)
        return ""
    if _is_a_try(step):
        return chase_on(change, contact, touch, form)
    close_step(change, step, FollowUpState.DONE, by=touch)
    keep_lead_alive(change, step.lead)
    return ""


def _is_a_try(step: FollowUp) -> bool:
    """Whether a message is one more attempt: nobody was reached by it yet."""
    if step.chase == ChaseKind.PROMISED:
        return True
    trying = step.action in (Action.CALL, Action.EMAIL, Action.TEXT, Action.CHAT)
    return trying and step.referral is not None and step.referral.state in LIVE


def _settle_alike(change: Change, contact: Contact, message: Message, touch: Touch) -> None:
    if message.kind is not Kind.THANK:
        return
    for step in contact.follow_ups.where(
        FollowUp.action == Action.THANK, FollowUp.state == FollowUpState.OPEN
    ):
        close_step(change, step, FollowUpState.DONE, by=touch)


@quiet
def keep_draft(
    writer: Writer, contact_id: int | None, kind: str, body: str, subject: str = "",
    follow_up_id: int | None = None,
) -> None:  # fmt: skip
    """Keep what is being written, so that a crash costs at most the last few words."""
    drop_drafts(writer, contact_id, kind)
    if body.strip():
        writer.add(
            Draft(
                contact=contact_id,
                follow_up=follow_up_id,
                kind=kind,
                subject=subject,
                body=body,
                at=writer.now.at,
            )
        )


@quiet
def forget_draft(writer: Writer, contact_id: int | None, kind: str) -> None:
    """Forget a draft that was sent or thrown away."""
    drop_drafts(writer, contact_id, kind)


def drop_drafts(writer: Writer, contact_id: int | None, kind: str) -> None:
    """Delete the drafts of this kind to this person."""
    same = Draft.contact.is_null() if contact_id is None else Draft.contact == contact_id
    for draft in Draft.select().where(Draft.kind == kind, same):
        writer.drop(draft)
