"""Encrypting from the shell: the passphrase is asked for, or read from a file, never typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.conftest import Run

from followup_tui.store import raw
from followup_tui.store.encryption import VARIABLE, is_encrypted

pytest.importorskip("sqlcipher3", reason="the extra `encrypted` is not installed")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "KDF_ROUNDS", 1)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("correct horse\n")
    path.chmod(0o600)
    return path


def test_a_store_is_encrypted_used_changed_and_made_plain(
    run: Run, tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "contact", "Ada King")
    assert run("encrypt", "--file", str(secret)).code == 0
    assert is_encrypted(tmp_path / "book.db")
    for words in (["find", "Ada"], ["due"], ["due", "--count"], ["due", "--json"], ["check"]):
        refused = run(*words)
        assert refused.code == 4 and "is encrypted" in refused.err and not refused.out
    monkeypatch.setenv(VARIABLE, str(secret))
    assert run("find", "Ada").code == 0 and run("due", "--count").code == 1
    assert run("check").code == 0 and run("backup").code == 0
    other = tmp_path / "other"
    other.write_text("battery staple")
    assert run("passphrase", "--file", str(other)).code == 0
    assert run("find", "Ada").code == 4
    other.replace(secret)
    secret.chmod(0o600)
    assert run("find", "Ada").code == 0
    assert run("decrypt").code == 0
    monkeypatch.delenv(VARIABLE)
    assert run("find", "Ada").code == 0


def test_a_short_passphrase_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "short").write_text("abc")
    run("add", "contact", "Ada King")
    assert run("encrypt", "--file", str(tmp_path / "short")).code == 2
    assert not is_encrypted(tmp_path / "book.db")


def test_without_a_terminal_nobody_is_asked(run: Run) -> None:
    run("add", "contact", "Ada King")
    refused = run("encrypt")
    assert refused.code == 2 and "--file" in refused.err


def test_a_plain_store_has_no_passphrase_to_change(run: Run) -> None:
    run("add", "contact", "Ada King")
    assert run("decrypt").code == 1 and run("passphrase").code == 1
