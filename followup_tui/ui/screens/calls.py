"""The keys of a call: a try that didn't reach them, and the log of one that did."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from followup_tui.actions import calls
from followup_tui.actions.chasing import BY_TALKING
from followup_tui.rules.facts import Outcome
from followup_tui.ui.screens.hand import HandScreen


class CallKeys(HandScreen):
    """`l`, `v` and `n` on the person at hand."""

    NEEDS_PERSON = frozenset({"log", "tried"})

    BINDINGS = [
        Binding("l", "log", "Log", id="call.log", tooltip="Log what happened, and what is next"),
        Binding(
            "v", "tried('left_voicemail')", "Voicemail", id="call.voicemail",
            tooltip="Voicemail left: the next try is set by the plan",
        ),
        Binding(
            "n", "tried('no_answer')", "No answer", id="call.no-answer",
            tooltip="No answer: the next try is set by the plan",
        ),
    ]  # fmt: skip

    def action_tried(self, outcome: str) -> None:
        if self.hand.contact_id is None:
            return
        due = self.hand.due
        step = due.id if due and due.action in BY_TALKING else None
        self.app.act(calls.attempt, self.hand.contact_id, Outcome(outcome), step)

    @work
    async def action_log(self) -> None:
        """Ask how it went and what is next; what was typed is kept until it is saved."""
        from followup_tui.ui.dialogs.log import LogDialog

        if self.hand.contact_id is not None:
            dialog = LogDialog(self.hand.contact_id, self.hand.name, self.hand.due)
            await self.ask(dialog, lambda form: self.app.acted(calls.log_touch, form))
