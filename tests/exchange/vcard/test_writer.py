"""vCards out, and in again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exchange.people import INES, drafts, unnumbered
from hypothesis import given

from followup_tui.exchange import vcard
from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.rules.facts import WayKind


def back(draft: ContactDraft, version: str = "3.0") -> ContactDraft:
    parsed = vcard.read(vcard.write([draft], version))
    assert not parsed.problems and len(parsed.drafts) == 1
    return unnumbered(parsed.drafts[0])


@pytest.mark.parametrize("version", vcard.VERSIONS)
def test_a_person_comes_back_whole(version: str) -> None:
    photo = replace(INES, photo=b"\x89PNG" + bytes(range(256)), photo_kind="image/png")
    assert back(photo, version) == unnumbered(photo)


@given(drafts())
def test_anybody_comes_back_in_both_versions(draft: ContactDraft) -> None:
    for version in vcard.VERSIONS:
        assert back(draft, version) == unnumbered(draft)


@given(drafts())
def test_lines_are_short_whole_and_free_of_control_characters(draft: ContactDraft) -> None:
    raw = vcard.write([draft])
    assert raw.endswith(b"\r\n")
    for line in raw[:-2].split(b"\r\n"):
        assert len(line) <= 75
        assert all(ord(c) >= 32 for c in line.decode())


def test_what_was_not_understood_is_written_as_it_was_read() -> None:
    raw = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ines\r\nORG:Lumen;Design\r\nROLE:Lead\r\n"
        b'X-ODD;X-P="a;b":c\\,d\r\nitem1.X-ABDATE:1990-04-30\r\nitem1.X-ABLabel:Wedding\r\n'
        b"PHOTO;VALUE=uri:http://x.example/p.jpg\r\nEND:VCARD\r\n"
    )
    (once,) = vcard.read(raw).drafts
    assert back(once) == unnumbered(once)
    assert len(once.extra) == 6


def test_nothing_typed_becomes_a_property_or_a_card() -> None:
    bad = ContactDraft(
        0,
        "A\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Injected",
        ways=(WayDraft(WayKind.HANDLE, "x\nTEL:1", 'a";b:\nc'),),
        notes="a\x1b[2J\x00b\u2028c",
        extra=("X-A:1\r\nEND:VCARD", "END:VCARD", "no colon", "VERSION:9"),
    )
    (found,) = vcard.read(vcard.write([bad])).drafts
    assert found.name == "A END:VCARD BEGIN:VCARD FN:Injected"
    assert found.notes == "a[2Jbc"
    assert [way.kind for way in found.ways] == [WayKind.HANDLE]
    assert found.extra == ("X-A:1\\nEND:VCARD",)


def test_a_name_of_nothing_but_controls_is_still_a_name() -> None:
    assert b"\r\nFN:Unnamed\r\n" in vcard.write([ContactDraft(0, "\x1b\x07")])
