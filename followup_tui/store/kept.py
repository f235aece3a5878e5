"""Messages that were being written, kept so that they can be gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from followup_tui.store.minutes import Draft


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written so far."""

    subject: str
    body: str
    at: datetime


def kept_draft(contact_id: int, kind: str) -> Kept | None:
    """What was being written of this kind to this person, if anything was."""
    row = (
        Draft.select()
        .where(Draft.contact == contact_id, Draft.kind == kind)
        .order_by(Draft.id.desc())
        .first()
    )
    return Kept(row.subject, row.body, row.at) if row else None
