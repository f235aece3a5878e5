"""Oddities of single programs and phones: their charsets, line ends, own properties."""

from __future__ import annotations

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange import formats, vcard
from followup_tui.exchange.drafts import ContactDraft
from followup_tui.rules.facts import WayKind

PLAIN = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Groß\r\nTEL:555-0100\r\nEND:VCARD\r\n"


def card(*lines: str, version: str = "3.0") -> bytes:
    whole = ("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")
    return "\r\n".join(whole).encode()


def only(raw: bytes) -> ContactDraft:
    (draft,) = vcard.read(raw).drafts
    return draft


def typed(draft: ContactDraft, kind: WayKind) -> list[str]:
    return [way.typed for way in draft.ways if way.kind is kind]


@pytest.mark.parametrize(
    ("said", "codec", "name"),
    [
        ("X-SJIS", "cp932", "山田"),
        ("SHIFT_JIS", "cp932", "表示 能登"),
        ("ISO-2022-JP", "iso2022_jp", "山田太郎"),
        ("x-euc-jp", "euc_jp", "山田"),
        ("GB2312", "gbk", "镕基"),
        ("EUC-KR", "cp949", "홍길똠"),
        ("BIG5", "big5", "許功蓋"),
        ("windows-1251", "cp1251", "Иван Петров"),
        ("KOI8-R", "koi8-r", "Иван"),
        ("windows-874", "cp874", "สมชาย"),
        ("ISO-8859-9", "cp1254", "Şükrü"),
        ("x-mac-roman", "mac_roman", "Jürgen"),
        ("UTF-7", "utf-7", "Jürgen"),
    ],
)
def test_a_declared_charset_is_read_under_any_of_its_names(
    said: str, codec: str, name: str
) -> None:
    head = f"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET={said}:".encode()
    assert only(head + name.encode(codec) + b"\r\nEND:VCARD\r\n").name == name


def test_japanese_shifts_are_read_though_no_charset_is_said() -> None:
    name = "山田;太郎".encode("iso2022_jp")
    assert only(b"BEGIN:VCARD\r\nN:" + name + b"\r\nEND:VCARD\r\n").name == "山田 太郎"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16"])
def test_a_wide_file_is_known_without_a_mark(codec: str) -> None:
    assert only(PLAIN.encode(codec)).name == "Jürgen Groß"


def test_a_wide_file_of_few_latin_letters_and_half_a_line_end_is_known() -> None:
    text = PLAIN.replace("TEL", f"NOTE:{'山田太郎' * 300}\r\nTEL")
    assert only(text.encode("utf-16-le") + b"\n").notes == "山田太郎" * 300


@pytest.mark.parametrize("end", ["\r", "\n", "\r\r\n"])
def test_any_end_of_line_ends_one(end: str) -> None:
    found = only(PLAIN.replace("\r\n", end).encode())
    assert (found.name, typed(found, WayKind.PHONE)) == ("Jürgen Groß", ["555-0100"])


def test_cards_without_a_line_end_between_them_and_zeros_after_are_two() -> None:
    raw = PLAIN.encode().rstrip() + PLAIN.replace("Jürgen", "Anna").encode() + b"\0" * 99
    assert [draft.name for draft in vcard.read(raw).drafts] == ["Jürgen Groß", "Anna Groß"]


def test_a_card_that_is_indented_as_a_whole_is_not_one_folded_line() -> None:
    lines = PLAIN.replace("0100", "01\r\n  00").splitlines()
    found = only("\r\n".join(f"   {line}" for line in lines).encode())
    assert (found.name, typed(found, WayKind.PHONE)) == ("Jürgen Groß", ["555-01 00"])


def test_a_soft_break_within_a_letter_eats_the_space_after_it_and_another_does_not() -> None:
    head = "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:"
    cut = only(card(f"{head}=E5=B1=B1=E7=94=", " =B0", version="2.1"))
    whole = only(card(f"{head}=C3=89va=", " Groß", version="2.1"))
    assert (cut.name, whole.name) == ("山田", "Éva Groß")


def test_bare_lines_below_a_note_are_more_of_it_and_elsewhere_are_named() -> None:
    parsed = vcard.read(card("FN:Ann", "lost", "NOTE:one", "two", "three, with: sign", "TEL:1"))
    assert parsed.drafts[0].notes == "one\ntwo\nthree, with: sign"
    assert [(problem.line, problem.what) for problem in parsed.problems] == [
        (4, "not a property of the card; left out")
    ]


def test_several_names_in_one_place_are_spoken_one_after_the_other() -> None:
    name = "N:Vale;Ines;Maria,Rosa;Dr.;Jr.,M.D."
    assert only(card(name)).name == "Dr. Ines Maria Rosa Vale Jr. M.D."
    assert only(card("N:Vale, Jr.;Ines", version="2.1")).name == "Ines Vale, Jr."


def test_the_preferred_of_several_full_names_is_shown_and_the_other_kept() -> None:
    found = only(card("FN;PREF=2:Nessa", "FN;PREF=1:Ines Vale", version="4.0"))
    assert (found.name, found.extra) == ("Ines Vale", ("FN:Nessa",))


def test_the_nickname_in_a_line_of_android_is_one_and_the_line_stays() -> None:
    line = "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nessa;1;;"
    found = only(card("FN:Ines Vale", line))
    assert (found.nickname, found.extra) == ("Nessa", (line,))


def test_the_same_address_in_capitals_is_one() -> None:
    found = only(card("FN:Ines", "EMAIL:ines@lumen.example", "EMAIL;HOME:INES@lumen.example"))
    assert typed(found, WayKind.EMAIL) == ["ines@lumen.example"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("0000-02-29", "--02-29"),
        ("1604-02-29", "--02-29"),
        ("--2-9", "--02-09"),
        ("1980-2-9", "1980-02-09"),
        ("1980-02-29T14:30:00-10:00", "1980-02-29"),
        ("29. Februar 1980", "1980-02-29"),
    ],
)
def test_birthdays_are_read_as_phones_spell_them(said: str, day: str) -> None:
    assert only(card("FN:Ann", f"BDAY:{said}")).birthday == day


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'["vcard",[["fn",{},"text","Ann Bell"]]]', "a jCard"),
        (b'{"people": [{"name": "Ann"}]}', "JSON"),
        (b'<?xml version="1.0"?><vcards><vcard/></vcards>', "XML"),
        (b"dn: cn=Ann,mail=ann@bell.example\nobjectclass: top\ncn: Ann\n", "LDIF"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", "a calendar"),
        (b"From: ann@bell.example\nTo: me@x.example\nSubject: Hi\n\nHello, you\n", "a mail"),
    ],
)
def test_what_is_neither_cards_nor_a_table_is_refused_by_its_name(raw: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=f"this is {said}"):
        formats.read(raw, "file")


def test_of_a_thousand_and_more_ways_the_rest_is_kept_and_said() -> None:
    numbers = [f"TEL;TYPE=CELL:555-0100 {number}" for number in range(1003)]
    parsed = vcard.read(card("FN:Many Phones", *numbers))
    (found,) = parsed.drafts
    assert len(found.ways) == 1000
    assert found.extra == tuple(numbers[1000:])
    assert [problem.what for problem in parsed.problems] == [
        "3 ways more than 1000: kept as they stand, not shown"
    ]


def test_an_address_written_as_a_link_is_the_address() -> None:
    found = only(card("FN:Ines", "EMAIL;VALUE=uri:mailto:ines@lumen.example?subject=Hi"))
    assert typed(found, WayKind.EMAIL) == ["ines@lumen.example"]
