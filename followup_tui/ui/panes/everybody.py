"""All people by name, read page by page as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.store import people
from followup_tui.store.people import PersonLine

PAGE = 50
"""So many people are read at once: some screens' worth."""


class Everybody:
    """A window over all people; it goes on by name, and jumps by number only far away.

    Going on costs the same at a million people as at a hundred; a jump by number does not.
    Nor does counting them, so the count is a guess until `recount`: that comes after the first
    paint.
    """

    def __init__(self, guess: int = 0) -> None:
        self._start = 0
        self._window: list[PersonLine] = people.page(PAGE)
        few = len(self._window) < PAGE
        self.count = len(self._window) if few else max(guess, PAGE)
        """How many there are, as far as is known."""

    def recount(self) -> int:
        """Ask how many there are; what was counted from the end of the guess is read again."""
        guess = self.count
        self.count = len(self._window) if self.count < PAGE else people.count()
        if self._start and self.count != guess:
            self._start, self._window = 0, people.page(PAGE)
        return self.count

    def place_of(self, contact_id: int, near: int) -> int | None:
        """Where this person is, if it is within a page of `near`: mostly just there, and a page
        that needn't be read is a millisecond of a million people.
        """
        if any(row.id == contact_id for row in self.fetch(near, 1)):
            return near
        start = max(0, near - PAGE)
        found = self.fetch(start, 2 * PAGE)
        return next((start + at for at, row in enumerate(found) if row.id == contact_id), None)

    def fetch(self, start: int, number: int) -> Sequence[PersonLine]:
        number = min(number, self.count - start)
        if number <= 0:
            return ()
        if not self._start <= start <= start + number <= self._start + len(self._window):
            self._read(start, number)
        return self._window[start - self._start : start - self._start + number]

    def _read(self, start: int, number: int) -> None:
        end = self._start + len(self._window)
        if self._start <= start <= end < start + number <= end + PAGE:
            more = people.page(PAGE, after=self._window[-1])
            kept = self._window[-2 * PAGE :]
            self._start, self._window = end - len(kept), kept + more
        elif self._start - PAGE <= start < self._start <= start + number <= end:
            more = people.page_back(PAGE, before=self._window[0])
            self._start, self._window = self._start - len(more), more + self._window[: 2 * PAGE]
        elif start + PAGE >= self.count:
            self._window = people.page_back(max(PAGE, self.count - start))
            self._start = self.count - len(self._window)
        else:
            self._start = max(0, start - PAGE // 2)
            self._window = people.at(self._start, PAGE + number)
