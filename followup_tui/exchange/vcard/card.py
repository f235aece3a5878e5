"""One card: properties in any order, to a draft."""

from __future__ import annotations

import re
from collections.abc import Callable

from followup_tui.exchange.dates import NO_YEAR, read_date
from followup_tui.exchange.drafting import drafted
from followup_tui.exchange.drafts import ContactDraft, Problem, WayDraft
from followup_tui.exchange.names import one_line
from followup_tui.exchange.vcard.content import Property
from followup_tui.exchange.vcard.values import components, escaped, items, listed, plain
from followup_tui.exchange.vcard.ways import Reached, is_way, photo, way
from followup_tui.rules.facts import WayKind

_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+|UTC")
MOST_WAYS = 1000
"""Ways of one person; a card with more wants to do harm. Source: phones show some dozens."""
_UNRANKED = 1000
"""More than any PREF. Source: RFC 6350, 5.3: 1 to 100."""
_OURS = frozenset({"PRODID", "REV", "BEGIN", "END", "X-ABLABEL", "PROFILE"})
_NAME_PARTS = ("family", "given", "additional", "prefix", "suffix")
_SAID = {"X-FOLLOWUP-MET": "how_met", "FN": "name", "TITLE": "role", "TZ": "zone", "UID": "uid"}


