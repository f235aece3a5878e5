"""Words as they are compared: without case, accents, what can't be seen, and disguises."""

from __future__ import annotations

import pytest

from followup_tui.rules.folding import disguises, fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Pay\u200bPal", "paypal"),
        ("P\u0430yP\u0430l", "paypal"),
        ("\u0420ayPal", "paypal"),
        ("Micr\u03bfsoft", "microsoft"),
        ("Анна Соколова", "анна соколова"),
        ("Ann Соколова", "ann соколова"),
        ("Γιώργος", "γιωργοσ"),
        ("3М", "3м"),
    ],
)
def test_a_word_is_what_it_looks_like(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_only_a_word_of_two_alphabets_is_a_disguise() -> None:
    assert disguises("P\u0430yPal D\u00e9sk Анна Ann 3М") == {"p\u0430ypal"}
    assert not disguises("Ann Bell")
