"""The benchmark runs, and leaves no line of its table out; what it says is not judged here."""

from __future__ import annotations

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.goals import goals
from tests.benchmarks.surroundings import SMALL


def test_the_benchmark_runs_small_and_every_goal_has_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--small"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for goal, line in zip(goals(SMALL), lines[1:], strict=True):
        assert line.startswith(goal.dimension)
        peer = goal.reference and goal.reference.program.startswith("fzf")
        peer = peer or goal.against.startswith("task")
        assert peer or "not measured" not in line, line
