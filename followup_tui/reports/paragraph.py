"""The paragraph about the user, as others can pass it on, and how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from followup_tui.errors import Usage
from followup_tui.records import dataclass
from followup_tui.reports.drafts import words
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.letters import Kind, draft
from followup_tui.rules.profile import Profile, Pronoun, facts_of, length_hint, missing
from followup_tui.store import profiles


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What others can paste, and the sentence that redirects."""

    fields: Profile
    text: str
    looking_for: str
    hint: str
    """How many words it has, and how many would be right."""
    missing: tuple[str, ...]
    """The fields that are still empty."""


def paragraph(
    own_words: Path | None = None, fresh: Profile | None = None, defaults: Defaults = DEFAULTS
) -> Paragraph:
    """The paragraph of the newest profile, or of `fresh`."""
    known = fresh or profiles.newest()
    letters, facts = words(own_words).letters, facts_of(known)
    text = draft(letters[Kind.PARAGRAPH], facts).body if known.name else ""
    return Paragraph(
        known,
        text,
        draft(letters[Kind.LOOKING_FOR], facts).body,
        length_hint(text, defaults),
        missing(known),
    )


def changed(known: Profile, told: Mapping[str, str]) -> Profile:
    """`known` with other fields.

    Raises:
        Usage: There is no such field, or the pronoun isn't she, he or they.
    """
    names = [field.name for field in fields(Profile)]
    for name in told:
        if name not in names:
            raise Usage(f"The profile has no field {name!r}, only: {', '.join(names)}")
    values: dict[str, str] = {name: " ".join(text.split()) for name, text in told.items()}
    if (pronoun := values.get("pronoun")) is not None:
        if pronoun not in set(Pronoun):
            raise Usage("The pronoun is she, he or they.")
        values["pronoun"] = Pronoun(pronoun)
    return replace(known, **values)  # type: ignore[arg-type]
