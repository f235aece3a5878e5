from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup_tui.rules.blanks import fill
from followup_tui.rules.fact_lines import Doubt, Shown, line_for, says_awkward
from followup_tui.words.reader import fact_lines

WORDS = fact_lines()
TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_its_line(doubt: Doubt) -> None:
    line = line_for(doubt, WORDS.lines, TODAY)
    assert line is not None and line.moment == doubt


def test_there_is_one_a_day() -> None:
    shown = [Shown("F1", TODAY)]
    assert line_for(Doubt.NEW_REFERRAL, WORDS.lines, TODAY, shown=shown) is None


def test_the_same_one_does_not_come_again_within_a_fortnight() -> None:
    def again(days: int) -> bool:
        shown = [Shown("F8", ago(days))]
        return line_for(Doubt.NEW_REFERRAL, WORDS.lines, TODAY, shown=shown) is not None

    assert not again(13) and again(14)


def test_the_one_about_the_users_own_record_may_come_again_the_next_day() -> None:
    shown = [Shown("F9", ago(1))]
    line = line_for(Doubt.LOOP_OPEN, WORDS.lines, TODAY, shown=shown)
    assert line is not None and line.id == "F9"


def test_none_is_shown_in_decide_and_a_hidden_one_never() -> None:
    assert line_for(Doubt.NEW_REFERRAL, WORDS.lines, TODAY, deciding=True) is None
    assert line_for(Doubt.NEW_REFERRAL, WORDS.lines, TODAY, hidden={"F8"}) is None


def test_the_line_about_the_loop_fits_on_a_line_when_filled() -> None:
    (line,) = [line for line in WORDS.lines if line.id == "F9"]
    said = fill(line.text, {"referrer": "Maria de la Cruz", "n": "112"})
    assert said is not None and len(said) <= 90
    assert fill(line.text, {}) is None


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("that was Awkward!", True),
        ("I rambled, but ok", True),
        ("totally blew  it", True),
        ("blew\nit", True),
        ("he is not awkwardly placed", False),
        ("a good talk", False),
    ],
)
def test_a_bad_feeling_is_heard_in_the_note(note: str, says: bool) -> None:
    assert says_awkward(note, WORDS.awkward) is says
