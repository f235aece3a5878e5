"""The bar on top: the day, what is due, and how well promises are kept."""

from __future__ import annotations

from typing import NamedTuple

from textual import getters
from textual.strip import Strip

from followup_tui.rules.moment import Moment
from followup_tui.store import book, opened
from followup_tui.store.agenda import promises_kept
from followup_tui.store.ranks import Ranks
from followup_tui.store.reviewed import reviewed
from followup_tui.ui.base import Followup
from followup_tui.ui.days import day_words
from followup_tui.ui.spans import Line, Span, width_of
from followup_tui.ui.widgets.painted import Painted

GAUGE = 10


class Counts(NamedTuple):
    """What the bar tells."""

    overdue: int = 0
    today: int = 0
    in_play: int = 0
    kept: int = 0
    promises: int = 0
    reviewed: bool = False
    read_only: bool = False


class Bar(Painted):
    """One line; what doesn't fit is left out from the right."""

    DEFAULT_CSS = "Bar { height: 1; background: $look-bar; padding: 0 1; }"

    app = getters.app(Followup)

    def __init__(self) -> None:
        super().__init__(id="bar")
        self.moment: Moment | None = None
        self.counts = Counts()

    def tell(self, ranks: Ranks, moment: Moment) -> None:
        """Show the numbers of this list."""
        kept, promises = promises_kept(book.connection(), moment)
        self.moment = moment
        self.counts = Counts(
            len(ranks.overdue), len(ranks.today), ranks.in_play, kept, promises,
            reviewed(moment), bool(opened.at_hand().read_only),
        )  # fmt: skip
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        line = bar_line(self.counts, self.moment, width) if self.moment else ()
        return self.strip(line, width)


def bar_line(counts: Counts, moment: Moment, width: int) -> Line:
    """The bar's pieces, as many as fit."""
    day = day_words(moment.today, moment.today)
    pieces: list[tuple[Span, ...]] = [
        (("followup", "accent-strong"),),
        (("  ", ""), (day, "")),
        *([(("  ", ""), ("read-only", "late"))] if counts.read_only else []),
        (("    ", ""), (f"{counts.overdue} overdue", "strong")),
        ((" · ", "muted"), (f"{counts.today} today", "")),
        ((" · ", "muted"), (f"{counts.in_play} in play", "")),
    ]
    kept: Line = ()
    if counts.promises:
        kept = (("    promises kept ", "muted"), *gauge(counts.kept, counts.promises))
    # Where room is short, whether the review is done comes before how promises were kept.
    for tail in ((*kept, *review_piece(counts)), review_piece(counts), review_piece(counts, "  ")):
        if width_of((*sum(pieces, ()), *tail)) <= width:
            return (*sum(pieces, ()), *tail)
    line: Line = ()
    for piece in pieces:
        if width_of(line) + width_of(piece) > width:
            break
        line = (*line, *piece)
    return line


def review_piece(counts: Counts, gap: str = "") -> Line:
    """Whether today's review is done, or the key that begins it; short behind a gap of its own."""
    words = "review " if gap else "review done " if counts.reviewed else "today's review "
    mark: Span = ("✓", "good") if counts.reviewed else ("r", "key")
    return ((gap or "     ", ""), (words, "muted"), mark)


def gauge(part: int, whole: int) -> tuple[Span, ...]:
    """A share as a strip of blocks and in percent."""
    full = round(GAUGE * part / whole)
    return (
        ("█" * full, "good"),
        ("█" * (GAUGE - full), "off"),
        (f" {round(100 * part / whole)}%", ""),
    )
