from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_tui.errors import BadInput
from followup_tui.rules.blanks import blanks_of, fill, paragraphs


@pytest.mark.parametrize(
    ("template", "facts", "said"),
    [
        ("Hello {to}.", {"to": "Ann"}, "Hello Ann."),
        ("Hello {to}.", {}, None),
        ("Hello {to}.", {"to": "  "}, None),
        ("Hello[ {to}].", {}, "Hello."),
        ("Hello[ {to}[ {last}]].", {"to": "Ann"}, "Hello Ann."),
        ("Hello[ {to}[ {last}]].", {"last": "Lee"}, "Hello."),
        ("[{a}|{b}|nobody]", {"b": "Bo"}, "Bo"),
        ("[{a}|{b}|nobody]", {}, "nobody"),
        ("[{a}|{b}]", {}, ""),
        ("[{sent?}I wrote|I will write] to you.", {"sent": "yes"}, "I wrote to you."),
        ("[{sent?}I wrote|I will write] to you.", {}, "I will write to you."),
        ("this | that", {}, "this | that"),
        ("At {org}.", {"org": "Webb & Sons Inc."}, "At Webb & Sons Inc."),
        ("Ask: {what}", {"what": "why\n\n  me?"}, "Ask: why me?"),
    ],
)
def test_what_is_not_known_is_left_out(
    template: str, facts: dict[str, str], said: str | None
) -> None:
    assert fill(template, facts) == said


def test_sentences_become_paragraphs_and_one_that_cannot_be_said_is_dropped() -> None:
    sentences = ["Hello {to},", "", "I am {you}.", "How are you?", "", "{sign}"]
    assert paragraphs(sentences, {"to": "Ann"}) == "Hello Ann,\n\nHow are you?"
    assert paragraphs(sentences, {}) == "How are you?"


@pytest.mark.parametrize(
    "template", ["{", "}", "[", "]", "{a b}", "{}", "[{a]", "[a|b", "{a}}", "[[a]", "{a?b}"]
)
def test_a_template_that_does_not_close_is_refused(template: str) -> None:
    with pytest.raises(BadInput, match="don't match"):
        fill(template, {})


def test_all_blanks_are_found_at_any_depth() -> None:
    assert blanks_of("{a} [b {c}|[{d?}{e}]]") == {"a", "c", "d", "e"}


@given(st.text())
def test_a_fact_is_printed_as_it_is_whatever_it_holds(fact: str) -> None:
    said = fill("<{it}>", {"it": fact})
    assert said == (f"<{' '.join(fact.split())}>" if fact.strip() else None)


@given(st.text(alphabet="ab{}[]|? ", max_size=20))
def test_any_template_is_either_filled_or_refused(template: str) -> None:
    try:
        said = fill(template, {"a": "x"})
    except BadInput:
        return
    assert said is None or not set(said) & set("{}[]")
