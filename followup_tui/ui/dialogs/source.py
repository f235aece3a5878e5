"""Where a fact line comes from, and where it doesn't reach."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.reports.facts import Fact
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.panes.fact_line import source_lines


class SourceDialog(Dialog[None]):
    """The line, its source, its limits."""

    BINDINGS = [
        Binding("w,enter", "leave", "Back", id="source.leave", tooltip="Back", show=False),
    ]

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact

    def compose(self) -> ComposeResult:
        with Box():
            yield Said()

    def on_mount(self) -> None:
        self.box.border_title = "Where this comes from"
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say it in the room there is."""
        self.query_one(Said).put(source_lines(self.fact, max(20, self.box.content_size.width)))
