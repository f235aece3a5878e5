"""What a long day leaves: memory, the size of the log of writes, processes, terminal modes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.samples import Samples
from tests.benchmarks.screens import BACKSPACE, DOWN, ENTER, ESCAPE, UP, shows
from tests.benchmarks.surroundings import ROOT, Surroundings
from tests.benchmarks.terminal import Terminal

A_KEY = 0.008
"""Seconds between keys: faster than anybody types."""
WRITES = """
import sys
from datetime import datetime
from pathlib import Path
from followup_tui.actions import plans
from followup_tui.rules.moment import Moment
from followup_tui.store.book import open_book
from followup_tui.store.dealings import FollowUp
now = Moment(datetime.fromisoformat(sys.argv[2]))
with open_book(Path(sys.argv[1])):
    steps = [row.id for row in FollowUp.select().where(FollowUp.state == "open").limit(10)]
    for number in range(int(sys.argv[3])):
        plans.pin(now, steps[number % len(steps)])
"""
"""Another program that writes while the app is open."""


def a_long_day(around: Surroundings, samples: Samples, keys: int, writes: int) -> None:
    """The app over many keys and many writes of another program."""
    path = around.written[around.sizes.some]
    run = Terminal(around.writing(around.sizes.some), around.environment)
    run.wait_for(shows("in play"))
    turn = min(100, keys // 2)
    run.repeat(DOWN, 2 * turn, A_KEY)
    before = run.resident()
    for _ in range(keys // turn // 2):
        run.repeat(DOWN, turn, A_KEY)
        run.repeat(UP, turn, A_KEY)
    words = (sys.executable, "-c", WRITES, str(path), around.environment["FOLLOWUP_NOW"])
    writer = subprocess.Popen((*words, str(writes)), cwd=ROOT, env=around.environment)
    most = 0
    while writer.poll() is None:
        run.press(DOWN)
        run.press(UP)
        most = max(most, _log_of(path))
    run.press(UP, quiet=1.0)
    samples.add("a long day", "memory grown", run.resident() - before)
    samples.add("a long day", "log of writes", max(most, _log_of(path)) / 2**20)
    run.leave(b"q")


def again_and_again(around: Surroundings, samples: Samples, times: int) -> None:
    """Opened, something found, closed, so many times: what stays behind."""
    left = 0
    path = around.written[around.sizes.few]
    for _ in range(times):
        run = Terminal(around.writing(around.sizes.few), around.environment)
        run.wait_for(shows("in play"))
        for key in (b"/", b"a", b"d", BACKSPACE, ENTER, ESCAPE):
            run.press(key, quiet=A_KEY)
        left += not run.leave(b"q").clean
        left += Path(f"/proc/{run.pid}").exists()
        left += _log_of(path) > 0
    samples.add("again and again", "left behind", float(left))


def _log_of(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    return log.stat().st_size if log.exists() else 0
