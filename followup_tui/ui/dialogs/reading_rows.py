"""The rows of a quick log's reading: looked at, chosen from, dropped."""

from __future__ import annotations

from textual.binding import Binding
from textual.events import Key as KeyPressed
from textual.message import Message
from textual.strip import Strip

from followup_tui.ui.panes.reading_lines import ReadRow
from followup_tui.ui.spans import Line, signed
from followup_tui.ui.widgets.painted import MORE, Painted


class ReadingRows(Painted, can_focus=True):
    """The rows of the reading; with the focus on it, keys act on one of them."""

    DEFAULT_CSS = "ReadingRows { height: auto; }"

    BINDINGS = [
        Binding("tab,down,j", "walk(1)", "Next", id="reading.next", tooltip="Next piece"),
        Binding("shift+tab,up,k", "walk(-1)", "Before", id="reading.before", show=False),
        Binding("backspace,delete", "drop", "Drop", id="reading.drop", tooltip="Plain words"),
    ]

    class Chosen(Message):
        """A digit was pressed on a row."""

        def __init__(self, row: ReadRow, digit: int) -> None:
            super().__init__()
            self.row = row
            self.digit = digit

    class Dropped(Message):
        """A row is to be plain words, or not to be done."""

        def __init__(self, row: ReadRow) -> None:
            super().__init__()
            self.row = row

    class Left(Message):
        """Back to the line; with what was typed, if it was a letter."""

        def __init__(self, typed: str = "") -> None:
            super().__init__()
            self.typed = typed

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ReadRow] = []
        self.at = -1
        self.most = 14
        """Lines that there is room for."""
        self._laid: tuple[int, list[tuple[int, Line]]] = (0, [])

    def put(self, found: list[ReadRow], most: int) -> None:
        """Show these rows, in so many lines at most."""
        width = self.content_size.width
        was = min(self.most, len(self._laid_out(width)))
        self.rows, self._laid, self.most = found, (0, []), max(1, most)
        self.at = min(self.at, len(found) - 1)
        self.refresh(layout=min(self.most, len(self._laid_out(width))) != was)

    def _laid_out(self, width: int) -> list[tuple[int, Line]]:
        """Each line, with the place of its row."""
        if self._laid[0] != width:
            rows = enumerate(self.rows)
            lines = [(place, line) for place, row in rows for line in row.lines(max(24, width))]
            self._laid = width, lines
        return self._laid[1]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return min(self.most, len(self._laid_out(width)))

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        lines = self._laid_out(width)
        # Where they are too many, the one at hand is in sight, and that there are more is said.
        upto = max((n for n, (row, _) in enumerate(lines) if row == self.at), default=0)
        top = max(0, upto - height + 1) if self.has_focus else 0
        if top + y >= len(lines):
            return self.strip((), width)
        place, line = lines[top + y]
        if y == height - 1 and place != self.at and top + height < len(lines):
            line = signed(line, MORE, width)
        ground = "cursor" if self.has_focus and place == self.at else ""
        return self.strip(line, width, ground)

    def on_focus(self) -> None:
        unsure = [place for place, row in enumerate(self.rows) if row.choices]
        self.at = unsure[0] if unsure else 0
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_walk(self, by: int) -> None:
        self.at += by
        if not 0 <= self.at < len(self.rows):
            self.at = 0
            self.post_message(self.Left())
        self.refresh()

    def action_drop(self) -> None:
        if 0 <= self.at < len(self.rows):
            self.post_message(self.Dropped(self.rows[self.at]))

    def on_key(self, event: KeyPressed) -> None:
        if event.character is None or not event.is_printable:
            return
        event.stop()
        row = self.rows[self.at] if 0 <= self.at < len(self.rows) else None
        if row and event.character.isdecimal() and 0 < int(event.character) <= len(row.choices):
            self.post_message(self.Chosen(row, int(event.character)))
        else:
            self.post_message(self.Left(event.character))
