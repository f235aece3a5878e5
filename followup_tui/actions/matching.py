"""Which of the people in a file are here already: decided by the rules, a few compared each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from followup_tui.exchange.drafts import ContactDraft
from followup_tui.records import dataclass
from followup_tui.rules.facts import WayKind
from followup_tui.rules.folding import fold
from followup_tui.rules.people import Match, PersonKeys, person_keys, same_person
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
    """For each draft whom it surely is, in the store or earlier among the drafts."""
    described = _Described(drafts, region)
    pool = _Pool()
    for stored in described.stored():
        pool.add(stored)
    verdicts = []
    for index, (draft, card) in enumerate(zip(drafts, described.cards, strict=True)):
        if index % TOLD_EACH == 0:
            tell("Comparing", index, len(drafts))
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
    """Every card so far, by what it can be found by; of one person the first by each."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], list[Card]] = defaultdict(list)

    def add(self, card: Card) -> None:
        for handle in _handles(card.keys):
            held = self._by[handle]
            if len(held) < MOST_ALIKE and all(one.whose != card.whose for one in held):
                held.append(card)

    def like(self, keys: PersonKeys) -> Iterator[Card]:
        seen: set[int] = set()
        for handle in _handles(keys):
            for one in self._by.get(handle, ()):
                if id(one) not in seen:
                    seen.add(id(one))
                    yield one


def _handles(keys: PersonKeys) -> Iterator[tuple[str, str]]:
    """What a card is found by; the name with its place too, since a name alone may be many's."""
    if keys.uid:
        yield "uid", keys.uid
    if keys.organization:
        yield "place", f"{keys.name}\n{keys.organization}"
    yield "name", keys.name
    for kind, found in (
        ("email", keys.emails),
        ("phone", keys.phones),
        ("handle", keys.handles),
        ("url", keys.urls),
    ):
        for key in found:
            yield kind, key


class _Described:
    """The drafts as cards, and all that somebody stored could share with one of them."""

    def __init__(self, drafts: Iterable[ContactDraft], region: str) -> None:
        self.cards: list[Card] = []
        self._uids: set[str] = set()
        self._names: set[str] = set()
        self._ways: dict[WayKind, set[str]] = defaultdict(set)
        for index, draft in enumerate(drafts):
            ways = [(w.kind, way_key(w.kind, w.typed, region), w.label) for w in draft.ways]
            keys = person_keys(draft.name, draft.organization, ways, draft.uid)
            self.cards.append(Card(Someone(None, index), keys))
            self._uids.add(draft.uid)
            self._names |= {fold(draft.name), keys.name}
            for kind, key, _ in ways:
                if key:
                    self._ways[kind].add(key)

    def stored(self) -> Iterator[Card]:
        """Everybody stored who shares a uid, a name or a way with one of them."""
        if anybody():
            ids = ids_like(self._uids - {""}, self._names, self._ways)
            for contact_id, keys in keys_by_id(sorted(ids)).items():
                yield Card(Someone(contact_id), keys)
