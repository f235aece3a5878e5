from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from followup_tui.rules.mailto import mailto


def test_nothing_in_a_message_can_end_a_part_of_the_link() -> None:
    assert mailto("ruth@adler.example", "Q&A: 50 %?", "Hello Ruth,\n\nx=1&cc=eve@x.example#") == (
        "mailto:ruth@adler.example?subject=Q%26A%3A%2050%20%25%3F"
        "&body=Hello%20Ruth%2C%0D%0A%0D%0Ax%3D1%26cc%3Deve%40x.example%23"
    )


def test_an_address_alone_is_a_link_too() -> None:
    assert mailto(" ruth@adler.example ") == "mailto:ruth@adler.example"
    assert mailto("a?cc=b@x.example") == "mailto:a%3Fcc%3Db@x.example"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_every_text_comes_back_whole(text: str) -> None:
    read = parse_qs(urlsplit(mailto("r@x.example", body=text)).query, keep_blank_values=True)
    assert read["body"] == [text]
