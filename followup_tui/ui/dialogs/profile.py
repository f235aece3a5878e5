"""The fields of the paragraph, with its words counted as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from followup_tui.reports.paragraph import changed, paragraph
from followup_tui.rules.profile import Profile, Pronoun
from followup_tui.text import show
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.spans import Line, wrapped

FIELDS = (
    ("name", "Name", "Dana Reyes"), ("was", "Was", "a reporter and editor"),
    ("place", "At", "two Denver newspapers"), ("years", "Years", "14"),
    ("titles", "Wants", "internal communications or public affairs"),
    ("kinds", "At what", "a hospital, utility or university"),
    ("where", "Where", "within 30 minutes of downtown"),
    ("proof1", "Good at", "turns technical reports into plain pages"),
    ("proof2", "and", "has run a desk of six"),
    ("leave_out", "Not", "sales, or full-time social media"),
    ("roles", "To meet", "communications directors, chiefs of staff"),
    ("field", "Field", "communications"), ("phone", "Phone", ""), ("email", "Email", ""),
)  # fmt: skip
PRONOUNS = tuple((str(one), str(one)) for one in Pronoun)


class ProfileFieldsDialog(Form[Profile]):
    """Each field a line; the paragraph grows under them."""

    TITLE = "What you are looking for"

    DEFAULT_CSS = "ProfileFieldsDialog Box { width: 82; }"

    def __init__(self, known: Profile) -> None:
        super().__init__()
        self.known = known

    def anew(self) -> Self:
        return type(self)(self.known)

    def fields(self) -> Sequence[Field]:
        lines = [
            Field(name, label, str(getattr(self.known, name)), hint) for name, label, hint in FIELDS
        ]
        return [lines[0], OneOf("pronoun", "Pronoun", PRONOUNS, self.known.pronoun), *lines[1:]]

    def reading(self) -> Sequence[Line]:
        here = self.app
        told = paragraph(here.settings.folder, self._now(), here.now().defaults)
        width = max(20, self.box.content_size.width)
        return [*wrapped(show(told.text), "quote", width), ((told.hint, "muted"),)]

    def _now(self) -> Profile:
        texts = {name: self.value(name) for name, _, _ in FIELDS}
        return changed(replace(self.known), {**texts, "pronoun": self.value("pronoun")})

    def answer(self) -> Profile:
        return self._now()
