"""Rows to drafts, when it is known what each column holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from functools import lru_cache

from followup_tui.exchange.dates import SHORT_MONTHS, iso, order_matters, order_shown, read_date
from followup_tui.exchange.drafting import drafted
from followup_tui.exchange.drafts import ContactDraft, Parsed, Problem, WayDraft
from followup_tui.exchange.names import one_line
from followup_tui.exchange.tables import cells
from followup_tui.exchange.tables.columns import Column
from followup_tui.exchange.tables.fields import ADDRESS_PARTS, LABELS
from followup_tui.exchange.tables.known import Kind
from followup_tui.exchange.tables.lines import Row
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind

_BIRTH_PARTS = ("birth_year", "birth_month", "birth_day")
_EMPTY = frozenset({"birthday", "met", "how_met", *_BIRTH_PARTS})
_DATES = ("birthday", "met")
_EARLIEST_MET = "2003"
"""Nobody connected before LinkedIn began; two digits of a year can lie. Source: founded 2002."""


@dataclass(slots=True)
class _Person:
    """A row while it is read."""

    line: int
    label: str = ""
    said: dict[str, str] = field(default_factory=dict)
    ways: dict[tuple[WayKind, str], WayDraft] = field(default_factory=dict)
    addresses: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)

    def add(self, kind: WayKind, typed: str, label: str) -> None:
        """One more way, unless it is there or empty."""
        if not typed:
            return
        word, preferred = _spoken(kind, self.label or label)
        self.ways.setdefault((kind, typed), WayDraft(kind, typed, word, preferred))


@lru_cache(maxsize=256)
def _spoken(kind: WayKind, label: str) -> tuple[str, bool]:
    """The label as it is shown, and whether a star prefers its value."""
    word = label.removeprefix("*").strip()
    known = kind is WayKind.HANDLE or all(part in LABELS for part in word.lower().split())
    return word.lower() if known else word, label.startswith("*")


class Rows:
    """A table below its header."""

    def __init__(
        self, found: list[Column], kind: Kind, day_first: bool | None, region: str
    ) -> None:
        self._plan = [
            (i, c, _TAKERS.get(c.field, Rows._single))
            for i, c in enumerate(found)
            if c.field != "ignore"
        ]
        self._left_out = {i: c.title for i, c in enumerate(found) if c.field == "ignore"}
        self._width = len(found)
        self._kind = kind
        self._day_first = day_first
        self._region = region
        self._held: set[int] = set()
        self._problems: list[Problem] = []
        self._days: dict[str, str] = {}

    def parsed(self, rows: Callable[[], Iterable[Row]]) -> Parsed:
        """All rows as drafts; `rows` gives them anew each time it is called."""
        guessed = self._settle_order(rows)
        drafts: list[ContactDraft] = []
        count = bare = 0
        for line, row in rows():
            count += 1
            person = self._person(line, row)
            draft = self._draft(person)
            if draft:
                drafts.append(draft)
            elif person.notes or person.tags or person.said.keys() - _EMPTY:
                self._say(line, "a row without a name, organization, email or phone; skipped")
            else:
                bare += 1
        return Parsed(
            tuple(drafts),
            tuple(self._problems),
            count,
            count - len(drafts),
            ignored=tuple(self._left_out[i] for i in sorted(self._held)),
            remarks=(_bare_rows(bare),) if bare else (),
            order_guessed=guessed,
        )

    def _settle_order(self, rows: Callable[[], Iterable[Row]]) -> bool:
        """Decide whether days come first; whether that was a guess that matters."""
        places = [i for i, column, _ in self._plan if column.field in _DATES]
        if self._day_first is not None or not places:
            return False
        texts = {row[i] for _, row in rows() for i in places if i < len(row)}
        shown = order_shown(texts)
        self._day_first = self._region != "US" if shown is None else shown
        return shown is None and order_matters(texts)

    def _say(self, line: int, what: str) -> None:
        self._problems.append(Problem(line, what))

    def _person(self, line: int, row: list[str]) -> _Person:
        person = _Person(line)
        width = len(row)
        for index, column, take in self._plan:
            if index >= width:
                break
            text = cells.unguarded(row[index])
            if text or column.field == "label":
                take(self, person, column, text)
        if self._left_out and len(self._held) < len(self._left_out):
            self._held.update(i for i in self._left_out if i < width and row[i])
        if width > self._width and any(row[self._width :]):
            self._say(line, f"{width - self._width} cells more than the header has; left out")
        return person

    def _draft(self, person: _Person) -> ContactDraft | None:
        self._join_addresses(person)
        if met := person.said.get("met"):
            person.said.setdefault("how_met", self._met(met))
        if "birth_month" in person.said:
            self._join_birthday(person)
        notes, tags = "\n\n".join(person.notes), tuple(dict.fromkeys(person.tags))
        return drafted(person.line, person.said, person.ways.values(), notes=notes, tags=tags)

    def _met(self, text: str) -> str:
        day = self._day(text)
        if day[:4] >= _EARLIEST_MET:
            text = f"{day[8:]} {SHORT_MONTHS[int(day[5:7]) - 1]} {day[:4]}"
        return f"{self._kind.met} {text}".strip()

    def _day(self, text: str) -> str:
        if text not in self._days:
            self._days[text] = read_date(text, day_first=bool(self._day_first))
        return self._days[text]

    def _join_birthday(self, person: _Person) -> None:
        year, month, day = told = [person.said.get(part, "") for part in _BIRTH_PARTS]
        if month.isdecimal() and day.isdecimal() and "birthday" not in person.said:
            found = iso(int(year[:4]) if year.isdecimal() else None, int(month[:2]), int(day[:2]))
            if not found:
                self._say(person.line, f"{'-'.join(told)[:40]!r} is no date; birthday left out")
            person.said["birthday"] = found

    @staticmethod
    def _join_addresses(person: _Person) -> None:
        for label, parts in person.addresses.items():
            typed = ", ".join(text for _, text, _ in sorted(parts))
            shown = parts[0][2] or ("" if label.isdigit() else label)
            person.label = ""
            if not any(way.label == shown for (kind, _), way in person.ways.items()
                       if kind is WayKind.ADDRESS):  # fmt: skip
                person.add(WayKind.ADDRESS, typed, shown)

    def _parts(self, text: str) -> list[str]:
        """The values of a cell, split as this kind of table joins them."""
        if self._kind.joint:
            return [cells.unguarded(part) for part in text.split(self._kind.joint)]
        return cells.several(text)

    def _single(self, person: _Person, column: Column, text: str) -> None:
        """One line of text; where two columns say it, what differs is kept in the notes."""
        told = one_line(text)
        if person.said.setdefault(column.field, told) != told:
            person.notes.append(f"{column.title}: {told}")

    def _label(self, person: _Person, column: Column, text: str) -> None:
        person.label = text

    def _notes(self, person: _Person, column: Column, text: str) -> None:
        person.notes.append(text.replace("\r\n", "\n"))

    def _tags(self, person: _Person, column: Column, text: str) -> None:
        person.tags.extend(cells.tags(text, self._kind.joint))

    def _birthday(self, person: _Person, column: Column, text: str) -> None:
        if cells.is_no_date(text):
            return
        if day := self._day(text):
            person.said["birthday"] = day
        else:
            self._say(person.line, f"{text[:40]!r} is no date; {column.title} left out")

    def _email(self, person: _Person, column: Column, text: str) -> None:
        for address in (address for part in self._parts(text) for address in cells.emails(part)):
            if "@" in address:
                person.add(WayKind.EMAIL, address, column.label)
            else:
                self._say(person.line, f"{address[:40]!r} is no e-mail address; left out")

    def _phone(self, person: _Person, column: Column, text: str) -> None:
        parts = self._parts(text)
        if not self._kind.joint:
            parts = [one for part in parts for one in cells.phones(part)]
        for number in parts:
            person.add(WayKind.PHONE, one_line(number), column.label)

    def _url(self, person: _Person, column: Column, text: str) -> None:
        for url in self._parts(text):
            kind = WayKind.URL if "." in url or "/" in url else WayKind.HANDLE
            person.add(kind, one_line(url), column.label)

    def _handle(self, person: _Person, column: Column, text: str) -> None:
        for handle in self._parts(text):
            person.add(WayKind.HANDLE, one_line(handle), column.label)

    def _address(self, person: _Person, column: Column, text: str) -> None:
        for part in text.split(self._kind.joint) if self._kind.joint else [text]:
            lines = (one_line(line) for line in part.splitlines())
            person.add(WayKind.ADDRESS, ", ".join(line for line in lines if line), column.label)

    def _address_part(self, person: _Person, column: Column, text: str) -> None:
        order = ADDRESS_PARTS.index(column.field)
        parts = person.addresses.setdefault(column.label, [])
        parts.append((order, one_line(text), person.label))


def _bare_rows(count: int) -> str:
    if count == 1:
        return "1 row says nothing about anybody (no name, at most a date); skipped"
    return f"{count} rows say nothing about anybody (no name, at most a date); skipped"


_TAKERS: dict[str, Callable[[Rows, _Person, Column, str], None]] = {
    "label": Rows._label,
    "notes": Rows._notes,
    "tags": Rows._tags,
    "birthday": Rows._birthday,
    "email": Rows._email,
    "phone": Rows._phone,
    "url": Rows._url,
    "handle": Rows._handle,
    "address": Rows._address,
    **dict.fromkeys(ADDRESS_PARTS, Rows._address_part),
}
