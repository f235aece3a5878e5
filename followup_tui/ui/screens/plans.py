"""The keys of a next step: done, put off, pinned, and why it comes now."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from followup_tui.rules.facts import SnoozeReason
from followup_tui.rules.snoozing import Cost, cost
from followup_tui.store.agenda import Due
from followup_tui.store.journal import Done
from followup_tui.ui.screens.loop_keys import LoopKeys


class PlanKeys(LoopKeys):
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
        """Ask when and where; the third time there is no snooze, but five ways out."""
        due = self.hand.due
        if due is None:
            return
        if cost(due.snoozes, self.app.now().defaults) is Cost.DECISION:
            from followup_tui.ui.dialogs.decide import DecideDialog

            if way := await self.app.push_screen_wait(DecideDialog(due, self.ways)):
                await self.go_way(way, due)
        else:
            await self.put_off(due)

    async def put_off(self, due: Due, session_id: int | None = None) -> None:
        """Ask when and where, and what helps against what is in the way."""
        from followup_tui.actions import plans
        from followup_tui.actions.chasing import TRIES
        from followup_tui.rules.fact_lines import Doubt
        from followup_tui.ui.dialogs.snooze import PutOff, SnoozeDialog

        said: list[PutOff] = []

        async def save(to: PutOff) -> Done | None:
            said.append(to)
            return await self.app.acted(
                plans.snooze, due.id, to.day, to.time, to.place, to.reason, session_id
            )

        await self.ask(SnoozeDialog(due), save)
        if said and said[-1].reason is SnoozeReason.BUSY:
            await self.park_something(due)
        if said and not due.snoozes and due.referral_id and due.action in TRIES:
            await self.doubt(Doubt.FIRST_SNOOZE_OF_REFERRAL)

    def action_why(self) -> None:
        from followup_tui.ui.dialogs.why import WhyDialog

        if self.hand.due:
            self.app.push_screen(WhyDialog(self.hand.due))
