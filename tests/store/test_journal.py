"""One writer: each step whole or not at all, undone and done again, across restarts."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import NOW, contents

from followup_tui.actions.people import ContactForm, add_contact, edit_contact
from followup_tui.errors import BadInput, Conflict, NotFound
from followup_tui.store import journal
from followup_tui.store.book import open_book
from followup_tui.store.models import Contact, Way
from followup_tui.store.schema import db

ADA = ContactForm("Ada [x] Lovelace", "Analytical Co", emails=("ada@engine.example",))


def many(change: journal.Change, count: int) -> str:
    ids = change.add_many(
        Contact,
        [{"name": f"N{i}", "folded": f"n{i}", "created_at": change.now.at} for i in range(count)],
    )
    change.add_many(
        Way,
        [{"contact": i, "kind": "email", "typed": f"n{i}@x.example", "normal": None} for i in ids],
    )
    return f"Added {count}"


add_many = journal.undoable(many)


def test_undo_gives_back_the_book_and_redo_the_change(book: Path) -> None:
    before = contents()
    add_contact(NOW, ADA)
    after = contents()
    assert after != before
    assert journal.undo(NOW).label == "Undid: Added Ada [x] Lovelace"
    assert contents() == before
    assert journal.redo(NOW).label == "Did again: Added Ada [x] Lovelace"
    assert contents() == after


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    with open_book(path):
        before = contents()
        add_contact(NOW, ADA)
    with open_book(path):
        journal.undo(NOW)
        assert contents() == before
    with open_book(path):
        journal.redo(NOW)
        assert Contact.select().count() == 1


def test_a_bulk_is_one_step_and_comes_back_whole(book: Path) -> None:
    before = contents()
    done = add_many(NOW, 1200)
    after = contents()
    assert done.touched("contact") and not done.rows
    journal.undo(NOW)
    assert contents() == before
    journal.redo(NOW)
    assert contents() == after


def test_a_failed_action_leaves_no_trace(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents()
    with monkeypatch.context() as broken:
        broken.setattr("followup_tui.actions.people._set_tags", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add_contact(NOW, ADA)
    assert contents() == before
    with pytest.raises(NotFound):
        journal.undo(NOW)


def test_an_action_that_changes_nothing_is_no_step(book: Path) -> None:
    row_id = add_contact(NOW, ADA).added("contact")[0]
    edit_contact(NOW, row_id, ADA)
    assert journal.undo(NOW).label == "Undid: Added Ada [x] Lovelace"


def test_a_step_that_changes_nothing_keeps_what_can_be_done_again(book: Path) -> None:
    row_id = add_contact(NOW, ADA).added("contact")[0]
    edit_contact(NOW, row_id, ContactForm("Ada King"))
    journal.undo(NOW)
    edit_contact(NOW, row_id, ADA)
    assert journal.redo(NOW).label.startswith("Did again")


def test_a_new_step_ends_what_could_be_done_again(book: Path) -> None:
    add_contact(NOW, ADA)
    journal.undo(NOW)
    add_contact(NOW, ContactForm("Grace"))
    with pytest.raises(NotFound):
        journal.redo(NOW)


def test_undo_refuses_to_trample(book: Path) -> None:
    add_contact(NOW, ADA)
    db.execute_sql("UPDATE contact SET name = 'Countess'")
    before = contents()
    with pytest.raises(Conflict, match="contact 1 was changed since"):
        journal.undo(NOW)
    assert contents() == before


def test_an_action_cannot_call_an_action(book: Path) -> None:
    @journal.undoable
    def nested(change: journal.Change) -> str:
        return add_contact(NOW, ADA).label

    with pytest.raises(RuntimeError):
        nested(NOW)
    assert Contact.select().count() == 0


def test_a_quiet_note_is_never_in_the_way_of_undo(book: Path) -> None:
    from followup_tui.store.minutes import Flag

    @journal.quiet
    def seen(writer: journal.Writer) -> None:
        writer.add(Flag(name="tour", value="seen"))

    add_contact(NOW, ADA)
    seen(NOW)
    assert journal.undo(NOW).label == "Undid: Added Ada [x] Lovelace"
    assert Flag.select().count() == 1


def test_nul_and_lone_surrogates_are_made_storable(book: Path) -> None:
    add_contact(NOW, ContactForm("A\0B", notes="x\udcffy"))
    found = Contact.get()
    assert found.name == "A\u2400B" and found.notes == "x?y"


def test_an_empty_name_is_refused(book: Path) -> None:
    with pytest.raises(BadInput):
        add_contact(NOW, ContactForm("  "))
