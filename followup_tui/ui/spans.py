"""A line as the screens draw it: pieces of harmless text, each with the name of its look.

The looks are named by meaning (`late`, `muted`), and are given colours by the theme: `looks`.
"""

from __future__ import annotations

from collections.abc import Iterable

from followup_tui.text import cells, cut, show, wrap

Span = tuple[str, str]
"""Harmless text, and the name of its look; an empty name is plain."""
Line = tuple[Span, ...]

BLANK: Line = ()


def span(text: str, look: str = "") -> Span:
    """Text of the user's, made harmless, with its look."""
    return show(text), look


def harmless(line: Line) -> Line:
    """The line as it may be drawn: text that somebody forgot to make harmless is made so now."""
    joined = "".join(text for text, _ in line)
    if joined.isascii() and joined.isprintable():
        return line
    return tuple((show(text), look) for text, look in line)


def width_of(line: Iterable[Span]) -> int:
    """How many cells the line takes."""
    return sum(cells(text) for text, _ in line)


def cut_line(line: Iterable[Span], width: int) -> Line:
    """The line in at most `width` cells, with an ellipsis where it was cut."""
    kept: list[Span] = []
    pieces = [piece for piece in line if piece[0]]
    left = width
    for position, (text, look) in enumerate(pieces):
        size = cells(text)
        last = position == len(pieces) - 1
        # A piece that just fills the room is cut too where more was to come.
        if size > left or (size == left and not last):
            kept.append((cut(text + ("" if size > left else "  "), left), look))
            break
        kept.append((text, look))
        left -= size
    return tuple(kept)


def apart(left: Iterable[Span], right: Iterable[Span], width: int) -> Line:
    """Two pieces at the two ends of `width` cells; the left one gives way."""
    right = cut_line(right, width)
    room = width - width_of(right)
    start = cut_line(left, max(0, room - 1))
    return (*start, (" " * (room - width_of(start)), ""), *right)


def wrapped(text: str, look: str, width: int, first: Line = (), indent: int = 0) -> list[Line]:
    """Harmless text over as many lines as it takes, behind `first`, the others indented.

    `first` is filled up to `indent` cells where it is shorter.
    """
    start = width_of(first)
    lead = (*first, (" " * (indent - start), "")) if start < indent else first
    lines = wrap(text, max(8, width - max(start, indent)))
    return [
        (*(lead if number == 0 else ((" " * indent, ""),)), (line, look))
        for number, line in enumerate(lines)
    ]


def rule(words: str, width: int, end: str = "") -> Line:
    """A heading with a line drawn to the right edge, and a count at its end."""
    tail = f" {end}" if end else ""
    dashes = "─" * max(0, width - cells(words) - 1 - cells(tail))
    return ((f"{words} ", "muted"), (dashes, "rule"), (tail, "muted"))
