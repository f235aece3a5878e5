"""What came of it: from each person to the names, talks, interviews and offers that began there.

M14 of the weekly page: little effort, and what grew from it, in the user's own data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from followup_tui.records import dataclass
from followup_tui.rules.facts import ReferralState, Stage
from followup_tui.rules.leads import LADDER

PROGRESS = (Stage.INTERVIEW, Stage.OFFER, Stage.WON)
"""The stages that count as something coming of it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One name, who gave it and to whom it leads."""

    referral: int
    giver: int
    contact: int | None
    called: str
    state: ReferralState
    given_on: date
    reason: str | None = None
    tries: int = 0
    next_on: date | None = None
    """The day of the next step with them."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A lead and how far it came; `person` is who it is dealt with or came from."""

    id: int
    person: int
    title: str
    organization: str
    stage: Stage
    furthest: Stage
    reason: str | None = None
    since: date | None = None
    """When it came to its stage."""


@dataclass(frozen=True, slots=True)
class Node:
    """A person in the tree, or a name that leads to nobody yet."""

    contact: int | None
    called: str
    organization: str
    name: Given | None
    """How the name was given; None for a root."""
    talks: int
    openings: tuple[Opening, ...]
    children: tuple[Node, ...]

    @property
    def names(self) -> int:
        """How many names were given here and below."""
        return sum(1 + child.names for child in self.children)

    @property
    def all_talks(self) -> int:
        """Talks with everybody below."""
        return sum(child.talks + child.all_talks for child in self.children)

    @property
    def depth(self) -> int:
        """Generations below."""
        return max((1 + child.depth for child in self.children), default=0)

    @property
    def furthest(self) -> Stage | None:
        """The furthest stage that any opening here or below came to."""
        stages = [o.furthest for o in self.openings]
        stages += [s for child in self.children if (s := child.furthest)]
        return max(stages, key=_rank, default=None)

    def reached(self, stage: Stage) -> int:
        """How many openings here and below came at least to `stage`."""
        own = sum(_rank(o.furthest) >= _rank(stage) for o in self.openings)
        return own + sum(child.reached(stage) for child in self.children)


def grow(
    names: Iterable[Given],
    people: Mapping[int, tuple[str, str]],
    talks: Mapping[int, int],
    openings: Iterable[Opening],
) -> tuple[Node, ...]:
    """The trees, richest first: a root gave names, and nobody gave theirs.

    Args:
        names: Every referral, in the order they were given.
        people: Name and organization by contact.
        talks: Talks held, by contact.
        openings: Leads, by the person they are dealt with.
    """
    by_giver: dict[int, list[Given]] = defaultdict(list)
    led_to: set[int] = set()
    for name in names:
        by_giver[name.giver].append(name)
        if name.contact is not None and name.contact != name.giver:
            led_to.add(name.contact)
    owned: dict[int, list[Opening]] = defaultdict(list)
    for opening in openings:
        owned[opening.person].append(opening)

    def node(contact: int | None, name: Given | None, above: frozenset[int]) -> Node:
        called, place = people.get(contact or 0, ("", ""))
        below = by_giver.get(contact or 0, []) if contact not in above else []
        path = above | ({contact} if contact is not None else frozenset())
        return Node(
            contact,
            called or (name.called if name else ""),
            place,
            name,
            talks.get(contact or 0, 0),
            tuple(owned.get(contact or 0, ())),
            tuple(node(one.contact, one, path) for one in below),
        )

    grown = [node(root, None, frozenset()) for root in _roots(by_giver, led_to)]
    return tuple(sorted(grown, key=lambda n: (-_worth(n), n.called.casefold())))


def _roots(by_giver: Mapping[int, list[Given]], led_to: set[int]) -> list[int]:
    """Givers whose own name nobody gave; of a ring, the one who gave first."""
    roots = [giver for giver in by_giver if giver not in led_to]
    seen = {n for root in roots for n in _members(root, by_giver)}
    for giver in by_giver:
        if giver not in seen:
            roots.append(giver)
            seen |= _members(giver, by_giver)
    return roots


def shortest_path(roots: Iterable[Node], lead: int) -> tuple[str, ...]:
    """The names from a root to the lead: who gave whom, down to the opening."""
    found: list[tuple[str, ...]] = []

    def walk(node: Node, above: tuple[str, ...]) -> None:
        path = (*above, node.called)
        found.extend((*path, o.title) for o in node.openings if o.id == lead)
        for child in node.children:
            walk(child, path)

    for root in roots:
        walk(root, ())
    return min(found, key=len, default=())


def _members(root: int, by_giver: Mapping[int, list[Given]]) -> set[int]:
    seen: set[int] = set()
    todo = [root]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += [n.contact for n in by_giver.get(one, ()) if n.contact is not None]
    return seen


def _worth(node: Node) -> int:
    furthest = node.furthest
    return 1000 * (_rank(furthest) if furthest else 0) + 10 * node.all_talks + node.names


def _rank(stage: Stage) -> int:
    return LADDER.index(stage) if stage in LADDER else 0
