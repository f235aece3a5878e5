from __future__ import annotations

import json
import tempfile
from dataclasses import fields, replace
from pathlib import Path

import pytest
from conftest import NOW, contents
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.actions.demo import make_demo, sample_book
from followup_tui.actions.people import ContactForm, add_contact
from followup_tui.actions.restore_book import foresee_book, restore_book
from followup_tui.errors import BadInput
from followup_tui.exchange import book as ours
from followup_tui.rules.book import Book
from followup_tui.rules.book.people import (
    ContactRecord,
    PhoneRecord,
    PhotoRecord,
    TagRecord,
    WayRecord,
)
from followup_tui.store import journal
from followup_tui.store.book import open_book
from followup_tui.store.everything import SHAPES, columns, whole_book
from followup_tui.store.models import Contact, Photo, Way
from followup_tui.store.schema import Row

WORKED_OUT = {"organization": {"key"}, "contact": {"folded"}, "way": {"normal"}}
"""Columns that follow from others, so needn't leave."""
INSIDE = {"photo", "way", "step", "row_change"}
"""Tables that are inside other records, or stay at home."""

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = words.filter(str.strip)
ways = st.builds(WayRecord, words, words, st.booleans(), st.booleans())
phones = st.builds(
    PhoneRecord, words, words, st.none() | st.just("+13035550142"), st.booleans(), st.booleans()
)
people = st.builds(
    ContactRecord,
    name=names,
    uid=st.uuids().map(str),
    organization=st.none() | st.sampled_from(["Orbit", "Café Ö", "日本"]),
    emails=st.lists(ways, max_size=2).map(tuple),
    phones=st.lists(phones, max_size=2).map(tuple),
    addresses=st.lists(ways, max_size=1).map(tuple),
    tags=st.lists(st.sampled_from(["a", "b", "ä"]), unique=True).map(tuple),
    notes=words,
    extra=words,
    stars=st.integers(0, 3),
    archived=st.booleans(),
    photo=st.none() | st.builds(PhotoRecord, st.just("image/png"), st.binary(min_size=1)),
    created_at=st.datetimes(timezones=st.timezones()).map(lambda t: t.replace(microsecond=0)),
).filter(lambda one: one.created_at and 1970 < one.created_at.year < 2200)
books = st.builds(
    Book,
    contacts=st.lists(people, max_size=4, unique_by=lambda one: one.uid).map(tuple),
    tags=st.lists(
        st.builds(TagRecord, st.sampled_from(["a", "b", "c"]), st.none() | st.integers(1, 90)),
        unique_by=lambda tag: tag.name,
    ).map(tuple),
)


def through_a_store(book: Book) -> str:
    """What an export says after this book was taken into an empty store."""
    with tempfile.TemporaryDirectory() as folder, open_book(Path(folder) / "other.db"):
        restore_book(NOW, book)
        return ours.write(whole_book())


@settings(max_examples=40)
@given(books)
def test_a_book_comes_back_as_it_left_byte_for_byte(book: Book) -> None:
    left = through_a_store(book)
    assert through_a_store(ours.read(left.encode()).book) == left


@given(books)
def test_text_and_records_say_the_same(book: Book) -> None:
    assert ours.write(ours.read(ours.write(book).encode()).book) == ours.write(book)
    assert ours.is_book(ours.write(book).encode())


def test_the_samples_come_back_byte_for_byte(tmp_path: Path) -> None:
    with open_book(tmp_path / "samples.db"):
        make_demo(NOW)
        left = ours.write(whole_book())
    assert through_a_store(ours.read(left.encode()).book) == left


def test_every_table_and_every_column_leaves() -> None:
    shapes = {shape.model: shape.record for shape in SHAPES}
    parts = {part.model: part for shape in SHAPES for part in shape.parts}
    for model in Row.__subclasses__():
        table = model._meta.table_name
        told = {name for name, _ in columns(model)} - WORKED_OUT.get(table, set())
        if model in shapes:
            assert told <= {field.name for field in fields(shapes[model])}, table
        elif model in parts:
            part = parts[model]
            held = {field.name for field in fields(part.record)} if part.record else {part.named}
            assert told <= {*held, part.parent}, table
        else:
            assert table in INSIDE, table


def test_the_same_book_again_adds_nothing(book: Path) -> None:
    samples = sample_book(NOW)
    restore_book(NOW, samples)
    before = contents()
    again = restore_book(NOW, samples)
    assert (again.tally["created"], again.tally["matched"]) == (0, 36)
    assert contents() == before
    assert foresee_book(samples) == {"rows": 36, "created": 0, "matched": 36, "skipped": 0}


