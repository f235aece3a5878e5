"""A page of lines to read: it scrolls, and is repainted whole in the frame it was given in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.ui.spans import Line, signed
from followup_tui.ui.widgets.painted import MORE, Painted, sign_more


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rows in order as runs of neighbours: where each begins, and how long it is.

    Only the rows that read otherwise are painted, most of a frame being in the others; each run at
    once, since looking up the styles for each row by itself took a fifth of a key's time.
    """
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            yield rows[start], at - start
            start = at


class Page(Painted, can_focus=True):
    """Lines of text; the keys scroll it where it doesn't fit."""

    BINDINGS = [
        Binding("j,down", "roll(1)", "Down", id="page.down", show=False),
        Binding("k,up", "roll(-1)", "Up", id="page.up", show=False),
        Binding("pagedown,space", "roll_page(1)", "Page down", id="page.page-down", show=False),
        Binding("pageup", "roll_page(-1)", "Page up", id="page.page-up", show=False),
        Binding("g,home", "roll_to(0)", "Top", id="page.top", show=False),
        Binding("G,end", "roll_to(-1)", "Bottom", id="page.bottom", show=False),
    ]

    DEFAULT_CSS = """
    Page {
        height: 1fr;
        border-subtitle-color: $look-muted; border-subtitle-background: $look-background;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.top = 0
        self._bare = False
        """Whether the last row says that more is below, as there is no frame to say it."""

    def on_mount(self) -> None:
        self._bare = self.frame is None

    @property
    def frame(self) -> Widget | None:
        """The frame around the page, which says whether more is below; None for none."""
        return self if self.styles.border_bottom[0] else None

    def put(self, lines: Sequence[Line], *, keep_place: bool = False) -> None:
        """Show these lines instead, from the first one or from the place read so far."""
        width, height = self.content_size
        was = [self._line(y) for y in range(height)]
        self.lines = lines
        self.top = min(self.top, self._last_top) if keep_place else 0
        changed = [y for y in range(height) if self._line(y) != was[y]]
        if changed:
            self.refresh(*(Region(0, y, width, rows) for y, rows in runs(changed)))
        self.rolled()

    def on_resize(self) -> None:
        self.rolled()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        return self.strip(self._line(y), self.content_size.width)

    def _line(self, y: int) -> Line:
        number = self.top + y
        line = self.lines[number] if number < len(self.lines) else ()
        if self._bare and self.is_more_below and y == self.content_size.height - 1:
            return signed(line, MORE, self.content_size.width)
        return line

    @property
    def is_more_below(self) -> bool:
        """Whether there are lines below those in sight."""
        return self.top < self._last_top

    @property
    def _last_top(self) -> int:
        return max(0, len(self.lines) - self.content_size.height)

    def action_roll(self, lines: int) -> None:
        self._roll_to(self.top + lines)

    def action_roll_page(self, pages: int) -> None:
        self._roll_to(self.top + pages * max(1, self.content_size.height - 1))

    def action_roll_to(self, line: int) -> None:
        self._roll_to(self._last_top if line < 0 else line)

    def _roll_to(self, top: int) -> None:
        top = max(0, min(top, self._last_top))
        if top != self.top:
            self.top = top
            self.rolled()
            self.refresh_content()

    def rolled(self) -> None:
        """The page shows another part of itself now, or something else: say whether it goes on."""
        if (frame := self.frame) is not None:
            sign_more(frame, more=self.is_more_below, above=self.top > 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_roll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_roll(-3)
