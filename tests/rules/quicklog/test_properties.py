"""What holds for every line, whatever is typed."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.rules.quicklog.people import KnownPerson, name_words, own_word, person_words
from followup_tui.rules.quicklog.reader import read_line
from followup_tui.rules.quicklog.shape import Reading
from followup_tui.rules.tokens import MARK, tokenise
from tests.rules.quicklog.cases import cases, moment

NAMES = (
    "Will Drew", "Hope Nakamura", "Tom Okafor", "Tom de la Cruz", "Ana Ruiz", "Mark March",
    "Łukasz Wiśniewski", "Nguyễn Thị Minh Khai", "Kim Min-jun",
)  # fmt: skip
PEOPLE = [KnownPerson(place, name) for place, name in enumerate(NAMES)]
VOCABULARY = sorted({word for case in cases("lines.jsonl") for word in case["text"].split()})
MARKS = [",", ".", ";", "and", "but", "then", "+", "(", ")", "<", ">", "=", "//", '"', "-", ":"]
line_words = st.lists(
    st.sampled_from(VOCABULARY) | st.sampled_from(MARKS + list(NAMES)), max_size=25
)
lines = line_words.map(" ".join) | st.text(max_size=120)
selections = st.sampled_from([None, *PEOPLE[:3]])
JOINING = {"and", "but", "so", "then", "also", "plus"}


def read(text: str, selected: KnownPerson | None = None) -> Reading:
    return read_line(text, moment(), PEOPLE, selected, "call" if selected else None)


def named(reading: Reading) -> set[str]:
    """Everybody the reading names."""
    people = {reading.contact.name if reading.contact else None, *reading.also}
    people |= {referral.name for referral in reading.referrals}
    people |= {task.whom for task in reading.followups}
    people |= {promise.who for promise in reading.promises_by_them}
    return {name for name in people if name}


@given(lines, selections)
def test_the_same_line_is_read_the_same_way(text: str, selected: KnownPerson | None) -> None:
    assert read(text, selected) == read(text, selected)


@given(lines, selections)
def test_every_word_is_in_a_piece_or_in_the_note(text: str, selected: KnownPerson | None) -> None:
    reading = read(text, selected)
    note = " ".join(token.word for token in tokenise(reading.note))
    for token in tokenise(text):
        taken = any(p.start <= token.start and token.end <= p.end for p in reading.pieces)
        assert taken or token.kind == MARK or token.word in JOINING or token.word in note, token


@given(lines, selections)
def test_nobody_is_named_whom_the_line_does_not_name(
    text: str, selected: KnownPerson | None
) -> None:
    said = {own_word(token.word).replace("_", " ") for token in tokenise(text)}
    said |= {word for token in tokenise(text) for word in name_words(token.text.strip('"“”'))}
    loose = " ".join(said)
    for name in named(read(text, selected)):
        if selected is None or name != selected.name:
            assert any(word in loose for word in name_words(name.replace("_", " "))), name


@given(lines, selections)
def test_no_due_date_is_in_the_past_without_a_question(
    text: str, selected: KnownPerson | None
) -> None:
    reading = read(text, selected)
    for place, task in enumerate(reading.followups):
        past = task.due is not None and task.due < moment().today
        assert not past or f"followups[{place}].due" in reading.ask
    for place, promise in enumerate(reading.promises_by_them):
        past = promise.due is not None and promise.due < moment().today
        assert not past or f"promises_by_them[{place}].due" in reading.ask


@given(st.text(min_size=0, max_size=10_000))
@settings(max_examples=30)
def test_no_text_raises(text: str) -> None:
    read(text)


def test_ten_thousand_characters_of_anything_are_read() -> None:
    for seed in range(20):
        dice = random.Random(seed)
        text = " ".join(dice.choice(VOCABULARY + MARKS) for _ in range(3000))[:10_000]
        assert read(text).note


@given(lines)
def test_the_words_a_name_can_be_are_few_and_from_the_line(text: str) -> None:
    found = person_words(text)
    assert len(found) <= 60 and len(set(found)) == len(found)


@given(lines, st.integers(0, 30))
def test_a_piece_made_plain_stays_in_the_note(text: str, place: int) -> None:
    pieces = read(text).pieces
    if pieces:
        piece = pieces[place % len(pieces)]
        span = frozenset({(piece.start, piece.end)})
        again = read_line(text, moment(), PEOPLE, plain=span)
        assert all(
            not (piece.start < other.end and other.start < piece.end)
            or other.kind in ("followup", "promise", "stage", "referral", "touch")
            for other in again.pieces
        )
        note = " ".join(token.word for token in tokenise(again.note))
        covered = [
            token.word
            for token in tokenise(text)
            if piece.start <= token.start and token.end <= piece.end and token.kind != MARK
        ]
        held = " ".join(other.summary for other in again.pieces)
        for word in covered:
            assert (
                word in note
                or word in JOINING
                or word in " ".join(token.word for token in tokenise(held))
            )
