"""What shows a fact line: where it comes from, and never again."""

from __future__ import annotations

from typing import TypeVar

from textual import getters
from textual.screen import Screen

from followup_tui.actions import fact_notes
from followup_tui.reports.facts import Fact
from followup_tui.ui.base import Followup

R = TypeVar("R")


class WithFact(Screen[R]):
    """A screen or a dialog that may show a fact line; which keys do it, each says for itself."""

    app = getters.app(Followup)

    fact: Fact | None = None

    def tell(self) -> None:
        """Show anew what there is to show now."""

    def action_source(self) -> None:
        from followup_tui.ui.dialogs.source import SourceDialog

        if self.fact:
            self.app.push_screen(SourceDialog(self.fact))

    def action_hide_fact(self) -> None:
        if self.fact:
            self.app.act(fact_notes.hide_fact, self.fact.id)
            self.app.say("This line isn't shown again.")
            self.fact = None
            self.tell()
