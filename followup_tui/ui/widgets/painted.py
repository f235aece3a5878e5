"""What paints itself line by line: the looks, and a line made into a strip of the screen."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from followup_tui.text import show
from followup_tui.ui.looks import KNOWN, style_of
from followup_tui.ui.spans import Line, harmless

MORE = "↓ more"
"""Said where more is below."""
ABOVE = "↑"
"""Said before it where more is above, or alone."""


def title(words: str) -> Content:
    """What stands in a frame: never markup, never an escape."""
    return Content(show(words))


def sign_more(frame: Widget, *, more: bool, above: bool = False, beside: str = "") -> None:
    """Say in the frame that more is below or above, or no longer, behind what is said `beside`."""
    sign = MORE if more else "more" if above else ""
    sign = f"{ABOVE} {sign}" if above else sign
    said = " · ".join(part for part in (beside, sign) if part) or None
    # Another title repaints the whole pane, even if it reads the same.
    if said != frame.border_subtitle:
        frame.border_subtitle = title(said) if said else None


class Painted(Widget):
    """A widget of a fixed shape that draws itself line by line, without any layout."""

    DEFAULT_CSS = "Painted { color: $look-text; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._looks: dict[str, Style] = {}
        self._room: tuple[Size, Size] | None = None

    def notify_style_update(self) -> None:
        """Forget the looks: another theme, or another state, gives others."""
        super().notify_style_update()
        self._looks = {}
        self._room = None

    @property
    def content_size(self) -> Size:
        """As Textual's, but kept until the size or the styles change.

        Each row asks for it; looking it up took a twentieth of the time of a cursor key.
        """
        outer = self.outer_size
        if self._room is None or self._room[0] != outer:
            self._room = outer, super().content_size
        return self._room[1]

    def refresh_content(self) -> None:
        """Paint the content again, and not the frame around it."""
        self.refresh(Region(0, 0, *self.content_size))

    def look(self, name: str) -> Style:
        """The colours and marks of a look, on our ground; an empty name is plain.

        Kept, since asking the style sheet for each piece took half the time of a frame.
        """
        found = self._looks.get(name)
        if found is None:
            found = self.rich_style
            for part in name.split("+"):
                found += self._part_of_look(part) if part else Style()
            self._looks[name] = found
        return found

    def _part_of_look(self, part: str) -> Style:
        if part in KNOWN:
            app = self.app
            return style_of(part, app.theme_variables, ansi=app.current_theme.ansi)
        return self.get_component_rich_style(f"look--{part}", partial=True)

    def strip(self, line: Line, width: int, ground: str = "") -> Strip:
        """`line` as a strip of exactly `width` cells, on the look `ground` where it is named."""
        base = self.look(ground)
        segments = [
            Segment(text, (self.look(f"{ground}+{look}") if ground else self.look(look)))
            for text, look in harmless(line)
            if text
        ]
        return Strip(segments).adjust_cell_length(width, base)