def test_somebody_who_is_here_under_another_uid_is_recognised(book: Path) -> None:
    add_contact(NOW, ContactForm("Ann Ash", emails=("ann@x.example",)))
    told = b"""{"contacts": [
        {"name": "Ann Ash", "emails": [{"value": "ANN@x.example"}],
         "phones": [{"value": "303 555 0142"}], "uid": "u1"}],
      "touches": [{"contact": "u1", "at": "2026-11-20T09:00:00-07:00", "outcome": "talked"}]}"""
    done = restore_book(NOW, ours.read(told).book)
    assert done.tally["matched"] == 1 and Contact.select().count() == 1
    ann = Contact.get()
    assert ann.touches.count() == 1
    assert {way.normal for way in ann.ways} == {"ann@x.example", "+13035550142"}


def test_a_book_written_by_hand_may_leave_out_what_it_likes(book: Path) -> None:
    told = b'{"contacts": [{"name": "Ann", "organization": "Orbit", "tags": ["new"]}]}'
    restore_book(NOW, ours.read(told).book)
    ann = Contact.get()
    assert (ann.organization.name, ann.created_at, len(ann.uid)) == ("Orbit", NOW.at, 36)


def test_taking_a_book_in_is_one_step(book: Path) -> None:
    restore_book(NOW, sample_book(NOW))
    journal.undo(NOW)
    assert not Contact.select().exists() and not Way.select().exists()


def test_a_photo_leaves_and_comes_back(book: Path) -> None:
    photo = PhotoRecord("image/png", bytes(range(256)))
    restore_book(NOW, Book(contacts=(ContactRecord("Ann", photo=photo),)))
    assert bytes(Photo.get().content) == photo.content
    assert ours.read(ours.write(whole_book()).encode()).book.contacts[0].photo == photo


def test_what_nobody_knows_is_named_and_left_out() -> None:
    came = ours.read(b'{"contacts": [{"name": "Ann", "shoe_size": 40}], "pets": []}')
    assert came.unknown == ("book.pets", "contact.shoe_size")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ('{"contacts": [{"name": "Ann"}, {"name": 7}]}', r"contacts\[1\]\.name"),
        ('{"contacts": [{}]}', r"contacts\[0\]: name is missing"),
        ('{"contacts": {}}', "contacts: a list"),
        ('{"touches": [{"at": "yesterday"}]}', r"touches\[0\]\.at.*no instant"),
        ('{"touches": [{"at": "2026-11-20T09:00:00"}]}', "no instant"),
        ('{"follow_ups": [{"action": "sing"}]}', "is missing"),
        ('{"leads": [{"title": "x", "stage": "lost"}]}', r"leads\[0\]\.stage.*none of new"),
        ('{"contacts": [{"name": "Ann", "stars": true}]}', "whole number"),
        ('{"contacts": [{"name": "Ann", "stars": 1e400}]}', "whole number"),
        ('{"contacts": [{"name": "A", "photo": {"kind": "", "content": "?"}}]}', "base64"),
        ('{"version": 2}', "later followup"),
        ("[]", "object"),
        ('{"version": 1,\n"contacts": nope}', "Line 2"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(told: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        ours.read(told.encode())


@pytest.mark.parametrize(
    "told",
    [
        '{"contacts": [{"name": "Ann", "stars": 9}]}',
        '{"contacts": [{"name": "Ann", "uid": "u"}, {"name": "Bo", "uid": "u"}]}',
        '{"touches": [{"at": "2026-11-20T09:00:00+00:00", "contact": "nobody"}]}',
    ],
)
def test_a_book_that_breaks_a_rule_changes_nothing(book: Path, told: str) -> None:
    before = contents()
    with pytest.raises(BadInput, match="Nothing was changed"):
        restore_book(NOW, ours.read(told.encode()).book)
    assert contents() == before


def test_without_notes_nothing_noted_is_left() -> None:
    samples = sample_book(NOW)
    text = ours.write(ours.without_notes(samples))
    for note in ("Do not call before nine", "went through the cover letter", "Call my brother"):
        assert note in ours.write(samples) and note not in text
    assert json.loads(text)["contacts"][0]["name"] == "Marcus Webb"
    assert replace(samples, contacts=()).leads == samples.leads
