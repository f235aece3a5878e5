"""Drafts to CSV that a spreadsheet can't take for formulas, in columns that Google knows too."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from followup_tui.exchange.drafts import ContactDraft, WayDraft
from followup_tui.exchange.tables.known import GOOGLE
from followup_tui.rules.facts import WayKind

MOST_OF_A_KIND = 4
"""Columns for ways of one kind; who has more gets them joined in the last."""

_TEXTS = (
    ("Name", "name"),
    ("Name Prefix", "prefix"),
    ("First Name", "given"),
    ("Middle Name", "additional"),
    ("Last Name", "family"),
    ("Name Suffix", "suffix"),
    ("Nickname", "nickname"),
    ("Organization Name", "organization"),
    ("Organization Title", "role"),
    ("Birthday", "birthday"),
    ("Notes", "notes"),
    ("How met", "how_met"),
    ("Time zone", "zone"),
    ("UID", "uid"),
)
_WAYS = (
    (WayKind.EMAIL, "E-mail {} - Label", "E-mail {} - Value"),
    (WayKind.PHONE, "Phone {} - Label", "Phone {} - Value"),
    (WayKind.URL, "Website {} - Label", "Website {} - Value"),
    (WayKind.HANDLE, "IM {} - Service", "IM {} - Value"),
    (WayKind.ADDRESS, "Address {} - Label", "Address {} - Formatted"),
)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def write(people: Iterable[ContactDraft], *, raw: bool = False) -> bytes:
    """A table of them in UTF-8; `raw` leaves out the guard against formulas."""
    people = list(people)
    counts = {kind: _widest(people, kind) for kind, _, _ in _WAYS}
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([title for title, _ in _TEXTS] + ["Labels"] + _way_titles(counts))
    for person in people:
        cells = [str(getattr(person, field)) for _, field in _TEXTS]
        cells.append(GOOGLE.joint.join(person.tags))
        for kind, _, _ in _WAYS:
            cells += _way_cells([w for w in person.ways if w.kind is kind], counts[kind])
        writer.writerow(cells if raw else map(guarded, cells))
    return out.getvalue().encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """The cell so that no spreadsheet runs it; our reader takes the guard off again.

    Source: OWASP, CSV injection: a cell must not begin with = + - @, tab or return.
    """
    clean = _CONTROL.sub("", cell)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def _widest(people: Iterable[ContactDraft], kind: WayKind) -> int:
    most = max((sum(w.kind is kind for w in person.ways) for person in people), default=0)
    return min(most, MOST_OF_A_KIND)


def _way_titles(counts: dict[WayKind, int]) -> list[str]:
    return [
        title.format(number)
        for kind, label, value in _WAYS
        for number in range(1, counts[kind] + 1)
        for title in (label, value)
    ]


def _way_cells(ways: Sequence[WayDraft], count: int) -> list[str]:
    cells = []
    for place in range(count):
        here = ways[place:] if place == MOST_OF_A_KIND - 1 else ways[place : place + 1]
        label = here[0].label if here else ""
        star = "* " if here and here[0].preferred else ""
        cells += [star + label, GOOGLE.joint.join(way.typed for way in here)]
    return cells
