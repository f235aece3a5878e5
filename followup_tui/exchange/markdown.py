"""People as Markdown, for notes programs and for reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from followup_tui.exchange.drafts import ContactDraft
from followup_tui.rules.facts import WayKind

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
_CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_KINDS = {
    WayKind.EMAIL: "Email",
    WayKind.PHONE: "Phone",
    WayKind.URL: "Page",
    WayKind.HANDLE: "Chat",
    WayKind.ADDRESS: "Address",
}


def write(people: Iterable[ContactDraft]) -> bytes:
    """A heading, what is known, and the notes of each."""
    blocks = ["# Contacts", *("\n".join(_person(person)) for person in people)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def plain(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    line = " ".join(_CONTROL.sub(" ", text).split())
    return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", line))


def _person(person: ContactDraft) -> Iterator[str]:
    yield f"## {plain(person.name)}"
    yield ""
    work = ", ".join(plain(text) for text in (person.role, person.organization) if text)
    if work:
        yield from (work, "")
    for way in person.ways:
        label = f" ({plain(way.label)})" if way.label else ""
        yield f"- {_KINDS[way.kind]}{label}: {plain(way.typed)}"
    facts = (
        ("Birthday", person.birthday),
        ("Met", person.how_met),
        ("Tags", ", ".join(person.tags)),
    )
    for name, value in facts:
        if value:
            yield f"- {name}: {plain(value)}"
    if person.notes:
        yield ""
        for line in person.notes.splitlines():
            yield f"> {plain(line)}".rstrip()
