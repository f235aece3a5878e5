"""The one list of the app: it draws only the lines in sight, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.ui.spans import Line, rule
from followup_tui.ui.widgets.painted import Painted, sign_more
from followup_tui.ui.widgets.typing import ListTypingLine

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Heading(NamedTuple):
    """A line between rows that the cursor passes over."""

    words: str
    end: str = ""


class Rows(Protocol[T_co]):
    """Where a list takes its rows from: all at hand, or read as they come into sight."""

    @property
    def count(self) -> int: ...

    def fetch(self, start: int, number: int) -> Sequence[T_co | Heading]:
        """Up to `number` rows from the `start`-th on."""
        ...


class AtHand(Generic[T]):
    """Rows that are all in memory."""

    def __init__(self, rows: Sequence[T | Heading] = ()) -> None:
        self._rows = rows

    @property
    def count(self) -> int:
        return len(self._rows)

    def fetch(self, start: int, number: int) -> Sequence[T | Heading]:
        return self._rows[start : start + number]


class Lines(Painted, Generic[T], can_focus=True):
    """Rows of one line each, with a cursor that passes over headings.

    A cursor key repaints two lines and nothing else; the screen hears of it at once through
    `on_move`, not by a message, which would come a frame later.
    """

    BINDINGS = [
        Binding("j,down", "move(1)", "Down", id="list.down", show=False),
        Binding("k,up", "move(-1)", "Up", id="list.up", show=False),
        Binding("pagedown,ctrl+d", "move_page(1)", "Page down", id="list.page-down", show=False),
        Binding("pageup,ctrl+u", "move_page(-1)", "Page up", id="list.page-up", show=False),
        Binding("g,home", "go(0)", "First", id="list.first", show=False),
        Binding("G,end", "go(-1)", "Last", id="list.last", show=False),
        Binding("enter", "open", "Open", id="list.open", show=False),
    ]

    DEFAULT_CSS = "Lines { height: 1fr; }"

    class Opened(Message):
        """Enter was pressed on a row, or it was clicked twice."""

        def __init__(self, lines: Lines[Any]) -> None:
            super().__init__()
            self.lines = lines

        @property
        def control(self) -> Lines[Any]:
            return self.lines

    def __init__(self, draw: Callable[[T, int], Line], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.draw = draw
        """A row as a line of a width."""
        self.on_move: Callable[[T | None], None] = lambda row: None
        """Called in the same breath as the cursor moves, with the row it is on."""
        self.rows: Rows[T] = AtHand[T]()
        self.empty: Sequence[Line] = ()
        """What is said where there are no rows."""
        self.cursor = 0
        self.top = 0
        self.leads = True
        self.sign_on: Widget | None = None
        """The frame that says that more rows are below; none where it says something else."""
        self.sign_beside = ""
        """What that frame says before it."""

    @property
    def row(self) -> T | None:
        """The row under the cursor."""
        found = self.rows.fetch(self.cursor, 1)
        return None if not found or isinstance(found[0], Heading) else found[0]

    @property
    def near(self) -> list[T]:
        """The rows that a key may bring the cursor to next, the likeliest first."""
        page = max(1, self.content_size.height - 1)
        places = [self.cursor + step for step in (1, -1, page, -page)]
        rows = [row for at in places if at >= 0 for row in self.rows.fetch(at, 1)]
        return [row for row in rows if not isinstance(row, Heading)]

    def put(self, rows: Rows[T], cursor: int | None = None) -> None:
        """Show these rows instead; the cursor stays on its line where none is given."""
        resized = rows.count != self.rows.count
        self.rows = rows
        self.cursor = self._near(self.cursor if cursor is None else cursor)
        self._keep_in_sight()
        self.refresh(layout=resized and self.styles.auto_dimensions)
        self.on_move(self.row)

    def move_to(self, cursor: int) -> None:
        """Put the cursor on this row, or on the one next to it where that is a heading."""
        was, was_top = self.cursor, self.top
        self.cursor = self._near(cursor, 1 if cursor >= was else -1)
        if self.cursor == was:
            return
        self._keep_in_sight()
        if self.top != was_top:
            self.refresh_content()
        else:
            self.refresh(self._region(was), self._region(self.cursor))
        self.on_move(self.row)

    def render_line(self, y: int) -> Strip:
        width, number = self.content_size.width, self.top + y
        found = self.rows.fetch(number, 1)
        if not found:
            said = self.empty[y] if not self.rows.count and y < len(self.empty) else ()
            return self.strip(said, width)
        if isinstance(found[0], Heading):
            return self.strip(rule(found[0].words, width, found[0].end), width)
        line = self.draw(found[0], width)
        return self.strip(line, width, self._ground() if number == self.cursor else "")

    def _ground(self) -> str:
        if self.shows_focus:
            return "cursor"
        return "cursor-off" if self.leads else ""

    @property
    def shows_focus(self) -> bool:
        """Whether the cursor is drawn as the one that the keys move: also from a line above."""
        return self.has_focus or (self.leads and isinstance(self.screen.focused, ListTypingLine))

    def lead(self, leads: bool) -> None:
        """Say whether this list is the one whose row the rest of the screen shows."""
        if leads != self.leads:
            self.leads = leads
            self.refresh()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return max(self.rows.count, len(self.empty), 1)

    def _near(self, cursor: int, direction: int = 1) -> int:
        """`cursor` within the rows, moved off a heading: onwards, else back."""
        last = self.rows.count - 1
        cursor = max(0, min(cursor, last))
        for step in (direction, -direction):
            found = cursor
            while 0 <= found <= last:
                if not isinstance(self.rows.fetch(found, 1)[0], Heading):
                    return found
                found += step
        return max(0, cursor)

    def _keep_in_sight(self) -> None:
        height = max(1, self.content_size.height)
        lowest = max(0, self.rows.count - height)
        self.top = max(self.cursor - height + 1, min(self.top, self.cursor, lowest))
        # A heading just above the first row belongs in sight with it.
        if self.cursor == 1 and self.top == 1:
            self.top = 0
        self.sign()

    def sign(self) -> None:
        """Say in the frame what is said there, and whether more rows are below."""
        if self.sign_on is not None:
            more = self.top + max(1, self.content_size.height) < self.rows.count
            sign_more(self.sign_on, more=more, beside=self.sign_beside)

    def _region(self, number: int) -> Region:
        return Region(0, number - self.top, self.content_size.width, 1)

    def on_resize(self) -> None:
        self._keep_in_sight()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def action_move(self, rows: int) -> None:
        self.move_to(self.cursor + rows)

    def action_move_page(self, pages: int) -> None:
        self.move_to(self.cursor + pages * max(1, self.content_size.height - 1))

    def action_go(self, row: int) -> None:
        self.move_to(self.rows.count - 1 if row < 0 else row)

    def action_open(self) -> None:
        if self.row is not None:
            self.post_message(self.Opened(self))

    def on_click(self, event: events.Click) -> None:
        self.move_to(self.top + event.get_content_offset_capture(self).y)
        if event.chain > 1:
            self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move_to(self.cursor + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move_to(self.cursor - 3)
