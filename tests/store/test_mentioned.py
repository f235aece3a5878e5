"""Who is found for a line: the same whether it grows or stands, and nobody who has gone since."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import pytest
from conftest import NOW

from followup_tui.actions.people import ContactForm, add_contact, archive
from followup_tui.rules.quicklog.people import KnownPerson, person_words
from followup_tui.store import mentioned
from followup_tui.store.mentioned import Lookup
from followup_tui.store.models import Contact
from followup_tui.store.schema import db

PEOPLE = ("Tara Lopez", "Tara Quist", "Nils Lopez", "Tara Stone", "Bo Lopez", "Łukasz Tara Wik")
LINE = "talked to tara quist, said call nils lopez and lukasz"


@pytest.fixture
def people(book: Path) -> None:
    for name in PEOPLE:
        add_contact(NOW, ContactForm(name, "Vireo", phones=("303-555-0142",)))


def names(found: Iterable[KnownPerson]) -> list[str]:
    return [person.name for person in found]


def test_a_line_that_grows_finds_whom_it_finds_when_it_stands(people: None) -> None:
    growing = Lookup()
    for end in range(len(LINE) + 1):
        words = person_words(LINE[:end])
        assert growing.mentioned(words) == Lookup().mentioned(words)
    assert set(names(growing.mentioned(person_words(LINE)))) == set(PEOPLE)


def test_only_new_words_ask_the_store(people: None, monkeypatch: pytest.MonkeyPatch) -> None:
    lookup = Lookup()
    lookup.mentioned(("tara", "lopez"))
    asked: list[str] = []
    run = db.execute_sql
    monkeypatch.setattr(
        db, "execute_sql", lambda sql, *given: (asked.append(sql), run(sql, *given))[1]
    )
    lookup.mentioned(("tara", "lopez"))
    assert [sql for sql in asked if "SELECT" in sql] == []
    lookup.mentioned(("tara", "lopez", "wik"))
    assert len([sql for sql in asked if "SELECT" in sql]) == 1


def test_those_with_more_of_the_words_come_before_the_rest(
    people: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mentioned, "MOST", 1)
    assert names(Lookup().mentioned(("tara", "stone"))) == ["Tara Stone"]
    assert names(Lookup().mentioned(("nils", "lopez"))) == ["Nils Lopez"]


def test_two_very_common_words_side_by_side_still_find_who_has_both(
    people: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        add_contact(NOW, ContactForm(f"Tara Wik{number}"))
        add_contact(NOW, ContactForm(f"Cleo{number} Lopez"))
    add_contact(NOW, ContactForm("Tara Maria Lopez", "Cobalt"))
    monkeypatch.setattr(mentioned, "MANY", 3)
    monkeypatch.setattr(mentioned, "MOST", 2)
    assert names(Lookup().mentioned(("tara", "lopez"))) == ["Tara Lopez", "Tara Maria Lopez"]


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "in another thread"])
def test_what_was_found_is_forgotten_when_the_store_is_written_to(
    people: None, elsewhere: bool
) -> None:
    lookup = Lookup()
    (quist,) = lookup.mentioned(("quist",))

    def write() -> None:
        add_contact(NOW, ContactForm("Ada Quist"))
        archive(NOW, Contact.get(Contact.name == "Tara Quist").id)
        if elsewhere:
            db.close()

    if elsewhere:
        thread = Thread(target=write)
        thread.start()
        thread.join()
    else:
        write()
    assert quist.phones == ("+13035550142",)
    assert names(lookup.mentioned(("quist",))) == ["Ada Quist"]


def test_whoever_is_asked_for_besides_is_always_there(people: None) -> None:
    bo = Contact.get(Contact.name == "Bo Lopez").id
    assert names(Lookup().mentioned((), [bo])) == ["Bo Lopez"]
    assert names(Lookup().mentioned(("nobody",), [bo])) == ["Bo Lopez"]
