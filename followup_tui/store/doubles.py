"""People who may be one: pairs that share a way or a name, and weren't said to be two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup_tui.rules.people import (
    Match,
    PersonKeys,
    name_key,
    organization_key,
    same_person,
)
from followup_tui.store.minutes import NotSame
from followup_tui.store.person import Person, person
from followup_tui.store.schema import db

DOUBTFUL = 40
"""From this score on two people are shown as a pair."""
MOST_SHARING = 20
"""A number or address that more people share is an office's, and tells nothing."""

_SHARED = """
SELECT a.contact_id, b.contact_id FROM way AS a JOIN way AS b
  ON b.kind = a.kind AND b.normal = a.normal AND b.contact_id > a.contact_id
WHERE a.normal IS NOT NULL AND a.kind <> 'address' AND a.normal IN (
  SELECT normal FROM way WHERE normal IS NOT NULL GROUP BY kind, normal
  HAVING count(DISTINCT contact_id) BETWEEN 2 AND ?)
UNION
SELECT a.id, b.id FROM contact AS a JOIN contact AS b ON b.folded = a.folded AND b.id > a.id
WHERE a.folded IN (
  SELECT folded FROM contact GROUP BY folded HAVING count(*) BETWEEN 2 AND ?)
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one."""

    one: Person
    other: Person
    match: Match


def doubles(limit: int = 200) -> list[Pair]:
    """The likeliest pairs first."""
    apart = {(row.left_id, row.right_id) for row in NotSame.select()}
    found = db.execute_sql(_SHARED, (MOST_SHARING, MOST_SHARING)).fetchall()
    pairs = [pair for pair in found if pair not in apart]
    people = {row_id: person(row_id) for row_id in _each(pairs)}
    judged = (Pair(people[a], people[b], _judged(people[a], people[b])) for a, b in pairs)
    kept = [pair for pair in judged if pair.match.score >= DOUBTFUL]
    kept.sort(key=lambda pair: (-pair.match.score, pair.one.name, pair.one.id, pair.other.id))
    return kept[:limit]


def _each(pairs: Iterable[tuple[int, int]]) -> Iterator[int]:
    for pair in pairs:
        yield from pair


def _judged(one: Person, other: Person) -> Match:
    return same_person(_keys(one), _keys(other))


def _keys(who: Person) -> PersonKeys:
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for way in who.ways:
        if way.normal:
            by_kind[way.kind].add(way.normal)
    return PersonKeys(
        name_key(who.name),
        organization_key(who.organization),
        frozenset(by_kind["email"]),
        frozenset(by_kind["phone"]),
        frozenset(by_kind["handle"]),
        frozenset(by_kind["url"]),
    )
