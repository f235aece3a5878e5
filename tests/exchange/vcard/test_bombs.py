"""Cards made to fill the memory or the time are refused by size and depth, or read as they are."""

from __future__ import annotations

import base64

import pytest

from followup_tui.exchange import vcard
from followup_tui.exchange.vcard import cards

SIZE = 50_000
PHOTO = base64.b64encode(bytes(55)).decode()
BOMBS = {
    "line": "NOTE:" + "x" * SIZE,
    "photo": "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join([PHOTO] * (SIZE // 74)),
    "phones": "\r\n".join(f"TEL;TYPE=CELL:+1555{i:07}" for i in range(SIZE // 25)),
    "folds": "NOTE:" + "\r\n ".join("a" * SIZE),
    "parameters": "TEL" + ";TYPE=CELL" * SIZE + ":303-555-0142",
    "soft breaks": "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=\r\n" * SIZE + "x",
    "unclosed quote": 'TEL;TYPE="' + "A," * SIZE + ":1",
    "backslashes": "ORG:" + "\\" * SIZE,
}


def with_bomb(line: str) -> bytes:
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Bomb\r\n{line}\r\nEND:VCARD\r\n"
    return (card + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo After\r\nEND:VCARD\r\n").encode()


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_costs_nobody_else(kind: str) -> None:
    assert [one.name for one in vcard.read(with_bomb(BOMBS[kind])).drafts] == [
        "Ann Bomb", "Bo After",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", BOMBS)
def test_a_card_over_the_limit_is_refused_by_its_size(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "MAX_BYTES", SIZE // 2)
    parsed = vcard.read(with_bomb(BOMBS[kind]))
    assert [one.name for one in parsed.drafts] == ["Bo After"]
    assert parsed.problems[0].line == 1 and "MB, skipped" in parsed.problems[0].what


def test_cards_within_cards_are_refused_from_a_depth_on() -> None:
    raw = b"BEGIN:VCARD\r\nFN:Deep\r\n" * 5000 + b"END:VCARD\r\n" * 5000
    parsed = vcard.read(raw)
    assert len(parsed.drafts) == cards.MAX_DEPTH
    assert "too deep" in parsed.problems[0].what


def test_what_is_over_20_mb_is_not_read_as_it_comes() -> None:
    parsed = vcard.read(with_bomb("NOTE:" + "x" * 20_000_001))
    assert [one.name for one in parsed.drafts] == ["Bo After"]
    assert parsed.problems[0].what == "a card of 20 MB; over 20 MB, skipped"
