"""When, and where, what is planned for tomorrow: a time is offered, a place is remembered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

from followup_tui.actions.review import PlanForm
from followup_tui.errors import BadInput
from followup_tui.rules.when_and_where import when_and_where
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import clock_words, day_words
from followup_tui.ui.dialogs.form import Field, Form
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import Line, Span

APART = 30
"""Minutes from the time that is offered for the first to the next one's."""


class TomorrowDialog(Form[tuple[PlanForm, ...]]):
    """A line for each: a time of day, then a place."""

    TITLE = "When and where"

    def __init__(self, dues: Sequence[Due], day: date, place: str) -> None:
        super().__init__()
        self.dues = dues
        self.day = day
        self.place = place

    def anew(self) -> Self:
        return type(self)(self.dues, self.day, self.place)

    def fields(self) -> Sequence[Field]:
        return [
            Field(f"plan-{due.id}", f"{number}", self._offered(number, due), "9:00 my desk")
            for number, due in enumerate(self.dues, start=1)
        ]

    def _offered(self, number: int, due: Due) -> str:
        hour, _, past = self.app.now().defaults.plan_time.partition(":")
        minute = (int(hour) * 60 + int(past) + APART * (number - 1)) % (24 * 60)
        time = due.time if due.time and due.due == self.day else f"{minute // 60}:{minute % 60:02}"
        return f"{time} {due.place or self.place}".strip()

    def reading(self) -> Sequence[Line]:
        lines: list[Line] = []
        for due in self.dues:
            what = sentence(due.action, show(due.contact or due.lead))
            try:
                time, place = when_and_where(self.value(f"plan-{due.id}"))
            except BadInput:
                lines.append((("→ ", "muted"), (f"{what}: when?", "late")))
                continue
            when = f"{day_words(self.day, self.app.now().today)}, {clock_words(time)}, "
            where: Span = (show(place), "accent") if place else ("where?", "muted")
            lines.append((("→ ", "muted"), (when, "accent"), where, (f": {what}", "strong")))
        return lines

    def answer(self) -> tuple[PlanForm, ...]:
        read = [(due, when_and_where(self.value(f"plan-{due.id}"))) for due in self.dues]
        return tuple(PlanForm(due.id, time, place) for due, (time, place) in read)
