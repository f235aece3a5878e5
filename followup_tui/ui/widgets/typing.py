"""A line to type in: without a frame, and harmless whatever was pasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input

from followup_tui.text import show


class TypingLine(Input):
    """One row high; what hides in pasted text becomes visible."""

    DEFAULT_CSS = """
    TypingLine {
        background: transparent;
        border: none;
        height: 1;
        padding: 0;
        &:focus { border: none; background-tint: transparent; }
        & > .input--placeholder, & > .input--suggestion { color: $look-muted; }
        &:ansi > .input--placeholder { text-style: dim; }
    }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(show(value), placeholder=show(placeholder), id=id, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        return show(value)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        # What is typed doesn't change the size of one row: laying out the screen anew for each
        # letter took a tenth of its time.
        layout = layout and self.styles.auto_dimensions
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class ListTypingLine(TypingLine):
    """A line above a list: the arrows move in the list."""

    BINDINGS = [
        Binding("down", "below(1)", "Next", id="typing.next", tooltip="The next one below"),
        Binding("up", "below(-1)", "Previous", id="typing.previous", show=False),
    ]

    class Moved(Message):
        """The arrows were pressed: the list below moves by so many rows."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(placeholder=show(placeholder))
        self.on_words: Callable[[str], None] = lambda words: None
        """Called with what is typed, in the same breath: a message would come a frame later."""

    def watch_value(self, value: str) -> None:
        self.on_words(value)

    def action_below(self, rows: int) -> None:
        self.post_message(self.Moved(rows))
