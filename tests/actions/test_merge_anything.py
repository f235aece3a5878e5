"""Two are made one in any store: nobody is lost, nothing hangs, and undo gives both back."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from actions.test_walk_back import ACTIONS, STEPS
from conftest import NOW, contents
from hypothesis import example, given, settings
from hypothesis import strategies as st
from peewee import ForeignKeyField

from followup_tui.actions import people, referrals
from followup_tui.actions.merge import merge
from followup_tui.errors import FollowupError
from followup_tui.store import journal, minutes, search
from followup_tui.store.book import open_book
from followup_tui.store.dealings import FollowUp, Referral, Session, Touch, TouchContact
from followup_tui.store.invariants import breaches
from followup_tui.store.models import Contact, Lead
from followup_tui.store.schema import Row, db

KEPT = (Touch, FollowUp, Referral, Lead)
"""No merge makes fewer of these."""


def noted(first: int, second: int, third: int) -> None:
    """Everything that isn't an act and yet stands beside a person, for both who become one."""
    at = NOW.at
    session = Session.create(started_at=at)
    profile = minutes.Profile.create(fields="{}", at=at)
    for who in (first, second):
        minutes.SessionCard.create(session=session, contact=who, position=who)
        minutes.Asked.create(contact=who, question="What would you do?", at=at)
        minutes.OpenQuestion.create(contact=who, path="at", words="then", at=at)
        minutes.Draft.create(contact=who, kind="line", at=at)
        minutes.FactShown.create(fact="F1", contact=who, at=at)
        minutes.Heard.create(contact=who, profile=profile, at=at)
    for left, right in ((first, second), (second, third)):
        minutes.NotSame.create(left=min(left, right), right=max(left, right), at=at)


def pointing_at(contact_id: int) -> list[str]:
    """Every row of any table that refers to a person."""

    def kinds(kind: type[Row]) -> list[type[Row]]:
        return [one for child in kind.__subclasses__() for one in (child, *kinds(child))]

    return [
        f"{kind.__name__}.{field.name}"
        for kind in kinds(Row)
        for field in kind._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and field.rel_model is Contact
        for _ in kind.select().where(field == contact_id)
    ]


def assert_sound(keep: int, lost: int, third: int) -> None:
    assert Contact.get_or_none(Contact.id == lost) is None and not pointing_at(lost)
    assert not db.execute_sql("PRAGMA foreign_key_check").fetchall()
    assert not breaches() and not search.out_of_step()
    assert not [r for r in Referral.select() if r.giver_id and r.giver_id == r.contact_id]
    assert not [r for r in TouchContact.select() if r.touch.contact_id == r.contact_id]
    pairs = [(row.left_id, row.right_id) for row in minutes.NotSame.select()]
    assert len(set(pairs)) == len(pairs) and (min(keep, third), max(keep, third)) in pairs
    heard = [(row.contact_id, row.profile_id) for row in minutes.Heard.select()]
    assert len(set(heard)) == len(heard)


@given(STEPS, st.permutations([1, 2, 3]))
@example([("refer", 1), ("refer", 2), ("involve", 2), ("received", 2)], [1, 2, 3])
@settings(max_examples=80)
def test_after_any_run_of_steps_two_are_made_one_and_taken_apart(
    steps: list[tuple[str, int]], whose: list[int]
) -> None:
    keep, lost, third = whose
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "book.db"):
        for name in ("Ada", "Bo Li", "Zoë"):
            people.add_contact(NOW, people.ContactForm(name, notes=name, phones=("303-555-0142",)))
        for name, number in steps:
            with contextlib.suppress(FollowupError):
                ACTIONS[name](number)
        if any(Contact.get_or_none(Contact.id == one) is None for one in whose):
            return
        referrals.refer(NOW, keep, (referrals.GivenName(contact_id=lost),))
        noted(*whose)
        counts = [kind.select().count() for kind in KEPT]
        before = contents()
        merge(NOW, keep, lost)
        assert_sound(keep, lost, third)
        assert [kind.select().count() for kind in KEPT] == counts
        after = contents()
        journal.undo(NOW)
        assert contents() == before and not search.out_of_step()
        journal.redo(NOW)
        assert contents() == after
