"""People as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.rules.moment import Moment
from followup_tui.store.people import PersonLine
from followup_tui.text import fit, show

MOST_CELLS = (30, 30)
"""How wide a name and an organization may get."""


def person_lines(people: Sequence[PersonLine], now: Moment) -> list[str]:
    """A line each: id, name, organization, role, days since the last contact."""
    told = [(show(person.name), show(person.organization)) for person in people]
    widths = [
        min(most, max(map(len, column)))
        for most, column in zip(MOST_CELLS, zip(*told, strict=True), strict=False)
    ]
    return [
        "  ".join(
            (
                f"#{person.id:<5}",
                *(fit(cell, width) for cell, width in zip(cells, widths, strict=True)),
                f"{_since(person, now):>6}",
                show(person.role, 40),
            )
        ).rstrip()
        for person, cells in zip(people, told, strict=True)
    ]


def _since(person: PersonLine, now: Moment) -> str:
    if person.last_contact is None:
        return "-"
    return f"{(now.today - person.last_contact.astimezone(now.at.tzinfo).date()).days}d"
