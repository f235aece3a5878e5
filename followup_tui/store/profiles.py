"""What I am looking for, as it was last written down."""

from __future__ import annotations

import json
from dataclasses import fields

from followup_tui.rules.profile import Profile as Fields
from followup_tui.rules.profile import Pronoun
from followup_tui.store.minutes import Profile


def newest() -> Fields:
    """The newest profile; an empty one where none was written yet."""
    row = Profile.select().order_by(Profile.id.desc()).first()
    told: dict[str, str] = json.loads(row.fields) if row else {}
    known = {field.name for field in fields(Fields)}
    kept = {name: value for name, value in told.items() if name in known}
    if "pronoun" in kept:
        kept["pronoun"] = Pronoun(kept["pronoun"])
    return Fields(**kept)  # type: ignore[arg-type]
