"""Odd places, rights, alphabets, clocks and sizes: one clear line, or all works."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.faults.apps import App, log
from tests.faults.stores import PYTHON, asked, followup, surroundings, with_people

NOBODY = 65534
AS_NOBODY = (
    "import os, sys\n"
    "import followup_tui.ui.app, followup_tui.cli.opening, followup_tui.cli.adding\n"
    "import followup_tui.cli.listing, followup_tui.ui.screens.calls\n"
    f"os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    "from followup_tui.cli.entry import main\n"
    "sys.exit(main())\n"
)
C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LATIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0",
         "PYTHONIOENCODING": "iso-8859-1"}  # fmt: skip
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


def ran(
    folder: Path, *words: str | bytes, stdin: bytes = b"", **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run one command, whatever comes of it."""
    return subprocess.run(
        [*map(os.fsencode, PYTHON), *map(os.fsencode, words)], input=stdin,
        env={**surroundings(folder), **more}, capture_output=True, check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that others reach, with a store that they may read."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with_people(folder, 3)
        folder.chmod(0o755)
        for one in folder.iterdir():
            one.chmod(0o755 if one.is_dir() else 0o644)
        yield folder


@needs_root
def test_a_store_of_somebody_elses_is_shown_and_no_command_writes(shared: Path) -> None:
    as_nobody = [sys.executable, "-c", AS_NOBODY]
    app = App(shared, as_nobody)
    assert app.shows("is read-only", 30), app.screen.display
    assert app.shows("Base P1", 5)
    app.press(b"2v", quiet=0.5)
    assert app.shows("nothing was saved", 5), app.screen.display
    assert app.leave(b"q").clean
    done = subprocess.run(
        [*as_nobody, "add", "contact", "Ana Low"], env=surroundings(shared),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "") and str(shared / "book.db") in done.stderr
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


@pytest.mark.parametrize("alphabet", [C, LATIN], ids=["C", "ISO-8859-1"])
def test_an_alphabet_that_lacks_letters_shows_a_question_mark_and_keeps_them(
    tmp_path: Path, alphabet: dict[str, str]
) -> None:
    name = "Zoë Łuk 日本"
    assert ran(tmp_path, "add", "contact", name, **alphabet).returncode == 0
    shown = ran(tmp_path, "show", "zoe", **alphabet)
    assert (shown.returncode, shown.stderr) == (0, b"") and b"?uk ??" in shown.stdout
    assert asked(tmp_path / "book.db", "SELECT name FROM contact") == [(name,)]
    assert ran(tmp_path, "show", name, **alphabet).returncode == 0


def test_the_app_runs_in_an_alphabet_that_lacks_letters(tmp_path: Path) -> None:
    followup(tmp_path, "add", "contact", "Zoë Müller")
    words = ["env", *(f"{name}={value}" for name, value in C.items()), *PYTHON]
    app = App(tmp_path, words)
    assert app.shows("Zo", 30) and app.shows("ller", 5), app.screen.display
    assert log(app, "Ktab", float("inf"))
    assert app.leave(b"q").clean


def test_a_long_line_is_kept_whole_or_its_limit_named(tmp_path: Path) -> None:
    with_people(tmp_path, 1)
    for length, code in ((10_000, 0), (65_536, 0), (131_071 - 1, 3)):
        line = "talked to Base P0: ".ljust(length, "x")
        done = ran(tmp_path, "log", line)
        assert done.returncode == code, done.stderr
        assert code == 0 or b"65536" in done.stderr
    kept = asked(
        tmp_path / "book.db",
        "SELECT length(note) - length(replace(note, 'x', '')) FROM touch ORDER BY id",
    )
    assert kept == [(10_000 - 19,), (65_536 - 19,)]
    note = b"z" * 1_000_000
    done = ran(tmp_path, "add", "contact", "Ann Noted", "--note", "-", stdin=note)
    assert done.returncode == 0
    found = asked(tmp_path / "book.db", "SELECT length(notes) FROM contact WHERE name LIKE 'Ann%'")
    assert found == [(1_000_000,)]
    assert len(ran(tmp_path, "find", "Ann").stdout) < 1000


@pytest.mark.parametrize(
    ("home", "more"),
    [("", ()), ("relative", ()), ("", ("--db", "named.db")), ("relative", ("--db", "named.db"))],
)
def test_without_a_home_it_asks_for_a_place_and_takes_one(
    tmp_path: Path, home: str, more: tuple[str, ...]
) -> None:
    words = [str(tmp_path / word) if word.endswith(".db") else word for word in more]
    done = ran(tmp_path, *words, "find", "x", HOME=home, FOLLOWUP_DB="", XDG_STATE_HOME="/dev/null")
    assert done.returncode == (1 if more else 4)
    assert (b"set HOME, or name a place with --db" in done.stderr) is not more
    assert not (Path.cwd() / "relative").exists()


def test_a_link_that_leads_nowhere_is_not_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "book.db").symlink_to(tmp_path / "stick" / "book.db")
    for words in ((), ("add", "contact", "Ana"), ("check",), ("backup",)):
        done = ran(tmp_path, *words)
        assert done.returncode == 4 and b"which isn't there" in done.stderr, words
    assert not (tmp_path / "stick").exists()


