"""Files come in any encoding, and what is no text is refused in words."""

from __future__ import annotations

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange import formats
from followup_tui.exchange.encoding import DOUBTFUL, codec, decode, looks_wrong

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


ELSEWHERE = {
    "cp1251": "Иван Петров", "koi8-r": "Анна Соколова", "cp1253": "Γιώργος Παπαδόπουλος",
    "cp1250": "Łukasz Żak", "cp1255": "דנה כהן", "gbk": "李小龙", "euc_kr": "김철수",
    "big5": "王小明", "mac_roman": "Jürgen Müller", "cp850": "René Søren",
}  # fmt: skip
WEST = (
    "Jürgen “Jü” Müller", "Zoë O’Brien – chef…", "MÜLLER ÄÖ", "Bøe Ærø, Ægir Þór", "Núñez (2 m²)",
    "François créée, œuvre «bon»", "Ève Ötzi", "Šárka Žižka", "¿Qué? ¡Sí! 50 € 5 £", "naïve Noël ®",
)  # fmt: skip


@pytest.mark.parametrize(("encoding", "name"), ELSEWHERE.items())
def test_a_name_of_another_code_page_is_remarked_on_and_right_when_told(
    encoding: str, name: str
) -> None:
    table = f"Name,Phone\n{name},303-555-0142\n".encode(encoding)
    card = f"BEGIN:VCARD\nVERSION:2.1\nFN:{name}\nEND:VCARD\n".encode(encoding)
    for raw, file in ((table, "x.csv"), (card, "x.vcf")):
        assert DOUBTFUL in formats.read(raw, file).remarks
        told = formats.read(raw, file, encoding=encoding)
        assert (told.remarks, told.drafts[0].name) == ((), name)


@pytest.mark.parametrize("words", WEST)
def test_western_words_are_not_remarked_on(words: str) -> None:
    assert not looks_wrong(words)
    raw = f"Name,Notes\nAnn Ash,{words}\n".encode("cp1252")
    assert formats.read(raw, "x.csv").remarks == ()


def test_a_header_that_cannot_be_read_may_be_in_another_code_page() -> None:
    with pytest.raises(BadInput, match=r"--map .*Windows-1252.*--encoding"):
        formats.read("Имя,Телефон\nИван Петров,303\n".encode("cp1251"), "x.csv")


def test_a_card_that_says_its_charset_is_not_doubted() -> None:
    raw = "BEGIN:VCARD\nFN;CHARSET=windows-1251:Иван Петров\nEND:VCARD\n".encode("cp1251")
    assert formats.read(raw, "x.vcf").remarks == ()
