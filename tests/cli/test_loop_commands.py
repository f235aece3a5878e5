"""Names, promises, leads, words and profile from the shell."""

from __future__ import annotations

import pytest


@pytest.fixture
def ruth(run) -> int:
    run("profile", "--set", "name=Dana Reyes", "--set", "titles=communications work")
    added = run("add", "contact", "Ruth Adler", "--email", "ruth@adler.example", "--json")
    return int(added.json["id"])


@pytest.fixture
def marcus(run, ruth: int) -> int:
    referred = run(
        "refer", "Ruth", "Marcus Webb", "--org", "Webb & Sons", "--phone", "303-555-0142", "--json"
    )
    assert referred.json["label"] == "Ruth Adler gave you Marcus Webb. First try by Wed 25 Nov"
    return int(referred.json["new"]["contact"][0])


def due(run, days: int = 9) -> set[tuple[str, str, str, str]]:
    rows = run("due", "--json", "--days", str(days)).json
    return {(row["action"], row["contact"], row["first_due"], row["owed"]) for row in rows}


def test_a_name_that_was_given_is_due_by_wednesday_and_its_giver_thanked_today(
    run, marcus: int
) -> None:
    assert due(run) == {
        ("thank", "Ruth Adler", "2026-11-23", "lent"),
        ("call", "Marcus Webb", "2026-11-25", "lent"),
    }


def test_several_names_at_once_and_half_a_one(run, ruth: int) -> None:
    ran = run("refer", "Ruth", "Ana Ruiz", "Bo Li", "--half", "her cousin at the bank", "--json")
    assert len(ran.json["new"]["referral"]) == 3
    assert ("ask", "Ruth Adler", "2026-11-25", "lent") in due(run)
    assert run("complete", "3", "Cora Adler").out == "Ruth Adler meant Cora Adler\n"
    (given,) = run("givers", "--json").json
    assert given["tally"] == "3 names: 0 of 3 tried"


def test_one_number_cannot_be_two_peoples(run, ruth: int) -> None:
    assert run("refer", "Ruth", "Ana", "Bo", "--phone", "303-555-0142").code == 2
    assert run("refer", "Ruth").code == 2
    assert run("refer", "Ruth", "Ruth Adler").code == 3


def test_who_is_wondering_and_what_they_can_see(run, marcus: int) -> None:
    assert "Marcus Webb's name today and can see nothing from there" in run("wondering").out
    run("touch", "Marcus", "left-voicemail")
    assert "→ tell them that you tried, Mon 23 Nov" in run("wondering").out
    (one,) = run("wondering", "--json").json
    assert (one["giver"], one["names"][0]["report"]) == ("Ruth Adler", "r1")
    run("message", "Ruth", "--kind", "r1", "--send")
    assert run("wondering").code == 1 and run("wondering").out == "Nobody is left wondering.\n"


def test_the_message_that_fits_is_shown_and_nothing_is_written(run, marcus: int) -> None:
    run("touch", "Marcus", "left-voicemail")
    shown = run("message", "Ruth", "--kind", "r1", "--json").json
    assert shown["subject"] == "Marcus Webb, the name you gave me"
    assert "I called Marcus Webb today and left a message" in shown["body"]
    assert shown["mailto"].startswith("mailto:ruth@adler.example?subject=Marcus%20Webb")
    assert shown["sent"] is False
    assert len(run("history", "--json").json) == 4


def test_a_message_that_went_out_closes_what_it_was_for(run, marcus: int) -> None:
    sent = run("message", "Ruth", "--send", "--json").json
    assert sent["message"]["kind"] == "thank" and sent["changed"]
    assert ("thank", "Ruth Adler", "2026-11-23", "lent") not in due(run)
    touch = run("show", "Ruth", "--json").json["touches"][0]
    assert touch["outcome"] == "sent"


def test_what_only_i_know_is_set_and_my_own_words_win(run, marcus: int) -> None:
    told = run("message", "Ruth", "--set", "one_thing=the town hall", "--json").json
    assert "I will use the part about the town hall." in told["body"]
    own = run("message", "Ruth", "--body", "-", "--json", stdin=b"Dear Ruth, thank you!").json
    assert own["body"] == "Dear Ruth, thank you!"
    assert run("message", "Ruth", "--set", "nonsense").code == 2


