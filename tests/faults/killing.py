"""Kill what writes at a random moment, look at what is left, and do so again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic, sleep

from tests.faults.stores import surroundings
from tests.faults.tally import Tally

ACK = re.compile(r"^ACK (\S+)$", re.M)
FINE = (0, 1)
"""Done, and nothing found."""
CALIBRATING = 2
"""Rounds that are left to end by themselves, to learn how long they take."""


@dataclass(frozen=True)
class Round:
    """One run of a writer, ended or killed."""

    folder: Path
    number: int
    ended: bool
    acknowledged: Sequence[str]

    @property
    def book(self) -> Path:
        return self.folder / "book.db"


@dataclass(frozen=True)
class Scenario:
    """Something that writes, and what must hold after it was killed."""

    name: str
    full: int
    prepare: Callable[[Path, int], None]
    """Makes the folder ready for the round of this number."""
    words: Callable[[Path, int], Sequence[str]]
    """The process that is killed."""
    missing: Callable[[Round], int]
    """How many acknowledged writes aren't there."""
    wrong: Callable[[Round], Sequence[str]]
    """What else is not as it must be."""
    longest: float = 60.0
    """Seconds after which a writer that would go on is killed."""


def kill(scenario: Scenario, rounds: int, chance: Random) -> Tally:
    """Run the scenario until it was killed so many times, each at a moment of its own."""
    tally = Tally(scenario.name)
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "round"
        lasts = scenario.longest
        while tally.killed < rounds and tally.rounds < rounds * 3 + CALIBRATING:
            number = tally.rounds
            scenario.prepare(folder, number)
            calibrating = number < CALIBRATING
            wait = scenario.longest if calibrating else chance.uniform(0.02, lasts)
            start = monotonic()
            done = _run(scenario, folder, number, wait)
            if done.ended or calibrating:
                lasts = min(monotonic() - start, scenario.longest)
            tally.rounds += 1
            tally.killed += not done.ended
            tally.acknowledged += len(done.acknowledged)
            tally.lost += scenario.missing(done)
            tally.faults += [f"round {number}: {said}" for said in scenario.wrong(done)]
    tally.seconds = monotonic() - began
    return tally


def _run(scenario: Scenario, folder: Path, number: int, wait: float) -> Round:
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            scenario.words(folder, number), env=surroundings(folder), cwd=folder.parent,
            stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        end = monotonic() + wait
        while monotonic() < end and process.poll() is None:
            sleep(min(0.002, max(0.0, end - monotonic())))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        out.seek(0)
        said = out.read().decode(errors="replace")
    # It may have ended by itself just before the kill reached it.
    ended = process.returncode in FINE
    if not ended and process.returncode != -signal.SIGKILL:
        raise AssertionError(f"{scenario.name} failed by itself: {said[-1000:]}")
    return Round(folder, number, ended, ACK.findall(said))
