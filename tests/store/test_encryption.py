"""Behind a passphrase: nothing to be read in any file, and everything as before with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.errors import StoreUnreachable
from followup_tui.store import backup, check, encryption, raw, restore
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact
from followup_tui.store.sealing import seal

pytest.importorskip("sqlcipher3", reason="the extra `encrypted` is not installed")

NAME = "Grace Secretname"
FIRST, SECOND = "correct horse", "battery staple"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "KDF_ROUNDS", 1)
    monkeypatch.delenv(encryption.VARIABLE, raising=False)


def asked(key: str) -> Callable[[Path], str]:
    return lambda _: key


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "book.db"
    with open_book(path):
        add_contact(NOW, ContactForm(NAME, emails=("secret@x.example",)))
        backup.keep("asked")
    return path


@pytest.fixture
def sealed(plain: Path) -> Path:
    seal(plain, "", FIRST)
    return plain


def told(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def test_nothing_in_the_folder_tells_a_name(sealed: Path) -> None:
    with open_book(sealed, asked(FIRST)):
        add_contact(NOW, ContactForm("Ada Secretname"))
        backup.keep("asked")
        assert b"Secret" not in told(sealed.parent) and b"secret@" not in told(sealed.parent)
        assert b"CREATE TABLE" not in told(sealed.parent)
    assert b"Secret" not in told(sealed.parent)


def test_with_the_passphrase_all_is_as_before(plain: Path) -> None:
    with open_book(plain):
        before = contents()
    seal(plain, "", FIRST)
    with open_book(plain, asked(FIRST)):
        assert contents() == before
    assert check.look(plain, asked(FIRST)) == []


def test_without_it_nothing_is_opened_and_nothing_changed(sealed: Path) -> None:
    before = told(sealed.parent)
    for ask, said in ((None, "is encrypted"), (asked(""), "is encrypted"), (asked("x"), "doesn't")):
        with pytest.raises(StoreUnreachable, match=said), open_book(sealed, ask):
            pass
    assert told(sealed.parent) == before


def test_a_new_passphrase_opens_store_and_backups_and_the_old_one_neither(sealed: Path) -> None:
    assert seal(sealed, FIRST, SECOND).backups == 1
    (kept,) = backup.backups_of(sealed)
    assert backup.is_unspoilt(kept) and backup.counts_of(kept.path, SECOND).contacts == 1
    with open_book(sealed, asked(SECOND)):
        assert Contact.get().name == NAME
    for path in (sealed, kept.path):
        with pytest.raises(StoreUnreachable):
            encryption.refuse_if_wrong(path, FIRST)


def test_and_back_to_plain(sealed: Path) -> None:
    seal(sealed, FIRST, "")
    with open_book(sealed):
        assert Contact.get().name == NAME
    (kept,) = backup.backups_of(sealed)
    assert backup.is_unspoilt(kept) and backup.counts_of(kept.path).contacts == 1


def test_what_was_begun_is_ended_by_doing_it_again(plain: Path) -> None:
    (kept,) = backup.backups_of(plain)
    content = kept.path.read_bytes()
    seal(plain, "", FIRST)
    kept.path.write_bytes(content)
    assert b"Secret" in told(plain.parent)
    assert seal(plain, FIRST, FIRST).backups == 1
    assert b"Secret" not in told(plain.parent)


def test_a_spoilt_backup_is_left_and_named(plain: Path) -> None:
    (kept,) = backup.backups_of(plain)
    kept.path.write_bytes(kept.path.read_bytes()[:-4096])
    assert seal(plain, "", FIRST).left == (kept.path,)


def test_nothing_is_sealed_under_somebody_who_has_it_open(plain: Path) -> None:
    import subprocess
    import sys

    holder = subprocess.Popen(
        [sys.executable, "-c",
         "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('select * from contact')"
         ".fetchone(); c.execute('begin immediate'); print('open', flush=True); sys.stdin.read()",
         str(plain)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout
    holder.stdout.readline()
    with pytest.raises(StoreUnreachable, match="open"):
        seal(plain, "", FIRST)
    holder.communicate(b"")
    assert not encryption.is_encrypted(plain)
    assert check.look(plain) == []


def test_backups_are_brought_back_under_the_passphrase_of_the_store(sealed: Path) -> None:
    ask = asked(FIRST)
    with open_book(sealed, ask):
        add_contact(NOW, ContactForm("Ada King"))
    restore.restore(sealed, restore.chosen(sealed), ask)
    with open_book(sealed, ask):
        assert Contact.select().count() == 1
    assert b"Secret" not in told(sealed.parent)


def test_a_plain_copy_is_brought_back_encrypted(plain: Path) -> None:
    copy = plain.with_name("copy.db")
    with open_book(plain):
        backup.save_as(copy)
    seal(plain, "", FIRST)
    with open_book(plain, asked(FIRST)):
        add_contact(NOW, ContactForm("Ada King"))
    restore.restore(plain, copy, asked(FIRST))
    copy.unlink()
    with open_book(plain, asked(FIRST)):
        assert Contact.select().count() == 1
    assert b"Secret" not in told(plain.parent)


def test_a_damaged_encrypted_store_comes_back_from_its_backup(sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    content[:200] = bytes(range(200))
    sealed.write_bytes(content)
    with pytest.raises(StoreUnreachable, match="restore"), open_book(sealed, asked(FIRST)):
        pass
    restore.restore(sealed, restore.chosen(sealed), asked(FIRST))
    with open_book(sealed, asked(FIRST)):
        assert Contact.get().name == NAME


def test_the_passphrase_comes_from_a_private_file(
    sealed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "passphrase"
    file.write_text(f"{FIRST}\nmore\n")
    monkeypatch.setenv(encryption.VARIABLE, str(file))
    file.chmod(0o644)
    with pytest.raises(StoreUnreachable, match="read by others"), open_book(sealed):
        pass
    file.chmod(0o600)
    with open_book(sealed):
        assert Contact.get().name == NAME


def test_a_store_made_with_a_passphrase_at_hand_never_was_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "passphrase"
    file.write_text(FIRST)
    file.chmod(0o600)
    monkeypatch.setenv(encryption.VARIABLE, str(file))
    path = tmp_path / "new" / "book.db"
    with open_book(path):
        add_contact(NOW, ContactForm(NAME))
        assert b"Secret" not in told(path.parent)
    assert encryption.is_encrypted(path)


def test_the_passphrase_comes_from_the_keyring(
    sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = pytest.importorskip("keyring", reason="the extra `encrypted` is not installed")
    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "get_password", lambda *who: kept.get(who))
    monkeypatch.setattr(
        keyring, "set_password", lambda service, who, key: kept.update({(service, who): key})
    )
    monkeypatch.setattr(keyring, "delete_password", lambda *who: kept.pop(who))
    assert encryption.remember(sealed, FIRST)
    with open_book(sealed):
        assert Contact.get().name == NAME
    seal(sealed, FIRST, SECOND)
    assert list(kept.values()) == [SECOND]
    seal(sealed, SECOND, "")
    assert not kept


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + bytes(8176), b"Dear diary\n" * 4096])
def test_what_is_no_noise_is_not_taken_for_encrypted(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert not encryption.is_encrypted(tmp_path / "x")
