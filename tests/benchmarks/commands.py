"""The commands without a screen, each timed from outside, in a new order each time."""

from __future__ import annotations

import json
import os
import random
import re
import select
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter as now
from time import process_time
from typing import NamedTuple

from tests.benchmarks.samples import Samples
from tests.benchmarks.stores import name_of
from tests.benchmarks.surroundings import PYTHON, Surroundings

TASKS = 10_000
"""So many tasks taskwarrior is given to compare with."""
LOOK_SECONDS = 0.02
"""How often a running command's memory is read."""


def commands(around: Surroundings, samples: Samples, times: int) -> None:
    """How long each command takes, from its start until it is gone."""
    size = around.sizes.some
    counted = iter(range(1, 1_000_000))

    def called(*words: str) -> Callable[[], Sequence[str]]:
        """A command about somebody else each time."""
        return lambda: around.writing(size, *words, name_of(next(counted) * 7 % size + 1))

    found: dict[str, Callable[[], Sequence[str]]] = {
        "python": lambda: PYTHON,
        "due": lambda: around.followup(size, "due"),
        "due --count": lambda: around.followup(size, "due", "--count"),
        "touch": lambda: (*called("touch")(), "no-answer"),
        "log": lambda: around.writing(size, "log", f"left vm for {name_of(next(counted) * 7)}"),
    }
    if shutil.which("task"):
        tasks = _tasks(min(TASKS, size))
        kept = around.environment | {"TASKDATA": str(tasks), "TASKRC": str(tasks / "taskrc")}
        found["task overdue"] = lambda: ("task", "rc.verbose=nothing", "overdue")
        found["task add"] = lambda: ("task", "rc.verbose=nothing", "add", "call", "somebody")
    else:
        kept = around.environment
    for number in range(times + 1):
        for name in random.sample(list(found), len(found)):
            words = found[name]()
            took = run(words, kept if name.startswith("task") else around.environment).took
            if number:  # The first round only warms the caches.
                samples.add("shell", name, took)


def importing(around: Surroundings, samples: Samples, rows: int) -> None:
    """A table of people taken in and taken back, beside the same rows written by plain sqlite3."""
    table = around.folder / f"connections-{rows}.csv"
    table.write_text(linkedin(rows), encoding="utf-8")
    for count in (max(100, rows // 10), rows):
        part = around.folder / "part.csv"
        part.write_text("".join(table.read_text().splitlines(keepends=True)[: count + 1]))
        store = around.folder / f"import-{count}.db"
        for path in around.folder.glob(f"{store.name}*"):
            path.unlink()
        shutil.rmtree(around.folder / "backups", ignore_errors=True)
        words = around.followup(around.sizes.few)[:-1]
        run((*words, str(store), "due"), around.environment)
        spent = run((*words, str(store), "import", str(part)), around.environment)
        if count == rows:
            samples.add("shell", "import", spent.took)
            samples.add("shell", "import, processor", spent.processor)
            undone = run((*words, str(store), "undo"), around.environment)
            samples.add("shell", "undo", undone.took)
            samples.add("shell", "undo, processor", undone.processor)
        part_of = "import memory" if count == rows else "import memory, a tenth"
        samples.add("shell", part_of, spent.memory)
    busy = process_time()
    samples.add("sqlite3", "import", _plain_import(around.folder, rows))
    samples.add("sqlite3", "import, processor", (process_time() - busy) * 1e3)


class Spent(NamedTuple):
    """What a command cost."""

    took: float
    """Milliseconds until it was gone."""
    memory: float
    """MiB that it had at most."""
    processor: float
    """Milliseconds of it; what else runs on the machine counts little here."""


def run(words: Sequence[str], environment: dict[str, str]) -> Spent:
    """Run a command to its end and say what it cost.

    Raises:
        RuntimeError: It failed.
    """
    null = os.open(os.devnull, os.O_RDWR)
    with tempfile.TemporaryFile() as said:
        files = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1),
                 (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]  # fmt: skip
        start = now()
        pid = os.posix_spawnp(words[0], words, environment, file_actions=files)
        peak = _peak_until_gone(pid)
        _, status, used = os.wait4(pid, 0)
        took = (now() - start) * 1e3
        os.close(null)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            said.seek(0)
            raise RuntimeError(f"{words[3:]}: {said.read().decode(errors='replace')}")
    return Spent(took, peak, (used.ru_utime + used.ru_stime) * 1e3)


def _peak_until_gone(pid: int) -> float:
    """MiB that a child had at most, read while it runs.

    `ru_maxrss` begins with what its parent had, which here is more than a command has.
    """
    gone, peak = os.pidfd_open(pid), 0.0
    try:
        while not select.select([gone], [], [], LOOK_SECONDS)[0]:
            said = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
            found = re.search(r"VmHWM:\s+(\d+) kB", said)
            peak = max(peak, int(found[1]) / 1024 if found else 0.0)
    finally:
        os.close(gone)
    return peak


def linkedin(rows: int) -> str:
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for number in range(1, rows + 1):
        given, _, family = name_of(number).partition(" ")
        lines.append(
            f"{given},{family},https://www.linkedin.com/in/p{number},p{number}@mail.example,"
            f"Corgate Labs {number % 3000},engineer,{number % 28 + 1:02} Oct 2025"
        )
    return "\n".join(lines) + "\n"


def _plain_import(folder: Path, rows: int) -> float:
    """The same people by `executemany` with indexes and search, without reading or a journal."""
    path = folder / "plain.db"
    path.unlink(missing_ok=True)
    start = now()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "PRAGMA journal_mode = wal;"
            "CREATE TABLE person (id INTEGER PRIMARY KEY, name, folded, organization, role);"
            "CREATE INDEX by_name ON person (folded);"
            "CREATE TABLE way (id INTEGER PRIMARY KEY, person, kind, typed, normal);"
            "CREATE INDEX by_normal ON way (kind, normal); CREATE INDEX by_person ON way (person);"
            "CREATE VIRTUAL TABLE words USING fts5(name, prefix = '1 2 3')"
        )
        names = [(n, name_of(n)) for n in range(1, rows + 1)]
        connection.executemany(
            "INSERT INTO person VALUES (?, ?, ?, ?, 'engineer')",
            ((n, name, name.casefold(), n % 3000) for n, name in names),
        )
        connection.executemany(
            "INSERT INTO way (person, kind, typed, normal) VALUES (?, ?, ?, ?)",
            ((n, kind, f"{kind}{n}", f"{kind}{n}") for n, _ in names for kind in ("email", "url")),
        )
        connection.executemany("INSERT INTO words (rowid, name) VALUES (?, ?)", names)
        connection.commit()
    return (now() - start) * 1e3


def _tasks(count: int) -> Path:
    """A folder of taskwarrior's with so many tasks, made once."""
    folder = Path(tempfile.gettempdir()) / f"followup-benchmarks-task-{count}"
    if not folder.exists():
        making = Path(tempfile.mkdtemp())
        (making / "taskrc").write_text(f"data.location={making}\nconfirmation=no\n")
        tasks = [
            {"description": f"call {name_of(n)}", "due": f"2026-1{n % 3}-{n % 28 + 1:02}T120000Z",
             "status": "pending"}
            for n in range(1, count + 1)
        ]  # fmt: skip
        subprocess.run(
            ("task", "import"), input=json.dumps(tasks), text=True, check=True,
            capture_output=True, env=os.environ | {"TASKRC": str(making / "taskrc"),
                                                   "TASKDATA": str(making)},
        )  # fmt: skip
        (making / "taskrc").write_text(f"data.location={folder}\nconfirmation=no\n")
        making.rename(folder)
    return folder
