"""Heads that begin with `Bo Chen's`: what he is doing, his assistant, his replacement."""

from __future__ import annotations

from followup_tui.rules.quicklog.by_name import did_at, is_org, take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.touches import NOUN_OF
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS, KIN
from followup_tui.rules.quicklog.ways import label_end, take_way
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import word_at, word_set

_IS = word_set(
    """out on in at not away off back sick busy gone travelling traveling still leaving moving
    hiring
    interested happy free swamped retiring retired ill expecting unavailable offline"""
)
"""Behind `Bo Chen's` these say what he is: `Bo Chen's out sick`."""


def read_of_somebody(draft: Draft, start: int, end: int) -> int | None:
    """Takes `Bo Chen's out sick`, `Bo's replacement Ida Novak called`, `Bo's assistant rang`.

    An assistant who calls does so for the one whose desk it is.
    """
    tokens = draft.line.tokens
    found = person_at(draft, start, end)
    if not found or found[0].known is None or not word_at(tokens, found[1] - 1).endswith("'s"):
        return None
    someone, stop = found
    if word_at(tokens, stop) in _IS and stop < end:
        take_when_before(draft, start)
        take_contact(draft, someone, start, stop)
        draft.by_name = True
        return stop
    way = label_end(draft, stop, end)
    if way is not None:
        take_when_before(draft, start)
        take_contact(draft, someone, start, stop)
        draft.cover(stop, way)
        return take_way(draft, way, someone)
    return _wrote(draft, someone, start, stop) or _theirs(draft, someone, (start, stop), end)


def _wrote(draft: Draft, someone: Someone, start: int, stop: int) -> int | None:
    """`Ann Lee's email: …`: what came from them."""
    tokens = draft.line.tokens
    channel = NOUN_OF.get(word_at(tokens, stop))
    if not channel or word_at(tokens, stop + 1) not in (":", "says", "said", "-", "asks", "asked"):
        return None
    take_when_before(draft, start)
    draft.happened(channel, "in", "received")
    take_contact(draft, someone, start, stop)
    draft.take(stop, stop + 1, "touch", "channel")
    draft.by_name = True
    return stop + 1


def _theirs(draft: Draft, someone: Someone, name: tuple[int, int], end: int) -> int | None:
    """`Bo's replacement Ida Novak called`, `Bo's assistant rang`."""
    tokens, (start, stop) = draft.line.tokens, name
    if word_at(tokens, stop) not in KIN.keys() | GATEKEEPERS:
        return None
    theirs = person_at(draft, stop + 1, end)
    verb = theirs[1] if theirs else stop + 1
    did = did_at(draft, verb, end)
    desk = word_at(tokens, stop) in GATEKEEPERS
    if not did or (not desk and theirs and is_org(theirs[0])):
        return None
    take_when_before(draft, start)
    draft.happened(*did[0])
    if desk or theirs is None:
        picked = word_at(tokens, verb) in ("answered", "picked")
        if picked or did[0].channel == "call":
            draft.happened("call", "out" if picked else "in", "gatekeeper")
        take_contact(draft, someone, start, stop)
        draft.take(stop, did[1], "touch", "outcome", keep=True)
        return take_details(draft, did[1], end)
    draft.met(someone)
    theirs[0].relation = word_at(tokens, stop)
    take_contact(draft, theirs[0], stop + 1, theirs[1])
    draft.take(verb, did[1], "touch", "outcome")
    return take_details(draft, did[1], end)
