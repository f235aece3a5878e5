"""How far long work is, on a terminal; a pipe or a log file hears nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDTH = 24
_LINE = 60


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Something to tell what is done, how far it is and how far it goes; ctrl+c stops it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda doing, done, of: None
        return
    try:
        yield _draw
    finally:
        print("\r" + " " * _LINE + "\r", end="", file=sys.stderr, flush=True)


def _draw(doing: str, done: int, of: int) -> None:
    filled = _WIDTH * done // max(of, 1)
    bar = "#" * filled + "." * (_WIDTH - filled)
    line = f"{doing:<10} {bar} {done:,} of {of:,}"
    print(f"\r{line[:_LINE]:<{_LINE}}", end="", file=sys.stderr, flush=True)
