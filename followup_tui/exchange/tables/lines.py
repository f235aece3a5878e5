"""CSV text to rows with line numbers; a stray quote costs its row, not the rest of the file."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from itertools import islice

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))

DELIMITERS = ",;\t|"
MAX_REPAIRS = 100
"""After so many stray quotes the rest is taken as it comes."""

Row = tuple[int, list[str]]
"""Line number from 1, and the cells."""


class Lines:
    """The lines of a table, and the rows in them."""

    def __init__(self, text: str) -> None:
        self._lines = list(io.StringIO(text, newline=""))
        self.top = 0
        """How many lines to leave out."""
        self.delimiters = DELIMITERS
        """What may stand between cells; one, if a first line `sep=;` says which."""
        self.stray: list[int] = []
        """Lines where a quote opens that nothing closes."""
        if (
            self._lines
            and self._lines[0][:4].lower() == "sep="
            and self._lines[0][4:].strip("\r\n")
        ):
            self.delimiters = self._lines[0][4]
            self.top = 1

    def first(self, count: int, delimiter: str) -> list[Row]:
        """The first rows that hold anything, unrepaired: enough to find the header."""
        rows = ((line, cells) for line, cells, _ in self._records(self.top, delimiter))
        return list(islice(((n, cells) for n, cells in rows if any(cells)), count))

    def below(self, header: int, width: int, delimiter: str) -> Iterator[Row]:
        """All rows below the header's line that hold anything."""
        self.stray = []
        start, more = header, True
        while more:
            more = False
            for line, cells, end in self._records(start, delimiter):
                if end - line > 1 and self._is_stray(line, end, cells, width, delimiter):
                    self.stray.append(line)
                    cells = self._without_quotes(line, delimiter)
                    start, more = line, True
                if any(cells):
                    yield line, cells
                if more:
                    break

    def end_of(self, line: int, delimiter: str) -> int:
        """The last line of the record that begins at `line`."""
        return next((end - 1 for _, _, end in self._records(line - 1, delimiter)), line)

    def _records(self, start: int, delimiter: str) -> Iterator[tuple[int, list[str], int]]:
        """First line, cells, and the line after, of each record."""
        reader = csv.reader(
            islice(self._lines, start, None), delimiter=delimiter, skipinitialspace=True
        )
        line = start + 1
        for cells in reader:
            end = start + reader.line_num + 1
            if len(cells) == 1 and delimiter in cells[0]:
                cells = _unwrapped(cells[0], delimiter)
            yield line, cells, end
            line = end

    def _is_stray(self, line: int, end: int, cells: list[str], width: int, delimiter: str) -> bool:
        """Whether the quote that makes this record span lines was never meant as one."""
        if len(self.stray) >= MAX_REPAIRS:
            return False
        if len(cells) != width and self._lines[line - 1].count(delimiter) + 1 >= width:
            return True
        last = end > len(self._lines)
        return last and sum(text.count('"') for text in self._lines[line - 1 :]) % 2 == 1

    def _without_quotes(self, line: int, delimiter: str) -> list[str]:
        row = csv.reader([self._lines[line - 1]], delimiter=delimiter, quoting=csv.QUOTE_NONE)
        return [cell.strip('"') for cell in next(row, [])]


def _unwrapped(row: str, delimiter: str) -> list[str]:
    """The cells of a row that stands as one cell: a spreadsheet took the table for one column."""
    return next(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter), [row])
