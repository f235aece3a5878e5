"""A mistake of ours is told in one line, and nothing of anybody's life is in the report."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

SECRET = "Ada Secretname"
BROKEN = """
import sys
import {module}
from followup_tui.cli.entry import main
def broken(*words, **more):
    name = {secret!r}
    try:
        raise KeyError(name)
    except KeyError as error:
        raise ValueError(f"no {{name}}") from error
{module}.{name} = broken
sys.exit(main())
"""


def broken(module: str, name: str, *words: str) -> subprocess.CompletedProcess[str]:
    script = BROKEN.format(module=module, name=name, secret=SECRET)
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True, text=True, check=False, env=dict(os.environ), timeout=60,
    )  # fmt: skip


def test_a_mistake_is_one_line_and_a_report_without_names(tmp_path: Path) -> None:
    done = broken("followup_tui.store.people", "find", "find", SECRET)
    assert done.returncode == 70 and len(done.stderr.splitlines()) == 1
    place = tmp_path / ".local" / "state" / "followup" / "crash.txt"
    assert str(place) in done.stderr
    told = place.read_text()
    assert "ValueError" in told and "KeyError" in told and "listing.py:" in told
    assert SECRET not in told + done.stderr + done.stdout
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_report_that_can_not_be_kept_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    done = broken("followup_tui.store.people", "find", "find", SECRET)
    assert done.returncode == 70 and "listing.py:" in done.stderr and SECRET not in done.stderr
