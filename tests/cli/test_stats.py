"""`followup stats`: the page in a pipe, as JSON, and as a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from followup_tui.reports.meanings import MEANINGS


@pytest.fixture
def given(run) -> None:
    run("add", "contact", "Ruth Adler", "--org", "Adler Coaching")
    run("refer", "ruth", "Ana Ruiz", "Marcus Webb")
    run("touch", "ana", "talked", "--minutes", "12")


@pytest.mark.usefixtures("given")
def test_the_page_says_who_led_to_what_and_every_number(run) -> None:
    told = run("stats")
    assert told.code == 0
    assert "Ruth Adler (Adler Coaching)  2 names, 1 talk" in told.out
    assert "├─ Ana Ruiz  talked" in told.out and "└─ Marcus Webb  not called yet" in told.out
    for name in (*MEANINGS, "Who led to what", "Best hours"):
        assert f"\n{name}" in told.out, name
    assert not re.search(r"\bM\d", told.out), "ids are for programs"
    assert "names given 2 → called 1 → reached 1" in told.out


@pytest.mark.usefixtures("given")
def test_each_number_is_explained_in_plain_words(run) -> None:
    told, named = run("stats").out, run("stats", "--json").json["numbers"]
    assert {number["name"] for number in named} == set(MEANINGS)
    for name, meaning in MEANINGS.items():
        assert f"    {name:22}{meaning}" in told.splitlines()


@pytest.mark.usefixtures("given")
def test_every_picture_has_its_numbers_as_text(run) -> None:
    """One talk on Monday, in the last of twelve weeks."""
    told = run("stats").out
    mondays = next(line for line in told.splitlines() if line.startswith("    Mon   "))
    assert mondays.split() == ["Mon", *["·"] * 11, "1"]
    assert "Mon 23 Nov     1 " in told and "names given 2 → called 1" in told


@pytest.mark.usefixtures("given")
def test_no_line_of_it_is_wider_than_a_terminal(run) -> None:
    assert max(map(len, run("stats").out.splitlines())) <= 100


@pytest.mark.usefixtures("given")
def test_the_same_as_json(run) -> None:
    told = run("stats", "--json").json
    assert [root["called"] for root in told["tree"]] == ["Ruth Adler"]
    assert told["tree"][0]["children"][0]["name"]["state"] == "reached"
    numbers = {row["id"]: row for row in told["numbers"]}
    assert numbers["M4"]["now"] == "too few to say" and numbers["M5"]["now"] == "0"
    assert told["pipe"][0] == {"name": "names given", "count": 2}
    assert told["weeks"][-1] == {"monday": "2026-11-23", "out": 1, "back": 0}


@pytest.mark.usefixtures("given")
def test_a_picture_for_a_coach(run, tmp_path: Path) -> None:
    picture = tmp_path / "page.svg"
    told = run("stats", "--svg", str(picture))
    assert told.code == 0 and str(picture) in told.out
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg") and "Ruth&#160;Adler" in drawn and "http://www.w3.org" in drawn
    assert run("stats", "--svg", str(tmp_path / "nowhere" / "x.svg")).code == 4


def test_an_empty_book_has_a_page_too(run) -> None:
    told = run("stats")
    assert told.code == 0 and "Nobody has given you a name yet." in told.out
