"""Long work in the app: whether keys are answered meanwhile, and whether it stops when asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from time import perf_counter as now

from tests.benchmarks.commands import linkedin
from tests.benchmarks.samples import Samples
from tests.benchmarks.screens import DOWN, ENTER, ESCAPE, UP, shows
from tests.benchmarks.stores import copy
from tests.benchmarks.surroundings import FOLLOWUP, Surroundings, backup_of_today
from tests.benchmarks.terminal import Sign, Terminal

PATIENCE = 60.0
"""Seconds after which work counts as never done."""
SETTLED = 0.3
"""Seconds of silence after which a dialog stands."""
A_FRAME = 0.015
BAR_SECONDS = 0.1
"""How often the bar is drawn."""


def long_work(around: Surroundings, samples: Samples, rows: int) -> None:
    """A backup, a look over the store, all of it written out; then a file of `rows` people."""
    folder = around.folder / "work"
    folder.mkdir(exist_ok=True)
    store = copy(around.sizes.some, folder)
    backup_of_today(store)
    run = Terminal((*FOLLOWUP, "--db", str(store)), around.environment)
    run.wait_for(shows("in play"))
    for keys, over in (
        ((b"B", ENTER), shows("Backed up")),
        ((b"B", DOWN, ENTER), _looked_over),
        ((b"E", ENTER), shows("Exported")),
    ):
        for key in keys[:-1]:
            run.press(key, quiet=SETTLED)
        run.press(keys[-1], quiet=A_FRAME)
        samples.add("long work", "key", _keys_until(run, over))
    table = folder / "people.csv"
    table.write_text(linkedin(rows), encoding="utf-8")
    _import(run, samples, table, rows)
    run.leave(b"q")
    _stopped(around, samples, store, table)


def _looked_over(lines: Sequence[str]) -> bool:
    return shows("The store is sound")(lines) or shows("run: followup check")(lines)


def _keys_until(run: Terminal, over: Sign) -> list[float]:
    """How long each key waited for its first byte, until the work was over."""
    waits, start = [], now()
    while not waits or (not over(run.screen.display) and now() < start + PATIENCE):
        press = run.press(UP if len(waits) % 2 else DOWN, quiet=A_FRAME)
        waits.append(press.first if press else 1000.0)
    return waits


def _choose(run: Terminal, table: Path) -> None:
    """As far as the key that takes the file in."""
    run.press(b"I", quiet=SETTLED)
    run.press(str(table).encode(), quiet=SETTLED)
    run.press(ENTER, quiet=A_FRAME)
    run.wait_for(shows("in the file"), PATIENCE)


def _import(run: Terminal, samples: Samples, table: Path, rows: int) -> None:
    """How late the bar was at most, beside the saving of the file."""
    _choose(run, table)
    seen = run.record(ENTER, shows("Imported"), PATIENCE)
    gaps = [later - earlier for earlier, later in pairwise(seen)]
    samples.add("long work", "bar", (max(gaps, default=0.0) - BAR_SECONDS) * 1e3)


def _stopped(around: Surroundings, samples: Samples, store: Path, table: Path) -> None:
    """How soon `esc` ends the saving, and how many people it leaves behind."""
    before = _people(store)
    run = Terminal((*FOLLOWUP, "--db", str(store)), around.environment)
    run.wait_for(shows("in play"))
    table.write_text(table.read_text(encoding="utf-8").replace("Labs", "Mills").replace("p", "q"))
    _choose(run, table)
    run.record(ENTER, shows("%"), PATIENCE)
    at = now()
    run.record(ESCAPE, shows("nothing was changed"), PATIENCE)
    samples.add("long work", "stopped", (now() - at) * 1e3)
    run.leave(b"q")
    samples.add("long work", "left by what was stopped", float(_people(store) - before))


def _people(store: Path) -> int:
    with closing(sqlite3.connect(store)) as connection:
        return int(connection.execute("SELECT count(*) FROM contact").fetchone()[0])
