"""The keys of a decision: put off, let go, park, and the ways out when it was put off twice."""

from __future__ import annotations

from datetime import date, timedelta

from textual import work
from textual.binding import Binding

from followup_tui.actions import deciding, declines, plans
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.rules.facts import DeclineReason
from followup_tui.rules.snoozing import Cost, WayOut, cost, ways_out
from followup_tui.rules.workdays import next_workday
from followup_tui.store.agenda import Due
from followup_tui.ui.days import day_words
from followup_tui.ui.screens.hand import HandScreen

REASONS = {
    DeclineReason.COMMUTE: "the way there is too long",
    DeclineReason.DUTIES: "not the kind of work",
    DeclineReason.COMPANY: "not the kind of place",
    DeclineReason.HOURS: "the hours don't fit",
    DeclineReason.PAY: "it pays too little",
    DeclineReason.LEVEL: "not the right level",
    DeclineReason.TIMING: "not the right time",
    DeclineReason.OTHER: "something else",
}
PARK_DAYS = (7, 30, DEFAULTS.park_days)


class DecidingKeys(HandScreen):
    """`s` and `x` on the card at hand, and the ways out by digit."""

    NEEDS_DUE = frozenset({"decline"})

    BINDINGS = [
        Binding("x", "decline", "Decline", id="review.decline", tooltip="Say no, or let it go"),
    ]

    session_id: int | None
    must_decide = False
    """Whether the card at hand was put off as often as it may be."""

    @work
    async def action_snooze(self) -> None:
        """Ask when and where; what is to be decided isn't put off."""
        from followup_tui.ui.dialogs.snooze import SnoozeDialog

        due = self.hand.due
        if due is None:
            return
        if self.must_decide or cost(due.snoozes) is Cost.DECISION:
            self.app.say("Put off long enough. A decision, please: one of the digits.", "late")
            return
        await self.ask(
            SnoozeDialog(due),
            lambda to: self.app.acted(
                plans.snooze, due.id, to.day, to.time, to.place, to.reason, self.session_id
            ),
        )

    @work
    async def action_decline(self) -> None:
        if self.hand.due:
            await self._decline(self.hand.due)

    async def _decline(self, due: Due) -> None:
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        options = [(str(reason), reason.capitalize(), words) for reason, words in REASONS.items()]
        told = await self.app.push_screen_wait(ChoiceDialog("Let go: why?", options))
        if told:
            await self.app.acted(declines.decline, due.id, DeclineReason(told))

    async def _park(self, due: Due) -> None:
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        now = self.app.now()
        today = now.today
        until = [next_workday(today + timedelta(days=days), now.holidays) for days in PARK_DAYS]
        options = [
            (day.isoformat(), f"{days} days", day_words(day, today))
            for day, days in zip(until, PARK_DAYS, strict=True)
        ]
        told = await self.app.push_screen_wait(ChoiceDialog("Park it until", options))
        if told:
            await self.app.acted(plans.park_step, due.id, date.fromisoformat(told))

    @property
    def ways(self) -> tuple[WayOut, ...]:
        """The ways out that there are here."""
        due = self.hand.due
        return ways_out(has_referrer=bool(due and due.giver and due.giver != due.contact))

    @work
    async def take_way(self, way: WayOut) -> None:
        """Go this way."""
        due = self.hand.due
        if due is None:
            return
        if way is WayOut.NOW:
            await self.run_action("card")
        elif way is WayOut.SMALLER:
            await self.app.acted(deciding.make_smaller, due.id)
        elif way is WayOut.ASK_REFERRER:
            await self.app.acted(deciding.ask_referrer, due.id)
        elif way is WayOut.DECLINE:
            await self._decline(due)
        else:
            await self._park(due)
