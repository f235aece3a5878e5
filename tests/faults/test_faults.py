"""A small share of what `python -m tests.faults` does in full."""

from __future__ import annotations

import pytest

from tests.faults.__main__ import main


def test_nothing_acknowledged_is_lost_and_nothing_is_left_half_done(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["--small", "--seed", "7"]) == 0, capfd.readouterr().out
