"""`followup` by itself: the app on a terminal, else today's list; click is not loaded for it."""

from __future__ import annotations

import os
import sys

from followup_tui.errors import StoreDamaged, StoreNewer
from followup_tui.store.place import place

TYPE_CHECKING = False  # `typing` itself costs as much as opening the store.
if TYPE_CHECKING:
    from pathlib import Path


def asked(words: list[str]) -> tuple[str | None] | None:
    """The store that `followup [--db PATH]` names, None in it for the usual one; else None."""
    match words:
        case []:
            return (None,)
        case ["--db", path] if path and not path.startswith("-"):
            return (path,)
    return None


def open_app(db: str | None) -> int:
    """The app on a terminal, else today's list; the exit code."""
    if not on_a_terminal():
        from followup_tui.cli.listing import list_due
        from followup_tui.cli.shell import shell

        found = shell(db)
        with found.book():
            list_due(found)
        return 0
    from pathlib import Path

    path = Path(place(db))
    try:
        return _run(path)
    except StoreDamaged as error:
        from followup_tui.cli.rescue import rescued

        if not (done := rescued(path, error)):
            return error.exit_code
    except StoreNewer as error:
        from followup_tui.cli.rescue import only_read

        return _read(path) if only_read(error) else error.exit_code
    return _run(path, done)


def _read(path: Path) -> int:
    """The app over a store of a later version, as far as this one knows it."""
    try:
        return _run(path, later_too=True)
    except StoreDamaged as error:
        raise StoreNewer(
            f"{path} can't be shown: a later followup wrote it. Update followup; nothing was"
            " changed."
        ) from error


def _run(path: Path, told: str = "", *, later_too: bool = False) -> int:
    from followup_tui.cli.passphrase import ask
    from followup_tui.cli.surroundings import settings
    from followup_tui.ui.app import run_app

    return run_app(path, settings(), ask, told=told, later_too=later_too)


def on_a_terminal() -> bool:
    """Whether there is somebody to see a screen and to press keys."""
    if "TEXTUAL_DRIVER" in os.environ:  # In a browser there is no terminal, but somebody.
        return True
    streams = (sys.stdin, sys.stdout)
    return os.environ.get("TERM", "dumb") not in ("", "dumb") and all(
        stream is not None and stream.isatty() for stream in streams
    )
