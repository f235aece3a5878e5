"""Several at once over a longer time: one of three killed, eight in a row, a lock that stays."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import monotonic, sleep

from followup_tui.store import raw
from tests.faults.apps import App
from tests.faults.killing import ACK
from tests.faults.stores import followup, names, surroundings, with_people, wrong_with
from tests.faults.tally import Tally

EACH = 80
"""People that each of three writers adds, so that there is time to kill one."""
MOST_MS = 100.0
"""So long a key may take to be shown while another process holds the store."""
MOST_WAL = 4 * 1024 * 1024


def _writer(folder: Path, kind: str, word: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.writers", kind, word], env=surroundings(folder),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def three_writers(rounds: int, chance: Random) -> Tally:
    """Three write, one is killed: the other two go on, and nothing acknowledged is lost."""
    tally = Tally("three writers, one killed")
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        followup(folder, "due")
        known: set[str] = set()
        for number in range(rounds):
            each = [_writer(folder, "adder", f"r{number}w{one}:{EACH}") for one in range(3)]
            sleep(chance.uniform(0.4, 1.5))
            each[0].send_signal(signal.SIGKILL)
            for one, process in enumerate(each):
                said, wrong = process.communicate()
                known |= set(ACK.findall(said))
                if one and (process.returncode or wrong):
                    tally.faults.append(f"round {number}: {process.returncode} {wrong[-200:]}")
            tally.killed += each[0].returncode == -signal.SIGKILL
            tally.rounds += 1
        tally.acknowledged, tally.lost = len(known), len(known - names(folder / "book.db"))
        tally.faults += wrong_with(folder / "book.db")
    tally.seconds = monotonic() - began
    return tally


def eight_writers(each: int) -> Tally:
    """Eight write so often at once, from the first start on: all is there, and nobody fails."""
    tally = Tally("eight writers on the first day", rounds=1)
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        running = [_writer(folder, "adder", f"w{one}:{each}") for one in range(8)]
        for process in running:
            said, wrong = process.communicate()
            tally.acknowledged += len(ACK.findall(said))
            if process.returncode or wrong:
                tally.faults.append(f"{process.returncode} {wrong[-200:]}")
        tally.lost = 8 * each - len(names(folder / "book.db"))
        tally.faults += wrong_with(folder / "book.db")
    tally.seconds = monotonic() - began
    return tally


def behind_a_lock(presses: int) -> Tally:
    """A key after a write that waits for another process: how long until it is shown."""
    tally = Tally("keys behind another's lock")
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with_people(folder, 30)
        app = App(folder)
        if not app.shows("Contacts", 30):
            tally.faults.append("the app did not begin: " + app.last_row)
        app.press(b"2v", quiet=0.3)
        took = sorted(
            _press_behind(app, folder / "book.db", b"jk"[turn % 2 :][:1]) for turn in range(presses)
        )
        app.kill()
    tally.rounds = len(took)
    middle, late = took[len(took) // 2], took[len(took) * 19 // 20]
    tally.remark = f"p50 {middle:.0f} ms, p95 {late:.0f} ms, most {took[-1]:.0f} ms"
    if late > MOST_MS:
        tally.faults.append(f"a key took {late:.0f} ms, and {MOST_MS:.0f} are the most")
    tally.seconds = monotonic() - began
    return tally


def _press_behind(app: App, path: Path, key: bytes) -> float:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    app.send(b"v")
    pressed = app.press(key, quiet=0.15)
    other.execute("COMMIT")
    other.close()
    app._wait_until_quiet(0.5)
    return pressed.first if pressed else float("inf")


def ten_thousand(writes: int) -> Tally:
    """So many writes beside an open app: the file of last writes stays small."""
    tally = Tally(f"{writes:,} writes beside an open app", rounds=1)
    began = monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with_people(folder, 30)
        app = App(folder)
        if not app.shows("Contacts", 30):
            tally.faults.append("the app did not begin: " + app.last_row)
        process = _writer(folder, "quick", f"q:{writes}")
        most = 0
        while process.poll() is None:
            app._read(0.05)
            wal = raw.wal_of(folder / "book.db")
            most = max(most, wal.stat().st_size if wal.exists() else 0)
        said, wrong = process.communicate()
        tally.acknowledged = len(ACK.findall(said))
        if process.returncode or most > MOST_WAL:
            tally.faults.append(f"{process.returncode} {wrong[-200:]}, {most:,} bytes of -wal")
        if not app.leave(b"q").clean:
            tally.faults.append("the app did not leave cleanly")
        tally.lost = writes + 30 - len(names(folder / "book.db"))
        tally.faults += wrong_with(folder / "book.db")
    tally.remark = f"at most {most / 2**20:.1f} MB of -wal"
    tally.seconds = monotonic() - began
    return tally
