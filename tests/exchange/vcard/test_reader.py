"""vCards as phones and mail programs write them, broken in all their ways."""

from __future__ import annotations

import base64
import random

import pytest

from followup_tui.errors import BadInput
from followup_tui.exchange import vcard
from followup_tui.exchange.drafts import ContactDraft
from followup_tui.rules.facts import WayKind


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""))


def only(raw: str | bytes, encoding: str | None = None) -> ContactDraft:
    parsed = vcard.read(raw.encode() if isinstance(raw, str) else raw, encoding)
    assert parsed.rows == len(parsed.drafts) == 1
    return parsed.drafts[0]


def typed(draft: ContactDraft, kind: WayKind) -> list[str]:
    return [way.typed for way in draft.ways if way.kind is kind]


def test_a_whole_card_is_read() -> None:
    found = only(
        card(
            "N:Vale;Ines;Maria;Dr.;MBA",
            "FN:Dr. Ines Vale",
            "NICKNAME:Nes,Nessa",
            r"ORG:Lumen\, Inc.;Design",
            "TITLE:Head of Design",
            "TEL;TYPE=CELL,PREF:+1 303-555-0100",
            "EMAIL;TYPE=WORK:ines@lumen.example",
            r"URL:http\://lumen.example/ines",
            "ADR;TYPE=HOME:;;1 Elm St;Denver;CO;80014;USA",
            "BDAY:1980-03-22",
            r"NOTE:Met in May\nLikes tea\, not coffee",
            "CATEGORIES:Friends,Design\\, mostly",
            "TZ:America/Denver",
            "UID:urn:uuid:1",
        )
    )
    assert found.name == "Dr. Ines Vale"
    assert (found.prefix, found.given, found.additional) == ("Dr.", "Ines", "Maria")
    assert (found.family, found.suffix, found.nickname) == ("Vale", "MBA", "Nes, Nessa")
    assert (found.organization, found.role) == ("Lumen, Inc.", "Head of Design")
    assert [(w.kind, w.typed, w.label, w.preferred) for w in found.ways] == [
        ("phone", "+1 303-555-0100", "mobile", True),
        ("email", "ines@lumen.example", "work", False),
        ("url", "http://lumen.example/ines", "", False),
        ("address", "1 Elm St, Denver, CO, 80014, USA", "home", False),
    ]
    assert found.birthday == "1980-03-22"
    assert found.notes == "Met in May\nLikes tea, not coffee"
    assert found.tags == ("Friends", "Design, mostly")
    assert (found.zone, found.uid) == ("America/Denver", "urn:uuid:1")
    assert found.extra == (r"ORG:Lumen\, Inc.;Design",)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:", "N:Vale;Ines;;Dr.;"], "Dr. Ines Vale"),
        (["N:安藤;ロイド"], "安藤 ロイド"),
        (["NICKNAME:Nes", "ORG:Lumen"], "Lumen"),
        (["NICKNAME:Nes", "URL:x.example"], "Nes"),
        (["ORG:Lumen;Design", "TEL:1"], "Lumen"),
        (["TEL:1", "EMAIL:a@b.example"], "a@b.example"),
        (["TEL;VALUE=uri:tel:+1-303-555-0100;ext=5"], "+1-303-555-0100;ext=5"),
        (["FN:Line\\nBreak\\n\\nName"], "Line Break Name"),
    ],
)
def test_everybody_has_a_name(lines: list[str], name: str) -> None:
    assert only(card(*lines)).name == name


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r", "\r\r\n"])
def test_lines_end_as_they_like(ending: str) -> None:
    parsed = vcard.read(card("FN:Ines", "bad line").replace("\r\n", ending).encode())
    assert [d.name for d in parsed.drafts] == ["Ines"]
    assert [p.line for p in parsed.problems] == [4]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"])
def test_cards_come_in_any_encoding(encoding: str) -> None:
    assert only(card("FN:Jürgen Größe").encode(encoding)).name == "Jürgen Größe"


def test_each_line_may_have_a_charset_of_its_own() -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=SHIFT_JIS:\x88\xc0\x93\xa1\\;x\nORG:\xc3\x9c\n"
    found = only(raw + b"END:VCARD\n")
    assert (found.name, found.organization) == ("安藤;x", "Ü")


