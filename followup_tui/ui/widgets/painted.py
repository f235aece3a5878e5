"""What paints itself line by line: the looks, and a line made into a strip of the screen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.ui.spans import LOOKS, Line


class Painted(Widget):
    """A widget of a fixed shape that draws itself line by line, without any layout."""

    COMPONENT_CLASSES = {f"look--{look}" for look in LOOKS} | {"look--cursor", "look--cursor-off"}

    DEFAULT_CSS = """
    Painted {
        color: $look-text;
        & > .look--strong { text-style: bold; }
        & > .look--muted { color: $look-muted; }
        & > .look--quote { text-style: italic; }
        & > .look--late { color: $look-late; }
        & > .look--late-strong { color: $look-late; text-style: bold; }
        & > .look--good { color: $look-good; }
        & > .look--accent { color: $look-accent; }
        & > .look--accent-strong { color: $look-accent; text-style: bold; }
        & > .look--phone { color: $look-phone; }
        & > .look--key { color: $look-late; text-style: bold; }
        & > .look--rule { color: $look-rule; }
        & > .look--error { color: $look-error; }
        & > .look--off { color: $look-off; }
        & > .look--cursor { background: $look-cursor; }
        & > .look--cursor-off { background: $look-cursor-off; }
        &:ansi > .look--muted { text-style: dim; }
        &:ansi > .look--cursor { text-style: reverse; }
        &:ansi > .look--cursor-off { text-style: underline; }
    }
    """

    def look(self, name: str) -> Style:
        """The colours and marks of a look, and nothing of what is below it."""
        return self.get_component_rich_style(f"look--{name}", partial=True)

    def strip(self, line: Line, width: int, ground: Style | None = None) -> Strip:
        """`line` as a strip of exactly `width` cells, on `ground` where one is given."""
        base = self.rich_style if ground is None else self.rich_style + ground
        segments = [
            Segment(text, base + self.look(look) if look else base) for text, look in line if text
        ]
        return Strip(segments).adjust_cell_length(width, base)
