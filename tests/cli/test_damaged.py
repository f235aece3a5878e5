"""Each damage there is, met by each kind of command: one plain line, and never an empty store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.conftest import Run
from store.damages import ALL, sound, store

from followup_tui.errors import StoreDamaged

__all__ = ["sound", "store"]
pytestmark = pytest.mark.plain
DAMAGED = StoreDamaged.exit_code
SMALL = {"no_bytes", "text_file", "header_garbage", "cut_to_half", "first_page_gone"}
"""Damages by which nothing at all can be read."""


@pytest.mark.parametrize("name", ALL)
def test_a_damaged_store_is_named_by_every_command_and_left_as_it_is(
    run: Run, store: Path, name: str
) -> None:
    damage: Callable[[Path], None] = ALL[name]
    damage(store)
    before = store.read_bytes()
    for words in (["check"], ["due"], ["find", "Person"], ["add", "contact", "Ana Low"], []):
        ran = run("--db", str(store), *words)
        assert ran.code in ((DAMAGED,) if name in SMALL or words == ["check"] else (0, 1, DAMAGED))
        if ran.code == DAMAGED:
            assert "followup restore" in ran.out + ran.err or "no good backup" in ran.out
            assert ran.err.count("\n") <= 1 and "Traceback" not in ran.err
        if words != ["add", "contact", "Ana Low"]:
            assert store.read_bytes() == before
        before = store.read_bytes()
    assert run("--db", str(store), "restore", "--yes").code == 1
    assert store.read_bytes() == before
