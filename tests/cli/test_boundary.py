"""Every command there is, over a store full of hostile text: nothing that acts comes out."""

from __future__ import annotations

import re

import pytest
from cli.conftest import Run

from followup_tui.cli.main import PLACES

HOSTILE = (
    "[b]x[/b] [/] \x1b]52;c;aGk=\x07\x1b]0;t\x1b\\\x1b[2J\u202eevil\u2066\u200b\x9b1m\nnext=1+1"
)
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")

SAID: dict[str, list[tuple[str, ...]]] = {
    "add": [("contact", HOSTILE), ("lead", HOSTILE), ("follow-up", "call", "1", HOSTILE)],
    "backup": [(), ("--list",), (f"/nowhere/{HOSTILE}",)],
    "card": [("1",), (HOSTILE,)],
    "check": [()],
    "complete": [("1", HOSTILE), ("99", HOSTILE)],
    "completion": [("bash",)],
    "decline": [("1", "--why", "pay", "--message"), (HOSTILE, "--why", HOSTILE)],
    "decrypt": [()],
    "demo": [(), ("--no-app",)],
    "digest": [(), ("--format", "html")],
    "done": [("1",), (HOSTILE,)],
    "doubles": [()],
    "due": [("--days", "99")],
    "encrypt": [("--file", f"/nowhere/{HOSTILE}"), ()],
    "export": [("--format", "json"), ("-o", f"/nowhere/{HOSTILE}")],
    "find": [("x",), (HOSTILE,)],
    "givers": [()],
    "history": [()],
    "import": [(HOSTILE,), ("--dry-run", "-"), ("-",)],
    "keep": [("1",), (HOSTILE,)],
    "kept": [("1",), (HOSTILE,)],
    "lead": [(), ("1",), (HOSTILE, "talking"), (HOSTILE + "?",)],
    "log": [("--dry-run", HOSTILE), (f"talked to {HOSTILE}",), (HOSTILE, "--about", "1")],
    "merge": [("1", "2"), (HOSTILE, HOSTILE)],
    "message": [("1",), ("1", "--kind", "first-email"), (HOSTILE, "--body", HOSTILE)],
    "news": [(HOSTILE,)],
    "not-same": [("1", "2"), (HOSTILE, HOSTILE)],
    "park": [("1",), (HOSTILE,)],
    "passphrase": [()],
    "profile": [(), ("--set", f"name={HOSTILE}"), ("--set", HOSTILE)],
    "promise": [("1", HOSTILE), (HOSTILE, HOSTILE, "--theirs")],
    "record": [(), ("--format", "html")],
    "redo": [()],
    "refer": [("1", HOSTILE), ("1", "--half", HOSTILE, HOSTILE)],
    "restore": [(HOSTILE,), ("--dry-run",), ("--yes",)],
    "review": [()],
    "show": [("1",), (HOSTILE + " nobody",)],
    "snooze": [("1", "thu", "--where", HOSTILE), (HOSTILE, HOSTILE)],
    "stats": [(), ("--svg", f"/nowhere/{HOSTILE}")],
    "touch": [("1", "talked", "--note", HOSTILE), (HOSTILE, "talked"), ("1", HOSTILE)],
    "undo": [()],
    "waiting": [()],
    "who": [("303 555 0142",), (HOSTILE,)],
    "wondering": [()],
}
SILENT = {"serve"}
"""It goes on until it is stopped; what its page shows is the app."""
FILE = f'First Name,Last Name,Company,Notes\n"{HOSTILE}",Low,"{HOSTILE}",{HOSTILE!r}\n'


@pytest.fixture
def hostile(run: Run) -> None:
    """Hostile text in every field that a command can write."""
    run(
        "add", "contact", HOSTILE, "--org", HOSTILE, "--role", HOSTILE, "--note", HOSTILE,
        "--tag", HOSTILE, "--phone", "303 555 0142", "--email", "x@x.example", "--stars", "3",
    )  # fmt: skip
    run("add", "contact", f"Other {HOSTILE}", "--org", HOSTILE, "--anyway")
    run("add", "lead", HOSTILE, "--org", HOSTILE, "--with", "1", "--via", "2")
    run("add", "follow-up", "call", "1", "today", "--what", HOSTILE, "--promised")
    run("refer", "2", HOSTILE, "--org", HOSTILE, "--words", HOSTILE)
    run("refer", "2", "--half", HOSTILE, "x")
    run("promise", "1", HOSTILE, "--theirs")
    run("touch", "1", "talked", "--note", HOSTILE, "--minutes", "12")
    run("profile", "--set", f"name={HOSTILE}", "--set", f"want={HOSTILE}")
    run("snooze", "1", "thu", "--where", HOSTILE)
    run("add", "lead", f"Ended {HOSTILE}", "--with", "2")
    run("lead", "2", "closed", "--reason", "filled")


def test_every_command_has_its_row_here() -> None:
    assert set(SAID) | SILENT == set(PLACES)


@pytest.mark.parametrize("command", SAID)
def test_nothing_that_acts_comes_out_of_any_command(run: Run, hostile: None, command: str) -> None:
    for words in SAID[command]:
        for asked in ((command, *words), (command, *words, "--json")):
            ran = run(*asked, stdin=FILE.encode())
            assert not ACTS.search(ran.out), ascii(ran.out)
            assert not ACTS.search(ran.err), ascii(ran.err)
            assert ran.out or ran.err or ran.code == 0, asked
            assert ran.code != 70, asked


def test_the_list_without_a_command_is_harmless_too(run: Run, hostile: None) -> None:
    ran = run()
    assert ran.out and not ACTS.search(ran.out + ran.err)
