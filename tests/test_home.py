"""The tests touch nothing of whoever runs them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import REAL_PLACES
from platformdirs import user_data_path

WHEN_COLLECTED = str(user_data_path("followup"))
CHILD_WHEN_COLLECTED = subprocess.run(
    [sys.executable, "-c", "from platformdirs import user_data_path as p; print(p('followup'))"],
    capture_output=True, text=True, check=True,
).stdout.strip()  # fmt: skip


def test_before_any_fixture_the_home_is_another_one_in_children_too() -> None:
    assert not WHEN_COLLECTED.startswith(REAL_PLACES)
    assert not CHILD_WHEN_COLLECTED.startswith(REAL_PLACES)


@pytest.mark.parametrize("place", REAL_PLACES)
def test_opening_what_is_the_users_own_is_refused(place: str) -> None:
    with pytest.raises(AssertionError, match="a test opened"):
        (Path(place) / "followup.db").read_bytes()
    with pytest.raises(AssertionError, match="a test opened"):
        sqlite3.connect(str(Path(place) / "followup.db"))
