"""A few rows to type in that wrap: `enter` answers, and what is pasted is harmless."""

from __future__ import annotations

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea

from followup_tui.text import show
from followup_tui.ui.widgets.painted import title


class LineArea(TextArea):
    """One line of any length, wrapped; line breaks become spaces."""

    DEFAULT_CSS = """
    LineArea {
        height: auto;
        max-height: 4;
        background: transparent;
        border: none;
        padding: 0;
        color: $look-text;
        text-style: bold;
        scrollbar-size-vertical: 0;
        &:focus { border: none; background-tint: transparent; }
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $look-muted; text-style: none; }
    }
    """

    class Answered(Message):
        """The line is done."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            show(value),
            compact=True,
            placeholder=title(placeholder),
            id=id,
            tab_behavior="focus",
        )
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        edit.text = show(edit.text.replace("\r\n", " ").replace("\n", " "))
        return super().edit(edit)

    async def _on_key(self, event: Key) -> None:
        # The area takes `enter` before any binding is asked.
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Answered())
            return
        await super()._on_key(event)
