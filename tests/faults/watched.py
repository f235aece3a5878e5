"""A program with every call to the system that matters written down, by `strace`."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest


def _can_watch() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(
        ["strace", "--seccomp-bpf", "-f", "-o", "/dev/null", "true"],
        capture_output=True, check=False,
    )  # fmt: skip
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(not _can_watch(), reason="strace isn't here, or not allowed to")


def watching(log: Path, calls: str, words: Sequence[str]) -> list[str]:
    """The command that runs `words` and writes each of `calls` to `log`, with its file's name."""
    return [
        "strace", "--seccomp-bpf", "-f", "-qq", "-y", "-s", "20000", "-e", f"trace={calls}",
        "-o", str(log), *words,
    ]  # fmt: skip


def watched(
    log: Path, calls: str, words: Sequence[str], env: Mapping[str, str]
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """What the command answered, and its calls in order."""
    done = subprocess.run(
        watching(log, calls, words), env=dict(env), capture_output=True, text=True, check=False
    )
    return done, calls_in(log)


def calls_in(log: Path) -> list[str]:
    """The calls that were written down, without the numbers of the processes."""
    return [re.sub(r"^\d+\s+", "", line) for line in log.read_text(errors="replace").splitlines()]


def first(calls: Sequence[str], *words: str) -> int:
    """The place of the first call with all these words in it."""
    return next(at for at, call in enumerate(calls) if all(word in call for word in words))
