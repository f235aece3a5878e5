"""Which of the people in a file are here already: read set by set, decided by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup_tui.exchange.drafts import ContactDraft
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import Match, PersonKeys, name_key, organization_key, same_person
from followup_tui.rules.ways import way_key
from followup_tui.store.models import Contact, Organization, Way

DOUBTFUL = 40
"""From this score on the user is asked whether two are one."""
AT_ONCE = 500
"""How many keys one question holds: SQLite allows 32,766, and a plan that stays an index's."""


@dataclass(slots=True)
class Candidate:
    """Somebody a draft may be: a stored person, or an earlier draft of the same import."""

    contact_id: int | None
    name: str
    organization: str
    keys: dict[WayKind, set[str]] = field(default_factory=lambda: defaultdict(set))
    draft: int | None = None

    @property
    def known(self) -> PersonKeys:
        """As the rule compares it."""
        return PersonKeys(
            name_key(self.name),
            self.organization,
            frozenset(self.keys.get(WayKind.EMAIL, ())),
            frozenset(self.keys.get(WayKind.PHONE, ())),
            frozenset(self.keys.get(WayKind.HANDLE, ())),
            frozenset(self.keys.get(WayKind.URL, ())),
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose a draft is."""

    draft: ContactDraft
    same: Candidate | None
    """Who it surely is; None for somebody new."""
    doubts: tuple[tuple[Candidate, Match], ...] = ()
    """Who it may be: the user is asked later, nobody is merged."""


def judge(drafts: Sequence[ContactDraft], region: str = "US") -> list[Verdict]:
    """For each draft whom it surely is, in the store or earlier among the drafts."""
    described = [_described(draft, index, region) for index, draft in enumerate(drafts)]
    pool = _Pool()
    for stored in _stored(described):
        pool.add(stored)
    verdicts = []
    for draft, candidate in zip(drafts, described, strict=True):
        matches = [(one, same_person(candidate.known, one.known)) for one in pool.like(candidate)]
        sure = [(one, match) for one, match in matches if match.sure]
        same = max(sure, key=lambda pair: pair[1].score)[0] if sure else None
        doubts = () if same else tuple(pair for pair in matches if pair[1].score >= DOUBTFUL)
        verdicts.append(Verdict(draft, same, doubts))
        if same is None:
            pool.add(candidate)
        else:
            for kind, keys in candidate.keys.items():
                same.keys[kind] |= keys
            pool.add(same)
    return verdicts


class _Pool:
    """Everybody so far, by what they can be found by."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], list[Candidate]] = defaultdict(list)

    def add(self, candidate: Candidate) -> None:
        for handle in _handles(candidate):
            held = self._by[handle]
            if all(one is not candidate for one in held):
                held.append(candidate)

    def like(self, candidate: Candidate) -> Iterator[Candidate]:
        seen: set[int] = set()
        for handle in _handles(candidate):
            for one in self._by.get(handle, ()):
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one


def _handles(candidate: Candidate) -> Iterator[tuple[str, str]]:
    yield "name", fold(candidate.name)
    for kind, keys in candidate.keys.items():
        for key in keys:
            yield kind, key


def _described(draft: ContactDraft, index: int, region: str) -> Candidate:
    found = Candidate(None, draft.name, organization_key(draft.organization), draft=index)
    for way in draft.ways:
        if key := way_key(way.kind, way.typed, region):
            found.keys[way.kind].add(key)
    return found


def _stored(described: Iterable[Candidate]) -> Iterator[Candidate]:
    """Everybody stored who shares a way or a name with any of those described."""
    described = list(described)
    ids: set[int] = set()
    every = {key for one in described for keys in one.keys.values() for key in keys}
    for batch in _batches(every):
        rows = Way.select(Way.contact).where(Way.normal.in_(batch)).tuples()
        ids.update(row_id for (row_id,) in rows.iterator())
    for batch in _batches({fold(one.name) for one in described}):
        named = Contact.select(Contact.id).where(Contact.folded.in_(batch)).tuples()
        ids.update(row_id for (row_id,) in named.iterator())
    for batch in _batches(ids):
        yield from _read(batch)


def _read(ids: list[Any]) -> Iterable[Candidate]:
    found: dict[int, Candidate] = {}
    rows = (
        Contact.select(Contact.id, Contact.name, Organization.key)
        .left_outer_join(Organization)
        .where(Contact.id.in_(ids))
        .tuples()
        .iterator()
    )
    for contact_id, name, key in rows:
        found[contact_id] = Candidate(contact_id, name, key or "")
    for contact_id, kind, normal in (
        Way.select(Way.contact, Way.kind, Way.normal)
        .where(Way.contact.in_(ids), Way.normal.is_null(False))
        .tuples()
        .iterator()
    ):
        found[contact_id].keys[WayKind(kind)].add(normal)
    return found.values()


def _batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    listed = list(keys)
    for start in range(0, len(listed), AT_ONCE):
        yield listed[start : start + AT_ONCE]
