"""The keys of a call: a try that didn't reach them, and the log of one that did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from followup_tui.rules.facts import Outcome
from followup_tui.store.journal import Done
from followup_tui.ui.screens.hand import HandScreen

if TYPE_CHECKING:
    from followup_tui.actions.log_line import Entry

NOT_SAVED = "You typed this before followup closed; it was not saved."


class CallKeys(HandScreen):
    """`l`, `v` and `n` on the person at hand."""

    NEEDS_PERSON = frozenset({"tried"})

    BINDINGS = [
        Binding("l", "log", "Log", id="call.log", tooltip="Log a call in one line"),
        Binding(
            "v", "tried('left_voicemail')", "Voicemail", id="call.voicemail",
            tooltip="Voicemail; plans next try",
        ),
        Binding(
            "n", "tried('no_answer')", "No answer", id="call.no-answer",
            tooltip="No answer; plans next try",
        ),
    ]  # fmt: skip

    def action_tried(self, outcome: str) -> None:
        from followup_tui.actions import calls
        from followup_tui.actions.chasing import BY_TALKING

        if self.hand.contact_id is None:
            return
        due = self.hand.due
        step = due.id if due and due.action in BY_TALKING else None
        self.app.act(calls.attempt, self.hand.contact_id, Outcome(outcome), step)

    @work
    async def action_log(self) -> None:
        """Take one line of what happened; what was typed is kept until it is saved."""
        await self.log_in_a_line()

    async def log_in_a_line(
        self, opened_from: str | None = None, entry: Entry | None = None, text: str = ""
    ) -> Done | None:
        """Ask for the line, which begins with `text`, and save it; where it is refused, ask again
        with the line kept. A line that was left unsaved is offered in the place of `text`.
        """
        from followup_tui.actions.kept_line import forget_line
        from followup_tui.actions.log_line import log_line
        from followup_tui.actions.log_reading import Asked
        from followup_tui.reports.facts import feels_bad
        from followup_tui.rules.fact_lines import Doubt
        from followup_tui.ui.dialogs.quick_log import QuickLogDialog

        here = self.app.settings
        asked = Asked(self.hand.contact_id, opened_from, here.region, here.day_first)
        left, self.app.left_line = self.app.left_line, ""
        dialog = QuickLogDialog(
            asked, self.hand.name, text=left or text, entry=entry,
            error=NOT_SAVED if left else "", kept=frozenset({left} if left else ()),
        )  # fmt: skip
        done = None
        while (answer := await self.app.push_screen_wait(dialog)) is not None:
            if done := await self.app.acted(log_line, answer):
                break
            dialog = dialog.again(self.app.refusal)
        if done is None and dialog.kept:
            self.app.jot(forget_line, dialog.kept)
        if done and answer and feels_bad(answer.text, here.folder):
            await self.doubt(Doubt.LOG_SAYS_AWKWARD)
        return done
