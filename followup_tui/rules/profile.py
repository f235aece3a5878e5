"""What the user is looking for: the paragraph to pass on, and the sentence that redirects."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults


class Pronoun(StrEnum):
    """How the paragraph speaks of the user."""

    SHE = "she"
    HE = "he"
    THEY = "they"


_PRONOUNS = {
    Pronoun.SHE: ("She", "She is", "her"),
    Pronoun.HE: ("He", "He is", "him"),
    Pronoun.THEY: ("They", "They are", "them"),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """The fields of the paragraph, each as typed; an empty one leaves its clause out."""

    name: str = ""
    pronoun: Pronoun = Pronoun.THEY
    was: str = ""
    """Role: "a reporter and editor"."""
    place: str = ""
    """Kind of place: "two Denver newspapers"."""
    years: str = ""
    titles: str = ""
    """Two or three job titles, or the kind of work wanted."""
    kinds: str = ""
    """Kinds of organization: "a hospital, utility or university"."""
    where: str = ""
    """Place and longest commute: "within 30 minutes of downtown"."""
    proof1: str = ""
    """Something done well, with a verb that fits the pronoun: "has run a desk of six"."""
    proof2: str = ""
    leave_out: str = ""
    """What isn't wanted: "sales, or full-time social media"."""
    roles: str = ""
    """Useful people to meet."""
    field: str = ""
    """The field moved into, as in "how {field} works"."""
    phone: str = ""
    email: str = ""


def facts_of(profile: Profile) -> dict[str, str]:
    """The blanks that the profile fills in openers, letters and the paragraph."""
    they, they_are, her = _PRONOUNS[profile.pronoun]
    known = {field.name: str(getattr(profile, field.name)).strip() for field in fields(profile)}
    known |= {"They": they, "They_are": they_are, "her": her}
    known |= {"you": known["name"], "not": known["leave_out"], "past": known["was"]}
    known["field"] = known["field"] or known["titles"]
    known["topic"] = known["field"]
    known["want"] = wanted(profile)
    return {name: value for name, value in known.items() if value}


def wanted(profile: Profile) -> str:
    """What is looked for, in a few words, or empty: titles, kinds of place, where."""
    titles, kinds, where = profile.titles.strip(), profile.kinds.strip(), profile.where.strip()
    at = f"at {kinds}" if kinds else ""
    return " ".join(part for part in (titles, at, where) if part) if titles else ""


def words(paragraph: str) -> int:
    """How many words `paragraph` has."""
    return len(paragraph.split())


def length_hint(paragraph: str, defaults: Defaults = DEFAULTS) -> str:
    """`73 words: just right`; or how many to add or cut."""
    count = words(paragraph)
    least, most = defaults.paragraph_words
    if count < least:
        return f"{count} words: {least - count} more would be right"
    if count > most:
        return f"{count} words: {count - most} fewer would be right"
    return f"{count} words: just right"


def missing(profile: Profile) -> tuple[str, ...]:
    """The fields still empty, in the order they are asked for; reach counts as one."""
    asked = ("name", "was", "titles", "kinds", "where", "proof1", "proof2", "leave_out", "roles")
    found = [field for field in asked if not str(getattr(profile, field)).strip()]
    return (*found, *(() if profile.phone or profile.email else ("phone",)))
