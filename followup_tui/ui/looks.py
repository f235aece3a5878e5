"""The looks of a line as styles: each a colour of the theme and a mark.

Read off the theme's own variables. As component classes of the style sheet they were worked out
anew for each widget at each change of a style, some 300 times before the first screen stood: a
sixth of what starting took after the imports.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

_COLOURS = {
    "muted": "muted",
    "late": "late",
    "late-strong": "late",
    "good": "good",
    "accent": "accent",
    "accent-strong": "accent",
    "phone": "phone",
    "key": "late",
    "rule": "rule",
    "error": "error",
    "off": "off",
}
_GROUNDS = {"cursor": "cursor", "cursor-off": "cursor-off"}
_BOLD = frozenset({"strong", "late-strong", "accent-strong", "key"})
_BY_MARKS = {
    "muted": Style(dim=True),
    "cursor": Style(reverse=True),
    "cursor-off": Style(underline=True),
}
"""How the terminal's own colours, which have no shades, tell these apart."""


def style_of(look: str, variables: Mapping[str, str], *, ansi: bool) -> Style:
    """What a look adds to plain text, by a theme's variables."""
    found = Style(bold=True if look in _BOLD else None, italic=True if look == "quote" else None)
    if look in _COLOURS:
        colour = Color.parse(variables[f"look-{_COLOURS[look]}"])
        found += Style(color=colour.rich_color)
    if look in _GROUNDS:
        ground = Color.parse(variables[f"look-{_GROUNDS[look]}"])
        found += Style(bgcolor=ground.rich_color)
    return found + _BY_MARKS[look] if ansi and look in _BY_MARKS else found


KNOWN = _BOLD | _COLOURS.keys() | _GROUNDS.keys() | {"quote"}
"""Every look that a theme gives colours or marks; a widget may add its own by its style sheet."""
