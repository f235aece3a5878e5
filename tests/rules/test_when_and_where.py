from __future__ import annotations

import pytest

from followup_tui.errors import BadInput
from followup_tui.rules.when_and_where import when_and_where


@pytest.mark.parametrize(
    ("words", "time", "place"),
    [
        ("9:00 my desk", "09:00", "my desk"),
        ("9", "09:00", ""),
        ("at 2:30pm, the library", "14:30", "the library"),
        ("12am", "00:00", ""),
        ("12 pm", "12:00", ""),
        (" 10.15  on the train ", "10:15", "on the train"),
        ("9a desk", "09:00", "desk"),
        ("9 pier 7", "09:00", "pier 7"),
        ("9 alma's kitchen", "09:00", "alma's kitchen"),
    ],
)
def test_a_time_and_a_place_are_told_apart(words: str, time: str, place: str) -> None:
    assert when_and_where(words) == (time, place)


@pytest.mark.parametrize("words", ["", "my desk", "25:00", "9:61", "13pm", "0am", "900"])
def test_what_has_no_time_of_day_is_not_a_plan(words: str) -> None:
    with pytest.raises(BadInput):
        when_and_where(words)
