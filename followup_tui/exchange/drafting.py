"""What a card or row said, to a draft; in one place, so that all formats name people alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.names import full_name, shown_name
from followup_tui.rules.facts import WayKind

_PARTS = ("prefix", "given", "additional", "family", "suffix")
_SURE = (WayKind.EMAIL, WayKind.PHONE)
_LAST = (WayKind.HANDLE, WayKind.URL)


class More(TypedDict, total=False):
    """Fields of a draft that aren't single lines of text."""

    notes: str
    tags: tuple[str, ...]
    photo: bytes
    photo_kind: str
    extra: tuple[str, ...]


def drafted(
    line: int, said: Mapping[str, str], ways: Iterable[WayDraft], **more: Unpack[More]
) -> ContactDraft | None:
    """The person, None if nothing says who it is.

    The name is the one said, else its parts, organization, email, phone, nickname, handle, url.
    """
    ways = tuple(ways)
    name = _name(said, ways)
    if not name:
        return None
    return ContactDraft(
        line,
        name,
        said.get("prefix", ""),
        said.get("given", ""),
        said.get("additional", ""),
        said.get("family", ""),
        said.get("suffix", ""),
        said.get("nickname", ""),
        said.get("role", ""),
        said.get("organization", ""),
        ways,
        said.get("birthday", ""),
        how_met=said.get("how_met", ""),
        zone=said.get("zone", ""),
        uid=said.get("uid", ""),
        **more,
    )


def _name(said: Mapping[str, str], ways: tuple[WayDraft, ...]) -> str:
    parts = full_name(*(said.get(part, "") for part in _PARTS))
    known = shown_name(said.get("name", ""), parts, said.get("organization", ""))
    return known or _typed(ways, _SURE) or shown_name(said.get("nickname", ""), _typed(ways, _LAST))


def _typed(ways: tuple[WayDraft, ...], kinds: tuple[WayKind, ...]) -> str:
    return shown_name(*(way.typed for kind in kinds for way in ways if way.kind is kind))
