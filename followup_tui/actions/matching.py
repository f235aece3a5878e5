"""Which of the people in a file are here already: decided by the rules, a few compared each."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from followup_tui.exchange.drafts import ContactDraft
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import Match, PersonKeys, name_key, person_keys, same_person
from followup_tui.rules.ways import way_key
from followup_tui.store.alike import anybody, ids_like, keys_by_id

DOUBTFUL = 40
"""From this score on the user is asked whether two are one."""
MOST_ALIKE = 20
"""A name or number that more people share tells nothing: no more of them are compared."""
TOLD_EACH = 500
"""After so many people one hears how far it is."""

Tell = Callable[[str, int, int], None]
"""Called with what is being done, how far it is, and how far it goes; may raise to stop it."""


def silent(doing: str, done: int, of: int) -> None:
    """Nobody wants to know how far it is."""


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody a draft may be: a stored person, or who an earlier draft became."""

    contact_id: int | None
    draft: int | None = None
    """The place of the first draft that is theirs."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says, and whose it is."""

    whose: Someone
    keys: PersonKeys


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whose a draft is."""

    draft: ContactDraft
    same: Someone | None = None
    """Who it surely is; None for somebody new."""
    maybe: Someone | None = None
    """Who somebody new may be after all: the user is asked later, nobody is merged."""


def judge(drafts: Sequence[ContactDraft], region: str = "US", tell: Tell = silent) -> list[Verdict]:
    """For each draft whom it surely is, in the store or earlier among the drafts.

    Most people share nothing with anybody, and are new without being compared: what all are
    found by is kept as numbers, and the cards only of those who share some of it.
    """
    described = _Described(drafts, region)
    stored = list(described.stored())
    pool = _Pool(described.shared(stored))
    for card in stored:
        pool.add(card)
    verdicts = []
    for index, draft in enumerate(drafts):
        if index % TOLD_EACH == 0:
            tell("Comparing", index, len(drafts))
        if not pool.may_know(described.marks_of(index)):
            verdicts.append(Verdict(draft))
            continue
        card = Card(Someone(None, index), _keys(draft, region))
        same, maybe = _whose(card, pool)
        verdicts.append(Verdict(draft, same, maybe))
        pool.add(Card(same or card.whose, card.keys))
    return verdicts


def _whose(card: Card, pool: _Pool) -> tuple[Someone | None, Someone | None]:
    """Who it surely is, or else who it may be."""
    matches = [(one.whose, same_person(card.keys, one.keys)) for one in pool.like(card.keys)]
    two = {who for who, match in matches if match.contradicted}
    sure = [(who, match) for who, match in matches if match.sure and who not in two]
    if sure:
        return max(sure, key=_score)[0], None
    likely = [(who, match) for who, match in matches if match.score >= DOUBTFUL]
    return None, max(likely, key=_score)[0] if likely else None


def _score(pair: tuple[Someone, Match]) -> int:
    return pair[1].score


class _Pool:
    """The cards so far that share something, by what they share; of one person the first by each.

    Two marks that are equal by chance cost a comparison and nothing else.
    """

    def __init__(self, shared: set[int]) -> None:
        self._shared = shared
        self._by: dict[int, list[Card]] = defaultdict(list)

    def may_know(self, marks: Iterable[int]) -> bool:
        """Whether anybody else has one of these marks."""
        return not self._shared.isdisjoint(marks)

    def add(self, card: Card) -> None:
        for mark in _marks(card.keys):
            if mark not in self._shared:
                continue
            held = self._by[mark]
            if len(held) < MOST_ALIKE and all(one.whose != card.whose for one in held):
                held.append(card)

    def like(self, keys: PersonKeys) -> Iterator[Card]:
        seen: set[int] = set()
        for mark in _marks(keys):
            for one in self._by.get(mark, ()):
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one


def _marks(keys: PersonKeys) -> Iterator[int]:
    """What a card is found by; the name with its place too, since a name alone may be many's."""
    if keys.uid:
        yield hash(keys.uid) ^ 1
    if keys.organization:
        yield hash(keys.name) ^ hash(keys.organization) ^ 2
    yield hash(keys.name) ^ 3
    for kind, found in enumerate((keys.emails, keys.phones, keys.handles, keys.urls), start=4):
        for key in found:
            yield hash(key) ^ kind


def _keys(draft: ContactDraft, region: str) -> PersonKeys:
    ways = ((w.kind, way_key(w.kind, w.typed, region), w.label) for w in draft.ways)
    return person_keys(draft.name, draft.organization, ways, draft.uid)


class _Described:
    """What the drafts are found by, and all that somebody stored could share with one of them."""

    def __init__(self, drafts: Sequence[ContactDraft], region: str) -> None:
        self._drafts = drafts
        self._region = region
        self._marks = array("q")
        self._ends = array("q", [0])
        for draft in drafts:
            self._marks.extend(_marks(_keys(draft, region)))
            self._ends.append(len(self._marks))

    def marks_of(self, index: int) -> array[int]:
        """What one draft is found by."""
        return self._marks[self._ends[index] : self._ends[index + 1]]

    def shared(self, stored: Iterable[Card]) -> set[int]:
        """The marks that more than one card has."""
        once = {mark for card in stored for mark in _marks(card.keys)}
        twice = set(once)
        for mark in self._marks:
            (twice if mark in once else once).add(mark)
        return twice

    def stored(self) -> Iterator[Card]:
        """Everybody stored who shares a uid, a name or a way with one of them."""
        if not anybody():
            return
        uids, names = set(), set()
        ways: dict[WayKind, set[str]] = defaultdict(set)
        for draft in self._drafts:
            uids.add(draft.uid)
            names |= {fold(draft.name), name_key(draft.name)}
            for way in draft.ways:
                if key := way_key(way.kind, way.typed, self._region):
                    ways[way.kind].add(key)
        for contact_id, keys in keys_by_id(sorted(ids_like(uids - {""}, names, ways))).items():
            yield Card(Someone(contact_id), keys)
