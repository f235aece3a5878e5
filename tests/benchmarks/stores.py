# ruff: noqa: SIM905 - lists of words are read as words
"""Stores of any size to measure with: made once, kept in the temporary folder.

They are filled past the journal, by plain `executemany` with the indexes built last: a million
people take about two minutes. What is in them is the same each time.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from followup_tui.rules.folding import fold
from followup_tui.store import search
from followup_tui.store.book import open_book
from followup_tui.store.dealings import FollowUp, Referral, Snooze, Touch
from followup_tui.store.images import table_of
from followup_tui.store.models import Contact, Lead, Organization, StageChange, Way
from followup_tui.store.schema import Row, db

NOW = "2026-11-23T09:00:00-07:00"
"""The clock of every program that is measured: a Monday morning in Denver."""
TOUCHES_EACH = 3
ONE_IN_OPEN = 50
"""2 % have an open follow-up."""
ONE_IN_LEAD = 100
PEOPLE_TO_AN_ORGANIZATION = 10

_AT = datetime.fromisoformat(NOW)
_GIVEN = (
    "Ada Ben Cleo Dev Elif Finn Gwen Hugo Ines Jonas Kaya Liam Mona Nils Olga Pavel Quinn Rosa "
    "Sven Tara Umar Vera Wim Xenia Yara Zeno Alba Bram Cora Dina Egon Fay Gil Hana Ivo June"
).split()
_FIRST = "Al Bar Cor Dal El Fen Gar Hol Ir Jar Kel Lor Mar Nor Or Pel Quil Ros Sel Tor".split()
_LAST = "son man ner vik dale ford well ridge quist bury stone mere wick land gate holm".split()
_MIDDLE = ["", "a", "en", "is", "om", "ur"]
_KINDS = "Courier Works Labs Water Outdoor Packaging Weekly Town Coaching Partners".split()
_ROLES = "editor foreman clerk designer owner buyer nurse teacher engineer analyst".split()
_ACTIONS = "call email text send thank meet check ask report_back decide".split()
_OWED = "promised awaited lent chase chase in_touch in_touch in_touch".split()
_OUTCOMES = "talked talked met left_voicemail no_answer received sent".split()
_ZONES = ("America/Denver", "America/New_York", "Europe/London", "America/Los_Angeles")


def store(size: int) -> Path:
    """A store of `size` people: from the temporary folder, or made there now."""
    folder = Path(tempfile.gettempdir()) / f"followup-benchmarks-{_maker()}"
    path = folder / f"{size}.db"
    if not path.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        making = folder / f"{size}.{os.getpid()}.making"  # Two may measure at once.
        make(making, size)
        making.rename(path)
    return path


def _maker() -> str:
    """Another word as soon as a store would be made otherwise."""
    kept = Path(search.__file__).parent
    files = [Path(__file__), Path(search.__file__), *sorted(kept.glob("migrations/*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def copy(size: int, folder: Path) -> Path:
    """A store of `size` people that may be written to."""
    return Path(shutil.copyfile(store(size), folder / f"{size}.db"))


def make(path: Path, size: int) -> None:
    """Make a store of `size` people at `path`."""
    with open_book(path):
        pass
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        _fill(connection, size, random.Random(size))
        for _, sql in indexes:
            connection.execute(sql)
        connection.commit()
    with open_book(path):
        with db.atomic("IMMEDIATE"):
            search.rebuild()
        db.execute_sql("ANALYZE")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill(connection: sqlite3.Connection, size: int, chance: random.Random) -> None:
    places = max(1, size // PEOPLE_TO_AN_ORGANIZATION)
    _insert(connection, Organization, ("uid", "name", "key"), _organizations(places))
    _insert(
        connection,
        Contact,
        ("uid", "name", "folded", "given", "family", "role", "organization", "stars", "zone",
         "created_at"),
        _people(size, places, chance),
    )  # fmt: skip
    _insert(connection, Way, ("contact", "kind", "typed", "normal"), _ways(size))
    _insert(
        connection,
        Touch,
        ("uid", "contact", "at", "logged_at", "channel", "direction", "outcome", "minutes", "note"),
        _touches(size, chance),
    )  # fmt: skip
    _insert(
        connection,
        Lead,
        ("uid", "title", "organization", "offered_by", "stage", "created_at"),
        _leads(size, places, chance),
    )
    leads = max(1, size // ONE_IN_LEAD)
    _insert(
        connection, StageChange, ("lead", "stage", "at"),
        ((lead, "new", _ago(30)) for lead in range(1, leads + 1)),
    )  # fmt: skip
    _insert(
        connection,
        Referral,
        ("uid", "giver", "contact", "given_at", "words", "ends_on"),
        _referrals(size, chance),
    )
    _insert(
        connection,
        FollowUp,
        ("uid", "action", "contact", "lead", "referral", "what", "first_due", "due", "owed",
         "created_at"),
        _follow_ups(size, chance),
    )  # fmt: skip
    _insert(connection, Snooze, ("follow_up", "from_day", "to_day", "reason", "at"), _snoozes(size))


def _insert(
    connection: sqlite3.Connection,
    kind: type[Row],
    names: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
) -> None:
    """Rows in which every column that isn't named holds its model's default."""
    columns, marks = [], []
    for field in kind._meta.sorted_fields:
        if field.name == "id":
            continue
        columns.append(f'"{field.column_name}"')
        default = None if callable(field.default) else field.db_value(field.default)
        marks.append(f":{field.name}" if field.name in names else _literal(default))
    connection.executemany(
        f'INSERT INTO "{table_of(kind)}" ({", ".join(columns)}) VALUES ({", ".join(marks)})',
        (dict(zip(names, row, strict=True)) for row in rows),
    )


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'" + str(value) + "'"


def _uid(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-4000-8000-{number:012x}"


def _ago(days: float) -> str:
    return (_AT - timedelta(days=days)).astimezone(UTC).isoformat(timespec="seconds")


def _day(days_late: int) -> str:
    return (_AT.date() - timedelta(days=days_late)).isoformat()


def name_of(number: int) -> str:
    """The name of the `number`-th person, from 1: no two are alike up to a million."""
    family, given = divmod(number * 7919, len(_GIVEN))
    family, first = divmod(family, len(_FIRST))
    family, middle = divmod(family, len(_MIDDLE))
    family, last = divmod(family, len(_LAST))
    second = chr(ord("A") + family % 26) + "."
    return f"{_GIVEN[given]} {second} {_FIRST[first]}{_MIDDLE[middle]}{_LAST[last]}"


def _organizations(count: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        first = _FIRST[number % len(_FIRST)] + _LAST[number // len(_FIRST) % len(_LAST)]
        name = f"{first} {_KINDS[number % len(_KINDS)]} {number}"
        yield _uid(1, number), name, fold(name)


def _people(size: int, places: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, size + 1):
        name = name_of(number)
        given, _, family = name.partition(" ")
        yield (
            _uid(2, number), name, fold(name), given, family, chance.choice(_ROLES),
            number % places + 1, chance.choice((0, 0, 0, 1, 1, 2, 3)), chance.choice(_ZONES),
            _ago(400 - number % 300),
        )  # fmt: skip


def _ways(size: int) -> Iterator[tuple[object, ...]]:
    for number in range(1, size + 1):
        mail = f"p{number}@{_FIRST[number % len(_FIRST)].lower()}.example"
        yield number, "email", mail, mail
        # Area codes and exchanges make the million numbers that 555-01xx alone doesn't have.
        area, rest = 200 + number // 10_000 % 700, number % 10_000
        yield number, "phone", f"({area}) 555-{rest:04}", f"+1{area}555{rest:04}"


def _touches(size: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, size * TOUCHES_EACH + 1):
        contact = (number - 1) // TOUCHES_EACH + 1
        at = _ago(chance.randrange(1, 4000) / 10)
        outcome = chance.choice(_OUTCOMES)
        note = f"about the {chance.choice(_ROLES)} opening" if number % 4 == 0 else ""
        yield _uid(3, number), contact, at, at, "call", "out", outcome, 10, note


def _leads(size: int, places: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, max(1, size // ONE_IN_LEAD) + 1):
        title = f"{chance.choice(_ROLES).capitalize()}, {chance.choice(_KINDS).lower()}"
        contact = number * ONE_IN_LEAD % size + 1
        yield _uid(4, number), title, number % places + 1, contact, "new", _ago(30)


def _referrals(size: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, _steps(size) // 4 + 1):
        contact = number * 4 * ONE_IN_OPEN % size + 1
        giver = (contact + 7) % size + 1
        yield _uid(5, number), giver, contact, _ago(chance.randrange(1, 30)), "", _day(-7)


def _steps(size: int) -> int:
    return max(10, size // ONE_IN_OPEN)


def _follow_ups(size: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, _steps(size) + 1):
        contact = number * ONE_IN_OPEN % size + 1 if size > 10 * ONE_IN_OPEN else number
        first = chance.randrange(-20, 45)
        due = first if number % 3 else min(first, chance.randrange(-5, 5))
        yield (
            _uid(6, number), chance.choice(_ACTIONS), contact,
            number if number % 9 == 0 and number <= size // ONE_IN_LEAD else None,
            number // 4 if number % 4 == 0 else None,
            f"the {chance.choice(_ROLES)} opening" if number % 2 else "",
            _day(first), _day(due), chance.choice(_OWED), _ago(first + 3),
        )  # fmt: skip


def _snoozes(size: int) -> Iterator[tuple[object, ...]]:
    for number in range(3, _steps(size) + 1, 3):
        yield number, _day(4), _day(1), "later", _ago(4)
