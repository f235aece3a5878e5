"""`python -m tests.benchmarks [--small] [--only NAME] [--runs N] [--json]`."""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from tests.benchmarks import commands, lasting, reading, screens, working
from tests.benchmarks.goals import Verdict, goals, judged
from tests.benchmarks.samples import Samples
from tests.benchmarks.surroundings import SMALL, Sizes, Surroundings

Job = Callable[[], None]


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print the table, and give the exit code: 0, whatever the figures are."""
    asked = _asked(words)
    sizes = SMALL if asked.small else Sizes()
    samples = Samples()
    with tempfile.TemporaryDirectory() as folder:
        around = Surroundings(Path(folder), sizes)
        for number in range(1 if asked.small else asked.runs):
            jobs = _jobs(around, samples, asked.small, first=number == 0)
            for name in random.sample(list(jobs), len(jobs)):
                if any(word in name for word in asked.only.split(",")):
                    print(f"{number + 1}: {name}", end="", file=sys.stderr)
                    start = perf_counter()
                    jobs[name]()
                    print(f"{perf_counter() - start:8.1f} s", file=sys.stderr)
    verdicts = [judged(goal, samples) for goal in goals(sizes)]
    if asked.json:
        record = {"load": os.getloadavg(), "table": [v._asdict() for v in verdicts],
                  "samples": samples.everything()}  # fmt: skip
        print(json.dumps(record, indent=1))
    else:
        print("\n".join(_lines(verdicts)))
    return 0


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--small", action="store_true", help="small stores, once")
    parser.add_argument("--only", default="", help="what has one of these words in its name: a,b")
    parser.add_argument("--runs", type=int, default=3, help="how many rounds")
    parser.add_argument("--json", action="store_true", help="every number, as JSON")
    return parser.parse_args(words)


def _jobs(around: Surroundings, samples: Samples, small: bool, first: bool) -> dict[str, Job]:
    """What is measured in one round, by name."""
    sizes = around.sizes
    jobs: dict[str, Job] = {
        "bare": partial(screens.bare, around, samples),
        "shell": partial(commands.commands, around, samples, 1 if small else 10),
        "import": partial(commands.importing, around, samples, 200 if small else 30_000),
        "long work": partial(working.long_work, around, samples, 300 if small else 20_000),
        "quick log": partial(reading.reading, around, samples),
    }
    for size in sizes:
        jobs[f"app {size}"] = partial(screens.app, around, samples, size)
        jobs[f"typed ahead {size}"] = partial(screens.typed_ahead, around, samples, size)
        if size != sizes.some or small:
            jobs[f"snooze {size}"] = partial(screens.snoozing, around, samples, size)
        if size != sizes.few and shutil.which("fzf"):
            jobs[f"fzf {size}"] = partial(screens.fzf, around, samples, size)
    if first:
        long_day = (40, 3) if small else (10_000, 1_000)
        jobs["a long day"] = partial(lasting.a_long_day, around, samples, *long_day)
        jobs["again and again"] = partial(
            lasting.again_and_again, around, samples, 1 if small else 200
        )
    return jobs


def _lines(verdicts: Sequence[Verdict]) -> list[str]:
    rows = [tuple(word.replace("_", " ") for word in Verdict._fields), *verdicts]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


if __name__ == "__main__":
    raise SystemExit(main())
