"""The rows of the Overdue pane, read as they come into sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from followup_tui.rules.moment import Moment
from followup_tui.store import book
from followup_tui.store.agenda import Due, rows
from followup_tui.store.ranks import NONE, Ranks
from followup_tui.ui.widgets.lines import Heading

AT_ONCE = 40
"""So many rows are read at once: a screen's worth."""
KEPT = 400
"""So many are kept at most: some screens' worth."""
GONE = Heading("")
"""What stands where a row was removed by another program, until the next look."""


class Listed:
    """The list as it is shown: the overdue first, the others under their headings."""

    def __init__(self, ranks: Ranks = NONE, moment: Moment | None = None) -> None:
        self.ranks = ranks
        self._moment = moment
        self._rows: dict[int, Due] = {}
        self._pieces: list[Sequence[int | Heading]] = [ranks.overdue]
        for words, ids in (
            ("today", ranks.today),
            ("next 7 days", ranks.coming),
            ("later, their day is over", ranks.later),
        ):
            if ids:
                end = "" if words == "today" else str(len(ids))
                self._pieces += [(Heading(words, end),), ids]
        self.count = sum(map(len, self._pieces))

    def place_of(self, step_id: int) -> int | None:
        """Where this follow-up is."""
        before = 0
        for piece in self._pieces:
            if step_id in piece:
                return before + piece.index(step_id)
            before += len(piece)
        return None

    def fetch(self, start: int, number: int) -> Sequence[Due | Heading]:
        found = self._slice(start, number)
        if any(one not in self._rows for one in found if isinstance(one, int)):
            self._read(one for one in self._slice(start, AT_ONCE) if isinstance(one, int))
        return [self._rows.get(one, GONE) if isinstance(one, int) else one for one in found]

    def row(self, step_id: int) -> Due | None:
        """The row of this follow-up."""
        if step_id not in self._rows:
            self._read((step_id,))
        return self._rows.get(step_id)

    def amended(self, ranks: Ranks, moment: Moment, ids: Iterable[int]) -> Listed:
        """The list in another order; the rows that are known stay, but for these."""
        made = Listed(ranks, moment)
        made._rows = self._rows
        for one in ids:
            made._rows.pop(one, None)
        return made

    def _slice(self, start: int, number: int) -> list[int | Heading]:
        found: list[int | Heading] = []
        for piece in self._pieces:
            if start < len(piece):
                found += piece[start : start + number - len(found)]
                if len(found) == number:
                    break
            start = max(0, start - len(piece))
        return found

    def _read(self, ids: Iterable[int]) -> None:
        if self._moment is None:
            return
        if len(self._rows) > KEPT:
            self._rows.clear()
        wanted = [one for one in ids if one not in self._rows]
        self._rows |= {row.id: row for row, _ in rows(book.connection(), self._moment, ids=wanted)}