class Card:
    """A card while it is read."""

    def __init__(self, line: int) -> None:
        self._line = line
        self.problems: list[Problem] = []
        """What was wrong with it, so far."""
        self._said: dict[str, str] = {}
        self._surplus = 0
        self._role = ""
        self._in_note = False
        self._lists = True
        self._name_rank = _UNRANKED
        self._notes: list[str] = []
        self._tags: list[str] = []
        self._ways: list[Reached] = []
        self._labels: dict[str, str] = {}
        self._photo: tuple[bytes, str] = (b"", "")
        self._extra: list[tuple[str, str]] = []

    def add(self, found: Property) -> None:
        """Take a property in."""
        self._in_note = found.name == "NOTE"
        if found.name == "X-ABLABEL":
            label = plain(found.value).strip()
            shown = _APPLE_LABEL.fullmatch(label)
            self._labels[found.group] = shown[1].lower() if shown else label
        elif is_way(found):
            if len(self._ways) >= MOST_WAYS:
                self._surplus += 1
                self._keep(found)
            elif (reached := way(found)) and reached.typed:
                self._ways.append(reached)
        elif found.name not in _OURS:
            _TAKERS.get(found.name, Card._keep)(self, found)

    def goes_on(self, text: str) -> bool:
        """Take a bare line in, if it can only be more of a note that nobody folded."""
        if self._in_note and self._notes:
            self._notes[-1] += "\n" + plain(text).strip()
            return True
        return False

    def add_agent(self, text: str) -> None:
        """Keep a nested card, in the form that version 3.0 has for it."""
        self._extra.append(("", "AGENT:" + escaped(text)))

    def draft(self) -> ContactDraft | None:
        """The person, None if nothing here says who it is."""
        if self._surplus:
            told = f"{self._surplus} ways more than {MOST_WAYS}: kept as they stand, not shown"
            self.problems.append(Problem(self._line, told))
        if self._role:
            self._said.setdefault("role", self._role)
        return drafted(
            self._line,
            self._said,
            self._labelled(),
            notes="\n\n".join(self._notes),
            tags=tuple(dict.fromkeys(self._tags)),
            photo=self._photo[0],
            photo_kind=self._photo[1],
            extra=tuple(self._kept()),
        )

    def _labelled(self) -> list[WayDraft]:
        found: dict[tuple[WayKind, str], WayDraft] = {}
        for reached in self._ways:
            label = (reached.group and self._labels.get(reached.group)) or reached.label
            draft = WayDraft(reached.kind, reached.typed, label, reached.preferred)
            email = reached.kind is WayKind.EMAIL
            typed = reached.typed.casefold() if email else reached.typed
            found.setdefault((reached.kind, typed), draft)
        return list(found.values())

    def _kept(self) -> list[str]:
        """Lines nobody understood, each group's label after its last one."""
        last = {group: at for at, (group, _) in enumerate(self._extra) if group}
        lines = []
        for at, (group, line) in enumerate(self._extra):
            lines.append(line)
            if last.get(group) == at and (label := self._labels.get(group)):
                lines.append(f"{group}.X-ABLABEL:{escaped(label)}")
        return lines

    def _keep(self, found: Property) -> None:
        if not found.value.strip():
            return
        group = f"{found.group}." if found.group else ""
        params = "".join(f";{key}={_quoted(value)}" for key, value in found.params)
        value = found.value.replace("\r", "").replace("\n", "\\n")
        self._extra.append((found.group, f"{group}{found.name}{params}:{value}"))

    def _line_of_text(self, found: Property) -> None:
        value, field = one_line(plain(found.value)), _SAID[found.name]
        if value and field not in self._said:
            self._said[field] = value
        elif value and value != self._said[field]:
            self._keep(found)

    def _work(self, found: Property) -> None:
        """ROLE is what they do, TITLE what the card on the door says; TITLE is shown first."""
        self._role = self._role or one_line(plain(found.value))
        self._keep(found)

    def _name(self, found: Property) -> None:
        if self._said.keys().isdisjoint(_NAME_PARTS):
            split = listed if self._lists else components
            parts = (one_line(part) for part in split(found.value))
            self._said.update(zip(_NAME_PARTS, parts, strict=False))

    def _full_name(self, found: Property) -> None:
        """The name that the card prefers, else the first."""
        said, rank = found.param("PREF"), _UNRANKED
        if said.isascii() and said.isdecimal():
            rank = int(said[:3])
        if rank < self._name_rank and "name" in self._said and one_line(plain(found.value)):
            self._extra.append(("", f"FN:{escaped(self._said.pop('name'))}"))
        self._line_of_text(found)
        self._name_rank = min(rank, self._name_rank)

    def _version(self, found: Property) -> None:
        """In version 2.1 a comma within a name is a comma."""
        self._lists = found.value.strip() != "2.1"

    def _android(self, found: Property) -> None:
        """Android's own lines stay as they are; a nickname in one is a nickname."""
        kind, _, rest = found.value.partition(";")
        if kind == "vnd.android.cursor.item/nickname" and (name := one_line(rest.split(";")[0])):
            self._said.setdefault("nickname", name)
        self._keep(found)

    def _organization(self, found: Property) -> None:
        units = [unit for part in components(found.value) if (unit := one_line(part))]
        if not units:
            return
        first = "organization" not in self._said
        self._said.setdefault("organization", units[0])
        if not first or len(units) > 1:
            self._keep(found)

    def _nickname(self, found: Property) -> None:
        self._said.setdefault("nickname", one_line(", ".join(items(found.value))))

    def _note(self, found: Property) -> None:
        text = plain(found.value).strip()
        if text and text not in self._notes:
            self._notes.append(text)

    def _categories(self, found: Property) -> None:
        self._tags.extend(tag for item in items(found.value) if (tag := one_line(item)))

    def _birthday(self, found: Property) -> None:
        value = plain(found.value).strip()
        if not value or "birthday" in self._said:
            return
        omitted = found.param("X-APPLE-OMIT-YEAR") or str(NO_YEAR)
        day = read_date(value)
        if day.startswith(f"{omitted}-"):
            day = "-" + day[len(omitted) :]
        if day:
            self._said["birthday"] = day
        else:
            self.problems.append(Problem(found.line, f"birthday {value[:40]!r} is no date"))
            self._keep(found)

    def _zone(self, found: Property) -> None:
        if _ZONE.fullmatch(found.value.strip()):
            self._line_of_text(found)
        else:
            self._keep(found)

    def _picture(self, found: Property) -> None:
        """The first photo's bytes; more of them, and addresses, are kept as text."""
        picture, kind = photo(found)
        if picture and not self._photo[0]:
            self._photo = (picture, kind)
        elif found.value.strip():
            if found.param("ENCODING") and not picture:
                self.problems.append(Problem(found.line, "a photo can't be decoded; kept as text"))
            self._keep(found)


def _quoted(value: str) -> str:
    return f'"{value}"' if any(sign in value for sign in ":;,") else value


_TAKERS: dict[str, Callable[[Card, Property], None]] = {
    "FN": Card._full_name,
    "N": Card._name,
    "VERSION": Card._version,
    "X-ANDROID-CUSTOM": Card._android,
    "NICKNAME": Card._nickname,
    "ORG": Card._organization,
    "TITLE": Card._line_of_text,
    "ROLE": Card._work,
    "NOTE": Card._note,
    "CATEGORIES": Card._categories,
    "BDAY": Card._birthday,
    "TZ": Card._zone,
    "UID": Card._line_of_text,
    "X-FOLLOWUP-MET": Card._line_of_text,
    "PHOTO": Card._picture,
}
