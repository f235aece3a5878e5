"""For whom a task is: the person named, a pronoun, several people, or the contact."""

from __future__ import annotations

from collections.abc import Sequence

from followup_tui.records import dataclass
from followup_tui.rules.dates.find import Spot
from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.by_name import is_org
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.who import OBJECTS, STAYS, person_at, pronoun, second_choices
from followup_tui.rules.tokens import word_at, word_set


@dataclass(frozen=True, slots=True)
class Task:
    """A task in a clause: where it stands and which of its words its parts have taken."""

    start: int
    """The first word of the clause, with what leads to the verb."""
    verb: int
    end: int
    action: Action
    after: int
    """The first word behind the verb."""
    promised: bool = False
    condition: str | None = None
    gone: frozenset[int] = frozenset()
    """Words that belong to the date, the condition or the verb."""
    spot: Spot | None = None
    thing: int = 0
    """Where `what` begins, if not behind the verb: at the noun of `coffee Thursday`."""


Whom = tuple[Someone | None, frozenset[int], tuple[str, ...]]
"""The person, the words that name them, and the names to ask about."""


TO = word_set("to with w/ w for 2")
_TO_WHOM = word_set("to with w/ w")
_OWNERS = word_set("her his their my")
WITHOUT_WHOM = frozenset({Action.APPLY, Action.OTHER, Action.DECIDE})
_TO_THEM = word_set("reply respond answer confirm rsvp reschedule rebook invite meet their")


def whom_of(draft: Draft, action: Action, after: int, task: Task) -> Whom:
    """For whom: the person behind the verb, else behind `to`; a pronoun; else the contact."""
    spot = task.spot.words if task.spot else ()
    after = max(after, task.after)
    free = [at for at in range(after, task.end) if at not in task.gone and at not in spot]
    return (
        _right_behind(draft, action, free, task)
        or _later(draft, action, free, task.end)
        or _by_default(draft, action, free, task)
    )


def _right_behind(draft: Draft, action: Action, free: Sequence[int], task: Task) -> Whom | None:
    """`call Raj`, `check in with her`, `email his boss Ulrike`."""
    if not free:
        return None
    tokens, at = draft.line.tokens, free[0]
    lead = at + (word_at(tokens, at) in TO)
    limit = next((p for p in range(lead, task.end) if p not in free), task.end)
    kin = kin_at(draft, lead, limit) if word_at(tokens, lead) in _OWNERS else None
    place = kin[1] if kin else lead
    found = person_at(draft, place, limit, small=draft.line.small and action in _DIRECT)
    if found and action in (Action.OTHER, Action.APPLY) and found[0].known is None:
        return None
    if found and not is_org(found[0]) and not word_at(tokens, found[1] - 1).endswith("'s"):
        return found[0], frozenset(range(at, found[1])), ()
    both = _both(draft, lead, limit)
    word = "both" if both > lead + 1 else word_at(tokens, lead)
    several = all_meant(draft, action, word) if lead < limit else []
    if several and both not in free:
        return several[0], frozenset(range(at, both)), ()
    if word_at(tokens, lead) not in OBJECTS or lead >= limit:
        return None
    someone, rivals = pronoun(draft, lead, action, promised=task.promised)
    if kin and someone and someone.name:
        return someone, frozenset(range(at, lead + 1)), (someone.name, kin[0])
    return someone, frozenset(range(at, lead + 1)), rivals


def _both(draft: Draft, at: int, end: int) -> int:
    """Where `both`, `them both`, `both of them` or `the two of them` ends; else the next word."""
    words = [word_at(draft.line.tokens, place) for place in range(at, min(end, at + 4))]
    for phrase in (["the", "two", "of", "them"], ["both", "of", "them"], ["them", "both"]):
        if words[: len(phrase)] == phrase:
            return at + len(phrase)
    return at + 1


def all_meant(draft: Draft, action: Action, word: str) -> list[Someone]:
    """The people whom `both` or `them` means: the names just given, else those who were there.

    `thank both` goes to those who were there, when they were two.
    """
    there = [draft.contact, *draft.also] if draft.contact else []
    given = draft.referrals
    if word == "them" and len(given) > 1 and action not in STAYS:
        return list(given)
    if word != "both":
        return []
    if len(given) == 2 and not (action in STAYS and len(there) == 2):
        return list(given)
    if draft.second and len(there) == 1:
        there.append(draft.second)
    meant = there if len(there) == 2 else [*there, *given]
    return meant if len(meant) == 2 else []


_DIRECT = frozenset(Action) - {Action.SEND, Action.OTHER, Action.APPLY, Action.PASS_ON}


def _later(draft: Draft, action: Action, free: Sequence[int], end: int) -> Whom | None:
    """`send my bio to Kekoa`, `have coffee with her`."""
    tokens = draft.line.tokens
    for at in free:
        if word_at(tokens, at) in _LATER:
            return None
        if word_at(tokens, at) not in _TO_WHOM or at + 1 not in free:
            continue
        place = at + 1
        kin = kin_at(draft, place, end) if word_at(tokens, place) in _OWNERS else None
        found = person_at(draft, kin[1] if kin else place, end)
        if word_at(tokens, place) in OBJECTS and not found:
            someone, rivals = pronoun(draft, place, action)
            return someone, frozenset((at, place)), rivals
        if found and not is_org(found[0]) and (action is not Action.OTHER or found[0].known):
            return found[0], frozenset(), ()
    return None


_LATER = word_set("after once when until because")
"""Behind these another story begins: `report back after I speak to Pete`."""


def _by_default(draft: Draft, action: Action, free: Sequence[int], task: Task) -> Whom:
    """The contact, also for `apply by Friday`; nobody for `update my resume`.

    `review Ana's newsletter` is for Ana.
    """
    tokens = draft.line.tokens
    if action is Action.OTHER:
        for at in free:
            if word_at(tokens, at).endswith(("'s", "s'")):
                found = person_at(draft, at, task.end)
                if found and found[0].known:
                    return found[0], frozenset(), ()
    words = {word_at(tokens, at) for at in (task.verb, *free)}
    own = action is Action.OTHER and "my" in words and not words & (OBJECTS | _TO_THEM)
    aside = action is Action.OTHER and not (
        draft.topic or draft.headed or words & (OBJECTS | _TO_THEM)
    )
    if action is Action.DECIDE or own or aside or (action is Action.CHECK and words & PAGES):
        return None, frozenset(), ()
    if draft.second and not draft.topic:
        return draft.second, frozenset(), second_choices(draft)
    return draft.topic or draft.who(), frozenset(), ()


PAGES = word_set(
    """page pages site website careers listings board boards postings
    portal indeed inbox spam linkedin folder"""
)
"""What is looked at, not asked: `check Mesa Verde's careers page Fri` is for nobody."""


def more_people(
    draft: Draft, named: frozenset[int], end: int
) -> tuple[list[Someone], frozenset[int]]:
    """Those named after the first: `tell Sam, Ines and Jo`; and the words that name them."""
    tokens, others = draft.line.tokens, list[Someone]()
    at = start = max(named, default=end) + 1
    while at < end and word_at(tokens, at) in ("and", "&", "+", ","):
        over = at
        while over < end and word_at(tokens, over) in ("and", "&", "+", ","):
            over += 1
        found = person_at(draft, over, end)
        if not found or is_org(found[0]) or word_at(tokens, found[1] - 1).endswith("'s"):
            break
        others.append(found[0])
        at = found[1]
    return others, frozenset(range(start, at)) if others else frozenset()
