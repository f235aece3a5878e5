"""One question, answered by one digit."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.painted import title

Options = Sequence[tuple[str, str, str]]
"""The answer, the words, and what they mean."""

ADD: Options = (
    ("contact", "Person", "a name, maybe a number"),
    ("lead", "Lead", "an opening, an introduction, advice"),
    ("follow-up", "Follow-up", "what to do next with somebody"),
)
KEEP: Options = (("keep", "Keeping in touch", "how often, counted from the last talk"),)
"""What can be added to somebody at hand."""
EDIT: Options = (
    ("contact", "Person", "name, number, notes"),
    ("follow-up", "Follow-up", "what to do, and when"),
)


class ChoiceDialog(Dialog[str]):
    """The options with their digits; a digit answers at once."""

    def __init__(self, title: str, options: Options) -> None:
        super().__init__()
        self._title = title
        self.options = options

    def compose(self) -> ComposeResult:
        with Box():
            yield Said(self.lines())

    def lines(self) -> list[Line]:
        """The options, a line each."""
        longest = max(len(words) for _, words, _ in self.options)
        return [
            ((f"{at} ", "key"), (f"{words:{longest}}   ", "strong"), (meaning, "muted"))
            for at, (_, words, meaning) in enumerate(self.options, start=1)
        ]

    def on_mount(self) -> None:
        self.box.border_title = title(self._title)

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdecimal():
            number = int(event.character) - 1
            if 0 <= number < len(self.options):
                event.stop()
                self.dismiss(self.options[number][0])
