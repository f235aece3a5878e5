"""The app in a terminal: typed into, killed, and crowded."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from random import Random
from threading import Thread
from time import monotonic

from tests.benchmarks.terminal import Terminal
from tests.faults.killing import ACK
from tests.faults.stores import (
    PYTHON,
    asked,
    names,
    surroundings,
    with_people,
    wrong_with,
)
from tests.faults.tally import Tally

LETTERS = "abcdefghij"
LOGGING = "enter save all"
"""What is on the screen while a log is typed."""


class App(Terminal):
    """A running app."""

    def __init__(self, folder: Path, words: Sequence[str] = PYTHON) -> None:
        super().__init__(words, surroundings(folder), rows=30, columns=100)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """End it at once."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def shows(self, words: str, seconds: float) -> bool:
        """Whether the words come to be on the screen in time."""
        if seconds <= 0:
            return False
        if any(words in line for line in self.screen.display):
            return True
        return (
            self.wait_for(lambda lines: any(words in line for line in lines), seconds) is not None
        )

    @property
    def last_row(self) -> str:
        return self.screen.display[-1].strip()


def ended(app: App, seconds: float = 10.0) -> int:
    """The exit code, once it has ended by itself."""
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        app._read(0.02)
        pid, status = os.waitpid(app.pid, os.WNOHANG)
        if pid:
            app._wait_until_quiet(0)
            app.pid = 0
            return os.waitstatus_to_exitcode(status)
    raise AssertionError("it did not end")


def spelled(number: int) -> str:
    """A number as a name: no reader takes it for a time, a phone or a count."""
    return "Kt" + "".join(LETTERS[int(digit)] for digit in str(number))


def log(app: App, name: str, end: float) -> bool:
    """Log a talk with somebody new; whether the app says that it is saved, before `end`."""
    app.send(b"l")
    if not app.shows(LOGGING, end - monotonic()):
        return False
    app.send(f"talked to Kim {name}\r".encode())
    return app.shows(f"Talked to Kim {name}", end - monotonic())


def kill_apps(rounds: int, chance: Random) -> Tally:
    """Type into the app, kill it so many times, and look."""
    tally = Tally("a writing app")
    began = monotonic()
    known: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with_people(folder, 30)
        number = 0
        for _ in range(rounds):
            app = App(folder)
            if not app.shows("Contacts", 20):
                tally.faults.append("the app did not begin: " + app.last_row)
            end = monotonic() + chance.uniform(0.1, 4.0)
            while monotonic() < end:
                number += 1
                if log(app, spelled(number), end):
                    known.add(f"Kim {spelled(number)}")
            app.kill()
            tally.rounds += 1
            tally.killed += 1
            tally.lost += len(known - names(folder / "book.db"))
            tally.faults += wrong_with(folder / "book.db")
    tally.acknowledged = len(known)
    tally.seconds = monotonic() - began
    return tally


def crowd(writes: int, seconds: float) -> Tally:
    """Two shells write so often, and two apps for so long: all is there, and nobody complains."""
    tally = Tally("two apps and two shells at once", rounds=1)
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with_people(folder, 30)
        told: dict[str, list[str]] = {}
        each = [
            Thread(target=_shell, args=(folder, tally, told, f"s{number}", writes // 2))
            for number in (1, 2)
        ]
        each += [
            Thread(target=_type, args=(folder, tally, told, number, seconds)) for number in (1, 2)
        ]
        for one in each:
            one.start()
        for one in each:
            one.join()
        tally.seconds = monotonic() - began
        ids = dict(asked(folder / "book.db", "SELECT name, id FROM contact"))
        for who, tokens in told.items():
            tally.acknowledged += len(tokens)
            tally.lost += sum(token not in ids for token in tokens)
            order = [ids[token] for token in tokens if token in ids]
            if order != sorted(order):
                tally.faults.append(f"{who}: not in order")
        tally.faults += wrong_with(folder / "book.db")
    tally.remark = ", ".join(f"{who} {len(tokens)}" for who, tokens in sorted(told.items()))
    return tally


def _type(
    folder: Path, tally: Tally, told: dict[str, list[str]], number: int, seconds: float
) -> None:
    app = App(folder)
    mine = told.setdefault(f"app {number}", [])
    if not app.shows("Contacts", 30):
        tally.faults.append("the app did not begin")
    end = monotonic() + seconds
    for turn in count():
        name = spelled(number * 100_000 + turn)
        if not log(app, name, min(monotonic() + 30, end + 30)):
            shown = "\n".join(filter(str.strip, app.screen.display))
            tally.faults.append(f"app {number}: {name} isn't said to be saved:\n{shown}")
            break
        mine.append(f"Kim {name}")
        if monotonic() > end:
            break
    if not app.leave(b"q").clean:
        tally.faults.append(f"app {number} did not leave cleanly")


def _shell(folder: Path, tally: Tally, told: dict[str, list[str]], who: str, writes: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.writers", "adder", f"{who}:{writes}"],
        env=surroundings(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip
    told[f"shell {who}"] = ACK.findall(done.stdout)
    if done.returncode or done.stderr:
        tally.faults.append(f"shell {who}: {done.returncode} {done.stderr[-300:]}")
