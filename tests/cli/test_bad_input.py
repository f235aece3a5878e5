from __future__ import annotations

import os
from pathlib import Path

import pytest

from followup_tui.store.book import open_book
from followup_tui.store.schema import db


def said(ran) -> str:
    """The one complaint: on stderr, with nothing on stdout and no traceback."""
    assert ran.out == "" and "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("wat",), ("touch",), ("touch", "Ann", "shouted"), ("add", "nothing"),
        ("due", "--days", "soon"), ("export", "--format", "exe"), ("done", "one"), ("--wat",),
        ("add", "contact", "Ann", "--stars", "9"), ("import",), ("import", "x", "--map", "y"),
    ],
)  # fmt: skip
def test_a_command_that_cannot_be_meant_is_exit_code_2(run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2 and said(ran).strip()


def test_a_word_that_is_none_of_its_list_is_told_the_list(run) -> None:
    assert "no-answer" in said(run("touch", "Ann", "shouted"))


@pytest.mark.parametrize("when", ["whenever", "31 feb", "25:99", "", "thu or fri", "32/13/2026"])
def test_a_date_nobody_can_mean_is_exit_code_3(run, when: str) -> None:
    run("add", "contact", "Ann Ash")
    ran = run("add", "follow-up", "call", "Ann", when)
    assert ran.code == 3 and "2026-11-26" in said(ran)


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("next sat", ("2026-11-28", "2026-12-05")),
        ("Wed 24 Nov", ("Tue 24 Nov", "Wed 25 Nov")),
        ("20 nov", ("Sat 20 Nov 2027",)),
        ("2026-11-20", ("passed",)),
    ],
)
def test_a_date_that_must_be_asked_is_asked_and_nothing_is_saved(
    run, when: str, days: tuple[str, ...]
) -> None:
    run("add", "contact", "Ann Ash")
    ran = run("add", "follow-up", "call", "Ann", when)
    assert ran.code == 3 and all(day in said(ran) for day in days)
    assert run("due", "--days", "999", "--count").code == 1


def test_a_touch_to_come_is_refused(run) -> None:
    run("add", "contact", "Ann Ash")
    ran = run("touch", "Ann", "talked", "--at", "2026-11-24T09:00")
    assert ran.code == 3 and "Tue 24 Nov 2026" in said(ran)


def test_an_empty_name_or_title_is_exit_code_3(run) -> None:
    assert run("add", "contact", "  ").code == 3
    assert run("add", "lead", "").code == 3


def test_a_file_that_is_not_there_is_exit_code_3(run, tmp_path: Path) -> None:
    for name in ("none.vcf", "."):
        ran = run("import", str(tmp_path / name))
        assert ran.code == 3 and name in said(ran)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""), ("zip.csv", b"PK\x03\x04\x00\x00" * 50), ("empty.vcf", b""),
        ("prose.txt", b"Dear diary,\ntoday nothing happened.\n"), ("list.json", b"[1, 2]"),
        ("cut.json", b'{"version": 1, "contacts": [{"name": "An'),
        ("later.json", b'{"version": 9}'),
        ("wrong.json", b'{"contacts": [{"name": 7}]}'), ("nan.json", b'{"contacts": NaN}'),
        ("deep.json", b'{"a": ' + b"[" * 100_000),
    ],
)  # fmt: skip
def test_a_file_that_says_nothing_is_exit_code_3_and_named(
    run, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    ran = run("import", str(tmp_path / name))
    assert ran.code == 3 and name in said(ran)
    assert run("history").code == 1


def test_a_bad_file_beside_a_good_one_costs_itself_only(run, tmp_path: Path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("Name,Email\nAnn Ash,ann@x.example\n")
    ran = run("import", str(tmp_path / "none.csv"), str(good))
    assert ran.code == 3 and "1 created" in ran.out and "none.csv" in ran.out
    assert len(run("export").json["contacts"]) == 1


def test_a_path_that_cannot_be_written_is_exit_code_4_and_named(run, tmp_path: Path) -> None:
    for name in ("no/such/folder.json", "."):
        ran = run("export", "-o", str(tmp_path / name))
        assert ran.code == 4 and str(tmp_path) in said(ran)


def test_the_store_itself_is_never_overwritten_by_an_export(run, tmp_path: Path) -> None:
    run("add", "contact", "Ann Ash")
    assert run("export", "-o", str(tmp_path / "book.db")).code == 2
    assert len(run("export").json["contacts"]) == 1


def test_a_store_that_is_no_file_is_exit_code_4(run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    (tmp_path / "loop.db").symlink_to(tmp_path / "loop.db")
    for name in (".", "pipe.db", "loop.db"):
        for words in (("due",), ("find", "Ann"), ("add", "contact", "Ann")):
            ran = run(*words, "--db", str(tmp_path / name))
            assert ran.code == 4 and said(ran).strip()


def test_a_damaged_store_is_exit_code_6_and_stays_as_it_is(run, tmp_path: Path) -> None:
    for name, content in (("text.db", b"not a database " * 100), ("empty.db", b"")):
        path = tmp_path / name
        path.write_bytes(content)
        for words in (("due",), ("find", "Ann"), ("add", "contact", "Ann")):
            ran = run(*words, "--db", str(path))
            assert ran.code == 6 and str(path) in said(ran)
        assert path.read_bytes() == content


def test_a_store_of_a_later_version_is_exit_code_7_and_untouched(run, tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    with open_book(path):
        db.execute_sql("PRAGMA user_version = 999")
    content = path.read_bytes()
    for words in (("due",), ("due", "--count"), ("add", "contact", "Ann"), ()):
        ran = run(*words, "--db", str(path)) if words else run("--db", str(path))
        assert ran.code == 7 and "Update followup" in said(ran)
    assert path.read_bytes() == content


def test_a_clock_that_cannot_be_read_is_exit_code_3(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLLOWUP_NOW", "noon")
    assert run("due").code == 3


@pytest.mark.parametrize(
    "words",
    [
        ("find", "%"),
        ("find", "_"),
        ("find", '"'),
        ("find", "NEAR("),
        ("find", "*"),
        ("find", "-x"),
        ("find", "O'Brien"),
        ("find", ""),
        ("find", "x" * 10_000),
        ("find", "\\"),
    ],
)
def test_signs_of_the_search_are_plain_text(run, words: tuple[str, ...]) -> None:
    run("add", "contact", "Ann Ash")
    command, *rest = words
    ran = run(command, "--", *rest)
    assert ran.code == 1 and "Traceback" not in ran.err
