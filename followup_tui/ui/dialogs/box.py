"""What every dialog is: a framed box over the screen, and `esc` to leave without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import getters
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from followup_tui.ui.base import Followup
from followup_tui.ui.spans import Line, folded
from followup_tui.ui.widgets.painted import Painted, sign_more

R = TypeVar("R")


class Said(Painted):
    """Lines of text in a dialog; as high as they are many, and as many as the width asks for."""

    DEFAULT_CSS = "Said { height: auto; }"

    def __init__(self, lines: Sequence[Line] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = lines

    def put(self, lines: Sequence[Line]) -> None:
        """Say this instead."""
        width = self.content_size.width
        was = len(self._shown(width))
        self.lines = lines
        self.refresh(layout=len(self._shown(width)) != was)

    def _shown(self, width: int) -> list[Line]:
        return [part for line in self.lines for part in (folded(line, width) if width else [line])]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self._shown(width))

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        shown = self._shown(width)
        return self.strip(shown[y] if y < len(shown) else (), width)


class Box(Vertical):
    """The frame."""

    DEFAULT_CSS = """
    Box {
        width: 64;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        padding: 1 2;
        background: $look-panel;
        border: round $look-accent;
        border-title-color: $look-accent;
        border-title-background: $look-panel;
        border-title-style: none;
        border-subtitle-color: $look-muted;
        border-subtitle-background: $look-panel;
        color: $look-text;
        overflow-y: auto;
        scrollbar-size-vertical: 0;
    }
    """

    _says_more = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._sign()

    def watch_virtual_size(self) -> None:
        # What is in it may be measured before the frame around it is.
        self.call_after_refresh(self._sign)

    def on_resize(self) -> None:
        self._sign()

    def _sign(self) -> None:
        """Say that more is below, where nothing else is said in the frame."""
        more = self.scroll_y < self.max_scroll_y
        if more != self._says_more and (self._says_more or not self.border_subtitle):
            self._says_more = more
            sign_more(self, more=more)


class Dialog(ModalScreen[R | None], Generic[R]):
    """Asks something, and answers it; None when it was left."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: transparent;
        &.-short Box { padding: 0 2; }
    }
    """

    BINDINGS = [
        Binding(
            "escape", "leave", "Cancel", id="dialog.leave", tooltip="Leave without an answer"
        ),
    ]  # fmt: skip

    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]

    app = getters.app(Followup)
    box = getters.query_one(Box)

    def action_leave(self) -> None:
        self.dismiss(None)
