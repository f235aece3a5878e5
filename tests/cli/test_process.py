"""What only a process of its own can show: streams, signals, locales, the file system's bytes."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.actions.imports import AT_ONCE
from followup_tui.cli import importing

SHELL = [sys.executable, "-c", "from followup_tui.cli.entry import main; exit(main())"]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def test_bytes_that_are_no_text_are_refused_with_their_place(process) -> None:
    ran = process("add", "contact", b"Ann \xff")
    assert ran.returncode == 3 and b"byte 4" in ran.stderr and b"Traceback" not in ran.stderr


def test_a_locale_without_letters_still_keeps_them(process) -> None:
    assert process("add", "contact", "Zoë Müller", **ASCII).returncode == 0
    shown = process("show", "zoe", **ASCII)
    assert (shown.returncode, shown.stderr) == (0, b"") and b"Zo? M?ller" in shown.stdout
    assert json.loads(process("show", "zoe", "--json", **ASCII).stdout)["name"] == "Zoë Müller"
    assert "Zoë Müller".encode() in process("export", **ASCII).stdout


def test_a_reader_that_has_enough_is_no_fault(process) -> None:
    process("add", "contact", "Ann Ash", "--note", "-", stdin=b"x" * 500_000)
    with subprocess.Popen(
        [*SHELL, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as one:
        assert one.stdout and one.stderr
        one.stdout.close()
        assert one.stderr.read() == b""
    assert one.returncode == 0


def test_no_room_on_stdout_is_exit_code_5(process) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*SHELL, "export"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert ran.returncode == 5 and ran.stderr.startswith(b"Disk full")


@pytest.mark.parametrize("term", ["", "dumb", "xterm"])
def test_bare_without_a_terminal_lists_and_ends(process, term: str) -> None:
    ran = process(TERM=term)
    assert ran.returncode == 0 and b"nothing is due" in ran.stdout and b"\x1b" not in ran.stdout


def test_a_scheduler_that_says_nothing_of_where_it_runs_gets_the_list(tmp_path: Path) -> None:
    ran = subprocess.run(
        SHELL, env={"HOME": str(tmp_path)}, stdin=subprocess.DEVNULL, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"nothing is due" in ran.stdout and b"\x1b" not in ran.stdout


def test_streams_that_are_closed_are_no_fault() -> None:
    command = 'exec 0<&- 1>&- 2>&-; exec "$@"'
    for words in (["due"], ["add", "contact", "Ann"], []):
        ran = subprocess.run(["sh", "-c", command, "sh", *SHELL, *words], check=False, timeout=60)
        assert ran.returncode in (0, 1)


def test_everything_it_makes_is_the_users_alone(process, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    surroundings = {"FOLLOWUP_DB": "", "HOME": str(home)}
    before = os.umask(0)
    try:
        process("add", "contact", "Ann Ash", **surroundings)
        process("export", "-o", str(home / "out.json"), **surroundings)
    finally:
        os.umask(before)
    made = [path for path in home.rglob("*") if path != home]
    assert home / ".local/share/followup/followup.db" in made
    for path in made:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_a_mistake_of_ours_is_one_line_and_a_report_without_names(process, tmp_path: Path) -> None:
    broken = (
        "import sys; from followup_tui.cli import entry, main\n"
        "def run(words): raise ValueError('Ann Ash')\n"
        "main.run = run; sys.argv = ['followup', 'find', 'Ann']; sys.exit(entry.main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, check=False, timeout=60
    )
    report = tmp_path / ".local/state/followup/crash.txt"
    assert ran.returncode == 70 and str(report) in ran.stderr and ran.stderr.count("\n") == 1
    assert "ValueError" in report.read_text() and "Ann" not in report.read_text() + ran.stderr


def test_ctrl_c_ends_it_with_130_and_one_word(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "content", interrupted)
    ran = run("import", "-")
    assert (ran.code, ran.out, ran.err) == (130, "", "Cancelled.\n")


AT_AN_IMPORT = """
import contextlib, signal, sys, weakref
from followup_tui.actions.imports import AT_ONCE
from followup_tui.cli import entry, importing

class Held:
    pass

def interrupted(_):
    signal.raise_signal(signal.SIGINT)

@contextlib.contextmanager
def progress():
    held = Held()
    gone = weakref.ref(held, interrupted)
    def tell(doing, done, of):
        nonlocal held
        if doing == "Saving" and done == AT_ONCE:
            held = None
    yield tell

importing.progress = progress
sys.exit(entry.main())
"""
"""It comes in the callback of a weak reference, as in that of each import's lock."""
IN_SQL = """
import signal, sys
from followup_tui.cli import entry
from followup_tui.store import search

def fold(text):
    signal.raise_signal(signal.SIGINT)

search.db.register_function(fold, "fold", 1, deterministic=True)
sys.exit(entry.main())
"""
"""It comes in the function that SQLite calls."""


@pytest.mark.parametrize("script", [AT_AN_IMPORT, IN_SQL])
def test_ctrl_c_where_python_can_not_raise_it_ends_the_command_and_nothing_is_written(
    process, tmp_path: Path, script: str
) -> None:
    process("add", "contact", "Ann Ash")
    rows = "".join(f"Bo P{number},bo{number}@x.example\n" for number in range(AT_ONCE + 5))
    (tmp_path / "people.csv").write_text("Name,Email\n" + rows)
    ran = subprocess.run(
        [sys.executable, "-c", script, "import", str(tmp_path / "people.csv")],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "Cancelled.\n")
    kept = json.loads(process("export").stdout)["contacts"]
    assert [one["name"] for one in kept] == ["Ann Ash"]
