"""Finding people, and listing them: by words, by number, by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from followup_tui.errors import Ambiguous, NotFound
from followup_tui.records import dataclass
from followup_tui.rules.folding import fold
from followup_tui.store import search
from followup_tui.store.schema import db

MOST_FOUND = 200
"""More hits than this are not listed: another letter says more."""
MOST_NAMED = 5
"""How many people an ambiguous name lists."""
RANKED_FROM_LETTERS = 3
"""Below this many letters a find is by the beginning of the name alone: ranking all of a
million people by one letter takes 324 ms, the range of the index 0.1 ms."""
READY_LETTERS = 3
"""Beginnings of words up to so many letters are ready in the index."""
LOOKED_AT = 4
"""So many times the people asked for are looked at, where the first letters find that many."""

_NOTHING: tuple[object, ...] = ()

_LINE = """
SELECT c.id, c.name, coalesce(o.name, ''), c.role, c.stars, c.archived,
  (SELECT max(t.at) FROM touch AS t WHERE t.contact_id = c.id
     AND t.outcome IN ('talked', 'met', 'received')),
  (SELECT min(f.first_due) FROM follow_up AS f WHERE f.contact_id = c.id AND f.state = 'open'),
  c.folded
FROM contact AS c LEFT JOIN organization AS o ON o.id = c.organization_id
"""

_STAYS = (
    "NOT EXISTS (SELECT 1 FROM contact AS a INDEXED BY contact_archived"
    " WHERE a.id = {} AND a.archived = 1)"
)
"""Not archived, asked of the index of the few who are: rows of two hundred people are all over
the file, and their names and words are in indexes of their own."""


@dataclass(frozen=True, slots=True)
class PersonRef:
    """Which person is meant, with the name to call them by."""

    id: int
    name: str
    organization: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the contacts list."""

    id: int
    name: str
    organization: str
    role: str
    stars: int
    archived: bool
    last_contact: datetime | None
    """When something last came of it; in UTC."""
    first_due: str | None
    """ISO day of their oldest open follow-up."""
    folded: str

    @property
    def ref(self) -> PersonRef:
        """The person of the line."""
        return PersonRef(self.id, self.name, self.organization)


def count() -> int:
    """How many people there are, without the archived ones.

    All less the archived: counted from two indexes, 2 ms of a million, else 120.
    """
    found = db.execute_sql(
        "SELECT (SELECT count(*) FROM contact) - (SELECT count(*) FROM contact WHERE archived = 1)"
    )
    return int(found.fetchone()[0])


def page(limit: int, after: PersonLine | None = None) -> list[PersonLine]:
    """`limit` people by name, from the first one or from the one behind `after`."""
    if after is None:
        where, values = "c.archived = 0", _NOTHING
    else:
        # This form searches the index; the row-value form scans it (49 ms of a million).
        where = "c.archived = 0 AND c.folded >= ? AND (c.folded > ? OR c.id > ?)"
        values = (after.folded, after.folded, after.id)
    return _lines(f"WHERE {where} ORDER BY c.folded, c.id LIMIT ?", (*values, limit))


def page_back(limit: int, before: PersonLine | None = None) -> list[PersonLine]:
    """`limit` people by name, up to the last one or to the one before `before`, in order."""
    if before is None:
        where, values = "c.archived = 0", _NOTHING
    else:
        where = "c.archived = 0 AND c.folded <= ? AND (c.folded < ? OR c.id < ?)"
        values = (before.folded, before.folded, before.id)
    found = _lines(f"WHERE {where} ORDER BY c.folded DESC, c.id DESC LIMIT ?", (*values, limit))
    return found[::-1]


def at(position: int, limit: int) -> list[PersonLine]:
    """`limit` people from the `position`-th by name on: for a jump into the middle only."""
    return _lines(
        "WHERE c.archived = 0 ORDER BY c.folded, c.id LIMIT ? OFFSET ?", (limit, position)
    )


def line(contact_id: int) -> PersonLine | None:
    """The list's line for this person."""
    found = _lines("WHERE c.id = ?", (contact_id,))
    return found[0] if found else None


def find(words: str, limit: int = MOST_FOUND) -> list[PersonLine]:
    """People in whose name, organization, ways, tags or notes every word begins one.

    Those whose name begins with the words come first. Wildcards are plain text.
    """
    return lines(found(words, limit)) if fold(words).strip() else page(limit)


