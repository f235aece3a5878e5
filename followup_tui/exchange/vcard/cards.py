"""Where cards begin and end in a file: nested, never closed, or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from followup_tui.records import dataclass

MAX_BYTES = 20_000_000
"""A larger card is not read. Source: phones cut photos to under 1 MB; 20 MB is an attack."""

MAX_DEPTH = 8

_EDGE = re.compile(
    rb"(?:\xef\xbb\xbf)*+[ \t]*+"
    rb"(?P<agent>AGENT[^:\r\n]*+:[ \t]*+)?"
    rb"(?P<what>BEGIN|END)[ \t]*+:[ \t]*+VCARD[ \t]*+(?=[\r\n]|\Z|BEGIN)",
    re.IGNORECASE,
)
_SIGN = re.compile(rb":[ \t]*+VCARD", re.IGNORECASE)
"""What every edge has; it is looked for first, since it is found as fast as a single letter."""
_AGENT = re.compile(rb"[\r\n]AGENT[^:\r\n]*:[ \t]*[\r\n]*\Z", re.IGNORECASE)
_TAIL = 200


@dataclass(slots=True)
class Span:
    """One card: which pieces of the file are its own, without the cards inside it."""

    line: int
    """Line of its BEGIN, from 1."""
    start: int
    closed: bool
    depth: int
    end: int = 0
    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """Begin, end and line of each piece, in bytes."""
    agents: list[Span] = field(default_factory=list)
    """Cards that stand as the value of this card's AGENT."""
    is_agent: bool = False

    @property
    def size(self) -> int:
        """Bytes of its own text."""
        return sum(end - start for start, end, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class _Edge:
    begins: bool
    start: int
    word: int
    end: int
    line: int
    is_agent: bool


def spans(raw: bytes) -> list[Span]:
    """All cards in the order they begin; in one pass, however they are nested.

    A card that is never closed ends where the next one begins.
    """
    edges = list(_edges(raw))
    closed = _closed(edges)
    found: list[Span] = []
    opened: list[Span] = []
    at, line = 0, 1
    for number, edge in enumerate(edges):
        if opened:
            opened[-1].pieces.append((at, edge.start, line))
        while opened and not opened[-1].closed:
            opened.pop().end = edge.start
        if edge.begins:
            span = Span(edge.line, edge.word, number in closed, len(opened))
            if opened:
                _adopt(raw, opened[-1], span, edge.is_agent)
            found.append(span)
            opened.append(span)
        elif opened:
            opened.pop().end = edge.end
        at, line = edge.end, edge.line
    for span in opened:
        span.pieces.append((at, len(raw), line))
        span.end = len(raw)
    return found


def _edges(raw: bytes) -> Iterator[_Edge]:
    newline = b"\n" if b"\n" in raw else b"\r"
    at, line, after = 0, 1, 0
    for sign in _SIGN.finditer(raw):
        low = max(after, sign.start() - _TAIL)
        start = max(raw.rfind(end, low, sign.start()) for end in (b"\n", b"\r")) + 1
        found = _EDGE.match(raw, start or low) if start or low == after else None
        if found is None or found.end() < sign.end():
            continue
        after = found.end()
        line += raw.count(newline, at, found.start())
        at = found.start()
        begins = found["what"].upper() == b"BEGIN"
        yield _Edge(begins, at, found.start("what"), found.end(), line, bool(found["agent"]))


def _closed(edges: list[_Edge]) -> set[int]:
    waiting: list[int] = []
    closed: set[int] = set()
    for number, edge in enumerate(edges):
        if edge.begins:
            waiting.append(number)
        elif waiting:
            closed.add(waiting.pop())
    return closed


def _adopt(raw: bytes, parent: Span, child: Span, is_agent: bool) -> None:
    start, end, _ = parent.pieces[-1]
    if is_agent or _AGENT.search(raw[max(start, end - _TAIL) : end]):
        child.is_agent = True
        parent.agents.append(child)
    elif parent.is_agent:
        child.is_agent = True
