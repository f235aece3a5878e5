from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def ana(run) -> int:
    added = run(
        "add", "contact", "Ana Ruiz", "--org", "Mesa Courier", "--email", "Ana@Mesa.example",
        "--phone", "(970) 555-0131", "--tag", "press", "--role", "editor", "--stars", "2", "--json",
    )  # fmt: skip
    assert added.code == 0
    return int(added.json["id"])


def test_a_contact_is_shown_with_all_that_was_said(run, ana: int) -> None:
    shown = run("show", "Ana Ruiz", "--json").json
    assert (shown["id"], shown["name"], shown["organization"]) == (ana, "Ana Ruiz", "Mesa Courier")
    assert (shown["role"], shown["stars"], shown["tags"]) == ("editor", 2, ["press"])
    assert [way["value"] for way in shown["emails"]] == ["Ana@Mesa.example"]
    assert shown["phones"][0]["e164"] == "+19705550131"
    assert (shown["touches"], shown["follow_ups"], shown["leads"], shown["referrals"]) == (
        [], [], [], [],
    )  # fmt: skip


@pytest.mark.parametrize(
    "who", ["1", "ana", "ruiz", "ANA RUIZ", "ana@mesa.example", "970.555.0131", "+1 970 555 0131"]
)
def test_a_person_is_named_in_any_way(run, ana: int, who: str) -> None:
    assert run("show", who, "--json").json["id"] == ana


def test_words_of_several_arguments_are_one_name(run, ana: int) -> None:
    assert run("show", "ana", "ruiz").code == 0
    assert run("find", "mesa", "cour").code == 0


def test_a_name_that_fits_two_lists_both_and_does_nothing(run, ana: int) -> None:
    run("add", "contact", "Ana Lund", "--org", "Orbit")
    ran = run("touch", "ana", "talked")
    assert ran.code == 1 and "Ana Ruiz, Mesa Courier" in ran.err and "Ana Lund, Orbit" in ran.err
    assert run("show", "1", "--json").json["touches"] == []


def test_a_word_in_a_name_counts_for_more_than_one_in_a_note(run, ana: int) -> None:
    run("add", "contact", "Bo Li", "--note", "knows Ana well")
    assert run("show", "ana", "--json").json["id"] == ana
    assert run("show", "knows", "--json").json["name"] == "Bo Li"


def test_nobody_of_that_name_is_exit_code_1(run) -> None:
    for words in (("show", "Zed"), ("touch", "Zed", "talked"), ("find", "Zed"), ("who", "5550131")):
        ran = run(*words)
        assert ran.code == 1 and (ran.out + ran.err).strip()


def test_who_is_behind_a_number_in_any_form(run, ana: int) -> None:
    for number in ("970-555-0131", "+1 (970) 555 0131", "19705550131", "5550131"):
        assert run("who", number, "--json").json[0]["name"] == "Ana Ruiz"
    assert run("who", "0131").code == 1, "four digits prove nothing"


def test_somebody_who_is_here_already_is_not_added_again(run, ana: int) -> None:
    for words in (
        ("Someone Else", "--email", "ana@mesa.example"),
        ("Someone Else", "--phone", "+1 970 555 0131"),
        ("ana ruiz", "--org", "The Mesa Courier, Inc."),
    ):
        ran = run("add", "contact", *words)
        assert ran.code == 1 and "Ana Ruiz" in ran.err and "--anyway" in ran.err
    assert len(run("find", "ana", "--json").json) == 1
    assert run("add", "contact", "Ana Ruiz", "--org", "Mesa Courier", "--anyway").code == 0


def test_a_namesake_is_added_and_said(run, ana: int) -> None:
    ran = run("add", "contact", "Ana Ruiz")
    assert ran.code == 0 and "#1 Mesa Courier" in ran.out


def test_a_lead_gets_the_next_step_to_decide_in_seven_days(run, ana: int) -> None:
    ran = run("add", "lead", "Copy chief", "--org", "Prairie Sun", "--with", "ana", "--json")
    assert ran.code == 0 and "Mon 30 Nov" in ran.json["label"]
    shown = run("show", "ana", "--json").json
    assert shown["leads"][0]["title"] == "Copy chief"
    assert [(s["action"], s["due"]) for s in shown["follow_ups"]] == [("decide", "2026-11-30")]


def test_a_follow_up_says_its_weekday_and_date(run, ana: int) -> None:
    ran = run("add", "follow-up", "call", "ana", "thu", "9am", "--what", "clips", "--promised")
    assert ran.code == 0 and "Thu 26 Nov, 09:00" in ran.out
    step = run("show", "ana", "--json").json["follow_ups"][0]
    assert (step["what"], step["owed"], step["time"]) == ("clips", "promised", "09:00")


