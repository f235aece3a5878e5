"""What somebody else wrote never acts on the terminal, whichever command shows it."""

from __future__ import annotations

import re

import pytest

HOSTILE = "[b]x[/b] [link=y]z[/] \x1b]52;c;aGk=\x07\x1b[2J\u202eevil\u200b\x9b1m\nnext"
ACTS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")

COMMANDS = [
    ("due", "--days", "9"), ("show", "1"), ("find", "x"), ("history",), ("who", "3035550142"),
    ("add", "follow-up", "call", "1", "thu", "--what", HOSTILE), ("touch", "1", "no-answer"),
    ("touch", "1", "talked", "--note", HOSTILE), ("add", "lead", HOSTILE, "--with", "1"),
    ("add", "contact", HOSTILE, "--org", HOSTILE), ("show", HOSTILE + " nobody"), ("undo",),
    ("touch", "1", HOSTILE), ("add", "follow-up", "call", "1", HOSTILE), ("import", HOSTILE),
    ("snooze", "1", HOSTILE), (HOSTILE,), ("export", "--format", "json"), (),
    ("add", "contact", "Other", "--phone", "303 555 0142"), ("find", HOSTILE),
    ("export", "-o", f"/nowhere/{HOSTILE}"), ("--db", f"/dev/null/{HOSTILE}", "due"),
]  # fmt: skip


@pytest.fixture
def hostile(run) -> None:
    run(
        "add", "contact", HOSTILE, "--org", HOSTILE, "--role", HOSTILE, "--note", HOSTILE,
        "--tag", HOSTILE, "--phone", "303 555 0142", "--email", f"{HOSTILE}@x.example",
    )  # fmt: skip
    run("add", "follow-up", "call", "1", "today", "--what", HOSTILE)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:30] or "bare")
def test_nothing_that_acts_comes_out(run, hostile, words: tuple[str, ...]) -> None:
    for asked in (words, (*words, "--json") if words else words):
        ran = run(*asked)
        assert not ACTS.search(ran.out), ascii(ran.out)
        assert not ACTS.search(ran.err), ascii(ran.err)
        assert ran.out or ran.err


def test_a_name_is_shown_as_typed_with_its_controls_to_be_seen(run, hostile) -> None:
    shown = run("show", "1").out
    assert "[b]x[/b] [link=y]z[/] ␛]52;c;aGk=␇␛[2J‹RLO›evil‹ZWSP›" in shown


def test_json_has_every_character_and_yet_is_harmless(run, hostile) -> None:
    ran = run("show", "1", "--json")
    assert ran.json["notes"] == HOSTILE
    assert "\\u001b" in ran.out and "\\u202e" in ran.out


def test_the_export_has_every_character_too(run, hostile) -> None:
    assert run("export").json["contacts"][0]["notes"] == HOSTILE
