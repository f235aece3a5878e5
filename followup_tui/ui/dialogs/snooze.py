"""Putting a follow-up off: when, where, and the second time what is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Self

from textual.binding import Binding

from followup_tui.actions import fact_notes
from followup_tui.errors import BadInput
from followup_tui.records import dataclass
from followup_tui.reports.facts import fact_at
from followup_tui.rules.fact_lines import Doubt
from followup_tui.rules.facts import SnoozeReason
from followup_tui.rules.snoozing import Cost, cost
from followup_tui.rules.when import When, show_day
from followup_tui.rules.workdays import next_workday
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import clock_words, late_words
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.dialogs.reading import said_day, understood_day
from followup_tui.ui.panes.fact_line import fact_lines
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import Line, Span, wrapped
from followup_tui.ui.with_fact import WithFact

MORNING, AFTERNOON = "09:00", "14:00"
LATE_PARTS = ("afternoon", "evening")
REASONS = (
    ("ask", "don't know what to ask"), ("bother", "might waste their time"),
    ("unsure", "not sure I want it"), ("busy", "too much going on"), ("later", "just later"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PutOff:
    """The new day, and where."""

    day: date
    time: str | None
    place: str
    reason: SnoozeReason | None = None


class SnoozeDialog(Form[PutOff], WithFact[PutOff | None]):
    """A digit or words say when; the day is shown before anything is saved."""

    TITLE = "Snooze"

    BINDINGS = [
        Binding("w", "source", "Source", id="snooze.source", tooltip="Where the line comes from",
                show=False),
        Binding("F", "hide_fact", "Not again", id="snooze.hide-fact",
                tooltip="Never show this line again", show=False),
    ]  # fmt: skip

    DEFAULT_CSS = "SnoozeDialog Box { border: round $look-late; border-title-color: $look-late; }"

    def __init__(self, due: Due) -> None:
        super().__init__()
        self.due = due

    def anew(self) -> Self:
        return type(self)(self.due)

    @property
    def costs_a_reason(self) -> bool:
        """Whether it was put off before."""
        return cost(self.due.snoozes, self.app.now().defaults) is Cost.REASON

    def fields(self) -> Sequence[Field]:
        fields = [
            Field("when", "When", "", "a digit, or thu, 3d, next week, 4 dec 9:30"),
            Field("place", "Where", self.due.place, "at my desk, on the train…"),
        ]
        if self.costs_a_reason:
            fields.append(OneOf("reason", "Because", REASONS, "later"))
        return fields

    def above(self) -> Sequence[Line]:
        due, today = self.due, self.app.now().today
        late = due.late_on(today)
        told: list[str] = [late_words(late)] if late else []
        if due.promised_to:
            told.append(f"promised to {show(due.promised_to)}")
        times = {1: "Snoozed once already."}.get(due.snoozes, "")
        head: Line = (
            (sentence(due.action, show(due.contact or due.lead)), "strong"),
            ("  " + " · ".join(told), "muted"),
        )
        lines: list[Line] = [head, *([((times, "late"),)] if times else []), ()]
        for digit, when in enumerate(self.choices(), start=1):
            lines.append(((f"{digit} ", "key"), (self._said(when), "")))
        return lines

    def choices(self) -> list[When]:
        """The days offered by digit."""
        moment = self.app.now()
        today, holidays = moment.today, moment.holidays
        tomorrow = next_workday(today + timedelta(days=1), holidays)
        monday = next_workday(today + timedelta(days=7 - today.weekday()), holidays)
        later = [
            When(tomorrow, MORNING),
            When(tomorrow, AFTERNOON),
            When(next_workday(today + timedelta(days=3), holidays), MORNING),
            When(monday, MORNING),
        ]
        soon = moment.at.hour < int(AFTERNOON[:2]) and moment.at.date() == today
        found = [When(today, AFTERNOON), *later] if soon else later
        return list(dict.fromkeys(found))

    def _said(self, when: When) -> str:
        today = self.app.now().today
        days = (when.day - today).days
        near = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        return f"{show_day(when.day, today):11} {clock_words(when.time or ''):4} {near}"

    def understood(self) -> When:
        """The day that is typed or chosen.

        Raises:
            BadInput: It can't be understood, or isn't one to come.
        """
        words = self.value("when")
        if len(words) == 1 and words.isdecimal():
            choices = self.choices()
            if not 1 <= int(words) <= len(choices):
                raise BadInput(f"1 to {len(choices)}, or a day in words.")
            return choices[int(words) - 1]
        if not words:
            raise BadInput("When? A digit, or a day in words.")
        found = understood_day(words, self.app.now(), day_first=self.app.settings.day_first)
        offered = AFTERNOON if found.part in LATE_PARTS else MORNING
        return found if found.time else replace(found, time=offered, part=None)

    def reading(self) -> Sequence[Line]:
        return [*self._help(), *self._when_lines()]

    def _help(self) -> list[Line]:
        """What helps against what is in the way, as soon as that is said."""
        if not self.costs_a_reason:
            return []
        from followup_tui.reports.snooze_help import help_for

        reason, own = SnoozeReason(self.value("reason")), self.app.settings.folder
        found = help_for(reason, self.due.contact_id, self.app.now(), self.due.id, own)
        if found is None:
            return []
        width = max(20, self.box.content_size.width)
        lines: list[Line] = [((found.title, "accent"),)]
        for words in found.lines:
            lines += wrapped(show(words), "", width, (("  ", ""),), 2)
        self._look_for_a_fact(reason)
        return [*lines, *fact_lines(self.fact, width), ()]

    def _look_for_a_fact(self, reason: SnoozeReason) -> None:
        """The line for who is afraid to bother somebody; it stays while this is open."""
        if self.fact or reason is not SnoozeReason.BOTHER:
            return
        now, own = self.app.now(), self.app.settings.folder
        self.fact = fact_at(Doubt.AFRAID_TO_BOTHER, now, own_words=own)
        if self.fact:
            self.app.jot(fact_notes.fact_shown, self.fact.id, self.due.contact_id)

    @property
    def goes_on(self) -> bool:
        """Not where there is a line to ask for its source: letters are its keys in that row."""
        return self.value("reason") != SnoozeReason.BOTHER

    def _when_lines(self) -> Sequence[Line]:
        if not self.value("when"):
            return ()
        try:
            when = self.understood()
        except BadInput as error:
            return () if self.error else [((show(str(error)), "late"),)]
        place = self.value("place")
        where: Span = (f", {show(place)}" if place else "", "")
        return [(("→ ", "muted"), (said_day(when, self.app.now().today), "accent-strong"), where)]

    def answer(self) -> PutOff:
        when = self.understood()
        reason = SnoozeReason(self.value("reason")) if self.costs_a_reason else None
        return PutOff(when.day, when.time, self.value("place"), reason)
