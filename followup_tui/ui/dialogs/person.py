"""Which person: a few letters, and those whom they fit."""

from __future__ import annotations

from textual import getters, on
from textual.app import ComposeResult
from textual.widgets import Input

from followup_tui.store.people import PersonLine, find
from followup_tui.text import cells, shortened, show
from followup_tui.ui.dialogs.box import Box, Dialog
from followup_tui.ui.spans import COLUMN_GAP, Line, apart
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import ListTypingLine

MOST = 50


class PersonDialog(Dialog[int]):
    """Type, choose, `enter`."""

    DEFAULT_CSS = "PersonDialog Lines { height: auto; max-height: 12; margin-top: 1; }"

    words = getters.query_one(ListTypingLine)
    lines: getters.query_one[Lines[PersonLine]] = getters.query_one("#people", Lines)

    def __init__(self, title: str, without: int | None = None) -> None:
        super().__init__()
        self._title = title
        self.without = without
        """Who is not offered: the one at hand."""

    def compose(self) -> ComposeResult:
        with Box():
            yield ListTypingLine(placeholder="who…")
            yield Lines(person_line, id="people")

    def on_mount(self) -> None:
        self.box.border_title = title(self._title)
        self.lines.sign_on = self.box
        self.lines.empty = [(("Nobody here is called that.", "muted"),)]
        self.find()

    @on(Input.Changed)
    def find(self) -> None:
        found = [one for one in find(self.words.value, MOST) if one.id != self.without]
        self.lines.put(AtHand(found), 0)

    @on(ListTypingLine.Moved)
    def move(self, event: ListTypingLine.Moved) -> None:
        self.lines.action_move(event.rows)

    @on(Input.Submitted)
    @on(Lines.Opened)
    def answer(self) -> None:
        if (row := self.lines.row) is not None:
            self.dismiss(row.id)


def person_line(person: PersonLine, width: int) -> Line:
    """A name with where they are: what they do there gives way first."""
    name, role, at = show(person.name), show(person.role), show(person.organization)
    room = max(0, width - cells(name) - COLUMN_GAP)
    whole = ", ".join(part for part in (role, at) if part)
    place = whole if cells(whole) <= room else shortened(at or role, room)
    return apart(((name, "strong"),), ((place, "muted"),), width)
