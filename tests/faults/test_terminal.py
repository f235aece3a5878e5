"""Whatever happens to the terminal or the store, the app leaves cleanly or goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.faults.apps import LOGGING, App, ended
from tests.faults.stores import PYTHON, asked, followup, names, surroundings, with_people


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    with_people(folder, 12)
    return folder


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    (place / "book.db").write_bytes((base / "book.db").read_bytes())
    (place / "book.db").chmod(0o600)
    return place


@pytest.fixture
def app(folder: Path) -> Iterator[App]:
    found = App(folder)
    assert found.shows("Contacts", 30), found.screen.display
    yield found
    if found.pid:
        found.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_leaves_the_terminal_as_it_was(app: App, number: signal.Signals) -> None:
    os.kill(app.pid, number)
    assert ended(app) == 128 + number
    assert app.restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_line_that_was_being_typed_is_offered_back(
    app: App, folder: Path, number: signal.Signals
) -> None:
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Halfway about")
    assert app.shows("Halfway about", 10)
    if number is signal.SIGKILL:  # Nothing could be done any more: it was kept by itself.
        deadline = monotonic() + 10
        while asked(folder / "book.db", "SELECT count(*) FROM draft") == [(0,)]:
            assert monotonic() < deadline
            app._read(0.2)
    app.kill(number)
    app.pid = 0
    again = App(folder)
    assert again.shows("Contacts", 30)
    again.send(b"l")
    assert again.shows("Halfway about", 10), again.screen.display
    again.send(b"\r")
    assert again.shows("Talked to Kim Halfway", 10)
    again.send(b"l")
    assert again.shows(LOGGING, 10) and not again.shows("Halfway about", 1)
    again.kill()


def test_a_closed_terminal_ends_the_app(app: App) -> None:
    os.close(app._fd)
    deadline = monotonic() + 10
    while not (found := os.waitpid(app.pid, os.WNOHANG))[0]:
        assert monotonic() < deadline
        os.sched_yield()
    app.pid = 0
    assert os.waitstatus_to_exitcode(found[1]) == 128 + signal.SIGHUP


def test_leaving_leaves_no_process_no_lock_and_no_write_unfolded(app: App, folder: Path) -> None:
    group = app.pid
    assert app.leave(b"q").clean
    app.pid = 0
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)
    assert {one.name for one in folder.iterdir()} <= {"book.db", "backups", ".cache"}


def test_suspended_and_continued_it_is_drawn_again(app: App) -> None:
    os.kill(app.pid, signal.SIGTSTP)
    app._wait_until_quiet(0.5)
    assert b"\x1b[?1049l" in app.written
    before = len(app.written)
    os.kill(app.pid, signal.SIGCONT)
    app._read(5)
    app._wait_until_quiet(0.5)
    assert b"\x1b[?1049h" in app.written[before:]
    app.send(b"l")
    assert app.shows(LOGGING, 10)


def test_any_size_and_a_storm_of_sizes_is_survived(app: App) -> None:
    for rows, columns in ((1, 1), (2, 10), (5, 20), (12, 40), (100, 300), (24, 80)):
        app.resize(rows, columns)
        app.press(b"j", quiet=0.1)
        assert not app.ended, (rows, columns)
    for turn in range(60):
        app.resize(5 + turn % 40, 20 + turn * 7 % 180)
        app._read(0.005)
    app.resize(30, 100)
    assert app.shows("Contacts", 20)


def test_too_small_a_terminal_says_so_or_shows_a_list(app: App) -> None:
    app.resize(5, 20)
    app.press(b"j", quiet=0.3)
    assert any(line.strip() for line in app.screen.display)


@pytest.fixture
def locked(folder: Path) -> Iterator[sqlite3.Connection]:
    """Another process that writes, and doesn't come to an end."""
    other = sqlite3.connect(folder / "book.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def test_a_lock_of_somebody_else_is_told_the_keys_go_on_and_the_write_is_done(
    app: App, folder: Path, locked: sqlite3.Connection
) -> None:
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Lockedout\r")
    assert app.shows("another followup is saving", 10)
    app.send(b"j")
    locked.execute("COMMIT")
    assert app.shows("Talked to Kim Lockedout", 10)
    found = asked(folder / "book.db", "SELECT count(*) FROM contact WHERE name LIKE '%Lockedout'")
    assert found == [(1,)]


def test_a_lock_that_does_not_end_is_told_and_the_line_kept_to_try_again(
    app: App, folder: Path, locked: sqlite3.Connection
) -> None:
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Lockedout\r")
    assert app.shows("Another followup is saving", 30)
    assert app.shows("talked to Kim Lockedout", 5)
    locked.execute("COMMIT")
    app.send(b"\r")
    assert app.shows("Talked to Kim Lockedout", 10)


def test_a_store_removed_while_open_is_said_and_not_written_to(app: App, folder: Path) -> None:
    (folder / "book.db").unlink()
    app.send(b"l")
    assert app.shows(LOGGING, 10)
    app.send(b"talked to Kim Goneaway\r")
    assert app.shows("was removed", 10), app.screen.display
    assert app.shows("talked to Kim Goneaway", 5), app.screen.display
    assert not (folder / "book.db").exists()


def test_what_the_shell_writes_is_seen_without_a_key(app: App, folder: Path) -> None:
    import subprocess

    subprocess.run(
        [*PYTHON, "add", "contact", "Aaron Newcomer"], env=surroundings(folder), check=True,
        capture_output=True,
    )  # fmt: skip
    assert app.shows("Aaron Newcomer", 10)


def header_garbage(path: Path) -> None:
    path.write_bytes(b"GARBAGE!" * 12 + path.read_bytes()[96:])


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [header_garbage, gone])
def test_the_newest_backup_is_offered_and_brought_back(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    followup(folder, "backup")
    damage(folder / "book.db")
    app = App(folder)
    assert app.shows("1  restore the newest good backup", 30), app.screen.display
    app.send(b"1\r")
    assert app.shows("Restored: 12 people", 30) and app.shows("Contacts", 30)
    assert app.leave(b"q").clean
    assert len(names(folder / "book.db")) == 12


def test_a_mistake_in_the_app_leaves_a_clean_terminal_and_no_names(folder: Path) -> None:
    script = (
        "import sys\n"
        "from followup_tui.ui.screens.today import TodayScreen\n"
        "def broken(self, *words):\n"
        "    name = 'Ada Secretname'\n"
        "    raise ValueError(name)\n"
        "TodayScreen.on_key = broken\n"
        "from followup_tui.cli.entry import main\n"
        "sys.exit(main())\n"
    )
    app = App(folder, [sys.executable, "-c", script])
    assert app.shows("Contacts", 30)
    before = len(app.written)
    app.send(b"j")
    assert ended(app) == 70
    assert b"Secretname" not in app.written
    assert b"made a mistake (ValueError)" in app.written[before:]
    assert app.restored()
