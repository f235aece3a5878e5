"""What every report is: a table with a title; screen, shell, CSV and HTML show the same one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from followup_tui.records import dataclass

Cell = str | date
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A table."""

    title: str
    day: date
    """The day it was made on: days of another year are shown with theirs."""
    columns: tuple[str, ...]
    """Their names; the first one groups the rows: those that share it stand together."""
    rows: tuple[Row, ...]
    note: str = ""
    """A line below it."""

    def groups(self) -> Iterator[tuple[Cell, list[Row]]]:
        """Each word of the first column with its rows, without it, in order."""
        found: dict[Cell, list[Row]] = {}
        for group, *row in self.rows:
            found.setdefault(group, []).append(tuple(row))
        yield from found.items()

    def records(self) -> list[dict[str, Cell]]:
        """The rows by column, in small letters."""
        names = [column.lower().replace(" ", "_") for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]
