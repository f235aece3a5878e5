"""The few people whom the words of a line can mean, out of the whole book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.store import search
from followup_tui.store.schema import db

MOST = 60
"""How many people a line's words bring to its reader: the best-fitting ones."""

_READ = """
SELECT c.id, c.name, coalesce(o.name, '')
FROM contact AS c LEFT JOIN organization AS o ON o.id = c.organization_id
WHERE c.id IN ({marks}) AND c.archived = 0 ORDER BY c.folded, c.id
"""


def mentioned(words: Iterable[str], also: Iterable[int] = ()) -> tuple[KnownPerson, ...]:
    """People with one of these folded words in their name, the best-fitting `MOST`, and `also`."""
    asked = list(dict.fromkeys(words))
    ids = list(also)
    if asked:
        found = db.execute_sql(
            "SELECT rowid FROM person_words WHERE person_words MATCH ? ORDER BY rank LIMIT ?",
            (search.match_names(asked), MOST),
        )
        ids += [row_id for (row_id,) in found.fetchall()]
    return people(dict.fromkeys(ids))


def people(ids: Iterable[int]) -> tuple[KnownPerson, ...]:
    """These people as the reader of a line knows them."""
    wanted = list(ids)
    if not wanted:
        return ()
    marks = ", ".join("?" * len(wanted))
    rows = db.execute_sql(_READ.format(marks=marks), wanted).fetchall()
    ways: defaultdict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for contact_id, kind, normal in db.execute_sql(
        "SELECT contact_id, kind, normal FROM way WHERE normal IS NOT NULL"
        f" AND kind IN ('phone', 'email') AND contact_id IN ({marks}) ORDER BY id",
        wanted,
    ).fetchall():
        ways[contact_id][kind].append(normal)
    return tuple(
        KnownPerson(
            row_id, name, place or None, tuple(ways[row_id]["phone"]), tuple(ways[row_id]["email"])
        )
        for row_id, name, place in rows
    )
