"""What a column of a table holds: every field there is, found by a few letters."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.widgets import Input

from followup_tui.exchange.tables import FIELDS
from followup_tui.rules.folding import fold
from followup_tui.text import cut, fit, show
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import ListTypingLine

Field = tuple[str, str]
"""Its name, and what it is."""


class FieldDialog(Dialog[str]):
    """Type a few letters, `enter` takes it; `phone:work` gives the values a label."""

    DEFAULT_CSS = "FieldDialog Lines { height: auto; max-height: 12; margin-top: 1; }"

    words = getters.query_one(ListTypingLine)
    lines: getters.query_one[Lines[Field]] = getters.query_one("#fields", Lines)

    def __init__(self, column: str, field: str) -> None:
        super().__init__()
        self.column, self.field = column, field

    def compose(self) -> ComposeResult:
        with Box():
            yield Said([(("now ", "muted"), (show(self.field) or "left out", "strong"))])
            yield ListTypingLine(placeholder="name, email, phone:work…")
            yield Lines(field_line, id="fields")

    def on_mount(self) -> None:
        self.box.border_title = title(f"What does “{show(self.column, 30)}” hold?")
        self.lines.empty = [(("No field is called that.", "muted"),)]
        self.lines.put(AtHand(list(FIELDS.items())))
        self.words.focus()

    @on(Input.Changed)
    def find(self) -> None:
        typed = fold(self.words.value.partition(":")[0]).strip()
        named = [one for one in FIELDS.items() if one[0].startswith(typed)]
        meant = [one for one in FIELDS.items() if typed in fold(one[1]) and one not in named]
        self.lines.put(AtHand([*named, *meant]), 0)

    @on(ListTypingLine.Moved)
    def move(self, event: ListTypingLine.Moved) -> None:
        self.lines.action_move(event.rows)

    @on(Input.Submitted)
    @on(Lines.Opened)
    def answer(self) -> None:
        if (row := self.lines.row) is not None:
            _, colon, label = self.words.value.partition(":")
            self.dismiss(f"{row[0]}:{label.strip()}" if colon and label.strip() else row[0])


def field_line(field: Field, width: int) -> Line:
    """A field with what it is."""
    name, meaning = field
    return ((fit(name, 14), "strong"), (cut(meaning, max(0, width - 14)), "muted"))