def test_a_time_with_a_zone_is_kept_by_the_users_own_clock(run, ana: int) -> None:
    ran = run("add", "follow-up", "Call", "ana", "tue 9am ET", "--json")
    assert (ran.json["due"], ran.json["time"]) == ("2026-11-24", "07:00")


@pytest.mark.parametrize("outcome", ["no-answer", "No_Answer", "NO-ANSWER", "no answer"])
def test_an_outcome_is_spelled_as_one_likes(run, ana: int, outcome: str) -> None:
    ran = run("touch", "ana", outcome)
    assert ran.code == 0 and "Next try Mon 30 Nov" in ran.out


def test_a_touch_keeps_what_was_said_and_when(run, ana: int) -> None:
    run(
        "touch", "ana", "talked", "--minutes", "12", "--note", "two names", "--channel", "video",
        "--direction", "in", "--at", "yesterday 3pm",
    )  # fmt: skip
    touch = run("show", "ana", "--json").json["touches"][0]
    assert touch["at"] == "2026-11-22T22:00:00+00:00"
    assert (touch["channel"], touch["direction"], touch["minutes"], touch["note"]) == (
        "video", "in", 12, "two names",
    )  # fmt: skip


def test_a_note_may_come_through_stdin_and_be_long(run, ana: int) -> None:
    note = "é" * 500_000
    assert run("touch", "ana", "talked", "--note", "-", stdin=note.encode()).code == 0
    assert run("show", "ana", "--json").json["touches"][0]["note"] == note


def test_a_follow_up_is_put_off_twice_and_then_wants_a_decision(run, ana: int) -> None:
    run("add", "follow-up", "call", "ana", "today")
    first = run("snooze", "1", "tomorrow", "--where", "desk", "--why", "Ask", "--json")
    assert (first.json["due"], first.json["due_day"]) == ("2026-11-24", "Tue 24 Nov")
    assert run("snooze", "1", "3d").code == 2, "the second time says what is in the way"
    assert run("snooze", "1", "3d", "--why", "busy").code == 0
    third = run("snooze", "1", "3d", "--why", "busy")
    assert third.code == 1 and "decision" in third.err


def test_done_closes_it_once(run, ana: int) -> None:
    run("add", "follow-up", "call", "ana", "today")
    assert run("done", "1").out == "Done: Call Ana Ruiz\n"
    assert run("done", "1").code == 1
    assert run("done", "99").code == 1


def test_what_was_done_is_taken_back_and_done_again_in_order(run, ana: int) -> None:
    run("add", "lead", "Copy chief")
    before = run("export").out
    run("touch", "ana", "talked")
    after = run("export").out
    assert run("undo").out.startswith("Undid: Talked to Ana Ruiz")
    assert run("export").out == before
    assert run("redo").out.startswith("Did again: Talked to Ana Ruiz")
    assert run("export").out == after
    assert run("redo").code == 1
    labels = [step["label"] for step in run("history", "--json").json]
    assert labels[-1] == "Added Ana Ruiz" and len(labels) == 3


def test_an_empty_history_is_exit_code_1(run) -> None:
    assert run("history").code == run("undo").code == run("redo").code == 1


def test_the_store_is_named_before_or_after_the_command_or_by_the_environment(
    run, tmp_path: Path
) -> None:
    other = str(tmp_path / "other.db")
    run("--db", other, "add", "contact", "Ann Ash")
    run("add", "contact", "Bo Li", "--db", other)
    assert len(run("--db", other, "export").json["contacts"]) == 2
    assert run("export").json["contacts"] == []


def test_the_sample_store_is_made_only_where_nobody_is(run, ana: int, tmp_path: Path) -> None:
    place = str(tmp_path / "samples.db")
    assert run("demo", "--no-app", "--db", place, "--json").json["db"] == place
    again = run("demo", "--no-app", "--db", place)
    assert again.code == 1 and "has people in it" in again.err
    assert run("demo", "--no-app").code == 2


def test_without_a_terminal_the_demo_lists_what_is_due_and_leaves_nothing(run, ana: int) -> None:
    ran = run("demo")
    assert ran.code == 0 and "Marcus Webb" in ran.out
    assert len(run("export").json["contacts"]) == 1


def test_without_a_terminal_the_bare_command_lists_what_is_due(run, ana: int) -> None:
    run("add", "follow-up", "call", "ana", "today")
    ran = run()
    assert ran.code == 0 and "Ana Ruiz" in ran.out


def test_every_command_has_help(run) -> None:
    listed = run("--help").out.partition("Commands:")[2]
    commands = [line.split()[0] for line in listed.splitlines() if line.strip()]
    assert {"add", "due", "export", "import", "touch", "who"} <= set(commands)
    for command in commands:
        assert "Usage:" in run(command, "--help").out
    for kind in ("contact", "lead", "follow-up"):
        assert "--json" in run("add", kind, "--help").out
