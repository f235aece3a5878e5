"""The keys of a next step: done, put off, pinned, and why it comes now."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from followup_tui.rules.snoozing import Cost, cost
from followup_tui.ui.screens.hand import HandScreen


class PlanKeys(HandScreen):
    """`d`, `s`, `p` and `w` on the follow-up at hand."""

    NEEDS_DUE = frozenset({"done", "snooze", "pin", "why"})

    BINDINGS = [
        Binding("d", "done", "Done", id="plan.done", tooltip="This follow-up is done"),
        Binding("s", "snooze", "Snooze", id="plan.snooze", tooltip="Put it off: when and where"),
        Binding(
            "p", "pin", "Pin", id="plan.pin", tooltip="Keep it on top for today", show=False
        ),
        Binding(
            "w", "why", "Why now", id="plan.why", tooltip="Why it ranks where it does", show=False
        ),
    ]  # fmt: skip

    # Actions are imported when they are asked for: all of them take a tenth of the start.

    def action_done(self) -> None:
        from followup_tui.actions import plans

        if self.hand.due:
            self.app.act(plans.done, self.hand.due.id)

    def action_pin(self) -> None:
        from followup_tui.actions import plans

        if self.hand.due:
            self.app.act(plans.pin, self.hand.due.id)

    @work
    async def action_snooze(self) -> None:
        """Ask when and where; the third time there is no snooze."""
        from followup_tui.actions import plans
        from followup_tui.ui.dialogs.snooze import SnoozeDialog

        due = self.hand.due
        if due and cost(due.snoozes) is Cost.DECISION:
            self.app.say("Put off twice already. A decision, please: do it, change it, or let go.")
        elif due:
            await self.ask(
                SnoozeDialog(due),
                lambda to: self.app.acted(
                    plans.snooze, due.id, to.day, to.time, to.place, to.reason
                ),
            )

    def action_why(self) -> None:
        from followup_tui.ui.dialogs.why import WhyDialog

        if self.hand.due:
            self.app.push_screen(WhyDialog(self.hand.due))