def test_everything_the_app_makes_is_the_users_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        app = App(tmp_path)
        assert app.shows("Welcome", 30)
        app.press(b"3", quiet=0.5)
        app.press(b"q", quiet=0.2)
        app.press(b"B", quiet=0.5)
        app.press(b"1\r", quiet=0.5)
        made = {one: stat.S_IMODE(one.lstat().st_mode) for one in tmp_path.rglob("*")}
        assert app.leave(b"q").clean
    finally:
        os.umask(before)
    assert {"book.db", "book.db-wal", "book.db-shm", "backups"} <= {one.name for one in made}
    wrong = {str(one): oct(mode) for one, mode in made.items() if mode & 0o077}
    assert not wrong


def test_a_clock_that_leaps_leaves_the_order_of_what_was_done(tmp_path: Path) -> None:
    days = ("2026-11-23", "2016-11-23", "2039-01-01", "2038-01-20", "1970-01-02", "2026-11-24")
    for number, day in enumerate(days):
        done = ran(
            tmp_path, "add", "contact", f"Kim {number}", FOLLOWUP_NOW=f"{day}T09:00:00-07:00"
        )
        assert done.returncode == 0, done.stderr
    told = ran(tmp_path, "history").stdout.decode().splitlines()
    assert [line.split()[-1] for line in told] == list("543210")
    done = ran(tmp_path, "undo", FOLLOWUP_NOW="2016-01-01T09:00:00-07:00")
    assert b"Undid: Added Kim 5" in done.stdout
    due = ran(tmp_path, "due", "--days", "400").stdout.decode()
    assert "1970" not in due and ran(tmp_path, "check").returncode == 0


EDGES = {
    "UTC": ("2026-12-31",),
    "Europe/Berlin": ("2026-03-28", "2026-10-24", "2026-12-31"),
    "America/New_York": ("2026-03-07", "2026-10-31", "2028-02-28"),
    "Asia/Kolkata": ("2026-10-24", "2028-02-28"),
    "Pacific/Kiritimati": ("2026-03-28", "2026-12-31"),
    "Pacific/Pago_Pago": ("2026-10-31", "2026-12-31"),
}
"""The days before the clocks change, a leap day or a new year, by zone."""


def test_tomorrow_at_nine_stays_so_and_a_day_without_a_time_never_moves(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from followup_tui.cli.entry import main\n"
        "for line in sys.stdin.read().splitlines():\n"
        "    zone, now, *words = line.split('|')\n"
        "    os.environ.update(TZ=zone, FOLLOWUP_NOW=now)\n"
        "    assert main(words) in (0, 1), line\n"
    )
    lines, wanted = [], []
    edges = [(zone, day) for zone, days in EDGES.items() for day in days]
    for number, (zone, day) in enumerate(edges):
        noon = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=ZoneInfo(zone))
        now, tomorrow = noon.isoformat(), (noon.date() + timedelta(days=1)).isoformat()
        name = f"K{number}"
        lines += [
            f"{zone}|{now}|add|contact|{name}|--anyway",
            f"{zone}|{now}|add|follow-up|call|{name}|tomorrow 9:00",
            f"{zone}|{now}|add|follow-up|email|{name}|tomorrow",
        ]
        wanted += [(name, tomorrow, "9:00"), (name, tomorrow, None)]
    told = "\n".join(lines).encode()
    env = surroundings(tmp_path)
    subprocess.run([sys.executable, "-c", script], input=told, env=env, check=True)
    found = asked(
        tmp_path / "book.db",
        "SELECT c.name, f.due, f.time FROM follow_up f JOIN contact c ON c.id = contact_id"
        " ORDER BY f.id",
    )
    assert [(name, day, time and time.lstrip("0")) for name, day, time in found] == wanted
    for zone in EDGES:  # What was written in any of them reads the same in each.
        done = ran(tmp_path, "due", "--json", TZ=zone, FOLLOWUP_NOW="2029-01-02T12:00:00+00:00")
        listed = sorted(row["due"] for row in json.loads(done.stdout))
        assert listed == sorted(day for _, day, _ in wanted), zone
