"""What a log left uncertain is answered later, in one step that can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import NOW, contents

from followup_tui.actions.log_line import Entry, log_line
from followup_tui.actions.log_reading import understand
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.plans import done
from followup_tui.actions.questions import answer_question
from followup_tui.errors import BadInput, Refused
from followup_tui.rules.facts import Channel
from followup_tui.store import journal
from followup_tui.store.dealings import FollowUp, TheirPromise, Touch
from followup_tui.store.invariants import breaches
from followup_tui.store.minutes import OpenQuestion
from followup_tui.store.questions import open_questions

pytestmark = pytest.mark.usefixtures("book")


def say(text: str, **more: object) -> None:
    log_line(NOW, Entry(text, understand(text, NOW), **more))  # type: ignore[arg-type]


def asked(path: str) -> int:
    return int(OpenQuestion.get(OpenQuestion.path == path).id)


def steps() -> set[tuple[str, str, date]]:
    rows = FollowUp.select().where(FollowUp.state == "open")
    return {(row.action, row.contact.name if row.contact else "", row.first_due) for row in rows}


@pytest.fixture
def bill() -> None:
    add_contact(NOW, ContactForm("Bill Zhao", "Gates Hill"))
    say("talked to Bill Zhao, call him Thu Dec 4")


def test_the_other_day_is_another_step_and_the_first_one_never_moved(bill: None) -> None:
    (question,) = open_questions()
    assert question.choices == ("2026-12-04", "2026-12-03")
    assert steps() == {("call", "Bill Zhao", date(2026, 12, 4))}
    done_now = answer_question(NOW, question.id, "2026-12-03")
    assert done_now.label == "“call him Thu Dec 4” is Thu 3 Dec"
    assert steps() == {("call", "Bill Zhao", date(2026, 12, 3))}
    assert open_questions() == () and breaches() == []


def test_an_answer_is_taken_back_and_then_the_log_itself(bill: None) -> None:
    before = contents()
    answer_question(NOW, asked("followups[0].due"), "2026-12-03")
    journal.undo(NOW)
    assert contents() == before
    answer_question(NOW, asked("followups[0].due"))
    journal.undo(NOW)
    journal.undo(NOW)
    assert not Touch.select().exists() and not OpenQuestion.select().exists()


def test_as_it_was_logged_changes_nothing_but_the_question(bill: None) -> None:
    was = steps()
    answer_question(NOW, asked("followups[0].due"))
    assert steps() == was and open_questions() == ()
    with pytest.raises(Refused):
        answer_question(NOW, asked("followups[0].due"))


def test_what_is_done_already_stays_done(bill: None) -> None:
    done(NOW, FollowUp.get().id)
    answer_question(NOW, asked("followups[0].due"), "2026-12-03")
    assert steps() == set()


def test_the_way_of_a_touch_is_answered() -> None:
    add_contact(NOW, ContactForm("Hana Suzuki"))
    say("Heard from Hana Suzuki")
    answer_question(NOW, asked("channel"), "text")
    assert Touch.get().channel == Channel.TEXT


def test_whom_a_step_is_with_is_answered() -> None:
    for name in ("Ann Lee", "Bob Ruiz"):
        add_contact(NOW, ContactForm(name))
    say("Met Ann Lee and Bob Ruiz, send him the brief Monday")
    question = asked("followups[0].whom")
    was = {name for action, name, _ in steps() if action == "send"}
    other = ({"Ann Lee", "Bob Ruiz"} - was).pop()
    answer_question(NOW, question, other)
    assert {name for action, name, _ in steps() if action == "send"} == {other}


def test_their_promise_is_waited_for_until_the_day_that_was_meant() -> None:
    add_contact(NOW, ContactForm("Ruth Adler"))
    say("talked to Ruth Adler, she'll email me after the board meeting on Dec 9")
    answer_question(NOW, asked("promises_by_them[0].due"), "2026-12-10")
    assert TheirPromise.get().due == date(2026, 12, 10)
    assert ("check", "Ruth Adler", date(2026, 12, 11)) in steps()


def test_an_answer_that_is_no_day_is_refused_and_leaves_no_trace(bill: None) -> None:
    before = contents()
    with pytest.raises(BadInput):
        answer_question(NOW, asked("followups[0].due"), "soon")
    assert contents() == before


def test_a_line_about_nobody_is_said_anew_in_its_place_and_undone_in_one() -> None:
    add_contact(NOW, ContactForm("Tom Okafor"))
    say("said call again tomorrow")
    before = contents()
    noted = Touch.get().id
    say("talked to Tom Okafor, call again tomorrow", in_place_of=noted)
    (touch,) = Touch.select()
    assert touch.contact.name == "Tom Okafor" and open_questions() == ()
    assert {name for _, name, _ in steps()} == {"Tom Okafor"}
    journal.undo(NOW)
    assert contents() == before
