"""Whatever was done, the book goes out as JSON and comes back, byte for byte."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from actions.test_walk_back import ACTIONS, STEPS
from conftest import NOW
from hypothesis import given, settings

from followup_tui.actions import people
from followup_tui.actions.restore_book import restore_book
from followup_tui.errors import FollowupError
from followup_tui.exchange import book as ours
from followup_tui.store.book import open_book
from followup_tui.store.everything import whole_book


@given(STEPS)
@settings(max_examples=40)
def test_every_store_comes_back_as_it_left(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with open_book(Path(folder) / "one.db"):
            for name in ("Ada", "Bo Li", "Zoë"):
                people.add_contact(NOW, people.ContactForm(name))
            for name, number in steps:
                with contextlib.suppress(FollowupError):
                    ACTIONS[name](number)
            left = ours.write(whole_book())
        with open_book(Path(folder) / "two.db"):
            restore_book(NOW, ours.read(left.encode()).book)
            assert ours.write(whole_book()) == left
