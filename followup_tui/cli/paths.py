"""Files that are named on the command line: read whole, and written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from followup_tui.cli.typed import STDIN, bytes_from_stdin
from followup_tui.errors import BadInput, StoreUnreachable
from followup_tui.store import leftovers

LARGEST = 100 * 1024 * 1024
"""Bytes: a file beyond this is no address book, and would fill the memory."""


def content(name: str) -> bytes:
    """All of the file, or of stdin for `-`.

    Raises:
        BadInput: It isn't there, isn't a file, can't be read, or is too large.
    """
    if name == STDIN:
        raw = bytes_from_stdin()
    else:
        path = as_path(name)
        try:
            if path.stat().st_size > LARGEST:
                raise _too_large(name)
            raw = path.read_bytes()
        except OSError as error:
            raise BadInput(f"{name} can't be read: {_why(error)}.") from error
    if len(raw) > LARGEST:
        raise _too_large(name)
    return raw


def write_whole(name: str, raw: bytes) -> None:
    """Put `raw` under `name` in one go: a crash leaves what was there before.

    Raises:
        StoreUnreachable: It can't be written there.
    """
    path = as_path(name)
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            path.write_bytes(raw)
            return
        leftovers.write_whole(path, raw)
    except OSError as error:
        raise StoreUnreachable(f"{name} can't be written: {_why(error)}.") from error


def print_bytes(raw: bytes) -> None:
    """To stdout as they are, whatever the locale is."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()


def as_path(name: str) -> Path:
    """`name` as a path, also where the locale can't spell it."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        name = os.fsdecode(name.encode())
    return Path(name)


def _too_large(name: str) -> BadInput:
    return BadInput(f"{name} is larger than {LARGEST // 1024 // 1024} MB: nothing was read.")


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
