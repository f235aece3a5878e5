"""The few people whom the words of a line can mean, out of the whole book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from itertools import pairwise
from math import log
from typing import NamedTuple

from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.store import search
from followup_tui.store.book import data_version
from followup_tui.store.calendar import rows_written
from followup_tui.store.schema import db

MOST = 60
"""How many people a line's words bring to its reader: the best-fitting ones."""
MANY = 2000
"""A word that more people than this bear is looked up again together with its neighbour."""
_EVERYBODY = 1e7
"""More people than any book has: the rarer a word, the more it says about who is meant."""

_READ = """
SELECT c.id, c.name, coalesce(o.name, ''), c.folded
FROM contact AS c LEFT JOIN organization AS o ON o.id = c.organization_id
WHERE c.id IN ({marks}) AND c.archived = 0
"""
_WAYS = """
SELECT contact_id, kind, normal FROM way WHERE normal IS NOT NULL
AND kind IN ('phone', 'email') AND contact_id IN ({marks}) ORDER BY id
"""


def as_it_stands() -> tuple[object, ...]:
    """Equal to what it was before as long as nobody has written to the store."""
    return db.connection(), data_version(), rows_written()


class _Found(NamedTuple):
    """Somebody, with what they are listed by."""

    folded: str
    id: int
    person: KnownPerson


class Lookup:
    """Finds people for one line again and again as it grows; only new words ask the store.

    What was found is forgotten as soon as anything is written to the store.
    """

    def __init__(self) -> None:
        self._version: tuple[object, ...] = ()
        self._bearers: dict[str, tuple[int, ...]] = {}
        self._people: dict[int, _Found | None] = {}

    def mentioned(self, words: Iterable[str], also: Iterable[int] = ()) -> tuple[KnownPerson, ...]:
        """People with one of these folded words in their name, the best-fitting `MOST`, and `also`.

        Those with more of the words, and with rarer ones, fit better.
        """
        self._forget_the_old()
        weights: defaultdict[int, float] = defaultdict(float)
        for asked in self._questions(list(dict.fromkeys(words))):
            bearers = self._bearers_of(asked)
            weight = log(_EVERYBODY / len(bearers)) if bearers else 0.0
            for contact_id in bearers:
                weights[contact_id] += weight
        best = nsmallest(MOST, ((-weight, contact_id) for contact_id, weight in weights.items()))
        return self._read(dict.fromkeys([*also, *(contact_id for _, contact_id in best)]))

    def _forget_the_old(self) -> None:
        version = as_it_stands()
        if version != self._version:
            self._version = version
            self._bearers.clear()
            self._people.clear()

    def _questions(self, words: list[str]) -> list[str]:
        """Each word; and where one is borne by very many, the two next to each other."""
        alone = [search.match_names([word]) for word in words]
        common = [len(self._bearers_of(asked)) > MANY for asked in alone]
        pairs = [
            " AND ".join(alone[at : at + 2])
            for at, either in enumerate(pairwise(common))
            if all(either)
        ]
        return alone + pairs

    def _bearers_of(self, asked: str) -> tuple[int, ...]:
        found = self._bearers.get(asked)
        if found is None:
            rows = db.execute_sql(
                "SELECT rowid FROM person_words WHERE person_words MATCH ? LIMIT ?",
                (asked, MANY + 1),
            )
            found = self._bearers[asked] = tuple(row_id for (row_id,) in rows.fetchall())
        return found

    def _read(self, ids: Iterable[int]) -> tuple[KnownPerson, ...]:
        wanted = list(ids)
        new = [contact_id for contact_id in wanted if contact_id not in self._people]
        if new:
            self._people.update(dict.fromkeys(new))
            self._people.update({found.id: found for found in _people(new)})
        return tuple(found.person for found in sorted(filter(None, map(self._people.get, wanted))))


def _people(ids: list[int]) -> list[_Found]:
    """These people as the reader of a line knows them."""
    marks = ", ".join("?" * len(ids))
    ways: defaultdict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for contact_id, kind, normal in db.execute_sql(_WAYS.format(marks=marks), ids).fetchall():
        ways[contact_id][kind].append(normal)
    return [
        _Found(folded, row_id, KnownPerson(
            row_id, name, place or None, tuple(ways[row_id]["phone"]), tuple(ways[row_id]["email"])
        ))
        for row_id, name, place, folded in db.execute_sql(_READ.format(marks=marks), ids).fetchall()
    ]  # fmt: skip
