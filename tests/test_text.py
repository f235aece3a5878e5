"""Nothing that somebody typed or sent can do more than be read."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.text import MOST_COMBINING, cells, cut, fit, shortened, show, show_block, wrap

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\x7f\x9b\u202e\u2066\u200b\ufeff\u0301\ufe0f\udcff\n\t\r語 "),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Marcus Webb", "Marcus Webb"),
        ("Zoë Müller-Hahn", "Zoë Müller-Hahn"),
        ("[b]x[/b] [link=x]y[/]", "[b]x[/b] [link=x]y[/]"),
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("a\nb\r\nc\td", "a␊b␊c␉d"),
        ("\x9b2J", "‹9b›2J"),
        ("\x7f\x00", "␡␀"),
        ("Pay\u200bPal", "Pay‹ZWSP›Pal"),
        ("\u202egnp.exe\u202c", "‹RLO›gnp.exe‹PDF›"),
        ("a\U000e0061\U000e0100", "a‹U+E0061›‹U+E0100›"),
        ("\udcff", "\ufffd"),
        ("\u0301x", "◌\u0301x"),
        ("❤\ufe0f", "❤"),
        ("a\xa0b", "a b"),
    ],
)
def test_text_is_shown_as_typed_with_what_hides_made_visible(typed: str, shown: str) -> None:
    assert show(typed) == shown


@given(HOSTILE)
def test_nothing_unseen_comes_out(typed: str) -> None:
    for char in show(typed):
        assert unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert char not in "\u034f\u115f\u1160\u3164\uffa0\ufe0e\ufe0f"


@given(HOSTILE)
def test_a_block_keeps_its_line_ends_and_nothing_else(typed: str) -> None:
    for line in show_block(typed).split("\n"):
        assert show(line) == line


@given(HOSTILE)
def test_what_was_shown_once_is_not_changed_by_showing_it_again(typed: str) -> None:
    assert show(show(typed)) == show(typed)


@given(HOSTILE, st.integers(0, 30))
def test_it_never_takes_more_cells_than_there_are(typed: str, width: int) -> None:
    assert cells(show(typed, width)) <= width
    assert cells(fit(show(typed), width)) == width
    assert cut(show(typed), width) == show(typed, width)
    assert cells(shortened(show(typed), width)) <= width


@given(HOSTILE, st.integers(2, 30))
def test_wrapping_loses_nothing_but_spaces(typed: str, width: int) -> None:
    lines = wrap(show_block(typed), width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == show_block(typed).replace(" ", "").replace("\n", "")


def test_an_address_that_is_too_long_is_torn_behind_its_sign() -> None:
    assert wrap("dan.cole@webbandsons.example", 24) == ["dan.cole@", "webbandsons.example"]
    assert wrap("https://lyra.example/a/long/path", 16) == [
        "https://",
        "lyra.example/a/",
        "long/path",
    ]
    assert wrap("Donaudampfschiff", 8) == ["Donaudam", "pfschiff"]


def test_piles_of_accents_are_cut_down() -> None:
    assert show("e" + "\u0301" * 300) == "e" + "\u0301" * MOST_COMBINING


def test_a_cut_is_marked() -> None:
    assert show("Marcus Webb", 8) == "Marcus …"
    assert show("日本語テキスト", 6) == "日本…"
    assert show("Marcus", 0) == ""


@pytest.mark.parametrize(
    ("typed", "width", "shown"),
    [
        ("Hartley Ranch Supply", 20, "Hartley Ranch Supply"),
        ("Hartley Ranch Supply", 19, "Hartley Ranch"),
        ("Webb & Sons", 7, "Webb"),
        ("The Bank of Lyra", 11, "The Bank"),
        ("The Courier", 7, "The Co…"),
        ("Brightwater", 7, "Bright…"),
        ("Lyra, Mesa and Pine", 9, "Lyra"),
        ("日本 語テキスト", 6, "日本"),
    ],
)
def test_a_name_is_shortened_at_a_word(typed: str, width: int, shown: str) -> None:
    assert shortened(typed, width) == shown


def test_a_megabyte_is_cut_without_reading_all_of_it() -> None:
    assert show("\x1b" * 1_000_000, 4) == "␛␛␛…"
