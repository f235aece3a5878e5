"""The list of what is due, amended by a step, is the list read anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import NOW
from ui.samples import small_world

from followup_tui.actions import calls, plans
from followup_tui.rules.facts import Outcome
from followup_tui.rules.moment import Moment
from followup_tui.store import people
from followup_tui.store.agenda import agenda
from followup_tui.store.amending import moved
from followup_tui.store.book import connection
from followup_tui.store.journal import Done, redo, undo
from followup_tui.store.models import Contact
from followup_tui.store.ranks import PARTS, amended, first_listed, ranks, stands

TOMORROW = NOW.today + timedelta(days=1)
STEPS: dict[str, Callable[[int, int], Done]] = {
    "done": lambda step, _: plans.done(NOW, step),
    "pinned": lambda step, _: plans.pin(NOW, step),
    "put off": lambda step, _: plans.snooze(NOW, step, TOMORROW, None, ""),
    "no answer": lambda step, who: calls.attempt(NOW, who, Outcome.NO_ANSWER, step),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_after_a_step_its_undo_and_its_redo_the_amended_list_is_the_list(
    book: Path, step: Callable[[int, int], Done]
) -> None:
    small_world(NOW)
    known = ranks(connection(), NOW)
    first = next(due for due in agenda(connection(), NOW).today if due.snoozes < 2)
    for act in (
        lambda: step(first.id, first.contact_id or 0),
        lambda: undo(NOW),
        lambda: redo(NOW),
    ):
        ids = moved(connection(), act())
        known = ranks(connection(), NOW) if ids is None else amended(known, connection(), NOW, ids)
        assert known.parts == ranks(connection(), NOW).parts


@pytest.mark.parametrize("hours", [0, 4, 9, 24, 24 * 5])
def test_the_ids_stand_in_the_order_of_the_rows(book: Path, hours: int) -> None:
    small_world(NOW)
    now = Moment(NOW.at + timedelta(hours=hours))
    rows, order = agenda(connection(), now), ranks(connection(), now)
    for part in PARTS:
        assert [row.id for row in getattr(rows, part)] == list(getattr(order, part))
    assert order.in_play == rows.in_play


def test_the_first_in_the_list_of_somebody_is_the_one_that_stands_first(book: Path) -> None:
    small_world(NOW)
    listed = agenda(connection(), NOW)
    order = ranks(connection(), NOW)
    rows = (*listed.overdue, *listed.today, *listed.later, *listed.coming)
    for who in {row.contact_id for row in rows if row.contact_id}:
        first = next(row.id for row in rows if row.contact_id == who)
        assert first_listed(order, connection(), who) == first


def test_a_step_names_the_few_follow_ups_that_it_moved(book: Path) -> None:
    small_world(NOW)
    first = agenda(connection(), NOW).today[0]
    assert moved(connection(), plans.pin(NOW, first.id)) == {first.id}


def test_what_cannot_be_told_by_its_rows_is_read_again_whole(book: Path) -> None:
    renamed = Done("", rows=frozenset({("contact", 1)}))
    assert moved(connection(), renamed) is None
    assert moved(connection(), Done("", bulk=frozenset({"follow_up"}))) is None


def test_the_list_stands_until_somebody_can_or_cannot_be_called_any_more(book: Path) -> None:
    small_world(NOW)
    known = ranks(connection(), NOW)
    soon, night = NOW.at + timedelta(minutes=1), NOW.at + timedelta(hours=9)
    assert stands(known, NOW, Moment(soon))
    assert not stands(known, NOW, Moment(night))


def test_the_archived_are_not_counted(book: Path) -> None:
    small_world(NOW)
    count = people.count()
    Contact.update(archived=True).where(Contact.name == "Ana Ruiz").execute()
    assert people.count() == count - 1 == len(people.page(100))
