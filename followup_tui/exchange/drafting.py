"""What a card or row said, to a draft; in one place, so that all formats name people alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict, Unpack

from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.names import full_name, shown_name
from followup_tui.rules.facts import WayKind

_PARTS = ("prefix", "given", "additional", "family", "suffix")
_NAMING = (WayKind.EMAIL, WayKind.PHONE, WayKind.HANDLE, WayKind.URL)


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

    The name is the one said, else its parts, nickname, organization, email, phone, handle, url.
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
    known = shown_name(said.get("name", ""), parts, said.get("nickname", ""))
    reached = (way.typed for kind in _NAMING for way in ways if way.kind is kind)
    return known or shown_name(said.get("organization", ""), *reached)