def test_a_charset_named_once_serves_the_lines_that_name_none() -> None:
    raw = b"BEGIN:VCARD\nFN:\xca\xeb\xe8\xf7\xea\xee\nLABEL;CHARSET=Windows-1251:x\nEND:VCARD\n"
    assert only(raw).name == "Кличко"


def test_an_unknown_charset_and_the_users_own() -> None:
    raw = b"BEGIN:VCARD\nFN;CHARSET=blabla:\xe0\xf4\nEND:VCARD\n"
    assert only(raw).name == "àô"
    assert only(raw, "cp1255").name == "אפ"


def test_quoted_printable_goes_on_over_soft_breaks() -> None:
    found = only(
        card(
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BC=",
            "rgen",
            "NOTE;QUOTED-PRINTABLE:one=0D=0A=",
            "two =",
            " three",
            version="2.1",
        )
    )
    assert (found.name, found.notes) == ("Jürgen", "one\ntwo  three")


def test_folds_are_undone_before_a_character_is_decoded() -> None:
    whole = card("FN:Müller").encode()
    cut = whole.index(b"\xbc")
    assert only(whole[:cut] + b"\r\n " + whole[cut:]).name == "Müller"


@pytest.mark.parametrize("indent", ["", " ", "  "])
@pytest.mark.parametrize(
    "head", ["PHOTO;ENCODING=b;TYPE=JPEG:", "PHOTO;BASE64:", "PHOTO;JPEG;ENCODING=BASE64:"]
)
def test_photos_are_bytes_however_they_are_broken(head: str, indent: str) -> None:
    picture = b"\xff\xd8" + bytes(range(256))
    text = base64.b64encode(picture).decode()
    lines = [indent + text[i : i + 60] for i in range(0, len(text), 60)]
    found = only(card("FN:Ines", head, *lines, "", "ORG:Lumen", version="2.1"))
    assert (found.photo, found.photo_kind) == (picture, "image/jpeg")
    assert found.organization == "Lumen"


def test_text_in_base64_is_text_too() -> None:
    packed = base64.b64encode("Jürgen;x".encode()).decode()
    found = only(card(f"FN;ENCODING=BASE64;CHARSET=UTF-8:{packed[:6]}", f" {packed[6:]}"))
    assert found.name == "Jürgen;x"


def test_a_photo_in_a_data_uri_is_read_and_an_address_is_kept_unfetched() -> None:
    found = only(card("FN:Ines", "PHOTO:data:image/gif;base64,R0lGODlh", version="4.0"))
    assert (found.photo, found.photo_kind) == (b"GIF89a", "image/gif")
    found = only(card("FN:Ines", "PHOTO;VALUE=uri:file:///etc/passwd"))
    assert (found.photo, found.extra) == (b"", ("PHOTO;VALUE=uri:file:///etc/passwd",))


def test_what_nobody_understands_is_kept_unfolded_with_its_label() -> None:
    found = only(
        card(
            "FN:Ines",
            'X-ODD;X-A="x;y":some\\, text th',
            " at goes on",
            "item1.X-ABDATE:1990-04-30",
            "item1.X-ABLabel:_$!<Anniversary>!$_",
        )
    )
    assert found.extra == (
        'X-ODD;X-A="x;y":some\\, text that goes on',
        "ITEM1.X-ABDATE:1990-04-30",
        "ITEM1.X-ABLABEL:anniversary",
    )


def test_a_group_gives_its_way_a_label() -> None:
    found = only(card("FN:Ines", "item1.TEL:555-0100", "item1.X-ABLabel:Lake house"))
    assert found.ways[0].label == "Lake house"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:--0203", "--02-03"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-08", "--03-08"),
        ("BDAY;VALUE=date:1604-03-08", "--03-08"),
        ("BDAY;VALUE=text:circa 1800", ""),
    ],
)
def test_birthdays_may_lack_the_year(line: str, day: str) -> None:
    found = only(card("FN:Ines", line))
    assert found.birthday == day
    assert day or found.extra == (line,)


def test_addresses_lose_their_decoration() -> None:
    found = only(card("FN:O", 'EMAIL:"Omega" <omega@x.example>', "EMAIL:mailto:two@x.example"))
    assert typed(found, WayKind.EMAIL) == ["omega@x.example", "two@x.example"]


def test_chat_names_are_handles_with_their_service() -> None:
    found = only(card("FN:Ines", "X-SKYPE:ines.v", "IMPP:xmpp:ines@chat.example", "IMPP:ines"))
    assert [(w.typed, w.label) for w in found.ways] == [
        ("ines.v", "skype"),
        ("ines@chat.example", "xmpp"),
        ("ines", ""),
    ]


