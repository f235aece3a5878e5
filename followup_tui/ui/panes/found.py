"""Those whom the typed words find, read as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.store import people
from followup_tui.store.people import PersonLine

AT_ONCE = 40
"""So many lines are read at once: a screen's worth."""


class Found:
    """People in the order they were found."""

    def __init__(self, words: str) -> None:
        self._ids = people.found(words)
        self._lines: dict[int, PersonLine] = {}
        self.count = len(self._ids)

    def place_of(self, contact_id: int) -> int | None:
        """Where this person is among them."""
        return self._ids.index(contact_id) if contact_id in self._ids else None

    def fetch(self, start: int, number: int) -> Sequence[PersonLine]:
        wanted = self._ids[start : start + number]
        if any(one not in self._lines for one in wanted):
            ids = self._ids[start : start + max(number, AT_ONCE)]
            self._lines |= {one: _nobody(one) for one in ids}
            self._lines |= {line.id: line for line in people.lines(ids)}
        return [self._lines[one] for one in wanted]


def _nobody(contact_id: int) -> PersonLine:
    """The line of somebody who was removed meanwhile, until the list is read again."""
    return PersonLine(contact_id, "", "", "", 0, False, None, None, "")
