"""The path that is typed, pasted or dropped into the file dialog."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.ui.dialogs.files import entries, path_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/home/dana/people.csv", "/home/dana/people.csv"),
        ("/home/dana//tmp/people.csv", "/tmp/people.csv"),
        ("/home/dana/'/tmp/my people.csv' ", "/tmp/my people.csv"),
        ('"/tmp/people.csv"', "/tmp/people.csv"),
        ("/tmp/my\\ people.csv", "/tmp/my people.csv"),
        ("/home/dana/it's here.csv", "/home/dana/it's here.csv"),
    ],
)
def test_a_whole_path_behind_a_folder_is_the_one_that_is_meant(typed: str, meant: str) -> None:
    assert path_of(typed) == Path(meant)


def test_home_is_named_by_its_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/dana")
    assert path_of("~/people.csv") == path_of("/tmp/~/people.csv") == Path("/home/dana/people.csv")
    assert path_of("~nobody-has-this-name/x.csv") == Path("~nobody-has-this-name/x.csv")


def test_what_lies_in_the_folder_meant_is_listed(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Name\n")
    assert [one.path.name for one in entries(f"/home/dana/{tmp_path}/peo")] == ["people.csv"]
