"""A fact line at its moment of doubt: read, asked for its source, or never shown again."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.actions import fact_notes
from followup_tui.reports.facts import Fact
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.dialogs.source import SourceDialog
from followup_tui.ui.panes.fact_line import fact_lines

GOES_ON = frozenset({"enter", "escape", "space", "w", "F"})


class FactDialog(Dialog[None]):
    """One line; any key that isn't its own closes it and does what it does."""

    DEFAULT_CSS = """
    FactDialog { align: center bottom; }
    FactDialog Box { width: 100%; padding: 0 1; margin-bottom: 1; border: round $look-good; }
    """

    BINDINGS = [
        Binding("enter,space", "leave", "On", id="fact-box.leave", tooltip="On", show=False),
        Binding(
            "w", "source", "Source", id="fact-box.source", tooltip="Where the line comes from",
            show=False,
        ),
        Binding(
            "F", "hide", "Not again", id="fact-box.hide", tooltip="Never show this line again",
            show=False,
        ),
    ]  # fmt: skip

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact

    def compose(self) -> ComposeResult:
        with Box():
            yield Said()

    def on_mount(self) -> None:
        self.call_after_refresh(self.tell)

    def on_resize(self) -> None:
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Say it in the room there is."""
        width = max(20, self.box.content_size.width)
        self.query_one(Said).put(fact_lines(self.fact, width))

    def on_key(self, event: events.Key) -> None:
        if event.key not in GOES_ON:
            event.stop()
            self.app.take_again(event)
            self.dismiss(None)

    def action_source(self) -> None:
        self.app.push_screen(SourceDialog(self.fact))

    def action_hide(self) -> None:
        self.app.act(fact_notes.hide_fact, self.fact.id)
        self.app.say("This line isn't shown again.")
        self.dismiss(None)
