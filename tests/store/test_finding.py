"""Who is found by words: never fewer than there are, nor somebody who isn't, however few asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NOW

from followup_tui.actions.people import ContactForm, add_contact, archive
from followup_tui.rules.folding import fold
from followup_tui.store import people
from followup_tui.store.models import Contact
from followup_tui.store.schema import db

NAMES = (
    "Quilla Stone", "Ana Quillstone", "Bo Quilford", "Éva Quilland", "Cleo Quinn", "Dag O'Quill",
    "Quentin Vale", "Ana María Quilwick", "Squill Ames", "Nils-Quil Berg", "Tara Quilgate",
)  # fmt: skip
GONE = ("Quilgone Abel", "Abel Quilgone")
WORDS = (
    "q", "qu", "qui", "quil", "quill", "QUÍLL", "quilx", "ana quil", "quil ana", "quil a", "o'qu",
    "o'quil", "nils-quil", "100%", "quil%", "qu_l", "book", "quil book", "exam", "quilm",
    "post.q", "", '"', "quil*",
)  # fmt: skip
EVERYBODY = 1_000


@pytest.fixture
def crowd(book: Path) -> None:
    for name in (*NAMES, *GONE):
        add_contact(NOW, ContactForm(name))
    add_contact(NOW, ContactForm("Zoe Marsh", "Quilbook"))
    add_contact(NOW, ContactForm("Xi Lane", emails=("xi@post.quilmail.example",)))
    add_contact(NOW, ContactForm("Yan Marsh", notes="Sells quilts, and a book 100% on them."))
    for gone in Contact.select().where(Contact.name << GONE):
        archive(NOW, gone.id)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What every statement from here on is given."""
    found: list[tuple[object, ...]] = []
    run: Callable[..., object] = db.execute_sql
    monkeypatch.setattr(
        db, "execute_sql", lambda sql, given=(): (found.append(tuple(given)), run(sql, given))[1]
    )
    return found


def names(ids: list[int]) -> list[str]:
    return [line.name for line in people.lines(ids)]


@pytest.mark.parametrize("words", WORDS)
def test_few_asked_for_are_some_of_all_and_as_many_as_there_are(crowd: None, words: str) -> None:
    everybody = people.found(words, EVERYBODY)
    assert not set(GONE) & set(names(everybody))
    for limit in range(1, len(everybody) + 2):
        some = people.found(words, limit)
        assert len(some) == len(set(some)) == min(limit, len(everybody))
        assert set(some) <= set(everybody)


def test_those_whose_name_begins_with_the_words_come_first(crowd: None) -> None:
    found = names(people.found("quil"))
    assert found[0] == "Quilla Stone"
    assert found[1:] == sorted(found[1:], key=fold)
    assert {"Zoe Marsh", "Yan Marsh", "Xi Lane", "Dag O'Quill", "Nils-Quil Berg"} <= set(found)
    assert not {"Squill Ames", "Cleo Quinn"} & set(found)


def test_where_many_have_them_a_long_beginning_gathers_nobody_else(
    crowd: None, asked: list[tuple[object, ...]]
) -> None:
    gathers = '"quil"*'
    assert len(people.found("quil", 3)) == 3
    assert not any(gathers in given for given in asked)
    assert len(people.found("quil", EVERYBODY)) > 3
    assert any(gathers in given for given in asked)
