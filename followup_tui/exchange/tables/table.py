"""A table of contacts to drafts: found header, mapped columns, rows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from followup_tui.errors import BadInput, Usage
from followup_tui.exchange.drafts import Parsed, Problem
from followup_tui.exchange.encoding import DOUBTFUL, Decoded, decode, looks_wrong
from followup_tui.exchange.tables.columns import Column, columns, plain_title
from followup_tui.exchange.tables.fields import FIELDS
from followup_tui.exchange.tables.known import KINDS, Kind, kind_of
from followup_tui.exchange.tables.lines import Lines
from followup_tui.exchange.tables.rows import Rows
from followup_tui.records import dataclass

HEADER_WITHIN = 20
"""Rows searched for a header. Source: LinkedIn's preamble is three lines, some banks' is ten."""

MOST_COLUMNS = 2000
"""A header of more is none. Source: Outlook has 92 columns, Google some 200 for full cards."""

_WHO = frozenset({"name", "given", "family", "organization", "email", "phone", "url", "nickname"})
_SHOWN_ROWS = 5
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class TablePreview:
    """What a table seems to be, for a person to check before anything is written."""

    format: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    mapping: tuple[str, ...]
    """For each column its field, as in `phone:work`; empty for one that is left out."""
    unmapped: tuple[str, ...]
    """Titles of the columns that are left out."""
    rows: tuple[tuple[str, ...], ...]
    """The first rows, as they stand."""
    signature: str
    """The same for every table with this header: a mapping is remembered by it."""


Mappings = Mapping[str, Mapping[str, str]]
"""What the user said of other tables: fields by column title, by the header's signature."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A table of which the header is known."""

    lines: Lines
    decoded: Decoded
    delimiter: str
    line: int
    columns: list[Column]
    kind: Kind
    recalled: bool


@dataclass(frozen=True, slots=True)
class _How:
    """How a table is to be taken."""

    mapping: Mapping[str, str]
    remembered: Mappings
    kind: str = ""
    any_row: bool = False
    """Whether a row of which no column is known may be the header."""


_Header = tuple[str, int, list[Column]]
"""What stands between cells, the header's line, its columns."""


def read(
    raw: bytes,
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    *,
    kind: str = "",
    region: str = "US",
    day_first: bool | None = None,
    remembered: Mappings | None = None,
) -> Parsed:
    """Every row as a draft, or skipped with its reason.

    Args:
        raw: the file.
        encoding: what the user says it is; found out without.
        mapping: fields by column title, for those columns that aren't understood right.
        kind: one of the known kinds of table, found out if empty.
        region: where dates come from that can be read both ways (US: month first).
        day_first: overrides what the dates and the region say.
        remembered: mappings of other times, used where none is given.

    Raises:
        BadInput: no text, or no row that could be a header.
        Usage: `mapping` names a column or a field that isn't there.
    """
    table = _opened(raw, encoding, _How(mapping or {}, remembered or {}, kind))
    rows = Rows(table.columns, table.kind, day_first, region)
    below = partial(
        table.lines.below,
        table.lines.end_of(table.line, table.delimiter),
        len(table.columns),
        table.delimiter,
    )
    parsed = rows.parsed(below)
    strays = [
        Problem(line, "a quote that nothing closes; taken as it is") for line in table.lines.stray
    ]
    return replace(
        parsed,
        remarks=(*parsed.remarks, *([DOUBTFUL] if _is_doubtful(table.decoded) else [])),
        problems=tuple(sorted([*parsed.problems, *strays], key=lambda p: p.line)),
        format=table.kind.name,
        encoding=table.decoded.encoding,
        signature=signature(_titles(table.columns)),
        recalled=table.recalled,
    )


def preview(
    raw: bytes,
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
    remembered: Mappings | None = None,
) -> TablePreview:
    """How `read` would take the table, with its first rows.

    Unlike `read`, it takes a first row of unknown names for the header: somebody is there to ask.

    Raises:
        BadInput: no text, or no table.
        Usage: `mapping` names a column or a field that isn't there.
    """
    table = _opened(raw, encoding, _How(mapping or {}, remembered or {}, any_row=True))
    below = table.lines.end_of(table.line, table.delimiter)
    rows = []
    for _, cells in table.lines.below(below, len(table.columns), table.delimiter):
        rows.append(tuple(cells))
        if len(rows) == _SHOWN_ROWS:
            break
    return TablePreview(
        table.kind.name,
        table.decoded.encoding,
        table.delimiter,
        _titles(table.columns),
        tuple(column.spec for column in table.columns),
        tuple(column.title for column in table.columns if column.field == "ignore"),
        tuple(rows),
        signature(_titles(table.columns)),
    )


