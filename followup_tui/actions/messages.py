"""Messages: sent means logged, and the follow-up closed."""

from __future__ import annotations

from followup_tui.actions.chasing import TouchForm, chase_on, is_a_try
from followup_tui.actions.endings import after_done
from followup_tui.actions.loop import told
from followup_tui.actions.steps import close_step, open_steps
from followup_tui.actions.touches import record
from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, Channel, FollowUpState, Outcome
from followup_tui.rules.letters import Kind
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change, Writer, quiet, undoable
from followup_tui.store.minutes import Draft
from followup_tui.store.models import Contact, Lead

REPORTS = frozenset(
    {
        Kind.R1, Kind.R2, Kind.R3, Kind.R4, Kind.R5, Kind.R6, Kind.NEWS,
        Kind.DECLINE_INTRODUCTION,
    }
)  # fmt: skip
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
    step = FollowUp.fetch(follow_up_id) if follow_up_id else None
    touch = sent(change, contact, message, lead=step.lead if step else None)
    tail = ""
    if step is not None and step.state == FollowUpState.OPEN:
        tail = _settle(change, contact, step, touch)
    return f"Sent to {contact.name}. {tail}".strip()


@undoable
def tell_everybody(
    change: Change, messages: tuple[Message, ...], follow_up_id: int | None = None
) -> str:
    """The round of news to everybody who helped, when it came to something: one step.

    Raises:
        NotFound: There is no such contact or follow-up.
    """
    for message in messages:
        sent(change, Contact.fetch(message.contact_id), message)
    if follow_up_id is not None:
        close_step(change, FollowUp.fetch(follow_up_id), FollowUpState.DONE)
    return f"Told the news to {len(messages)} {'person' if len(messages) == 1 else 'people'}"


def sent(change: Change, contact: Contact, message: Message, *, lead: Lead | None = None) -> Touch:
    """The touch of a sent message and what it settles by its kind, inside an open change."""
    first_line = message.body.partition("\n")[0]
    form = TouchForm(
        contact.id,
        Outcome.SENT,
        channel=message.channel,
        note=message.subject or first_line,
        typed=message.body,
        lead_id=lead.id if lead else None,
    )
    touch = record(change, contact, form)
    if message.kind in REPORTS:
        told(change, contact, touch)
    if message.kind is Kind.THANK:
        for step in open_steps(contact):
            if step.action == Action.THANK:
                close_step(change, step, FollowUpState.DONE, by=touch)
    return touch


def _settle(change: Change, contact: Contact, step: FollowUp, touch: Touch) -> str:
    """Close the step that a message was written for, or go on with its plan."""
    step = FollowUp.fetch(step.id)
    if step.state != FollowUpState.OPEN:
        return ""
    if is_a_try(step) and step.contact_id == contact.id:
        form = TouchForm(contact.id, Outcome.SENT, closes=(step.id,))
        return chase_on(change, contact, touch, form)
    if step.contact_id == contact.id or step.contact is None:
        close_step(change, step, FollowUpState.DONE, by=touch)
        after_done(change, step, touch)
    return ""


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
