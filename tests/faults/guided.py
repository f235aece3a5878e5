"""Input that libFuzzer makes, led by what the code does with it, for one reader at a time.

`python -m tests.faults.guided NAME [-max_total_time=600 …]`; NAME is a target of `fuzz`, the rest
goes to libFuzzer. It needs `pip install atheris`, and ends at the first error that isn't ours.
"""

from __future__ import annotations

import pkgutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

WATCHED = ("followup_tui.exchange", "followup_tui.rules", "followup_tui.text")
"""Of these each branch taken is told to libFuzzer."""


def main(words: list[str]) -> int:
    """Feed one target until the time is over; does not return where libFuzzer finds something."""
    atheris: Any = import_module("atheris")
    with atheris.instrument_imports(include=list(WATCHED)):
        _load_all()
        fuzz = import_module("tests.faults.fuzz")
        errors = import_module("followup_tui.errors")
    name, *more = words
    target = fuzz.TARGETS[name]

    def feed(raw: bytes) -> None:
        try:
            target.read(raw)
        except errors.FollowupError:
            return

    with tempfile.TemporaryDirectory() as place:
        for number, seed in enumerate(target.seeds):
            (Path(place) / f"seed{number}").write_bytes(seed)
        atheris.Setup([sys.argv[0], place, "-timeout=10", "-rss_limit_mb=1024", *more], feed)
        atheris.Fuzz()
    return 0


def _load_all() -> None:
    """Load what is otherwise loaded at its first use, when nobody would watch it any more."""
    for name in WATCHED:
        for found in pkgutil.walk_packages(
            getattr(import_module(name), "__path__", ()), name + "."
        ):
            import_module(found.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
