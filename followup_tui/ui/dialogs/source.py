"""Where a fact line comes from, and where it doesn't reach; and the dialogs that show one."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.actions import fact_notes
from followup_tui.reports.facts import Fact
from followup_tui.ui.dialogs.box import Box, Dialog, R, Said
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


class WithFact(Dialog[R]):
    """A dialog that may show a fact line: its source on `w`, and never again on `F`."""

    fact: Fact | None = None

    @abstractmethod
    def tell(self) -> None:
        """Show what there is to show now."""

    def action_source(self) -> None:
        if self.fact:
            self.app.push_screen(SourceDialog(self.fact))

    def action_hide_fact(self) -> None:
        if self.fact:
            self.app.act(fact_notes.hide_fact, self.fact.id)
            self.fact = None
            self.tell()
