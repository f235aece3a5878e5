"""A row with something at each end: what a screen is about, and where it stands."""

from __future__ import annotations

from textual.strip import Strip

from followup_tui.ui.spans import Line, apart
from followup_tui.ui.widgets.painted import Painted


class Ends(Painted):
    """Two pieces; the left one gives way."""

    DEFAULT_CSS = "Ends { height: 1; background: $look-bar; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.left: Line = ()
        self.right: Line = ()

    def tell(self, left: Line, right: Line) -> None:
        """Say this."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        return self.strip(apart(self.left, self.right, width), width)
