"""`card` and `review` without a terminal."""

from __future__ import annotations

import json


def test_the_card_of_a_first_name_is_whole(run) -> None:
    run("add", "contact", "Ann")
    ran = run("card", "ann")
    assert ran.code == 0
    assert "Say first\n  Hello Ann. Is this a moment when you have ten minutes" in ran.out
    assert "Ask: first call" in ran.out and "Voicemail" in ran.out


def test_a_card_as_json_has_the_number_to_dial_and_the_questions_of_the_preset(run) -> None:
    run("add", "contact", "Ann Ash", "--phone", "303-555-0142")
    told = json.loads(run("card", "Ann", "--preset", "2", "--json").out)
    assert told["tel"] == "tel:+13035550142" and told["number"] == "303-555-0142"
    assert told["preset"] == "Ten minutes only" and len(told["questions"]) == 3
    assert len(told["answers"]) == 4 and len(told["before_you_hang_up"]) == 6
    assert "ask_title" not in told


def test_a_card_of_nobody_is_exit_code_1_and_of_two_names_them(run) -> None:
    run("add", "contact", "Ann Ash")
    run("add", "contact", "Ann Lee")
    assert run("card", "Zoe").code == 1
    ran = run("card", "Ann")
    assert ran.code == 1 and "Ann Ash" in ran.err and "Ann Lee" in ran.err


def test_a_preset_is_a_number_from_1(run) -> None:
    run("add", "contact", "Ann Ash")
    assert run("card", "Ann", "--preset", "0").code == 2
    assert "First call" in run("card", "Ann", "--preset", "6", "--json").out


def test_a_review_without_a_terminal_lists_its_cards_by_step(run) -> None:
    for name in ("Ann Ash", "Bo Lee"):
        run("add", "contact", name)
    run("add", "follow-up", "call", "Ann", "today")
    run("add", "follow-up", "thank", "Bo", "today")
    lines = run("review").out.splitlines()
    assert lines[0].startswith("warm-up  thank Bo Lee") and lines[1].startswith("calls    call Ann")
    told = json.loads(run("review", "--json").out)
    assert [row["step"] for row in told] == ["warm_up", "calls"]


def test_a_review_with_nothing_due_says_so_and_exits_1(run) -> None:
    ran = run("review")
    assert ran.code == 1 and "Nothing is due" in ran.out
    assert json.loads(run("review", "--json").out) == []
