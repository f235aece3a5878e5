"""What is killed, and what must be left: everything acknowledged, nothing half, all sound."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from followup_tui.store import raw
from followup_tui.store.place import SCHEMA_VERSION
from tests.faults.killing import Round, Scenario
from tests.faults.stores import (
    PYTHON,
    asked,
    copied,
    followup,
    names,
    of_first_version,
    one_of,
    people_file,
    with_people,
    wrong_with,
)

ROWS = 5000
BASE = 200
PAIRS = 60
ANEW = 25
"""After so many rounds a store that grows begins anew, so that a round stays short."""


def nothing_missing(done: Round) -> int:
    """Where a round has one outcome only, `wrong` says whether it is whole."""
    return 0


def scenarios(place: Path) -> list[Scenario]:
    """All of them, with their stores under `place`."""
    return [
        _shell(), _import(place), _merge(place), _migration(place), _backup(place),
        _restore(place), _export(place),
    ]  # fmt: skip


def _writer(kind: str, word: str) -> list[str]:
    return [sys.executable, "-m", "tests.faults.writers", kind, word]


def _shell() -> Scenario:
    known: list[str] = []

    def prepare(folder: Path, number: int) -> None:
        if number % ANEW == 0:
            known.clear()
            _empty(folder)

    def missing(done: Round) -> int:
        known.extend(done.acknowledged)
        if not done.book.exists():
            return len(known)
        there = names(done.book)
        for column, table in (("note", "touch"), ("what", "follow_up")):
            there |= {str(word) for (word,) in asked(done.book, f"SELECT {column} FROM {table}")}
        lost = [token for token in known if token not in there]
        known[:] = [token for token in known if token in there]
        return len(lost)

    def wrong(done: Round) -> Sequence[str]:
        if not done.book.exists():
            return []
        bare = asked(
            done.book,
            "SELECT count(*) FROM contact WHERE id NOT IN (SELECT contact_id FROM way)"
            " AND name NOT LIKE '%undone%'",
        )
        half = [f"{bare[0][0]} people without their address"] if bare[0][0] else []
        return [*half, *wrong_with(done.book)]

    return Scenario(
        "a writing shell", 500, prepare,
        lambda _, number: _writer("shell", f"kt{number}"), missing, wrong, longest=1.2,
    )  # fmt: skip


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _once(
    name: str, full: int, base: Path, words: Sequence[str],
    wrong: Callable[[Round], Sequence[str]],
) -> Scenario:  # fmt: skip
    """One command on a copy of the same store, each round."""
    return Scenario(
        name, full, lambda folder, _: copied(base, folder), lambda *_: [*PYTHON, *words],
        nothing_missing, lambda done: [*wrong(done), *wrong_with(done.book)],
    )  # fmt: skip


def _import(place: Path) -> Scenario:
    base = place / "import"
    with_people(base, BASE)
    coming = people_file(place / "coming.csv", ROWS, "New")

    def wrong(done: Round) -> Sequence[str]:
        found = len(names(done.book))
        return one_of(found, BASE + ROWS) if done.ended else one_of(found, BASE, BASE + ROWS)

    return _once(f"an import of {ROWS:,} rows", 100, base, ("import", str(coming)), wrong)


def _merge(place: Path) -> Scenario:
    base = place / "merge"
    with_people(base, PAIRS * 2)

    def missing(done: Round) -> int:
        there = {row_id for (row_id,) in asked(done.book, "SELECT id FROM contact")}
        return sum(int(token) + 1 in there for token in done.acknowledged)

    def wrong(done: Round) -> Sequence[str]:
        people, ways, merges = (
            int(str(asked(done.book, question)[0][0]))
            for question in (
                "SELECT count(*) FROM contact",
                "SELECT count(*) FROM way",
                "SELECT count(*) FROM step WHERE label LIKE 'Merged%'",
            )
        )
        return [
            *one_of(ways, PAIRS * 2),
            *one_of(people, PAIRS * 2 - merges),
            *wrong_with(done.book),
        ]

    return Scenario(
        "merges", 100, lambda folder, _: copied(base, folder),
        lambda *_: _writer("merger", str(PAIRS * 2)), missing, wrong,
    )  # fmt: skip


def _migration(place: Path) -> Scenario:
    base = place / "migration"
    of_first_version(base, ROWS)

    def wrong(done: Round) -> Sequence[str]:
        version = raw.marks(done.book).version
        tables = int(str(asked(done.book, "SELECT count(*) FROM sqlite_master")[0][0]))
        few = version == 1 and tables > 40
        return [
            *one_of(version, 1, SCHEMA_VERSION),
            *(["tables of the later version in the older one"] if few else []),
            *one_of(len(names(done.book)), ROWS),
        ]

    return _once("a migration", 50, base, ("due",), wrong)


def _backup(place: Path) -> Scenario:
    base = place / "backup"
    with_people(base, ROWS)
    return _once(
        "a backup", 50, base, ("backup",), lambda done: one_of(len(names(done.book)), ROWS)
    )


def _restore(place: Path) -> Scenario:
    base = place / "restore"
    with_people(base, BASE)
    followup(base, "backup", str(place / "old.db"))
    with_people(base, ROWS, "More")

    def wrong(done: Round) -> Sequence[str]:
        return one_of(len(names(done.book)), BASE, BASE + ROWS)

    return _once("a restore", 50, base, ("restore", str(place / "old.db"), "--yes"), wrong)


def _export(place: Path) -> Scenario:
    base = place / "export"
    with_people(base, ROWS)
    (base / "out.json").write_text('{"contacts": []}')

    def prepare(folder: Path, _: int) -> None:
        copied(base, folder)

    def wrong(done: Round) -> Sequence[str]:
        told = json.loads((done.folder / "out.json").read_text())
        return [*one_of(len(told["contacts"]), 0, ROWS), *wrong_with(done.book)]

    return Scenario(
        "an export", 50, prepare,
        lambda folder, _: [*PYTHON, "export", "-o", str(folder / "out.json")],
        nothing_missing, wrong,
    )  # fmt: skip
