"""The quick log: one line, the reading under it as it grows, `enter` saves all of it."""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key as KeyPressed
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from followup_tui.actions.kept_line import keep_line
from followup_tui.actions.log_customs import Custom, StoreCustoms, customs
from followup_tui.actions.log_line import Entry
from followup_tui.actions.log_reading import Asked, understand
from followup_tui.rules.quicklog.shape import Reading
from followup_tui.store.mentioned import Lookup
from followup_tui.text import show, wrap
from followup_tui.ui.dialogs.box import Dialog, Said
from followup_tui.ui.panes.log_rule import rule_lines
from followup_tui.ui.panes.reading_lines import ReadRow, rows
from followup_tui.ui.spans import BLANK, Line, width_of
from followup_tui.ui.widgets.area import LineArea
from followup_tui.ui.widgets.painted import Painted

ASKS = "?"
"""The line that asks how lines are read."""
KEEP_SECONDS = 3
"""How often it is kept."""
HINTS: tuple[Line, ...] = (
    (("enter", "key"), (" save all   ", "")),
    (("tab", "key"), (" next piece   ", "")),
    (("backspace", "key"), (" drop it   ", "")),
    (("esc", "key"), (" cancel", "")),
    (("     one undo takes it all back", "muted"),),
)  # fmt: skip
SHORT_HINTS: tuple[Line, ...] = (
    (("enter", "key"), (" save  ", "")),
    (("tab", "key"), (" next  ", "")),
    (("backspace", "key"), (" drop  ", "")),
    (("esc", "key"), (" cancel", "")),
)  # fmt: skip


class Hints(Painted):
    """The keys in one row; for want of room they are said shorter, and the last ones left out."""

    DEFAULT_CSS = "Hints { height: 1; }"

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        for hints in (HINTS, HINTS[:-1], SHORT_HINTS, SHORT_HINTS[:-1]):
            line = tuple(piece for hint in hints for piece in hint)
            if width_of(line) <= width:
                break
        return self.strip(line, width)


class ReadingRows(Painted, can_focus=True):
    """The rows of the reading; with the focus on it, keys act on one of them."""

    DEFAULT_CSS = "ReadingRows { height: auto; max-height: 14; }"

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

    def put(self, found: list[ReadRow]) -> None:
        """Show these rows."""
        resized = len(found) != len(self.rows)
        self.rows = found
        self.at = min(self.at, len(found) - 1)
        self.refresh(layout=resized)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self.rows)

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        if y >= len(self.rows):
            return self.strip((), width)
        ground = "cursor" if self.has_focus and y == self.at else ""
        return self.strip(self.rows[y].fitted(width), width, ground)

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


