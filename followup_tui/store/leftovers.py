"""Files in the making: never under their last name before they are whole, never left behind."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_NAME = re.compile(r"\.followup-(\d+)-\d+\.(.*)")
_NUMBERS = count()


@contextmanager
def in_the_making(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, the user's alone, to make it in; removed if still there."""
    making = path.with_name(f".followup-{os.getpid()}-{next(_NUMBERS)}.{path.name}")
    _drop(making)
    os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield making
    finally:
        _drop(making)


@contextmanager
def folder_in_the_making(path: Path) -> Iterator[Path]:
    """An empty folder beside `path`, the user's alone, for what other programs work on; removed
    with all that is in it, at the next start at the latest.
    """
    making = path.with_name(f".followup-{os.getpid()}-{next(_NUMBERS)}.folder")
    making.mkdir(mode=0o700)
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


def write_whole(path: Path, raw: bytes) -> None:
    """Put `raw` at `path` in one go, for the user alone to read; two at once are one or the other.

    What a killed process left half made of it is removed. Raises OSError.
    """
    _sweep(path.parent, path.name)
    with in_the_making(path) as making:
        making.write_bytes(raw)
        put_in_place(making, path)


def put_in_place(making: Path, path: Path) -> None:
    """Give the finished file its name, so that a power cut leaves the old one or the new one."""
    _sync(making, os.O_RDONLY)
    making.replace(path)
    make_lasting(path)


def make_lasting(path: Path) -> None:
    """See to it that the name of `path` is on the disk, as its content is."""
    _sync(path.parent, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(path: Path) -> None:
    """Remove what a killed process left half made beside `path` and in its backups."""
    for folder in (path.parent, path.parent / "backups"):
        _sweep(folder)


def _sweep(folder: Path, name: str = "") -> None:
    """Remove what is half made in the folder, or only of the file of this name."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            found = _NAME.fullmatch(entry.name)
            if found and name in ("", found[2]) and not _alive(int(found[1])):
                _drop(Path(entry.path))


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _drop(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
