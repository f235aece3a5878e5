"""What paints itself line by line: the looks, and a line made into a strip of the screen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.text import show
from followup_tui.ui.spans import LOOKS, Line, harmless


def title(words: str) -> Content:
    """What stands in a frame: never markup, never an escape."""
    return Content(show(words))


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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Forget the looks: another theme, or another state, gives others."""
        super().notify_style_update()
        self._looks = {}

    def look(self, name: str) -> Style:
        """The colours and marks of a look, on our ground; an empty name is plain.

        Kept, since asking the style sheet for each piece took half the time of a frame.
        """
        found = self._looks.get(name)
        if found is None:
            found = self.rich_style
            for part in name.split("+"):
                if part:
                    found += self.get_component_rich_style(f"look--{part}", partial=True)
            self._looks[name] = found
        return found

    def strip(self, line: Line, width: int, ground: str = "") -> Strip:
        """`line` as a strip of exactly `width` cells, on the look `ground` where it is named."""
        base = self.look(ground)
        segments = [
            Segment(text, (self.look(f"{ground}+{look}") if ground else self.look(look)))
            for text, look in harmless(line)
            if text
        ]
        return Strip(segments).adjust_cell_length(width, base)
