from __future__ import annotations

from pathlib import Path

import pytest

from followup_tui.words.reader import fact_lines, letters, questions, wrong_words


def test_the_words_of_the_package_are_all_there() -> None:
    assert letters().letters["r1"].subject
    assert len(questions().lists["before_you_hang_up"]) == 6
    assert [line.id for line in fact_lines().lines] == [f"F{n}" for n in range(1, 10)]


def test_each_preset_names_questions_that_exist() -> None:
    first = questions().presets[0]
    assert first.questions[0] == "What were you doing before this, and what made you move?"
    assert [len(preset.questions) for preset in questions().presets] == [5, 3, 5, 5, 5]


def test_a_fact_line_fits_on_a_line_and_says_where_it_comes_from() -> None:
    for line in fact_lines().lines:
        assert len(line.text) <= 90 and line.source and line.limits


def test_the_users_own_words_are_laid_over_ours(tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_text(
        '[letters.thank]\nbody = ["Cheers {to}."]\n', encoding="utf-8"
    )
    mine = letters(tmp_path)
    assert mine.letters["thank"].body == ("Cheers {to}.",)
    assert mine.letters["thank"].label == "Thank you"
    assert mine.letters["r1"] == letters().letters["r1"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("letters.toml", "not toml", "it can't be read"),
        ("letters.toml", "letters = 3", "a table is expected"),
        ("letters.toml", "[letters.thank]\nbody = 3", "a list of texts is expected"),
        ("letters.toml", "[letters.mine]\nbody = []", 'a text "label" is expected'),
        ("questions.toml", "presets = 1", "written as"),
        ("questions.toml", '[[presets]]\nname = "x"\nquestions = ["them 99"]\nask = "ask 1"',
         'no question "them 99"'),
        ("facts.toml", "[facts.F1]\ntext = 1", 'a text "text" is expected'),
    ],
)  # fmt: skip
def test_words_that_cannot_be_meant_are_named_and_ours_are_used(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (wrong,) = wrong_words(tmp_path)
    assert wrong.startswith(f"{name}: ") and said in wrong and wrong.endswith("ours are used")
    assert (letters(tmp_path), questions(tmp_path), fact_lines(tmp_path)) == (
        letters(), questions(), fact_lines(),
    )  # fmt: skip


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_bytes(b"\xff\xfe\x00")
    (wrong,) = wrong_words(tmp_path)
    assert wrong.startswith("letters.toml: it can't be read")
    assert letters(tmp_path) == letters() and wrong_words(tmp_path / "nowhere") == ()