def test_a_no_is_said_with_words_and_undone_in_one_step(run, marcus: int) -> None:
    run("add", "lead", "Interns", "--org", "Webb & Sons", "--with", "Marcus", "--via", "Ruth")
    run("touch", "Marcus", "talked")
    before = due(run)
    said = run("decline", "Interns", "--why", "Commute", "--message", "--json").json
    to_marcus, to_ruth = said["messages"]
    assert (to_marcus["name"], to_ruth["name"]) == ("Marcus Webb", "Ruth Adler")
    assert "I won't take it further: the commute is too long for me." in to_marcus["body"]
    assert "I talked to Marcus Webb, and I won't go further there" in to_ruth["body"]
    assert run("wondering").code == 1
    assert run("lead", "Interns", "--json").json["row"]["reason"] == "commute"
    run("undo")
    assert due(run) == before


def test_a_no_to_a_name_tells_its_giver_at_once(run, marcus: int) -> None:
    step = next(r["id"] for r in run("due", "--json", "--days", "9").json if r["action"] == "call")
    run("touch", "Marcus", "talked", "--minutes", "5")
    ran = run("decline", str(step), "--why", "commute")
    assert ran.code == 1 and "done already" in ran.err
    run("add", "follow-up", "call", "Marcus", "thu")
    step = next(r["id"] for r in run("due", "--json", "--days", "9").json if r["action"] == "call")
    said = run("decline", str(step), "--why", "duties", "--message")
    assert "To Ruth Adler: Marcus Webb, the name you gave me" in said.out
    assert "because the work isn't the kind I am looking for" in said.out
    assert run("wondering").code == 1


def test_a_reason_is_one_of_eight(run, marcus: int) -> None:
    ran = run("decline", "1", "--why", "weather")
    assert ran.code == 2 and "commute, duties, company, hours, pay, level, timing" in ran.err
    assert run("decline", "1").code == 2


def test_promises_go_both_ways(run, ruth: int) -> None:
    assert "(no day was said" in run("promise", "Ruth", "my", "clips").out
    run("promise", "Ruth", "the job description", "--theirs", "--by", "fri")
    assert due(run) == {
        ("send", "Ruth Adler", "2026-11-25", "promised"),
        ("check", "Ruth Adler", "2026-11-30", "chase"),
    }
    (one,) = run("waiting", "--json").json["waiting"]
    assert (one["contact"], one["what"], one["due"]) == (
        "Ruth Adler",
        "the job description",
        "2026-11-27",
    )
    assert run("kept", "1").code == 0
    assert run("waiting").code == 1 and run("kept", "1").code == 1


def test_a_lead_is_listed_moved_and_shown_with_its_stages(run, ruth: int) -> None:
    assert run("lead").code == 1
    run("add", "lead", "Copy chief", "--org", "Prairie Sun")
    assert run("lead", "copy", "talking").code == 0
    assert run("lead", "copy", "closed").code == 3, "an end needs a reason"
    assert run("lead", "copy", "--with", "Ruth", "--role", "hires").code == 0
    story = run("lead", "1", "--json").json
    assert [one["stage"] for one in story["history"]] == ["new", "talking"]
    assert story["people"] == [{"contact_id": 1, "name": "Ruth Adler", "role": "hires"}]
    assert "waiting until Fri 27 Nov" in run("lead", "copy", "--wait", "fri").out
    assert run("lead", "copy", "closed", "--reason", "filled").code == 0
    assert run("lead").code == 1


def test_a_follow_up_a_lead_and_an_organization_are_parked(run, marcus: int) -> None:
    run("add", "lead", "Copy chief", "--org", "Prairie Sun")
    assert "until Sun 21 Feb" in run("park", "1").out
    assert run("park", "copy chief", "--until", "1 dec").out == (
        "Copy chief: parked until Tue 1 Dec\n"
    )
    assert run("park", "Prairie Sun").out.startswith("Prairie Sun: parked until")
    assert run("park", "nothing like it").code == 1


def test_the_sixth_organization_is_asked_about_and_added_all_the_same(run) -> None:
    places = ("Cobalt", "Orbit", "Solara", "Mesa Courier", "Prairie Sun", "Aspen Water")
    told = [run("add", "lead", f"Job {place}", "--org", place) for place in places]
    assert all(one.code == 0 for one in told)
    assert "6 organizations in play, and 5 is a good most" in told[5].out
    assert "in play" not in told[4].out


def test_keeping_in_touch_has_a_first_date_at_once(run, ruth: int) -> None:
    assert "Keep in touch with Ruth Adler" in run("keep", "Ruth", "--class", "Booster").out
    assert run("keep", "Ruth", "--days", "0").code == 2


