"""The quick log: one line, the reading under it as it grows, `enter` saves all of it."""

from __future__ import annotations

from dataclasses import replace

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
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
from followup_tui.ui.dialogs.reading_rows import ReadingRows
from followup_tui.ui.panes.log_rule import rule_lines
from followup_tui.ui.panes.reading_lines import ReadRow, rows
from followup_tui.ui.spans import BLANK, Line, width_of
from followup_tui.ui.widgets.area import LineArea
from followup_tui.ui.widgets.painted import Painted

ASKS = "?"
"""The line that asks how lines are read."""
MOST_OF_LINE, FRAME_AND_KEYS = 4, 4
"""Rows of the line, at most; and of what is always around the reading."""
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
        self.reading_rows.put(found, self._room())
        self.complain()

    def _room(self) -> int:
        """Lines there are for the reading, beside the line, the frame and the keys."""
        gaps = 0 if self.has_class("-short") else 2
        typed = min(MOST_OF_LINE, self.line.wrapped_document.height)
        return self.size.height - FRAME_AND_KEYS - gaps - typed

    def on_resize(self) -> None:
        self.call_after_refresh(self.read)

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
