"""Adding a lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from followup_tui.actions.leads import LeadForm
from followup_tui.errors import BadInput
from followup_tui.store.leads import LeadStory
from followup_tui.ui.dialogs.form import Field, Form
from followup_tui.ui.dialogs.reading import person_line, understood_person
from followup_tui.ui.spans import Line

MORE = (
    ("source", "Found", "where you saw it"), ("place", "Place", "town, or remote"),
    ("pay", "Pay", "what they pay"), ("resume", "Résumé", "which one went out"),
)  # fmt: skip


class LeadDialog(Form[LeadForm]):
    """What it is, where, with whom, and who offered it."""

    TITLE = "Lead"

    def __init__(
        self, contact_id: int | None = None, name: str = "", lead: LeadStory | None = None
    ) -> None:
        super().__init__()
        self.contact_id = contact_id
        self.name_at_hand = name
        self.lead = lead
        if lead and lead.people:
            self.contact_id, self.name_at_hand = lead.people[0].contact_id, lead.people[0].name

    def anew(self) -> Self:
        return type(self)(self.contact_id, self.name_at_hand, self.lead)

    def fields(self) -> Sequence[Field]:
        known = self.lead
        return (
            Field("title", "Lead", known.row.title if known else "", "copy editor"),
            Field("organization", "At", known.row.organization if known else "", "organization"),
            Field("with", "With", self.name_at_hand, "who you talk to about it"),
            Field("via", "Via", known.offered_by if known else "", "who offered it"),
            Field("words", "Said", known.words if known else "", "what they said"),
            Field("url", "Link", known.url if known else ""),
            *(
                Field(name, label, str(getattr(known, name)) if known else "", hint)
                for name, label, hint in MORE
            ),
        )

    def reading(self) -> Sequence[Line]:
        lines = [line for name in ("with", "via") if (line := self._person_line(name))]
        if self.lead is None:
            lines.append((("First follow-up: decide on it within a week.", "muted"),))
        return lines

    def _person_line(self, name: str) -> Line:
        words = self.value(name)
        return () if words == self.name_at_hand else person_line(words)

    def answer(self) -> LeadForm:
        if not self.value("title"):
            raise BadInput("A title, please: “copy editor” is enough.")
        return LeadForm(
            title=self.value("title"),
            organization=self.value("organization"),
            with_id=self._with(),
            via_id=self._via(),
            words=self.value("words"),
            url=self.value("url"),
            source=self.value("source"),
            place=self.value("place"),
            pay=self.value("pay"),
            resume=self.value("resume"),
            notes=self.lead.notes if self.lead else "",
        )

    # Whoever is known already is meant by the name alone, whoever else is called so.

    def _with(self) -> int | None:
        words = self.value("with")
        if not words or words == self.name_at_hand:
            return self.contact_id if words else None
        return understood_person(words).id

    def _via(self) -> int | None:
        words = self.value("via")
        if self.lead and words == self.lead.offered_by:
            return self.lead.offered_by_id
        if words == self.name_at_hand:
            return self.contact_id if words else None
        return understood_person(words).id if words else None
