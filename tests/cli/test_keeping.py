"""Backup, restore and check from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import Run

from followup_tui.store import backup as backups


@pytest.fixture
def store(tmp_path: Path, run: Run) -> Path:
    assert run("add", "contact", "Ada [x] King").code == 0
    return tmp_path / "book.db"


def test_a_backup_is_made_listed_and_brought_back(run: Run, store: Path) -> None:
    made = run("backup", "--json").json
    assert made["counts"]["contacts"] == 1
    run("add", "contact", "Bo Low")
    listed = run("backup", "--list", "--json").json
    assert listed[0]["path"] == made["path"] and listed[0]["counts"]["contacts"] == 1
    shown = run("restore", "1", "--dry-run", "--json").json
    assert (shown["now"]["contacts"], shown["then"]["contacts"]) == (2, 1)
    assert run("find", "Bo").code == 0
    done = run("restore", "1", "--yes", "--json").json
    assert done["then"]["contacts"] == 1 and run("find", "Bo").code == 1
    run("restore", done["before"], "--yes")
    assert run("find", "Bo").code == 0


def test_the_list_of_no_backups_says_so(run: Run, tmp_path: Path) -> None:
    found = run("backup", "--list")
    assert (found.code, found.err) == (1, "") and "no backup" in found.out


def test_a_copy_to_a_file_replaces_an_older_copy_and_nothing_else(run: Run, store: Path) -> None:
    other, copy = store.with_name("letter.txt"), store.with_name("copy.db")
    other.write_text("Dear Ada")
    assert run("backup", str(copy)).code == 0
    run("add", "contact", "Bo Low")
    assert run("backup", str(copy)).code == 0
    assert backups.counts_of(copy).contacts == 2
    for place in (other, store):
        before = place.read_bytes()
        refused = run("backup", str(place))
        assert refused.code == 1 and "no copy of the store" in refused.err
        assert place.read_bytes() == before


def test_the_first_change_of_a_day_is_backed_up_without_a_word(run: Run, store: Path) -> None:
    (kept,) = backups.backups_of(store)
    assert kept.why == "daily"
    run("add", "contact", "Bo Low")
    assert backups.backups_of(store) == [kept]


def test_an_import_and_a_merge_begin_with_a_backup(run: Run, store: Path) -> None:
    run("import", "-", stdin=b"BEGIN:VCARD\nVERSION:3.0\nFN:Bo Low\nEND:VCARD\n")
    run("merge", "Ada", "Bo")
    assert {one.why for one in backups.backups_of(store)} == {"daily", "import", "merge"}


def test_a_sound_store_is_said_to_be(run: Run, store: Path) -> None:
    assert run("check", "--json").json == {"ok": True, "findings": [], "left": []}
    assert run("check").out == f"{store} is sound.\n"


def test_a_damaged_store_is_named_with_the_ways_out_and_mended(run: Run, store: Path) -> None:
    run("backup")
    content = store.read_bytes()
    store.write_bytes(b"not a store " + content[12:])
    for words in (["find", "Ada"], ["add", "contact", "Bo"], ["due"], ["undo"]):
        refused = run(*words)
        assert refused.code == 6 and "is damaged" in refused.err and "restore" in refused.err
    found = run("check")
    assert found.code == 6 and "newest good backup" in found.out
    mended = run("check", "--repair")
    assert mended.code == 0 and "Saved 1 person" in mended.out
    assert run("find", "Ada").code == 0


def test_a_damaged_store_is_restored_whole(run: Run, store: Path) -> None:
    run("backup")
    store.write_bytes(b"")
    assert run("find", "Ada").code == 6
    assert store.read_bytes() == b""
    assert run("restore", "--yes").code == 0
    assert run("find", "Ada").code == 0 and run("check").code == 0


def test_nothing_to_restore_is_said(run: Run, tmp_path: Path) -> None:
    found = run("restore", "--yes")
    assert found.code == 1 and "no good backup" in found.err
