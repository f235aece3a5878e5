"""Is the store sound? SQLite's checks, the rules of the book, the index, the journal, the rights.

`look` only looks. `mend` does what can be done in place; a file whose pages are damaged is
left to `salvage`.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from followup_tui.errors import NotOurs, StoreDamaged, StoreGone
from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.store import backup, encryption, images, invariants, opened, raw, search
from followup_tui.store.encryption import Ask
from followup_tui.store.faults import plainly
from followup_tui.store.raw import connected

MOST = 20
"""So many lines of one kind are told; the rest is counted."""
QUIET = frozenset(
    ("asked", "draft", "fact_shown", "flag", "header_mapping", "open_question", "session",
     "session_card")
)  # fmt: skip
"""Tables that quiet notes write to: their rows move on without the journal."""


class Kind(StrEnum):
    """What is wrong."""

    RIGHTS = "rights"
    DAMAGED = "damaged"
    REFERENCES = "references"
    RULES = "rules"
    SEARCH = "search"
    JOURNAL = "journal"
    PHOTOS = "photos"


REPAIRS = {
    Kind.RIGHTS: "takes the rights of others away",
    Kind.DAMAGED: "saves what can be read into a new file and keeps the damaged one",
    Kind.REFERENCES: "lets go of what refers to rows that are lost",
    Kind.RULES: "",
    Kind.SEARCH: "indexes everybody again",
    Kind.JOURNAL: "forgets the steps up to there: they couldn't be undone",
    Kind.PHOTOS: "drops pictures that nobody has",
}
"""What `mend` does about it; empty where a person must decide."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that isn't as it should be."""

    kind: Kind
    what: str

    @property
    def repair(self) -> str:
        """What `--repair` does about it; empty where a person must decide."""
        return REPAIRS[self.kind]

    @property
    def serious(self) -> bool:
        """Whether something of the user's is lost, or could be."""
        return self.kind not in (Kind.RIGHTS, Kind.PHOTOS)


def look(path: Path, ask: Ask | None = None, snoozes: int = DEFAULTS.snoozes) -> list[Finding]:
    """What is wrong with the store at `path`, which isn't open; empty where nothing is.

    `snoozes` is how often the user's settings let a follow-up be put off.

    Raises:
        StoreUnreachable, StoreNewer: It can't be looked at.
        NotOurs: It is another program's database.
        StoreGone: There are but its backups.
    """
    from followup_tui.store.book import check_place, open_book

    found = list(_rights(path))
    try:
        if check_place(path):
            found += _file(path, encryption.key_of(path, ask))
    except (NotOurs, StoreGone):
        raise
    except StoreDamaged as error:
        found.append(Finding(Kind.DAMAGED, str(error)))
    if not any(one.kind is Kind.DAMAGED for one in found):
        with open_book(path, ask):
            found += look_inside(snoozes)
    return found


def look_at_hand(snoozes: int = DEFAULTS.snoozes) -> list[Finding]:
    """What is wrong with the open book; `snoozes` as in `look`."""
    book = opened.at_hand()
    found = [*_rights(book.path), *_file(book.path, book.key)]
    damaged = any(one.kind is Kind.DAMAGED for one in found)
    return found if damaged else [*found, *look_inside(snoozes)]


def look_inside(snoozes: int = DEFAULTS.snoozes) -> list[Finding]:
    """What is wrong inside the open book: rules, index, journal, pictures."""
    return [
        *_told(Kind.RULES, invariants.breaches(snoozes)),
        *_search(),
        *_told(
            Kind.JOURNAL,
            [f"{table} {row} isn't as step {step} left it"
             for table, row, step in images.out_of_step(QUIET)],
        ),
        *_photos(),
    ]  # fmt: skip


def _rights(path: Path) -> Iterator[Finding]:
    folder = backup.folder_of(path)
    places = [path, raw.wal_of(path), raw.shm_of(path), folder]
    places += sorted(folder.iterdir()) if folder.is_dir() else []
    for place in places:
        try:
            mode = stat.S_IMODE(place.stat().st_mode)
        except OSError:
            continue
        if mode & 0o077:
            yield Finding(Kind.RIGHTS, f"{place} can be used by others (mode {mode:03o})")


def _file(path: Path, key: str) -> list[Finding]:
    try:
        with connected(path, key, raw.quiet_mode(path)) as connection:
            raw.refuse_foreign(path, raw.marks_of(connection))
            return list(_pages(connection))
    except raw.errors() as error:
        if not isinstance(plainly(error, str(path)), StoreDamaged):
            raise
        return [Finding(Kind.DAMAGED, str(error))]


def _pages(connection: raw.Connection) -> Iterator[Finding]:
    said = connection.execute(f"PRAGMA integrity_check({MOST})").fetchall()
    yield from (Finding(Kind.DAMAGED, line) for (line,) in said if line != "ok")
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    yield from _told(
        Kind.REFERENCES,
        [f"{table} {row} refers to a {parent} that isn't there" for table, row, parent, _ in lost],
    )


def _told(kind: Kind, lines: Sequence[str]) -> Iterator[Finding]:
    yield from (Finding(kind, line) for line in lines[:MOST])
    if len(lines) > MOST:
        yield Finding(kind, f"and {len(lines) - MOST:,} more like it")


def _search() -> Iterator[Finding]:
    if search.is_torn():
        yield Finding(Kind.SEARCH, "the index of words is torn")
    elif lost := search.out_of_step():
        yield Finding(Kind.SEARCH, f"the index of words is out of step for {len(lost):,} people")


def _photos() -> Iterator[Finding]:
    if count := images.count_unused_photos():
        yield Finding(Kind.PHOTOS, f"{count:,} pictures belong to nobody")
