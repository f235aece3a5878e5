"""Files written whole or not at all: what was there before stays until all of the new is safe."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, raw: bytes) -> None:
    """Put `raw` at `path` in one go, for the user alone to read. Raises OSError."""
    making = path.with_name(f".{path.name}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(making, flags, 0o600), "wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    making.replace(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Make the new name as durable as the content."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
