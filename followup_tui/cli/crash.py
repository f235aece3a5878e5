"""A mistake of ours: told in one line, with a report that holds nothing of the user's."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb

from followup_tui import __version__

CRASHED = 70
"""The exit code of a mistake in the program itself; `EX_SOFTWARE` of sysexits.h."""


def report(error: BaseException) -> int:
    """Write down where `error` came from, say where that is kept, and give the exit code.

    Neither the message nor any value goes into the report: they may be somebody's name.
    """
    kind = type(error).__name__
    lines = [
        f"followup {__version__}, Python {platform.python_version()}, {platform.system()}",
        *_trail(error),
    ]
    said = f"followup made a mistake ({kind}) and stopped; what was saved is safe."
    try:
        place = _folder() / "crash.txt"
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.touch(mode=0o600, exist_ok=False)
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{said} A report without your data is in {place}", file=sys.stderr)
    except OSError:
        print(said, *lines[1:], sep="\n", file=sys.stderr)
    return CRASHED


def _trail(error: BaseException | None) -> Iterator[str]:
    """The kind of the error, where it came from, and the same of what it came from in turn."""
    while error is not None:
        yield type(error).__name__
        for frame, line in walk_tb(error.__traceback__):
            yield f"  {Path(frame.f_code.co_filename).name}:{line} {frame.f_code.co_name}"
        error = error.__cause__ or error.__context__


def _folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("followup")
