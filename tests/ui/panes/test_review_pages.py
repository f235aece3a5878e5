"""The pages of a review count as one speaks."""

from __future__ import annotations

import pytest
from conftest import NOW

from followup_tui.rules.review import begin
from followup_tui.rules.workweek import Week
from followup_tui.store.gains import Gains
from followup_tui.ui.panes.review_pages import end_lines


def ended(*counts: int) -> list[str]:
    lines = end_lines(begin(NOW.today, ()), Gains(*counts), Week(1, 5), ())
    return ["".join(text for text, _ in line).strip() for line in lines]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((1, 0, 0, 0), ["1  call made"]),
        ((3, 1, 2, 0), ["3  calls made", "1  message sent", "2  loops closed"]),
        ((0, 2, 1, 1), ["2  messages sent", "1  loop closed", "1  promise kept"]),
        ((0, 0, 0, 0), ["Nothing went out this time; what is due keeps its place."]),
    ],
)
def test_the_end_tells_what_was_brought_and_no_noughts(
    counts: tuple[int, ...], said: list[str]
) -> None:
    assert ended(*counts)[2:-2] == said
