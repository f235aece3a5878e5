"""Files come in any encoding, and what is no text is refused in words."""

from __future__ import annotations

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange.encoding import codec, decode

TEXT = "Name;Ort\nZoë Müßig;Łódź\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf_16_le"),
        (TEXT.encode("utf-16-be"), "utf_16_be"),
        (TEXT.encode("utf-32"), "utf-32"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_zeros(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_what_is_no_utf8_is_taken_for_windows_1252() -> None:
    decoded = decode("Jürgen – €".encode("cp1252"))
    assert (decoded.text, decoded.encoding) == ("Jürgen – €", "cp1252")


def test_the_users_word_comes_before_every_guess() -> None:
    assert decode("Łódź".encode("cp1250"), "windows-1250").text == "Łódź"


def test_a_byte_that_no_encoding_has_is_named_with_its_position() -> None:
    with pytest.raises(BadInput, match=r"0x81 at position 3 .*--encoding"):
        decode(b"abc\x81def")
    with pytest.raises(BadInput, match=r"0xff at position 1 "):
        decode(b"a\xff", "utf-8")


@pytest.mark.parametrize(
    "name", ["rot13", "no-such", "base64", "zip", "idna", "unicode_escape", ""]
)
def test_only_encodings_of_text_are_encodings(name: str) -> None:
    assert codec(name) is None


def test_an_unknown_encoding_is_said_to_be_one() -> None:
    with pytest.raises(BadInput, match="no encoding is called 'klingon'"):
        decode(b"x", "klingon")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (b"PK\x03\x04rest", "zip or Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\n <!DOCTYPE html><html>", "web page"),
        (b"\0" * 4096, "byte 0x00 at position 0"),
        (b"ab\x01\x02\x03\x04" * 50, "byte 0x01 at position 2"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_is(raw: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        decode(raw)


def test_a_file_over_100_mb_is_refused_before_it_is_read() -> None:
    with pytest.raises(BadInput, match="101 MB; more than 100 MB"):
        decode(b"x" * 101_000_000)
