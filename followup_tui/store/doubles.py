"""People who may be one: pairs that share a way or a name, and weren't said to be two."""

from __future__ import annotations

from followup_tui.records import dataclass
from followup_tui.rules.people import Match, same_person
from followup_tui.store.alike import keys_by_id
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
    keys = keys_by_id({row_id for pair in pairs for row_id in pair})
    judged = [(same_person(keys[a], keys[b]), keys[a].name, a, b) for a, b in pairs]
    likely = [told for told in judged if told[0].score >= DOUBTFUL]
    likely.sort(key=lambda told: (-told[0].score, *told[1:]))
    return [Pair(person(a), person(b), match) for match, _, a, b in likely[:limit]]


def pair_of(one_id: int, other_id: int) -> Pair | None:
    """These two as a pair, however unlike they are; None where one is gone."""
    keys = keys_by_id((one_id, other_id))
    if len(keys) < 2:
        return None
    match = same_person(keys[one_id], keys[other_id])
    return Pair(person(one_id), person(other_id), match)
