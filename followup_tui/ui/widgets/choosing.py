"""A list to choose from: `space` chooses, `enter` is done with it."""

from __future__ import annotations

from typing import TypeVar

from textual.binding import Binding
from textual.message import Message

from followup_tui.ui.widgets.lines import Lines

T = TypeVar("T")


class Choosing(Lines[T]):
    """Rows that can be chosen."""

    BINDINGS = [
        Binding("space", "choose", "Choose", id="choosing.toggle", tooltip="Choose, or not"),
    ]

    class Toggled(Message):
        """The row under the cursor is chosen, or no more."""

    def action_choose(self) -> None:
        if self.row is not None:
            self.post_message(self.Toggled())

    def action_open(self) -> None:
        # Where there is nothing to choose, `enter` goes on too.
        self.post_message(self.Opened(self))