def found(words: str, limit: int = MOST_FOUND) -> list[int]:
    """The ids of the people whom `find` gives, in its order, without what their lines say.

    A line takes four rows of four tables from all over the file: of two hundred people found in a
    million, a screen's worth is read a third as long.
    """
    folded = fold(words).strip()
    by_name = _ids(
        f"c.folded >= ? AND c.folded < ? AND {_STAYS.format('c.id')}"
        " ORDER BY c.folded, c.id LIMIT ?",
        (folded, folded + "\U0010ffff", limit),
    )
    if len(by_name) == limit or (len(folded) < RANKED_FROM_LETTERS and by_name):
        return by_name
    seen = frozenset(by_name)
    others = _plainly(folded, limit)
    if len(others) < limit:
        others = _ids(
            "c.id IN (SELECT rowid FROM person_words WHERE person_words MATCH ?"
            f" AND {_STAYS.format('person_words.rowid')} LIMIT ?) ORDER BY c.folded, c.id",
            (search.match(words), limit + len(by_name)),
        )
    return (by_name + [one for one in others if one not in seen])[:limit]


def _plainly(folded: str, limit: int) -> list[int]:
    """Up to `limit` people who have the `folded` words, of those whom the first letters of the
    words find first; nobody where no word has more letters than those.

    A word counts behind a space, a point or an @: that is where most begin.

    The index has beginnings of words ready up to so many letters; for a longer one it gathers
    everybody first, 14 ms for 144,000 hits. Where those are so many, here are enough of them.
    """
    words = folded.split()
    if all(len(word) <= READY_LETTERS for word in words):
        return []
    plain = "' ' || replace(replace(words, '@', ' '), '.', ' ')"
    has_all = " AND ".join([f"instr({plain}, ?)"] * len(words))
    return _ids(
        "c.id IN (SELECT id FROM (SELECT rowid AS id, words FROM person_words WHERE person_words"
        f" MATCH ? AND {_STAYS.format('person_words.rowid')} LIMIT ?) WHERE {has_all} LIMIT ?)"
        " ORDER BY c.folded, c.id",
        (
            search.match(" ".join(word[:READY_LETTERS] for word in words)),
            LOOKED_AT * limit,
            *(f" {word}" for word in words),
            limit,
        ),
    )


def lines(ids: Sequence[int]) -> list[PersonLine]:
    """The lines of these people, in this order; of those who are gone, none."""
    read = {row.id: row for row in _lines(f"WHERE c.id IN ({', '.join(map(str, ids))})", ())}
    return [read[one] for one in ids if one in read]


def named(who: str, region: str = "US") -> PersonRef:
    """The one person meant by an id, email, phone, handle, url or words.

    Raises:
        NotFound: Nobody fits.
        Ambiguous: More than one does; the message lists them.
    """
    found = all_named(who, region)
    if not found:
        raise NotFound(f"Nobody here is called “{who}”. Try fewer words: followup find {who!r}")
    if len(found) > 1:
        listed = "\n".join(
            f"  {ref.id}  {ref.name}" + (f", {ref.organization}" if ref.organization else "")
            for ref in found[:MOST_NAMED]
        )
        more = f"\n  and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise Ambiguous(f"“{who}” fits {len(found)} people. Say which, by number:\n{listed}{more}")
    return found[0]


def all_named(who: str, region: str = "US") -> list[PersonRef]:
    """Everybody whom `who` can mean: exactly by id, way or full name, else by words."""
    who = who.strip()
    for exactly in (_by_id(who), _by_way(who, region), _by_name(who)):
        if exactly:
            return exactly
    found = find(who, MOST_FOUND) if who else []
    called = [row for row in found if _begins_names(who, row.folded)]
    return [row.ref for row in called or found]


def _begins_names(who: str, folded: str) -> bool:
    """Whether every word of `who` begins a word of the name: a note that has it counts for less."""
    names = folded.split()
    return all(any(name.startswith(word) for name in names) for word in fold(who).split())


def _by_id(who: str) -> list[PersonRef]:
    if not (who.isascii() and who.isdigit() and len(who) < 10):
        return []
    return [row.ref for row in _lines("WHERE c.id = ?", (int(who),))]


def _by_way(who: str, region: str) -> list[PersonRef]:
    from followup_tui.rules.ways import keys_of

    normal = keys_of(who, region)
    if not normal:
        return []
    marks = ", ".join("?" * len(normal))
    return [
        row.ref
        for row in _lines(
            f"WHERE c.id IN (SELECT contact_id FROM way WHERE normal IN ({marks}))"
            " ORDER BY c.folded",
            tuple(normal),
        )
    ]


def _by_name(who: str) -> list[PersonRef]:
    return [row.ref for row in _lines("WHERE c.folded = ? ORDER BY c.id", (fold(who),))]


def _ids(where: str, values: tuple[object, ...]) -> list[int]:
    asked = db.execute_sql(f"SELECT c.id FROM contact AS c WHERE {where}", values)
    return [row_id for (row_id,) in asked.fetchall()]


def _lines(where: str, values: tuple[object, ...]) -> list[PersonLine]:
    return [
        PersonLine(
            row_id, name, organization, role, stars, bool(archived), _instant(last), due, folded
        )
        for row_id, name, organization, role, stars, archived, last, due, folded in db.execute_sql(
            _LINE + where, values
        ).fetchall()
    ]


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
