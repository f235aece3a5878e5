"""A line as the screens draw it: pieces of harmless text, each with the name of its look.

The looks are named by meaning (`late`, `muted`), and are given colours by the theme: `looks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from followup_tui.text import cells, cut, fit, shortened, show, wrap

Span = tuple[str, str]
"""Harmless text, and the name of its look; an empty name is plain."""
Line = tuple[Span, ...]

BLANK: Line = ()
COLUMN_GAP = 2
"""Cells between two columns, at least."""


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


def signed(line: Line, sign: str, width: int) -> Line:
    """The line with a sign at its end; the sign alone where there is no room for both.

    A page rolls on by one row less than it has, so that no line is passed over.
    """
    room = width - cells(sign)
    kept = line if width_of(line) + COLUMN_GAP <= room else ()
    return (*kept, (" " * max(0, room - width_of(kept)), ""), (sign, "key"))


def in_columns(name: str, more: str, start: int, width: int) -> tuple[str, str]:
    """A name and what belongs to it (harmless both), which together fill `width` cells.

    What belongs to it begins at `start`; sooner or later where only so both are whole, and it is
    what gives way, at a word, where there is no room for both.
    """
    long = cells(name)
    room = width - long - COLUMN_GAP
    if not more or room < 1:
        return fit(name, width), ""
    more = shortened(more, room)
    begins = max(long + COLUMN_GAP, min(start, width - cells(more)))
    return fit(name, begins), fit(more, width - begins)


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


def folded(line: Line, width: int) -> list[Line]:
    """The line over as many as it takes: before a key where it tells of keys, else at a space.

    A remark behind the keys gives way to them.
    """
    if width_of(line) <= width or not line:
        return [line]
    of_keys = sum(look == "key" for _, look in line) > 1
    if of_keys and line[-1][0].startswith("   ") and line[-1][1] == "muted":
        return folded(line[:-1], width)
    start = width_of(line[:-1]) if line[0][1] == "key" and not of_keys else 0
    indent = start if start < width // 2 else 0
    return flowed(_by_key(line) if of_keys else by_word(line), width, indent)


def flowed(pieces: Iterable[Sequence[Span]], width: int, indent: int) -> list[Line]:
    """The pieces over as many lines as they take, none of them torn, all but the first indented."""
    lines: list[list[Span]] = [[]]
    for piece in pieces:
        bare = width_of(piece) - (len(piece[-1][0]) - len(piece[-1][0].rstrip(" ")))
        if lines[-1] and width_of(lines[-1]) + bare > width:
            lines.append([(" " * indent, "")] if indent else [])
        lines[-1] += piece
    return [cut_line(one, width) for one in map(_without_end, lines)]


def _by_key(line: Line) -> Iterator[list[Span]]:
    """Each key with what it does."""
    piece: list[Span] = []
    for one in line:
        if one[1] == "key" and piece:
            yield piece
            piece = []
        piece.append(one)
    yield piece


def by_word(line: Line) -> Iterator[list[Span]]:
    """Each word, with the spaces behind it."""
    for text, look in line:
        yield from ([(word, look)] for word in re.findall(r"\S+ *| +", text))


def _without_end(line: list[Span]) -> list[Span]:
    """The line without the spaces it ends with."""
    return [*line[:-1], (line[-1][0].rstrip(" "), line[-1][1])] if line else line


def rule(words: str, width: int, end: str = "") -> Line:
    """A heading with a line drawn to the right edge, and a count at its end."""
    tail = f" {end}" if end else ""
    dashes = "─" * max(0, width - cells(words) - 1 - cells(tail))
    return ((f"{words} ", "muted"), (dashes, "rule"), (tail, "muted"))