@pytest.mark.parametrize("head", ["AGENT:\r\n", "AGENT;X=1: \r\n\r\n", "AGENT:", "agent;x=1: "])
def test_an_agents_card_is_part_of_the_card_around_it(head: str) -> None:
    inner = head + card("FN:Assistant").rstrip()
    found = only(card("FN:Boss", inner, "TEL:1"))
    assert found.name == "Boss" and typed(found, WayKind.PHONE) == ["1"]
    assert found.extra == ("AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Assistant\\nEND:VCARD",)


def test_cards_inside_a_card_are_people_of_their_own() -> None:
    parsed = vcard.read(card("N:parent", card("N:child").rstrip(), "TEL:1").encode())
    assert [(d.line, d.name) for d in parsed.drafts] == [(1, "parent"), (4, "child")]
    assert typed(parsed.drafts[0], WayKind.PHONE) == ["1"]


def test_cards_that_are_never_closed_end_where_the_next_begins() -> None:
    raw = "BEGIN:VCARD\nFN:One\nBEGIN:VCARD\nFN:Two\nEND:VCARD\nBEGIN:VCARD\nFN:Three\n"
    parsed = vcard.read(raw.encode())
    assert [d.name for d in parsed.drafts] == ["One", "Two", "Three"]
    assert [p.line for p in parsed.problems] == [1, 6]


def test_a_broken_card_costs_that_card_only_and_is_named_by_its_line() -> None:
    raw = card("FN:One") + card("BDAY:1980-01-01") + card("FN:Three", "# a comment", "no property")
    parsed = vcard.read(raw.encode())
    assert [d.name for d in parsed.drafts] == ["One", "Three"]
    assert (parsed.rows, parsed.skipped) == (3, 1)
    assert [(p.line, p.what[:12]) for p in parsed.problems] == [
        (5, "a card witho"),
        (13, "not a proper"),
    ]


def test_a_card_over_20_mb_is_left_out_and_the_next_is_read() -> None:
    raw = card("FN:Big", "NOTE:" + "x" * 20_000_000) + card("FN:Small")
    parsed = vcard.read(raw.encode())
    assert [d.name for d in parsed.drafts] == ["Small"]
    assert "over 20 MB" in parsed.problems[0].what


def test_cards_nested_without_end_are_counted_and_left_out() -> None:
    raw = "BEGIN:VCARD\nFN:Deep\n" * 3000 + "END:VCARD\n" * 3000
    parsed = vcard.read(raw.encode())
    assert (parsed.rows, parsed.skipped, len(parsed.problems)) == (3000, 2992, 1)


def test_a_file_without_a_card_is_no_vcard_file() -> None:
    with pytest.raises(BadInput, match="no BEGIN:VCARD"):
        vcard.read(b"hello")


def test_mutated_cards_are_read_or_refused_and_nothing_else() -> None:
    dice = random.Random(20261123)
    photo = base64.b64encode(bytes(range(200))).decode()
    seed = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=BC;=",
        " x;;",
        f"PHOTO;ENCODING=b:{photo[:60]}",
        f" {photo[60:]}",
        'TEL;TYPE="a,b":1\\;2\\,3',
        "BDAY:--0229",
        "AGENT:",
        card("FN:Ägent").rstrip(),
    ).encode()
    for _ in range(1500):
        raw = bytearray(seed * dice.randint(1, 2))
        for _ in range(dice.randint(1, 12)):
            at = dice.randrange(len(raw))
            raw[at : at + dice.randint(0, 4)] = dice.choice(
                [b"", b"\0", b"\r", b"\n", b"=", b":", b";", b'"', b"\\", b"\xff", b"BEGIN:VCARD\n"]
            )
        try:
            parsed = vcard.read(bytes(raw))
        except BadInput:
            continue
        assert parsed.rows == len(parsed.drafts) + parsed.skipped
        assert all(draft.name for draft in parsed.drafts)


@pytest.mark.parametrize(
    "line",
    ["EMAIL:<" + "(" * 9000 + "@", "A" + " " * 9000 + "b", 'TEL;TYPE="' + "a," * 9000 + ":1"],
)
def test_lines_made_to_hurt_a_reader_hurt_nobody(line: str) -> None:
    assert only(card("FN:Ines", line)).name == "Ines"
