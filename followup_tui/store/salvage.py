"""What can still be read of a damaged store, in a new and sound one.

Each table is read row by row, around the pages that are gone; what the journal still knows of
a lost row is put back. Nothing is written to the damaged file.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from followup_tui.errors import StoreDamaged
from followup_tui.records import dataclass
from followup_tui.store import leftovers, raw
from followup_tui.store.raw import Connection, connected

HEADER = 100
"""Bytes of a database's header. Source: sqlite.org/fileformat.html."""
DERIVED = ("person_words", "sqlite_", "schema_migration")
"""Beginnings of the names of tables that are made from the others, or by the migrations."""
REACH = 1 << 16
"""So far beyond the last row that can be read rows are looked for, where the end is torn off."""
JOURNAL = ("row_change", "step")
BATCH = 500

_Cells = Sequence[object]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved."""

    rows: Mapping[str, int]
    """How many rows of each table are in the new store."""
    lost: int
    """How many of the rows that are known of could not be saved."""
    from_journal: int
    """How many could only be saved because the journal knew them."""


def salvage(source: Path, target: Path, key: str) -> Salvaged:
    """Fill the new store `target`, which is up to date and empty, from the damaged `source`.

    Raises:
        StoreDamaged: Nothing of it can be read.
    """
    with leftovers.in_the_making(source) as trial:
        _make_readable(source, trial, target, key)
        with connected(trial, key, "rw") as damaged, connected(target, key, "rw") as here:
            _read_on(damaged)
            here.execute("PRAGMA foreign_keys = OFF")
            here.execute("BEGIN IMMEDIATE")
            tables = [table for table in _tables(here) if not table.startswith(DERIVED)]
            lost = sum(_take_over(table, damaged, here) for table in tables)
            found = sum(_from_journal(table, here) for table in tables if table not in JOURNAL)
            lost = max(lost - found, 0) + _mend_references(here)
            if lost:
                # Its images no longer fit all rows: an undo would stumble over each of them.
                for table in JOURNAL:
                    here.execute(f"DELETE FROM {table}")
            here.execute("COMMIT")
            rows = {table: _count(here, table) or 0 for table in tables}
    return Salvaged(rows, lost, found)


def _make_readable(source: Path, trial: Path, fresh: Path, key: str) -> None:
    """Copy the damaged file to `trial`, put right as far as opening it needs."""
    for put_right in (_leave, _new_header, _new_first_page):
        shutil.copyfile(source, trial)
        if raw.wal_of(source).exists():
            shutil.copyfile(raw.wal_of(source), raw.wal_of(trial))
        if not key:
            put_right(trial, fresh)
            _pad(trial)
        try:
            with connected(trial, key, "rw") as connection:
                _read_on(connection)
                if "contact" in _tables(connection):
                    return
        except raw.errors():
            continue
    raise StoreDamaged(f"Nothing of {source} can be read. Run `followup restore`.")


def _leave(trial: Path, fresh: Path) -> None:
    """The file as it is may do."""


def _new_header(trial: Path, fresh: Path) -> None:
    _borrow(trial, fresh, HEADER)


def _new_first_page(trial: Path, fresh: Path) -> None:
    """The first page lists the tables, and where they begin: as in any store of this version."""
    _borrow(trial, fresh, _page_size(fresh))


def _borrow(trial: Path, fresh: Path, length: int) -> None:
    with fresh.open("rb") as file:
        beginning = bytearray(file.read(length))
    pages = -(-trial.stat().st_size // _page_size(fresh))
    beginning[28:32] = pages.to_bytes(4)
    beginning[32:40] = bytes(8)  # No free pages: they are of no use to a reader.
    with trial.open("r+b") as file:
        file.write(beginning)


def _page_size(path: Path) -> int:
    with path.open("rb") as file:
        file.seek(16)
        size = int.from_bytes(file.read(2))
    return 65536 if size == 1 else max(size, 512)


def _pad(trial: Path) -> None:
    """Make a file that was cut as long as its header says: else nothing of it is read."""
    with trial.open("r+b") as file:
        file.seek(28)
        length = int.from_bytes(file.read(4)) * _page_size(trial)
        if trial.stat().st_size < length <= trial.stat().st_size * 16:
            file.truncate(length)


def _read_on(connection: Connection) -> None:
    """Have SQLite read what it can, and take letters that are none for what they are not."""
    connection.execute("PRAGMA writable_schema = ON")
    connection.text_factory = lambda raw_text: raw_text.decode("utf-8", "replace")


def _tables(connection: Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found.fetchall()]


def _columns(connection: Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]


def _count(connection: Connection, table: str) -> int | None:
    try:
        return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
    except raw.errors():
        return None


def _take_over(table: str, damaged: Connection, here: Connection) -> int:
    """Copy every row that can be read; how many can't be."""
    known = set(_columns(damaged, table))
    columns = [name for name in _columns(here, table) if name in known and name != "id"]
    if "id" not in known:
        return 0
    names = ", ".join(f'"{name}"' for name in ("id", *columns))
    marks = ", ".join("?" * (len(columns) + 1))
    insert = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    gaps: list[int] = []
    found = _rows(table, names, damaged, gaps.append)
    while rows := list(islice(found, BATCH)):
        _insert(here, insert, rows)
    expected = _count(damaged, table)
    saved = _count(here, table) or 0
    return len(gaps) if expected is None else max(expected - saved, 0)


