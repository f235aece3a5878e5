"""The body of a message, to be read or edited in place; what is pasted is harmless."""

from __future__ import annotations

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets import TextArea

from followup_tui.text import show_block


class Body(TextArea):
    """Paragraphs, wrapped; quiet while it isn't being edited."""

    DEFAULT_CSS = """
    Body {
        height: auto;
        min-height: 3;
        max-height: 14;
        background: transparent;
        border: none;
        padding: 0;
        color: $look-text;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $look-cursor-off; background-tint: transparent; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(show_block(text), compact=True, id=id, tab_behavior="focus")
        self.cursor_blink = False
        self.highlight_cursor_line = False

    def edit(self, edit: Edit) -> EditResult:
        edit.text = show_block(edit.text)
        return super().edit(edit)

    def put(self, text: str) -> None:
        """Show this text instead, from its beginning."""
        self.text = show_block(text)
        self.move_cursor((0, 0))
