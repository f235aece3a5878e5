from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from followup_tui.cli.entry import main


class Ran(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `followup WORDS…` in this process, without a terminal."""

    def ran(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        code = main(list(words))
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return ran


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `followup WORDS…` in a process of its own, as a shell does."""

    def ran(
        *words: str | bytes, stdin: bytes = b"", **surroundings: str
    ) -> subprocess.CompletedProcess[bytes]:
        python = [sys.executable, "-c", "from followup_tui.cli.entry import main; exit(main())"]
        return subprocess.run(
            [*map(os.fsencode, python), *map(os.fsencode, words)],
            input=stdin, capture_output=True, env={**os.environ, **surroundings}, check=False,
            timeout=60,
        )  # fmt: skip

    return ran
