"""Putting off in a review: it counts for the review, and what must be decided isn't put off."""

from __future__ import annotations

from textual import work

from followup_tui.rules.snoozing import Cost, cost
from followup_tui.ui.screens.plans import PlanKeys


class DecidingKeys(PlanKeys):
    """`s` on the card at hand; what was put off twice is answered by digit."""

    session_id: int | None

    @work
    async def action_snooze(self) -> None:
        """Ask when and where; what is to be decided isn't put off."""
        due = self.hand.due
        if due is None:
            return
        if self.must_decide or cost(due.snoozes, self.app.now().defaults) is Cost.DECISION:
            self.app.say("Put off long enough. A decision, please: one of the digits.", "late")
            return
        await self.put_off(due, self.session_id)
