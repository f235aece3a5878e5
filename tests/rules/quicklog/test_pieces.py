"""The pieces a reading is made of: walked through, answered, and turned back into words."""

from __future__ import annotations

from datetime import date
from typing import Literal
from unicodedata import normalize

import pytest

from followup_tui.rules.quicklog.people import KnownPerson, person_words
from followup_tui.rules.quicklog.reader import read_line
from followup_tui.rules.quicklog.shape import KnownLead, Piece, Reading
from tests.rules.quicklog.cases import moment

Form = Literal["NFC", "NFD"]
TOMS = [KnownPerson(1, "Tom Okafor", "Cobalt"), KnownPerson(2, "Tom de la Cruz")]
MARIA = KnownPerson(3, "Maria de la Cruz", phones=("+13035550142",))


def piece(reading: Reading, path: str) -> Piece:
    return next(p for p in reading.pieces if path in (p.path, p.ask))


def test_the_pieces_stand_in_the_order_of_the_line_and_say_where() -> None:
    text = "Talked to Maria de la Cruz 12 min, call her Tue"
    reading = read_line(text, moment(), [MARIA])
    assert [(p.kind, text[p.start : p.end]) for p in reading.pieces] == [
        ("touch", "Talked to"),
        ("contact", "Maria de la Cruz"),
        ("minutes", "12 min"),
        ("followup", "call her Tue"),
    ]


def test_an_uncertain_piece_offers_its_choices_and_takes_the_chosen_one() -> None:
    text = "talked to Tom 10 min"
    asked = read_line(text, moment(), TOMS)
    offer = piece(asked, "contact.name")
    assert asked.ask == ("contact.name",)
    assert offer.uncertain and offer.choices == ("Tom Okafor", "Tom de la Cruz")
    answered = read_line(text, moment(), TOMS, chosen={"contact.name": "Tom de la Cruz"})
    assert answered.ask == ()
    assert answered.contact and (answered.contact.name, answered.contact.id) == (
        "Tom de la Cruz",
        2,
    )


def test_a_doubtful_day_is_chosen_by_its_date() -> None:
    text = "left vm for Maria de la Cruz, call Thu Dec 4"
    asked = read_line(text, moment(), [MARIA])
    assert piece(asked, "followups[0].due").choices == ("2026-12-04", "2026-12-03")
    answer = {"followups[0].due": "2026-12-03"}
    answered = read_line(text, moment(), [MARIA], chosen=answer)
    assert answered.ask == () and answered.followups[0].due == date(2026, 12, 3)


def test_the_way_of_an_answer_is_chosen() -> None:
    text = "Heard back from Maria de la Cruz"
    assert read_line(text, moment(), [MARIA]).ask == ("channel",)
    answered = read_line(text, moment(), [MARIA], chosen={"channel": "text"})
    assert (answered.channel, answered.ask) == ("text", ())


def test_a_piece_turned_back_into_words_is_a_note() -> None:
    text = "Talked to Maria de la Cruz 12 min, call her Tue"
    task = piece(read_line(text, moment(), [MARIA]), "followups[0]")
    again = read_line(text, moment(), [MARIA], plain=frozenset({(task.start, task.end)}))
    assert again.followups == () and again.note == "call her Tue"
    assert again.minutes == 12


def test_a_length_turned_back_into_words_is_no_length() -> None:
    text = "Talked to Maria de la Cruz 12 min"
    length = piece(read_line(text, moment(), [MARIA]), "minutes")
    again = read_line(text, moment(), [MARIA], plain=frozenset({(length.start, length.end)}))
    assert again.minutes is None and again.note == "12 min"


def test_the_selected_row_is_meant_unless_the_line_says_otherwise() -> None:
    kept = read_line("no answer", moment(), TOMS, selected=MARIA, opened_from="call")
    other = read_line("called Tom Okafor", moment(), TOMS, selected=MARIA, opened_from="call")
    assert kept.contact and kept.contact.name == "Maria de la Cruz"
    assert other.contact and other.contact.name == "Tom Okafor"


def test_the_lead_at_hand_is_the_one_a_stage_is_about() -> None:
    lead = KnownLead("Editor", "Vireo")
    reading = read_line("not a fit - pay", moment(), selected=MARIA, opened_from="call", lead=lead)
    assert reading.stage
    assert (reading.stage.lead, reading.stage.org, reading.stage.reason) == (
        "Editor",
        "Vireo",
        "pay",
    )


def test_a_number_tells_whose_it_is() -> None:
    reading = read_line("303-555-0142 is a wrong number", moment(), [MARIA])
    assert reading.contact and reading.contact.name == "Maria de la Cruz"
    assert reading.bad_phone == "+13035550142"


def test_numbers_are_read_as_of_the_users_region() -> None:
    reading = read_line("called Ana Ruiz 020 7946 0012", moment(), region="GB")
    assert reading.contact and reading.contact.phone == "+442079460012"


def test_the_words_of_names_are_given_to_the_store_without_the_plain_ones() -> None:
    assert person_words("talked to maria de la Cruz 12 min, she'll call Łukasz") == (
        "maria",
        "cruz",
        "lukasz",
    )
    assert "will" in person_words("Will Drew will email")


def test_what_is_behind_two_slashes_is_only_a_note() -> None:
    reading = read_line("called Ana Ruiz // call her Tue", moment())
    assert reading.followups == () and reading.note == "call her Tue"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "name",
    ["Anh Thư Lê", "Thế Anh Trần", "Bé Tư Nguyễn", "Đỗ Thị Hòa", "Võ Như Ý", "Mỹ Lệ Phạm",
     "Nguyễn Thị Mười", "Tô Hoài Nam", "Ôn Như Hầu"],
)  # fmt: skip
def test_a_name_with_accents_is_no_day_and_no_small_word(name: str, form: Form) -> None:
    typed = normalize(form, name)
    reading = read_line(f"talked w/ {typed} @Kestrel Grid 18m; >call her Fri", moment())
    assert reading.contact and (reading.contact.name, reading.contact.org) == (
        typed,
        "Kestrel Grid",
    )
    assert (reading.followups[0].whom, reading.followups[0].due) == (typed, date(2026, 11, 27))
    assert reading.ask == ()
