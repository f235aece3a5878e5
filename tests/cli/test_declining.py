"""`followup decline`: by number, by the lead's title, by the person's name; never a guess."""

from __future__ import annotations

import pytest


@pytest.fixture
def ann(run) -> None:
    run("add", "contact", "Ann Baker", "--phone", "303-555-0101")
    run("add", "contact", "Bob Baker")
    run("add", "follow-up", "call", "Ann", "thu")


def test_a_name_lets_go_what_is_open_with_them(run, ann: None) -> None:
    said = run("decline", "ann", "--why", "commute", "--json").json
    assert said["label"] == "Let go: Ann Baker, commute"
    assert run("due", "--days", "9").code == 1
    assert run("decline", "303-555-0101", "--why", "commute").code == 1


def test_of_two_people_none_is_guessed(run, ann: None) -> None:
    ran = run("decline", "baker", "--why", "pay")
    assert ran.code == 1 and "“baker” fits 2 people" in ran.err


def test_of_two_follow_ups_none_is_guessed_and_both_are_listed(run, ann: None) -> None:
    run("add", "follow-up", "meet", "Ann", "fri", "--what", "coffee")
    ran = run("decline", "ann", "--why", "pay")
    assert ran.code == 1 and "Ann Baker has 2 follow-ups" in ran.err
    assert "call, due Thu 26 Nov" in ran.err and "meet, due Fri 27 Nov: coffee" in ran.err


def test_thanks_are_let_go_only_where_nothing_else_is_open(run, ann: None) -> None:
    run("add", "follow-up", "thank", "Ann", "fri")
    assert run("decline", "ann", "--why", "pay").code == 0
    rows = run("due", "--days", "9", "--json").json
    assert [row["action"] for row in rows] == ["thank"]
    assert run("decline", "ann", "--why", "pay").code == 0


def test_nobody_and_nothing_open_are_said(run, ann: None) -> None:
    ran = run("decline", "zebedee", "--why", "pay")
    assert ran.code == 1 and "Neither a lead nor a person here fits “zebedee”" in ran.err
    ran = run("decline", "bob", "--why", "pay")
    assert ran.code == 1 and "Nothing is open with Bob Baker" in ran.err
