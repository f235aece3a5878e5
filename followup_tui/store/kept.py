"""Messages that were being written, kept so that they can be gone on with."""

from __future__ import annotations

from datetime import datetime

from followup_tui.records import dataclass
from followup_tui.store.minutes import Draft

LINE = "log"
"""The kind of draft that a line of the quick log is kept as."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written so far."""

    subject: str
    body: str
    at: datetime


def kept_draft(contact_id: int | None, kind: str) -> Kept | None:
    """What was being written of this kind to this person, or to nobody, if anything was."""
    to = Draft.contact.is_null() if contact_id is None else Draft.contact == contact_id
    row = Draft.select().where(to, Draft.kind == kind).order_by(Draft.id.desc()).first()
    return Kept(row.subject, row.body, row.at) if row else None
