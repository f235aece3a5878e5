"""`python -m tests.faults [--small] [--only NAME] [--seed N]`: every count, in one table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random, SystemRandom

from tests.faults import fuzz
from tests.faults.apps import crowd, kill_apps
from tests.faults.crowds import behind_a_lock, eight_writers, ten_thousand, three_writers
from tests.faults.killing import kill
from tests.faults.scenarios import scenarios
from tests.faults.tally import Tally

SMALL = 50
"""A small share is one round of so many, and never fewer than two."""
APPS = 50
THREES = 100
WRITES = 2000
SECONDS = 60.0


def main(words: Sequence[str] | None = None) -> int:
    """Run it all and print the table; 0 where nothing was lost, damaged or half done."""
    asked = _asked(words)
    chance = Random(asked.seed)
    print(f"seed {asked.seed}", flush=True)
    good = True
    with tempfile.TemporaryDirectory() as place:
        for name, job in jobs(Path(place), chance, small=asked.small):
            if asked.only in name:
                tally = job()
                print(tally, flush=True)
                good = good and tally.good
    if "noise".startswith(asked.only):
        good = fuzz.run(fuzz.COUNT // (100 if asked.small else 1), asked.seed) and good
    return 0 if good else 1


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a small share of each")
    parser.add_argument("--only", default="", help="what has this in its name")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1 << 31))
    return parser.parse_args(words)


def jobs(place: Path, chance: Random, *, small: bool) -> list[tuple[str, Callable[[], Tally]]]:
    """What there is to run, by name."""
    found: list[tuple[str, Callable[[], Tally]]] = [
        (one.name, partial(kill, one, _share(one.full, small), chance)) for one in scenarios(place)
    ]
    writes, seconds = (WRITES // SMALL, SECONDS / 10) if small else (WRITES, SECONDS)
    long: list[tuple[str, Callable[[], Tally]]] = [
        ("eight writers on the first day", partial(eight_writers, 50)),
        ("keys behind another's lock", partial(behind_a_lock, 40)),
        ("writes beside an open app", partial(ten_thousand, 10_000)),
    ]
    return [
        *found,
        *([] if small else long),
        ("a writing app", partial(kill_apps, _share(APPS, small), chance)),
        ("two apps and two shells at once", partial(crowd, writes, seconds)),
        ("three writers, one killed", partial(three_writers, _share(THREES, small), chance)),
    ]


def _share(full: int, small: bool) -> int:
    return max(full // SMALL, 2) if small else full


if __name__ == "__main__":
    sys.exit(main())
