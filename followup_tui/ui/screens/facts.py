"""The keys of a fact line: where it comes from, and never again."""

from __future__ import annotations

from textual.binding import Binding

from followup_tui.actions import fact_notes
from followup_tui.reports.facts import fact_for
from followup_tui.ui.screens.hand import HandScreen
from followup_tui.ui.with_fact import WithFact


class FactKeys(HandScreen, WithFact[None]):
    """`w` and `F` where a fact line is shown."""

    BINDINGS = [
        Binding(
            "w", "source", "Source", id="fact.source",
            tooltip="Where the line comes from", show=False,
        ),
        Binding(
            "F", "hide_fact", "Not again", id="fact.hide",
            tooltip="Never show this line again", show=False,
        ),
    ]  # fmt: skip

    def look_for_a_fact(self, *, deciding: bool = False) -> None:
        """Choose the line for the follow-up at hand, and note that it is shown."""
        due, now, words = self.hand.due, self.app.now(), self.app.settings.folder
        self.fact = fact_for(due, now, deciding=deciding, own_words=words) if due else None
        if self.fact:
            self.app.act(fact_notes.fact_shown, self.fact.id, self.hand.contact_id)
