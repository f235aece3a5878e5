"""The shell completes what there is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

ASK = {
    "bash": {"COMP_WORDS": "followup sn", "COMP_CWORD": "1"},
    "zsh": {"COMP_WORDS": "followup sn", "COMP_CWORD": "1"},
    "fish": {"COMP_WORDS": "followup sn", "COMP_CWORD": "sn"},
}


def followup(*words: str, **more: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "followup_tui", *words],
        capture_output=True, text=True, check=True, env=os.environ | more,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize("shell", sorted(ASK))
def test_a_shell_learns_the_commands(shell: str) -> None:
    assert "_FOLLOWUP_COMPLETE" in followup("completion", shell)
    found = followup(_FOLLOWUP_COMPLETE=f"{shell}_complete", **ASK[shell])
    assert "snooze" in found
