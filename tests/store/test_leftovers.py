"""Files are there whole or not at all, and nothing half made stays beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.store import leftovers


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def killed() -> int:
    """The number of a process that is no more."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_a_killed_export_left_goes_with_the_next_of_its_name(tmp_path: Path) -> None:
    gone = killed()
    for name in ("book.json", "other.json"):
        (tmp_path / f".followup-{gone}-0.{name}").write_text("half")
    (tmp_path / f".followup-{gone}.book.json").write_text("the user's own")
    leftovers.write_whole(tmp_path / "book.json", b"whole")
    assert (tmp_path / "book.json").read_bytes() == b"whole"
    assert names(tmp_path) == {
        "book.json", f".followup-{gone}-0.other.json", f".followup-{gone}.book.json",
    }  # fmt: skip


def test_two_who_write_the_same_file_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "book.ics"
    with leftovers.in_the_making(path) as others:
        others.write_bytes(b"half of the other's")
        leftovers.write_whole(path, b"whole")
        assert path.read_bytes() == b"whole" and others.read_bytes() == b"half of the other's"
    assert names(tmp_path) == {"book.ics"}


def test_what_cannot_be_put_in_place_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    (path / "file").touch()
    with pytest.raises(IsADirectoryError):
        leftovers.write_whole(path, b"whole")
    assert names(tmp_path) == {"folder"}


def test_a_link_in_the_way_is_not_written_through(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "book.json"
    other.write_bytes(b"theirs")
    path.symlink_to(other)
    leftovers.write_whole(path, b"whole")
    assert other.read_bytes() == b"theirs" and path.read_bytes() == b"whole"
