"""Damage is recognized, told, changed by nobody but the user, and what can be saved is saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import NOW, contents
from store.damages import (
    ALL,
    BEYOND,
    MANY,
    PAGE,
    SAVED,
    no_bytes,
    overwrite,
    page_of,
    page_zeroed,
    sound,
    store,
)

from followup_tui.actions.people import ContactForm, add_contact, edit_contact
from followup_tui.errors import FollowupError, NotOurs, StoreDamaged, StoreNewer
from followup_tui.store import backup, check, journal, mend, restore, search
from followup_tui.store.book import open_book
from followup_tui.store.check import Kind
from followup_tui.store.models import Contact
from followup_tui.store.raw import wal_of
from followup_tui.store.schema import db

pytestmark = pytest.mark.plain

__all__ = ["sound", "store"]


def test_a_sound_store_has_no_findings(store: Path) -> None:
    assert check.look(store) == []


@pytest.mark.parametrize("damage", ALL.values(), ids=ALL.keys())
def test_damage_is_recognized_and_nothing_is_changed(store: Path, damage: Callable) -> None:
    damage(store)
    before = sha256(store.read_bytes()).hexdigest()
    found = check.look(store)
    assert any(one.kind is Kind.DAMAGED for one in found)
    assert sha256(store.read_bytes()).hexdigest() == before
    assert [one.name for one in store.parent.iterdir()] == [store.name]


@pytest.mark.parametrize("damage", ALL.values(), ids=ALL.keys())
def test_reading_and_writing_a_damaged_store_ends_in_one_plain_error_or_works(
    store: Path, damage: Callable
) -> None:
    damage(store)
    code = 0
    try:
        with open_book(store):
            contents()
            add_contact(NOW, ContactForm("Grace Low"))
    except FollowupError as error:
        code = error.exit_code
    assert code in (0, 6)
    assert store.stat().st_size or damage is no_bytes


@pytest.mark.parametrize("name", SAVED)
def test_what_can_be_saved_is_saved(store: Path, name: str) -> None:
    damage, share = SAVED[name]
    damage(store)
    done = mend.mend(store, check.look(store))
    assert done.left == () and done.kept
    assert done.salvaged
    assert done.salvaged.rows["contact"] >= share * MANY
    assert done.salvaged.rows["way"] >= share * MANY
    with open_book(store):
        assert Contact.select().count() == done.salvaged.rows["contact"]
        assert not search.out_of_step()
        add_contact(NOW, ContactForm("Grace Low"))


@pytest.mark.parametrize("damage", BEYOND.values(), ids=BEYOND.keys())
def test_what_is_beyond_saving_is_said_to_be_and_left_alone(store: Path, damage: Callable) -> None:
    damage(store)
    before = store.read_bytes()
    with pytest.raises(StoreDamaged):
        mend.mend(store, check.look(store))
    assert store.read_bytes() == before


@pytest.mark.parametrize("damage", ALL.values(), ids=ALL.keys())
def test_a_backup_brings_all_of_a_damaged_store_back(store: Path, damage: Callable) -> None:
    with open_book(store):
        backup.keep("asked")
        before = contents()
    damage(store)
    restore.restore(store, restore.chosen(store))
    with open_book(store):
        assert contents() == before
    assert check.look(store) == []


def test_the_journal_knows_rows_that_a_page_has_lost(store: Path) -> None:
    with open_book(store):
        edit_contact(NOW, 500, ContactForm("Ada King", notes="met at a fair, too"))
    page_zeroed(store)
    overwrite(store, page_of(store, "contact", 20) * PAGE, bytes(PAGE))
    done = mend.mend(store, check.look(store))
    assert done.salvaged and done.salvaged.from_journal > 10
    assert done.salvaged.rows["contact"] == MANY


def test_a_torn_last_write_loses_that_write_alone(tmp_path: Path) -> None:
    path, torn = tmp_path / "book.db", tmp_path / "torn" / "book.db"
    torn.parent.mkdir()
    with open_book(path):
        db.execute_sql("PRAGMA wal_autocheckpoint = 0")
        for number in range(20):
            add_contact(NOW, ContactForm(f"Person {number}"))
        torn.write_bytes(path.read_bytes())
        wal = wal_of(path).read_bytes()
    wal_of(torn).write_bytes(wal[:-5000])
    assert not any(one.serious for one in check.look(torn))
    with open_book(torn):
        assert Contact.select().count() == 19


def test_a_store_whose_last_writes_are_gone_is_at_worst_older(tmp_path: Path) -> None:
    path, bare = tmp_path / "book.db", tmp_path / "bare" / "book.db"
    bare.parent.mkdir()
    with open_book(path):
        add_contact(NOW, ContactForm("Ada King"))
        bare.write_bytes(path.read_bytes())
    with open_book(bare):
        assert Contact.select().count() in (0, 1)
    assert not any(one.serious for one in check.look(bare))


def test_words_out_of_step_with_the_rows_are_found_and_mended(store: Path) -> None:
    with open_book(store):
        db.execute_sql("UPDATE person_words SET words = 'nothing' WHERE rowid = 7")
        db.execute_sql("DELETE FROM person_words WHERE rowid = 9")
    found = check.look(store)
    assert [one.kind for one in found] == [Kind.SEARCH] and "2 people" in found[0].what
    assert mend.mend(store, found).left == ()


def test_rows_that_the_journal_did_not_write_are_found_and_mended(store: Path) -> None:
    with open_book(store):
        db.execute_sql("UPDATE contact SET stars = 2 WHERE id = 11")
    found = check.look(store)
    assert [one.kind for one in found] == [Kind.JOURNAL] and "contact 11" in found[0].what
    assert mend.mend(store, found).left == ()
    with open_book(store):
        assert list(journal.steps()) == []


def test_rows_that_refer_to_nobody_are_found_and_mended(store: Path) -> None:
    connection = sqlite3.connect(store)
    connection.execute("DELETE FROM contact WHERE id = 5")
    connection.commit()
    connection.close()
    found = check.look(store)
    assert Kind.REFERENCES in {one.kind for one in found}
    assert mend.mend(store, found).left == ()


def test_rights_of_others_are_taken_away(store: Path) -> None:
    store.chmod(0o644)
    found = check.look(store)
    assert [one.kind for one in found] == [Kind.RIGHTS] and not found[0].serious
    mend.mend(store, found)
    assert store.stat().st_mode & 0o777 == 0o600


def test_another_programs_database_is_refused_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="another program's"), open_book(path):
        pass
    with pytest.raises(NotOurs):
        check.look(path)
    with open_book(tmp_path / "ours" / "book.db"):
        source = backup.keep("asked").path
    for bring_back in (restore.preview, restore.restore):
        with pytest.raises(NotOurs):
            bring_back(path, source)
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "ours"}


def test_a_store_whose_signature_is_spoilt_is_still_ours(store: Path) -> None:
    overwrite(store, 68, b"\x07\x07\x07\x07")
    with open_book(store):
        assert Contact.select().count() == MANY


def test_a_store_of_a_later_version_is_refused_unchanged(store: Path) -> None:
    connection = sqlite3.connect(store)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = store.read_bytes()
    with pytest.raises(StoreNewer), open_book(store):
        pass
    assert store.read_bytes() == before
