"""Adding a lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from followup_tui.actions.leads import LeadForm
from followup_tui.errors import BadInput
from followup_tui.ui.dialogs.form import Field, Form
from followup_tui.ui.dialogs.reading import person_line, understood_person
from followup_tui.ui.spans import Line


class LeadDialog(Form[LeadForm]):
    """What it is, where, with whom, and who offered it."""

    TITLE = "Lead"

    def __init__(self, contact_id: int | None = None, name: str = "") -> None:
        super().__init__()
        self.contact_id = contact_id
        self.name_at_hand = name

    def anew(self) -> Self:
        return type(self)(self.contact_id, self.name_at_hand)

    def fields(self) -> Sequence[Field]:
        return (
            Field("title", "Lead", "", "copy editor; a word with the dean"),
            Field("organization", "At", "", "organization"),
            Field("with", "With", self.name_at_hand, "who it is dealt with"),
            Field("via", "Via", "", "who offered it"),
            Field("words", "Said", "", "what they said"),
            Field("url", "Link", ""),
        )

    def reading(self) -> Sequence[Line]:
        lines = [line for name in ("with", "via") if (line := self._person_line(name))]
        return [*lines, (("Its first next step: decide on it within a week.", "muted"),)]

    def _person_line(self, name: str) -> Line:
        words = self.value(name)
        return () if words == self.name_at_hand else person_line(words)

    def answer(self) -> LeadForm:
        if not self.value("title"):
            raise BadInput("A title, please: “copy editor” is enough.")
        return LeadForm(
            title=self.value("title"),
            organization=self.value("organization"),
            with_id=self._person("with"),
            via_id=self._person("via"),
            words=self.value("words"),
            url=self.value("url"),
        )

    def _person(self, name: str) -> int | None:
        words = self.value(name)
        if not words:
            return None
        # The person at hand is meant by the name alone, whoever else is called so.
        return self.contact_id if words == self.name_at_hand else understood_person(words).id