def test_the_profile_counts_its_words_and_knows_who_heard_it(run, ruth: int) -> None:
    shown = run("profile", "--json").json
    assert shown["text"].startswith("Dana Reyes is looking for something new.")
    assert "more would be right" in shown["hint"]
    assert run("profile", "--set", "colour=red").code == 2
    assert run("profile", "--heard", "Ruth").out == (
        "Ruth Adler has heard what you are looking for\n"
    )


def test_the_news_goes_to_everybody_who_helped_as_one_step(run, marcus: int) -> None:
    shown = run("news", "I", "begin", "at", "Cobalt")
    assert "Good news: I begin at Cobalt." in shown.out
    assert run("news", "I begin", "--send").out == "Told the news to 1 person\n"
    run("undo")
    assert [one["outcome"] for one in run("show", "Ruth", "--json").json["touches"]] == []


def test_the_hour_of_a_promise_is_kept_both_ways(run, ruth: int) -> None:
    run("promise", "Ruth", "send", "the draft", "--by", "tue 3pm")
    (mine,) = run("due", "--days", "9", "--json").json
    assert (mine["action"], mine["what"], mine["time"]) == ("send", "the draft", "15:00")
    told = run("promise", "Ruth", "the list", "--theirs", "--by", "fri 11am")
    assert told.out == "Ruth Adler promised: the list, Fri 27 Nov, 11:00. Nudge Mon 30 Nov\n"


def test_a_fact_that_a_message_has_no_place_for_is_refused_and_not_lost(run, marcus: int) -> None:
    ran = run("message", "Ruth", "--kind", "thank", "--set", "nope=1")
    assert ran.code == 2 and "no place for nope" in ran.err and "one_thing" in ran.err
    assert run("message", "Marcus", "--kind", "in-touch", "--set", "one_thing=x").code == 2
    assert run("message", "Ruth", "--kind", "R2", "--set", "one_thing=the budget").code == 0


def test_a_paragraph_that_is_not_written_yet_is_said_to_be_missing(run) -> None:
    run("add", "contact", "Ruth Adler")
    ran = run("message", "Ruth", "--kind", "paragraph")
    assert (ran.code, ran.out) == (1, "") and "followup profile --set" in ran.err


def test_a_number_is_known_in_every_form_a_phone_writes_it(run, marcus: int) -> None:
    forms = (
        "+1 303 555 0142", "(303) 555-0142", "303.555.0142", "tel:+13035550142", "0013035550142",
        "303-555-0142 ext. 7", "+13035550142;ext=7",
    )  # fmt: skip
    for form in forms:
        assert run("show", form).out.startswith("Marcus Webb"), form


def test_what_is_not_there_is_called_as_a_user_calls_it(run) -> None:
    assert run("done", "9").err == "There is no follow-up 9.\n"
    assert run("kept", "9").err == "There is no promise 9.\n"


def test_a_decline_says_which_one_it_was(run, marcus: int) -> None:
    (call,) = (r for r in run("due", "--days", "9", "--json").json if r["action"] == "call")
    assert run("decline", str(call["id"]), "--why", "Pay", "--json").json["id"] == call["id"]


def test_a_cadence_says_when_it_is_time_and_when_it_is_late(
    run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "contact", "Ann Lee", "--tag", "press")
    run("touch", "Ann", "talked")
    run("keep", "Ann", "--days", "10")
    for day, said, standing in (
        ("2026-12-02", "every 10 days · last Mon 23 Nov\n", "fine"),
        ("2026-12-03", "every 10 days · last Mon 23 Nov · it is time\n", "time"),
        ("2026-12-07", "every 10 days · last Mon 23 Nov · it is time\n", "time"),
        ("2026-12-08", "every 10 days · last Mon 23 Nov · late\n", "late"),
    ):
        monkeypatch.setenv("FOLLOWUP_NOW", f"{day}T09:00-07:00")
        assert said in run("show", "Ann").out
        assert run("show", "Ann", "--json").json["cadence"]["standing"] == standing


def test_everybody_with_a_tag_is_kept_in_touch_with_and_let_be(run) -> None:
    run("add", "contact", "Ann Lee", "--tag", "press")
    run("add", "contact", "Bo Li", "--tag", "press")
    assert run("keep", "--tag", "press", "--days", "20").out == "Tag press: every 20 days\n"
    assert {row[1] for row in due(run, 30)} == {"Ann Lee", "Bo Li"}
    assert run("keep", "--tag", "press").out == "Tag press: no cadence\n"
    assert due(run, 30) == set()
    assert run("keep", "--tag", "nobody", "--days", "3").code == 3
    assert run("keep").code == 2 and run("keep", "Ann", "--tag", "press").code == 2
