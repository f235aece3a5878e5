"""Adding a next step, or changing what it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from followup_tui.actions.plans import FollowUpForm
from followup_tui.actions.steps import NextStep
from followup_tui.errors import BadInput
from followup_tui.rules.clock_time import home_zone
from followup_tui.rules.facts import Owed
from followup_tui.rules.when import When, show_day
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.dialogs.reading import (
    day_line,
    person_line,
    understood_action,
    understood_day,
    understood_line,
    understood_person,
)
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import Line

PROMISED = (("no", "no"), ("yes", "I promised it"))


class FollowUpDialog(Form[FollowUpForm]):
    """What, with whom, when."""

    TITLE = "Follow-up"

    def __init__(
        self, contact_id: int | None = None, name: str = "", due: Due | None = None
    ) -> None:
        super().__init__()
        self.contact_id = contact_id
        self.name_at_hand = name
        self.due = due

    def anew(self) -> Self:
        return type(self)(self.contact_id, self.name_at_hand, self.due)

    def fields(self) -> Sequence[Field]:
        due = self.due
        what = f"{due.action} {due.what}".strip() if due else ""
        fields = [Field("what", "Do", what, "call about the budget")]
        if due is None:
            fields.append(Field("who", "Whom", self.name_at_hand, "a name, a number, an address"))
        fields += [
            Field("when", "When", self._was(), "thu, 3d, next week, 4 dec 9:30"),
            Field("place", "Where", due.place if due else "", "at my desk"),
        ]
        if due is None:
            fields.append(OneOf("promised", "Promised", PROMISED, "no"))
        return fields

    def _was(self) -> str:
        due = self.due
        return f"{due.due:%Y-%m-%d} {due.time or ''}".strip() if due else ""

    def reading(self) -> Sequence[Line]:
        lines: list[Line] = []
        if self.due is None and (who := self.value("who")) != self.name_at_hand:
            lines.append(person_line(who))
        action, what = understood_action(self.value("what"))
        if self.value("what"):
            whom = "" if lines else self.name_at_hand
            about = f": {what}" if what else ""
            lines.append((("→ ", "muted"), (f"{sentence(action, show(whom))}{show(about)}", "")))
        lines.append(self._when_line())
        return [line for line in lines if line]

    def _when_line(self) -> Line:
        """The day as it is understood; while it is left as it was, with the zone it was said in."""
        words, moment = self.value("when"), self.app.now()
        due = self.due
        if due and due.time and words == self._was() and due.zone not in ("", home_zone(moment)):
            return understood_line(self._when(), moment)
        return day_line(words, moment, day_first=self.app.settings.day_first)

    def answer(self) -> FollowUpForm:
        if not self.value("what"):
            raise BadInput("What needs doing? “call” is enough.")
        if not self.value("when"):
            raise BadInput("When? thu, 3d, next week, 4 dec 9:30.")
        action, what = understood_action(self.value("what"))
        when = self._when()
        promised = self.due is None and self.value("promised") == "yes"
        step = NextStep(
            action=action,
            day=when.day,
            what=what,
            time=when.time,
            zone=when.zone or "",
            part=when.part or "",
            place=self.value("place"),
            promised=promised,
        )
        owed = Owed.PROMISED if promised else None
        return FollowUpForm(step, contact_id=self._whom(), owed=owed)

    def _when(self) -> When:
        """The day that is typed; one left as it was is not asked about, even if it has passed."""
        words, moment = self.value("when"), self.app.now()
        if self.due and words == self._was():
            return When(self.due.due, self.due.time, zone=self.due.zone, part=self.due.part)
        when = understood_day(words, moment, day_first=self.app.settings.day_first)
        if when.day < moment.today:
            raise BadInput(f"{show_day(when.day, moment.today)} has passed.")
        return when

    def _whom(self) -> int | None:
        if self.due is not None:
            return self.contact_id
        words = self.value("who")
        if not words:
            raise BadInput("With whom? A name, a number or an address.")
        return self.contact_id if words == self.name_at_hand else understood_person(words).id
