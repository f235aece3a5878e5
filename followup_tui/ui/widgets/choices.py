"""A choice by digit, in one or more lines."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from followup_tui.text import cells
from followup_tui.ui.spans import Line, Span, width_of
from followup_tui.ui.widgets.painted import Painted


class Choices(Painted, can_focus=True):
    """Words with digits before them; a digit or the side arrows choose."""

    BINDINGS = [
        Binding("right", "step(1)", "Next choice", id="choices.next", show=False),
        Binding("left", "step(-1)", "Choice before", id="choices.previous", show=False),
    ]

    DEFAULT_CSS = "Choices { height: auto; }"

    class Chosen(Message):
        """Another one is chosen."""

        def __init__(self, by_digit: bool) -> None:
            super().__init__()
            self.by_digit = by_digit

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        value: str,
        *,
        first: int = 1,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.first = first
        """The digit of the first choice."""
        self.choices = choices
        self.value = value

    def choose(self, value: str, *, by_digit: bool = False) -> None:
        """Choose this one."""
        self.value = value
        self.refresh()
        self.post_message(self.Chosen(by_digit))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdecimal():
            number = int(event.character) - self.first
            if 0 <= number < len(self.choices):
                event.stop()
                self.choose(self.choices[number][0], by_digit=True)

    def action_step(self, step: int) -> None:
        values = [value for value, _ in self.choices]
        at = values.index(self.value) if self.value in values else -1
        self.choose(values[(at + step) % len(values)])

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        lines = self._lines(width)
        return self.strip(lines[y] if y < len(lines) else (), width)

    def _lines(self, width: int) -> list[Line]:
        """The choices, as many a line as fit, in columns."""
        longest = max(cells(words) for _, words in self.choices) + 4
        columns = max(1, min(len(self.choices), (width + 2) // longest))
        lines: list[Line] = []
        for at, (value, words) in enumerate(self.choices):
            spans = self._one(at + self.first, value, words, longest)
            if at % columns == 0:
                lines.append(spans)
            else:
                lines[-1] = (*lines[-1], *spans)
        return lines

    def _one(self, digit: int, value: str, words: str, width: int) -> Line:
        chosen = value == self.value
        look = ("accent-strong" if self.has_focus else "accent") if chosen else ""
        spans: list[Span] = [
            (f"{digit}", "key" if self.has_focus else "muted"),
            (f"{'●' if chosen else ' '}{words}", look),
        ]
        return (*spans, (" " * (width - width_of(spans)), ""))