class QuickLogDialog(Dialog[Entry]):
    """`l`, a line, `enter`."""

    DEFAULT_CSS = """
    QuickLogDialog {
        align: center bottom;
        & > #sheet {
            height: auto; max-height: 100%; padding: 0 1; margin-bottom: 1;
            background: $look-panel; border: round $look-accent;
            border-title-color: $look-accent; border-title-background: $look-panel;
            border-title-style: none;
        }
        #complaint { height: auto; }
        ReadingRows { margin-top: 1; }
        #hints { margin-top: 1; }
        &.-short ReadingRows, &.-short #hints { margin-top: 0; }
    }
    """

    BINDINGS = [
        Binding("enter", "save", "Save", id="quick-log.save", tooltip="Save all of it"),
    ]

    line = getters.query_one(LineArea)
    reading_rows = getters.query_one(ReadingRows)
    complaint = getters.query_one("#complaint", Said)

    def __init__(
        self, asked: Asked, name: str = "", *, text: str = "", entry: Entry | None = None,
        error: str = "", kept: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        super().__init__()
        self.asked = asked
        self.name_at_hand = name
        self.text = text
        self.given = entry
        self.dropped: frozenset[str] = entry.dropped if entry else frozenset()
        self.error = error
        self.lookup = Lookup()
        self.store_customs = StoreCustoms()
        self.reading: Reading | None = None
        self.customs: list[Custom] = []
        self.kept = kept
        """What is kept of the line in the store, each time that it was."""
        self._seen = text

    def compose(self) -> ComposeResult:
        with Vertical(id="sheet"):
            hint = f"talked to {show(self.name_at_hand)} 10 min, …" if self.name_at_hand else ""
            placeholder = f"{hint or 'talked to …'}  ({ASKS} how it is read)"
            yield LineArea(self.text, placeholder=placeholder)
            yield Said(id="complaint")
            yield ReadingRows()
            yield Hints(id="hints")

    def on_mount(self) -> None:
        self.query_one("#sheet").border_title = "Log"
        self.set_interval(KEEP_SECONDS, self.keep)
        self.line.focus()
        self.read()

    def read(self) -> None:
        """Understand the line as it stands, and show it."""
        typed = self.line.text.strip()
        text = "" if typed == ASKS else typed
        now = self.app.now()
        self.reading = understand(text, now, self.asked, self.lookup) if text else None
        found: list[ReadRow] = []
        self.customs = []
        if self.reading is not None:
            added = customs(self.reading, now, self.store_customs)
            self.customs = [custom for custom in added if custom.key not in self.dropped]
            found = rows(self.reading, self.customs, now.today)
        self.reading_rows.put(found)
        self.complain()

    def complain(self) -> None:
        """Say why it was refused, if it was; to a `?` alone, how the line is read."""
        width = max(20, self.complaint.content_size.width or 60)
        if self.line.text.strip() == ASKS:
            self.complaint.put(rule_lines(width))
            return
        lines = [((part, "error"),) for part in wrap(show(self.error), width)]
        self.complaint.put([*lines, BLANK] if self.error else [])

    @on(TextArea.Changed)
    def changed(self) -> None:
        self.error = ""
        # What was chosen and dropped by its place in the line holds only while the line stands.
        if self.asked.plain:
            self.asked = replace(self.asked, plain=frozenset())
        self.read()

    @on(ReadingRows.Chosen)
    def choose(self, event: ReadingRows.Chosen) -> None:
        answer = {event.row.ask: event.row.choices[event.digit - 1]}
        self.asked = replace(self.asked, chosen={**self.asked.chosen, **answer})
        self.read()

    @on(ReadingRows.Dropped)
    def drop(self, event: ReadingRows.Dropped) -> None:
        if event.row.custom:
            self.dropped |= {event.row.custom}
        else:
            spans = frozenset((piece.start, piece.end) for piece in event.row.pieces)
            self.asked = replace(self.asked, plain=self.asked.plain | spans)
        self.read()

    @on(ReadingRows.Left)
    def back_to_the_line(self, event: ReadingRows.Left) -> None:
        self.line.focus()
        if event.typed:
            self.line.insert(event.typed)

    @on(LineArea.Answered)
    def action_save(self) -> None:
        """Answer with the line; an empty one is no answer."""
        if self.reading is None:
            return
        self.text = self.line.text
        base = self.given or Entry("", self.reading)
        self.dismiss(
            replace(
                base,
                text=self.text.strip(),
                reading=self.reading,
                dropped=self.dropped,
                kept=self.kept,
                region=self.asked.region,
            )
        )

    def keep(self) -> None:
        """Keep the line as it stands, without a word: a crash costs at most its last words."""
        if self.line.text != self._seen:
            self._seen = self.line.text
            self.app.jot(keep_line, self._seen, self.kept)
            self.kept |= {self._seen}

    def again(self, error: str) -> QuickLogDialog:
        """The same line once more, with why it didn't do."""
        return QuickLogDialog(
            self.asked, self.name_at_hand, text=self.text, entry=self.given, error=error,
            kept=self.kept,
        )  # fmt: skip
