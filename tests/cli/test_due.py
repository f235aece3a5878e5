from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from followup_tui.cli import due
from followup_tui.store import glance


@pytest.fixture
def samples(run, tmp_path: Path) -> None:
    run("demo", "--db", str(tmp_path / "book.db"), "--no-app")


def test_nothing_due_is_said_and_is_exit_code_1(run) -> None:
    ran = run("due")
    assert (ran.code, ran.out) == (1, "Mon 23 Nov 2026: nothing is due.\n")
    assert run("due", "--json").out == "[]\n"
    assert run("due", "--count")[:2] == (1, "0\n")
    assert run("due", "--count", "--json").json == {"count": 0}


def test_the_list_is_in_the_order_of_its_ranks(run, samples) -> None:
    rows = run("due", "--json").json
    totals = [row["rank"]["total"] for row in rows if row["rank"]]
    assert totals == sorted(totals, reverse=True) and totals[:2] == [108, 104]
    assert rows[-1]["rank"] is None and rows[-1]["opens"], "closed now comes last"


def test_a_row_has_the_fields_of_the_contract_and_its_terms_add_up(run, samples) -> None:
    row = run("due", "--json").json[1]
    assert {"id", "action", "contact", "what", "due", "first_due", "owed", "rank"} <= row.keys()
    assert (row["contact"], row["first_due"], row["due"]) == (
        "Marcus Webb", "2026-11-16", "2026-11-23",
    )  # fmt: skip
    terms = {"owed": 40, "late": 40, "tie": 5, "fresh": 4, "put_off": 10, "reach": 5}
    assert row["rank"] == {"total": 104, **terms}


def test_a_line_says_how_late_who_via_whom_when_and_the_rank(run, samples) -> None:
    first = run("due").out.splitlines()[1]
    for told in ("12d", "Call", "Ana Ruiz", "via Ruth Adler", "◆ ×2", "Wed 11 Nov", "108"):
        assert told in first


def test_the_days_ahead_are_listed_when_asked_for(run, samples) -> None:
    assert "Sam Whitfield" not in run("due").out
    assert "Sam Whitfield" in run("due", "--days", "1").out
    assert int(run("due", "--count", "--days", "7").out) == int(run("due", "--count").out) + 4


@pytest.mark.parametrize(
    "words", [("due",), ("due", "--json"), ("due", "--count"), ("due", "--days=7", "--json")]
)
def test_the_short_way_says_what_the_long_way_says(
    run, samples, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    short = run(*words)
    monkeypatch.setattr(due, "asked", lambda words: None)
    assert run(*words) == short


@pytest.mark.parametrize(
    "words",
    [
        ["due", "--help"], ["due", "--days"], ["due", "--days", "x"], ["due", "--days", "-1"],
        ["--json", "due"], ["due", "due"], ["due", "--wat"], ["add", "due"], ["due", "--db"], [],
    ],
)  # fmt: skip
def test_anything_unusual_takes_the_long_way(words: list[str]) -> None:
    assert due.asked(words) is None


def test_the_store_may_be_named_before_the_command_and_after_it() -> None:
    for words in (["--db", "x", "due"], ["due", "--db=x"], ["due", "--count", "--db", "x"]):
        wanted = due.asked(words)
        assert wanted and wanted.db == "x"


def test_a_glance_leaves_every_odd_store_to_the_long_way(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("not a database, " * 100)
    for name in ("none.db", "empty.db", "text.db", "."):
        assert glance.open_to_read(str(tmp_path / name)) is None


def test_a_glance_cannot_write(book: Path) -> None:
    connection = glance.open_to_read(str(book))
    assert connection is not None
    with pytest.raises(glance.Unreadable):
        connection.execute("DELETE FROM contact")
    connection.close()


def test_a_folder_with_odd_letters_is_no_obstacle(run, tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20d"
    path.mkdir()
    store = str(path / "x.db")
    run("add", "contact", "Ann Ash", "--db", store)
    run("add", "follow-up", "call", "Ann Ash", "today", "--db", store)
    assert run("due", "--count", "--db", store)[:2] == (0, "1\n")


@pytest.mark.parametrize(
    ("words", "never"),
    [
        (
            ["due"],
            {"click", "peewee", "textual", "rich", "pendulum", "dataclasses", "pathlib"},
        ),
        (["due", "--count"], {"click", "peewee", "textual", "rich", "typing", "re", "json"}),
        (["touch", "Ann", "talked"], {"textual", "rich", "pendulum", "icalendar", "rapidfuzz"}),
    ],
)
def test_a_command_loads_only_what_it_needs(run, words: list[str], never: set[str]) -> None:
    run("add", "contact", "Ann Ash")
    run("add", "follow-up", "call", "Ann Ash", "today")
    told = subprocess.run(
        [
            sys.executable, "-c",
            "import sys; before = set(sys.modules); from followup_tui.cli.entry import main;"
            f" code = main({words!r}); assert code == 0, code;"
            " print('LOADED', *(set(sys.modules) - before))",
        ],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    loaded = set(told.stdout.rpartition("LOADED ")[2].split())
    assert loaded and not loaded & never
