"""Logging a touch: how it went by digit, a note, and what is next; never nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Self

from followup_tui.actions.calls import ATTEMPTS
from followup_tui.actions.chasing import BY_TALKING, TouchForm
from followup_tui.actions.steps import NextStep
from followup_tui.errors import BadInput
from followup_tui.rules.after_talk import thanks
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.rules.facts import Action, Outcome
from followup_tui.rules.when import When
from followup_tui.rules.workdays import add_workdays, next_workday
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import late_words
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.dialogs.reading import said_day, understood_action, understood_day
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import Line

OUTCOMES = (
    (Outcome.TALKED, "talked"), (Outcome.LEFT_VOICEMAIL, "voicemail"),
    (Outcome.NO_ANSWER, "no answer"), (Outcome.MET, "met"), (Outcome.SENT, "I wrote"),
    (Outcome.RECEIVED, "they wrote"), (Outcome.BUSY, "busy"),
    (Outcome.GATEKEEPER, "not put through"), (Outcome.WRONG_NUMBER, "wrong number"),
)  # fmt: skip
STEP, WAIT, NOTHING = "step", "wait", "nothing"
THEN = ((STEP, "a next step"), (WAIT, "they act by a day"), (NOTHING, "nothing, it is over"))


class LogDialog(Form[TouchForm]):
    """`l`, a digit, `enter` is a whole log: the next step has a good default."""

    TITLE = "Log"

    def __init__(self, contact_id: int, name: str, due: Due | None = None) -> None:
        super().__init__()
        self.contact_id = contact_id
        self.name_at_hand = name
        self.due = due

    def anew(self) -> Self:
        return type(self)(self.contact_id, self.name_at_hand, self.due)

    def above(self) -> Sequence[Line]:
        return [((show(self.name_at_hand), "strong"),)]

    def fields(self) -> Sequence[Field]:
        return (
            OneOf("outcome", "How", OUTCOMES, Outcome.TALKED),
            Field("minutes", "Minutes", "", "if you talked"),
            Field("note", "Note"),
            OneOf("then", "Then", THEN, STEP),
            Field("next", "Next", "", "call about the budget; left empty, as below"),
            Field("when", "When", "", "thu, 3d, next week; left empty, as below"),
        )

    @property
    def outcome(self) -> Outcome:
        """How it went."""
        return Outcome(self.value("outcome"))

    @property
    def by_plan(self) -> bool:
        """Whether the chase plan says what is next: a try, and nothing else was typed."""
        typed = self.value("next") or self.value("when")
        return self.outcome in ATTEMPTS and self.value("then") == STEP and not typed

    def reading(self) -> Sequence[Line]:
        try:
            return [((said, look),) for said, look in self._read()]
        except BadInput as error:
            return () if self.error else [((show(str(error)), "late"),)]

    def _read(self) -> Iterator[tuple[str, str]]:
        today = self.app.now().today
        if (due := self.due) and self._closes(due):
            late = f" ({late_words(days)})" if (days := due.late_on(today)) else ""
            yield f"✓ closes {sentence(due.action, show(self.name_at_hand))}{late}", "good"
        if thank := thanks(self.outcome, self._minutes(), today):
            yield f"+ thank them, {said_day(When(thank.due), today)}", ""
        if self.by_plan:
            yield "+ the next try, by the plan", ""
        elif self.value("then") == STEP:
            step = self.next_step()
            about = f": {show(step.what)}" if step.what else ""
            day = said_day(When(step.day, step.time), today)
            yield f"+ {sentence(step.action, show(self.name_at_hand))}{about}, {day}", "accent"
        elif self.value("then") == WAIT:
            yield f"+ waiting until {said_day(self._when(), today)}", "accent"

    def _closes(self, due: Due) -> bool:
        return due.due <= self.app.now().today and due.action in BY_TALKING

    def next_step(self) -> NextStep:
        """The step as typed, or as it is by default.

        Raises:
            BadInput: The day can't be understood.
        """
        words = self.value("next")
        action, what = understood_action(words) if words else (Action.CHECK, "")
        when = self._when()
        return NextStep(
            action, when.day, what=what, time=when.time, zone=when.zone or "", part=when.part or ""
        )

    def _when(self) -> When:
        moment = self.app.now()
        if words := self.value("when"):
            return understood_day(words, moment, day_first=self.app.settings.day_first)
        if self.due and self.due.lead_id:
            return When(add_workdays(moment.today, DEFAULTS.lead_nudge_workdays, moment.holidays))
        later = moment.today + timedelta(days=DEFAULTS.a_days)
        return When(next_workday(later, moment.holidays))

    def _minutes(self) -> int | None:
        words = self.value("minutes").removesuffix("min").removesuffix("m").strip()
        if not words:
            return None
        if not words.isdecimal() or len(words) > 4:
            raise BadInput(f"Minutes as a number, such as 20, not “{words}”.")
        return int(words)

    def answer(self) -> TouchForm:
        then = self.value("then")
        lead_id = self.due.lead_id if self.due else None
        steps: tuple[NextStep, ...] = ()
        waiting = None
        if then == STEP and not self.by_plan:
            steps = (self.next_step(),)
        elif then == WAIT:
            waiting = self._when().day
            if lead_id is None:
                # Nobody but a lead can wait: for a person it is a step of its own.
                steps, waiting = (NextStep(Action.CHECK, waiting),), None
        return TouchForm(
            contact_id=self.contact_id,
            outcome=self.outcome,
            minutes=self._minutes(),
            note=self.value("note"),
            lead_id=lead_id,
            steps=steps,
            waiting_until=waiting,
        )
