"""What every measured program is given: its clock, its home, its terminal, its store."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.stores import NOW, copy, store

ROOT = Path(__file__).parents[2]
FOLLOWUP = (
    sys.executable,
    "-c",
    "from followup_tui.cli.entry import main; raise SystemExit(main())",
)
"""What the installed command does, without depending on where it was installed."""
PYTHON = (sys.executable, "-c", "pass")
BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))


class Sizes(NamedTuple):
    """How many people the stores have."""

    few: int = 100
    some: int = 30_000
    many: int = 1_000_000


SMALL = Sizes(100, 300, 300)


def backup_of_today(path: Path) -> Path:
    """What the app takes for today's backup of a store: else it makes one while it is measured.

    That is a dimension of its own, "beside the daily backup".
    """
    backup = path.parent / "backups" / f"{path.stem}-20261123T150000Z-daily-{'0' * 16}.db"
    backup.parent.mkdir(mode=0o700, exist_ok=True)
    backup.touch()
    return backup


class Surroundings:
    """A folder of its own for one round of measuring, with a store of each size to write to."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder = folder
        self.sizes = sizes
        self.small = sizes == SMALL
        """Whether only the benchmark itself is tried."""
        self.times = 4 if self.small else 48
        """So often each key is pressed in one run."""
        self.stores = {size: store(size) for size in sizes}
        """They are only read."""
        self.written = {size: copy(size, folder) for size in sizes}
        """Copies, for what writes; today's backup of each is made already."""
        os.sync()  # Else what is measured waits for the disk to take the copies.
        for path in self.written.values():
            backup_of_today(path)
        dropped = (
            "COLUMNS", "LINES", "NO_COLOR", "CI", "FOLLOWUP_DB", "TASKDATA", "TASKRC",
            # What is installed was compiled once: so must be what is measured.
            "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED",
        )  # fmt: skip
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        self.environment = kept | {
            "HOME": str(folder),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            "TZ": "America/Denver",
            "FOLLOWUP_NOW": NOW,
            "PYTHONPATH": str(ROOT),
        }
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            self.environment.pop(name, None)

    def followup(self, size: int, *words: str) -> tuple[str, ...]:
        """The command over the store of `size` people, which is only read."""
        return (*FOLLOWUP, "--db", str(self.stores[size]), *words)

    def writing(self, size: int, *words: str) -> tuple[str, ...]:
        """The command over the copy that may be written to."""
        return (*FOLLOWUP, "--db", str(self.written[size]), *words)
