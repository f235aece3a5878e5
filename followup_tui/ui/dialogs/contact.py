"""Adding a person, or changing what is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from followup_tui.actions.people import ContactForm
from followup_tui.errors import BadInput
from followup_tui.rules.facts import TieClass
from followup_tui.store.person import Person
from followup_tui.ui.dialogs.form import Field, Form, OneOf

STARS = (("0", "none"), ("1", "★"), ("2", "★★"), ("3", "★★★"))


class ContactDialog(Form[ContactForm]):
    """A short form: the name is enough."""

    TITLE = "Person"

    def __init__(self, known: Person | None = None) -> None:
        super().__init__()
        self.known = known

    def anew(self) -> Self:
        return type(self)(self.known)

    def fields(self) -> Sequence[Field]:
        who = self.known
        emails, phones = self._ways("email"), self._ways("phone")
        return (
            Field("name", "Name", who.name if who else "", "the name is enough"),
            Field("organization", "At", who.organization if who else "", "organization"),
            Field("role", "Role", who.role if who else ""),
            Field("phones", "Phone", phones, "several: with ; between"),
            Field("emails", "Email", emails),
            Field("place", "Place", who.place if who else ""),
            Field("how_met", "How met", who.how_met if who else ""),
            Field("tags", "Tags", "; ".join(who.tags) if who else "", "alumni; editors"),
            Field("notes", "Notes", who.notes if who else ""),
            OneOf("stars", "Tie", STARS, str(who.stars) if who else "0", first=0),
        )

    def _ways(self, kind: str) -> str:
        ways = self.known.ways if self.known else ()
        return "; ".join(way.typed for way in ways if way.kind == kind)

    def answer(self) -> ContactForm:
        if not self.value("name"):
            raise BadInput("A name, please: one word is enough.")
        who = self.known
        return ContactForm(
            name=self.value("name"),
            organization=self.value("organization"),
            role=self.value("role"),
            emails=_several(self.value("emails")),
            phones=_several(self.value("phones")),
            urls=_several(self._ways("url")),
            tags=_several(self.value("tags")),
            notes=self.value("notes"),
            place=self.value("place"),
            how_met=self.value("how_met"),
            zone=who.zone if who else "",
            hours=who.hours if who else "",
            stars=int(self.value("stars")),
            tie_class=TieClass(who.tie_class) if who and who.tie_class else None,
            cadence_days=who.cadence_days if who else None,
            birthday=who.birthday if who else "",
            source=who.source if who else "",
            region=self.app.settings.region,
        )


def _several(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(";") if word.strip())