def _rows(
    table: str, names: str, damaged: Connection, skip: Callable[[int], None]
) -> Iterator[_Cells]:
    """Each row that can be read, by halving the stretches in which one can't."""
    question = f'SELECT {names} FROM "{table}" WHERE id BETWEEN ? AND ? ORDER BY id'
    stretches = [(1, _last(table, damaged))]
    while stretches:
        low, high = stretches.pop()
        try:
            for row in damaged.execute(question, (low, high)):
                yield row
                low = row[0] + 1
        except raw.errors():
            if low >= high:
                skip(low)
                continue
            middle = (low + high) // 2
            stretches += [(middle + 1, high), (low, middle)]


def _last(table: str, damaged: Connection) -> int:
    """The highest id there may be."""
    try:
        return int(damaged.execute(f'SELECT max(id) FROM "{table}"').fetchone()[0] or 0)
    except raw.errors():
        last = 0
    try:
        for (row_id,) in damaged.execute(f'SELECT id FROM "{table}" NOT INDEXED ORDER BY id'):
            last = row_id
    except raw.errors():
        pass
    return last + REACH


def _insert(here: Connection, insert: str, rows: Sequence[_Cells]) -> None:
    """Write the rows; of those read from noise, only what the rules of the table let in."""
    here.execute("SAVEPOINT batch")
    try:
        here.executemany(insert, rows)
    except raw.errors():
        here.execute("ROLLBACK TO batch")
        for row in rows:
            try:
                here.execute(insert, row)
            except raw.errors():
                continue
    here.execute("RELEASE batch")


def _from_journal(table: str, here: Connection) -> int:
    """Put back rows that were lost, as the newest step that stands has left them; how many."""
    columns = _columns(here, table)
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f"json_extract(after, '$.{name}')" for name in columns)
    before = here.total_changes
    here.execute(
        f'INSERT OR IGNORE INTO "{table}" ({names}) SELECT {values} FROM'
        " (SELECT row_id, after, max(step_id) FROM row_change JOIN step ON step.id = step_id"
        " WHERE undone_at IS NULL AND tbl = ? GROUP BY row_id)"
        f' WHERE json_valid(after) AND row_id NOT IN (SELECT id FROM "{table}")',
        (table,),
    )
    return here.total_changes - before


def _mend_references(here: Connection) -> int:
    """Let go of what refers to rows that are lost; how many rows had to go."""
    gone = 0
    while broken := here.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, _, number in broken:
            keys = here.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            try:
                here.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE id = ?', (row_id,))
            except raw.errors():
                here.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
                gone += 1
    return gone
