from __future__ import annotations

from datetime import date

import pytest

from followup_tui.rules.after_talk import (
    Custom,
    first_try,
    my_promise,
    my_promise_due,
    thanks,
    their_promise_nudge,
    word_to_giver,
)
from followup_tui.rules.facts import Action, Outcome, Owed, Via

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("outcome", "minutes", "owed"),
    [
        (Outcome.TALKED, 10, True),
        (Outcome.TALKED, 9, False),
        (Outcome.TALKED, None, False),
        (Outcome.MET, None, True),
        (Outcome.MET, 5, False),
        (Outcome.LEFT_VOICEMAIL, 20, False),
        (Outcome.RECEIVED, None, False),
    ],
)
def test_ten_minutes_of_talk_are_thanked_for_the_next_day(
    outcome: Outcome, minutes: int | None, owed: bool
) -> None:
    expected = Custom(Action.THANK, Owed.LENT, date(2026, 11, 21)) if owed else None
    assert thanks(outcome, minutes, FRIDAY) == expected


def test_a_name_owes_a_word_the_same_day_and_a_first_try_in_two_workdays() -> None:
    assert word_to_giver(FRIDAY).due == FRIDAY
    assert first_try(FRIDAY) == Custom(Action.CALL, Owed.LENT, date(2026, 11, 24))
    waits = first_try(FRIDAY, Via.THEY_INTRODUCE)
    assert waits == Custom(Action.CHECK, Owed.CHASE, date(2026, 11, 27))


def test_a_promise_without_a_date_gets_one() -> None:
    assert my_promise_due(FRIDAY, None) == date(2026, 11, 24)
    assert my_promise_due(FRIDAY, FRIDAY) == FRIDAY
    assert their_promise_nudge(FRIDAY, None) == date(2026, 11, 27)
    assert their_promise_nudge(FRIDAY, date(2026, 11, 27)) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("words", "action", "about"),
    [
        ("send my clips", Action.SEND, "my clips"),
        ("Email  the list", Action.EMAIL, "the list"),
        ("the draft", Action.SEND, "the draft"),
        ("call back", Action.CALL, "back"),
        ("call her", Action.CALL, ""),
        ("call her sister", Action.OTHER, "call her sister"),
        ("ask Dan about the budget", Action.OTHER, "ask Dan about the budget"),
        ("send", Action.SEND, "send"),
        ("thank them", Action.THANK, ""),
    ],
)
def test_a_promise_in_my_own_words_is_an_action_and_a_thing(
    words: str, action: Action, about: str
) -> None:
    assert my_promise(words) == (action, about)