def signature(titles: tuple[str, ...]) -> str:
    """A short name for this header, the same whatever case and signs it is written in."""
    plain = "\x1f".join(map(plain_title, titles))
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]


def _opened(raw: bytes, encoding: str | None, how: _How) -> _Opened:
    decoded = decode(raw, encoding)
    lines = Lines(decoded.text.replace("\0", ""))
    mapping, recalled = how.mapping, None
    if not mapping and (recalled := _recalled(lines, how.remembered)):
        mapping = how.remembered[signature(_titles(recalled[2]))]
    header = recalled or _header(lines, mapping) or (_first_row(lines) if how.any_row else None)
    if header is None:
        raise BadInput(
            "no row has the names of columns that hold contacts, such as First Name or Email; "
            "say what the columns are with --map COLUMN=FIELD"
            + (f". It was {DOUBTFUL}" if _is_doubtful(decoded) else "")
        )
    delimiter, line, found = header
    known = {known.name: known for known in KINDS}.get(how.kind)
    return _Opened(
        lines,
        decoded,
        delimiter,
        line,
        _mapped(found, mapping),
        known or kind_of([plain_title(c.title) for c in found], [c.field for c in found]),
        recalled is not None,
    )


def _is_doubtful(decoded: Decoded) -> bool:
    return decoded.guessed and looks_wrong(decoded.text)


def _titles(found: list[Column]) -> tuple[str, ...]:
    return tuple(column.title for column in found)


def _recalled(lines: Lines, remembered: Mappings) -> _Header | None:
    """The header that the user has mapped before, if there is one."""
    for delimiter in lines.delimiters if remembered else ():
        for line, cells in lines.first(HEADER_WITHIN, delimiter):
            titles = tuple(cell.strip() for cell in cells)
            if len(titles) <= MOST_COLUMNS and signature(titles) in remembered:
                return delimiter, line, columns(titles)
    return None


def _header(lines: Lines, mapping: Mapping[str, str]) -> _Header | None:
    """The header that explains most columns, None if no row explains any."""
    wanted = {plain_title(title) for title in mapping}
    most, best = 0, None
    for delimiter in lines.delimiters:
        for line, cells in lines.first(HEADER_WITHIN, delimiter):
            if len(cells) > MOST_COLUMNS:
                continue
            found = columns([cell.strip() for cell in cells])
            asked = sum(plain_title(cell) in wanted for cell in cells) if wanted else 0
            if not asked and not any(column.field in _WHO for column in found):
                continue
            known = sum(column.field != "ignore" for column in found)
            score = known + 2 * asked
            if score > most and (asked or known > 1 or _all_are_titles(cells)):
                most, best = score, (delimiter, line, found)
    return best


def _first_row(lines: Lines) -> _Header | None:
    """The first row of a table of which no column is known, so that a person can say."""
    for delimiter in lines.delimiters:
        for line, cells in lines.first(1, delimiter):
            if 1 < len(cells) <= MOST_COLUMNS and _all_are_titles(cells):
                return delimiter, line, columns([cell.strip() for cell in cells])
    return None


def _all_are_titles(cells: list[str]) -> bool:
    """Whether these may be names of columns, and not a sentence cut at its commas."""
    return all(len(cell) <= _LONGEST_TITLE and "@" not in cell for cell in cells)


def _mapped(found: list[Column], mapping: Mapping[str, str]) -> list[Column]:
    asked = {plain_title(title): (title, spec) for title, spec in mapping.items()}
    titles = {plain_title(column.title) for column in found}
    for plain, (title, spec) in asked.items():
        field = spec.partition(":")[0]
        if field not in FIELDS:
            raise Usage(f"no field is called {field!r}; there are {', '.join(FIELDS)}")
        if plain not in titles:
            raise Usage(f"the table has no column {title!r}; it has {', '.join(_shown(found))}")
    return [_as_asked(column, asked.get(plain_title(column.title))) for column in found]


def _shown(found: list[Column]) -> list[str]:
    return [column.title for column in found if column.title][:HEADER_WITHIN]


def _as_asked(column: Column, asked: tuple[str, str] | None) -> Column:
    if asked is None:
        return column
    field, _, label = asked[1].partition(":")
    return Column(column.title, field, label)
