"""What I am looking for, as it was last written down."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime

from followup_tui.records import dataclass
from followup_tui.rules.profile import Profile as Fields
from followup_tui.rules.profile import Pronoun
from followup_tui.store.minutes import Heard as HeardRow
from followup_tui.store.minutes import Profile


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who has heard what I am looking for."""

    contact_id: int
    name: str
    at: datetime
    newest: bool
    """Whether it was the newest version."""


def newest() -> Fields:
    """The newest profile; an empty one where none was written yet."""
    row = Profile.select().order_by(Profile.id.desc()).first()
    told: dict[str, str] = json.loads(row.fields) if row else {}
    known = {field.name for field in fields(Fields)}
    kept = {name: value for name, value in told.items() if name in known}
    if "pronoun" in kept:
        kept["pronoun"] = Pronoun(kept["pronoun"])
    return Fields(**kept)  # type: ignore[arg-type]


def versions() -> int:
    """How many versions there were."""
    return int(Profile.select().count())


def heard() -> list[Heard]:
    """Who has heard which version, the newest first; each with what they heard last."""
    last = Profile.select().order_by(Profile.id.desc()).first()
    found: dict[int, Heard] = {}
    for row in HeardRow.select().order_by(HeardRow.id.desc()):
        found.setdefault(
            row.contact_id,
            Heard(row.contact_id, row.contact.name, row.at, row.profile_id == last.id),
        )
    return list(found.values())
