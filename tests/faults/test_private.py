"""What is somebody's own stays so: passphrases, names in files and logs, escapes in names."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.apps import LOGGING, App, log
from tests.faults.stores import PYTHON, asked, followup, people_file, surroundings, with_people
from tests.faults.test_terminal import ended

SECRET = "correct horse battery"
HOSTILE = "Eve \x1b]52;c;aGk=\x07\x1b]0;owned\x07\x1b[2J\x9b31mX \u202eliame\u2066"
ACTS = (
    b"\x1b]52;",
    b"\x1b]0;owned",
    b"\x1b[2J\x9b",
    b"\xc2\x9b",
    b"\x9b31m",
    "\u202e".encode(),
    "\u2066".encode(),
)
HOOK = """#!/bin/sh
cat /proc/self/environ /proc/$PPID/cmdline /proc/$PPID/environ >> "$HOME/told"
"""


def app_of(folder: Path, *words: str, **more: str) -> App:
    """The program with other surroundings."""
    named = [f"{name}={value}" for name, value in more.items()]
    return App(folder, ["env", *named, *PYTHON, *words])


def everything_in(folder: Path) -> bytes:
    """The content of every file of the folder, their names too."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return b"\n".join(os.fsencode(one) + b"\n" + one.read_bytes() for one in files)


def test_behind_a_passphrase_no_file_has_a_name_and_no_child_the_passphrase(tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3", reason="the extra `encrypted` is not installed")
    home = tmp_path / "home"
    with_people(home, 3, "Zebulon")
    (home / "Zebulon.csv").unlink()
    followup(home, "backup")
    hooks = home / ".config" / "followup" / "hooks"
    hooks.mkdir(parents=True)
    (hooks / "after").write_text(HOOK)
    (hooks / "after").chmod(0o700)
    app = App(home, [*PYTHON, "encrypt"])
    for words in ("New passphrase:", "The same again:"):
        assert app.shows(words, 30), app.screen.display
        app.send(f"{SECRET}\r".encode())
    assert ended(app, 60) == 0 and b"Encrypted" in app.written
    app = App(home)
    assert app.shows("Passphrase of", 30), app.screen.display
    app.send(f"{SECRET}\r".encode())
    assert app.shows("Zebulon P1", 30), app.screen.display
    assert log(app, "Ktab", monotonic() + 60)
    assert app.leave(b"q").clean
    told = (home / "told").read_bytes()
    assert b"FOLLOWUP_HOOK" in told and SECRET.encode() not in told + app.written
    kept = everything_in(home)
    assert not re.search(rb"Zebulon|zebulon|Kim|correct horse", kept)


def test_a_debug_log_has_nobody_in_it(tmp_path: Path) -> None:
    with_people(tmp_path, 3)
    seen = tmp_path / "textual.log"
    app = app_of(tmp_path, TEXTUAL_LOG=str(seen))
    assert app.shows("Contacts", 30)
    assert log(app, "Ktab", monotonic() + 60)
    assert app.leave(b"q").clean
    text = seen.read_text(errors="replace")
    assert "TodayScreen" in text and stat.S_IMODE(seen.stat().st_mode) == 0o600
    assert not re.search(r"Base P|basep|x\.example|Ktab|Talked", text)


def test_what_a_name_hides_never_acts_on_the_terminal(tmp_path: Path) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{HOSTILE}\r\nNOTE:{HOSTILE}\r\nEND:VCARD\r\n"
    (tmp_path / "cards.vcf").write_text(card, newline="")
    followup(tmp_path, "import", str(tmp_path / "cards.vcf"))
    app = App(tmp_path)
    assert app.shows("Eve", 30)
    for keys in (b"2", b"c", b"\x1b", b"e", b"\x1b", b"m", b"\x1b", b"l", b"\x1b", b":", b"\x1b"):
        app.press(keys, quiet=0.2)
    assert app.leave(b"q").clean
    written = app.written
    for words in (["show", "1"], ["find", "Eve"], ["undo"], ["show", HOSTILE]):
        told = App(tmp_path, [*PYTHON, *words])
        ended(told, 30)
        written += told.written
    assert b"Eve" in written and not [one for one in ACTS if one in written]


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_can_not_be_drawn_on_gets_the_list(tmp_path: Path, term: str) -> None:
    app = app_of(tmp_path, TERM=term)
    assert ended(app, 30) == 0
    assert b"nothing is due" in app.written and b"\x1b" not in app.written


def test_an_old_terminal_without_colours_is_enough(tmp_path: Path) -> None:
    with_people(tmp_path, 3)
    app = app_of(tmp_path, TERM="vt100", NO_COLOR="1")
    assert app.shows("Base P1", 30) and app.shows("Contacts", 5), app.screen.display
    assert app.leave(b"q").clean


def test_ctrl_c_in_an_import_takes_nobody_in_or_everybody(tmp_path: Path) -> None:
    with_people(tmp_path, 1)
    coming = people_file(tmp_path / "coming.csv", 20_000, "New")
    process = subprocess.Popen(
        [*PYTHON, "import", str(coming)], env=surroundings(tmp_path),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    end = monotonic() + 60
    while not (tmp_path / "book.db-wal").exists() and process.poll() is None and monotonic() < end:
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    count = asked(tmp_path / "book.db", "SELECT count(*) FROM contact")[0][0]
    if process.returncode == 0:
        assert count == 20_001
    else:
        assert (process.returncode, count) == (130, 1), said
        assert b"Cancelled" in said and b"Traceback" not in said
    assert followup(tmp_path, "check").returncode == 0


def test_ctrl_c_in_a_dialog_saves_nothing_and_ends_nothing(tmp_path: Path) -> None:
    with_people(tmp_path, 1)
    app = App(tmp_path)
    assert app.shows("Contacts", 30)
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Ktab")
    assert app.shows("Ktab", 10)
    app.press(b"\x03", quiet=0.5)
    assert not app.ended
    app.press(b"\x1b", quiet=0.5)
    assert app.leave(b"q").clean
    assert asked(tmp_path / "book.db", "SELECT count(*) FROM touch") == [(0,)]
