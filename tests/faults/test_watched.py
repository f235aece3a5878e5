"""What reaches the disk before it is said, and what never leaves the machine."""

from __future__ import annotations

import sys
from pathlib import Path

from followup_tui.cli.main import PLACES
from tests.faults.apps import App, log
from tests.faults.stores import PYTHON, followup, surroundings, with_people
from tests.faults.watched import calls_in, first, needs_strace, watched, watching

pytestmark = needs_strace

DISK = "fdatasync,fsync,write,pwrite64,rename"
OUT = "socket,connect,openat,open"
NAMED = "elsewhere"
CARDS = "".join(
    f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Photo {number}\r\n{line}\r\nEND:VCARD\r\n"
    for number, line in enumerate(
        (
            "PHOTO;VALUE=uri:file:///etc/elsewhere",
            "PHOTO;VALUE=uri:http://127.0.0.1:9/elsewhere",
            "PHOTO;VALUE=uri:../../../../etc/elsewhere",
            "LOGO;VALUE=uri:\\\\\\\\elsewhere\\\\x",
            "KEY;VALUE=uri:file:///dev/elsewhere",
            "SOURCE:http://127.0.0.1:9/elsewhere",
        )
    )
)
EVERY = """
import io, os, sys
from cli.test_boundary import SAID
from followup_tui.cli.entry import main
tried = set()
for command, asked in SAID.items():
    if command in {"encrypt", "decrypt", "passphrase"}:
        continue
    for words in asked:
        sys.stdin = io.TextIOWrapper(io.BytesIO(b"Name\\nAnn Low\\n"))
        main([command, *words])
    tried.add(command)
print("TRIED", *sorted(tried))
"""


def is_out(call: str) -> bool:
    """Whether the call speaks to another machine, or to this one as if it were one."""
    return call.startswith(("socket(", "connect(")) and "AF_INET" in call


def lasting(calls: list[str], name: str) -> bool:
    """Whether all that was written to the file of this name was synced after it."""
    last = max(at for at, call in enumerate(calls) if "write" in call and f"{name}>" in call)
    return any("sync(" in call and f"{name}>" in call for call in calls[last:])


def test_what_a_command_says_is_saved_is_on_the_disk_before_it_says_so(tmp_path: Path) -> None:
    words = [*PYTHON, "add", "contact", "Ana Low"]
    done, calls = watched(tmp_path / "calls", DISK, words, surroundings(tmp_path))
    assert done.returncode == 0 and done.stdout == "Added Ana Low\n"
    assert lasting(calls[: first(calls, "write(1<", "Added Ana Low")], "book.db-wal")


def test_what_the_app_says_is_saved_is_on_the_disk_and_on_no_other_machine(tmp_path: Path) -> None:
    with_people(tmp_path, 3)
    told = tmp_path / "calls"
    app = App(tmp_path, watching(told, f"{DISK},{OUT}", PYTHON))
    assert app.shows("Contacts", 60)
    assert log(app, "Ktab", float("inf"))
    assert app.leave(b"q").clean
    calls = calls_in(told)
    assert lasting(calls[: first(calls, "write(", "Talked to Kim")], "book.db-wal")
    assert not list(filter(is_out, calls))


def test_an_export_and_its_name_are_on_the_disk_before_it_is_said(tmp_path: Path) -> None:
    with_people(tmp_path, 3)
    words = [*PYTHON, "export", "-o", str(tmp_path / "out.json")]
    done, calls = watched(tmp_path / "calls", DISK, words, surroundings(tmp_path))
    assert done.returncode == 0
    renamed = first(calls, "rename(", 'out.json"')
    assert lasting(calls[:renamed], ".out.json")
    said = first(calls, "Exported 3 contacts")
    assert any("fsync(" in call and f"{tmp_path}>" in call for call in calls[renamed:said])


def test_no_file_and_no_machine_that_a_card_names_is_ever_asked(tmp_path: Path) -> None:
    (tmp_path / "cards.vcf").write_text(CARDS, newline="")
    words = [*PYTHON, "import", str(tmp_path / "cards.vcf")]
    done, calls = watched(tmp_path / "calls", OUT, words, surroundings(tmp_path))
    assert done.returncode == 0 and "6 created" in done.stdout
    assert first(calls, "cards.vcf") and not list(filter(is_out, calls))
    assert not [call for call in calls if NAMED in call]


def test_no_command_speaks_to_the_network(tmp_path: Path) -> None:
    followup(tmp_path, "add", "contact", "Ann Ash")
    env = surroundings(tmp_path)
    env["PYTHONPATH"] += f":{Path(__file__).parents[1]}"
    done, calls = watched(tmp_path / "calls", OUT, [sys.executable, "-c", EVERY], env)
    tried = done.stdout.rsplit("TRIED ", 1)[1].split()
    assert set(tried) | {"encrypt", "decrypt", "passphrase", "serve"} == set(PLACES)
    assert calls and not list(filter(is_out, calls))
