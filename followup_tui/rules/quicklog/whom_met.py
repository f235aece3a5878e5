"""The person behind a touch word: `Tom`, `Tom's boss Ingrid`, `the recruiter at Altura, Devon`."""

from __future__ import annotations

from followup_tui.rules.facts import Outcome, Stage
from followup_tui.rules.quicklog.by_name import (
    also_there,
    is_org,
    take_contact,
    take_when_before,
)
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.roles import role_at
from followup_tui.rules.quicklog.shape import ReadStage
from followup_tui.rules.quicklog.touches import ALONE, NOUN_OF, Touch
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS, KIN
from followup_tui.rules.quicklog.ways import e164, take_way
from followup_tui.rules.quicklog.who import person_at, same_person
from followup_tui.rules.tokens import PHONE, word_at, word_set

SKIPPED = word_set(
    """i i've we just finally had have got a an the my another our quick short first did also so
    today's was on did in nice good great long brief super really wonderful lovely phone yes
    productive off bit of grand brilliant decent lovely second 2nd informal ok okay well
    finally btw hey right fun useful interesting"""
)
"""Words before a touch word."""
_SAY_NOTHING = word_set(
    "i i've we just had have got a an the my our was did ok okay so well btw hey"
)
"""Those of them that aren't worth a note."""


def _desk(draft: Draft, at: int) -> bool:
    """Whether only places have what stands here: `called Summit main line`, `… front desk`."""
    words = (word_at(draft.line.tokens, at), word_at(draft.line.tokens, at + 1))
    return words in {
        ("main", "line"),
        ("front", "desk"),
        ("main", "number"),
        ("main", "office"),
    } or (words[0] in ("switchboard", "reception", "hotline"))


_PRAISE = word_set(
    """grand brilliant decent nice good great long super wonderful lovely productive fun
    useful interesting"""
)
_TALKS = word_set("chat talk call conversation coffee lunch meeting convo zoom")
"""Kept in the note with the praise before them: `great call`."""


def take_person(draft: Draft, start: int, at: int, end: int, touch: Touch) -> int | None:
    """The person (or the organization) behind a touch word, and the facts that follow."""
    found = _who(draft, at, end)
    placed = at > 0 and word_at(draft.line.tokens, at - 1) in ("at", "@")
    elsewhere = found and found[0].known is None and (placed or _desk(draft, found[2]))
    if not found or is_org(found[0]) or elsewhere:
        return _no_person(draft, start, at, end, touch)
    someone, place, stop = found
    draft.happened(*touch)
    take_when_before(draft, start)
    draft.take(start, place, "touch", "channel", draft.line.said(start, place))
    keep_telling(draft, start, at)
    take_contact(draft, someone, place, stop)
    if touch.outcome == Outcome.RESCHEDULED:
        draft.moved_at = stop = also_there(draft, stop, end)
        return stop
    stop = _past_object(draft, stop, end, touch)
    _interviewed(draft, start, at)
    return take_details(draft, also_there(draft, stop, end), end)


def _who(draft: Draft, at: int, end: int) -> tuple[Someone, int, int] | None:
    """The person, and where the name begins and ends: `Tom`, `Tom's boss Ingrid`, `the recruiter
    at Altura, Devon`.
    """
    tokens = draft.line.tokens
    if word_at(tokens, at) in ("my", "old", "the", "both") and not org_at(tokens, at, end):
        at += 1
    at = _past_described(draft, at, end)
    found = person_at(draft, at, end, small=True)
    if not found:
        return _role_first(draft, at, end)
    someone, stop = found
    if not tokens[stop - 1].word.endswith("'s") or word_at(tokens, stop) not in KIN:
        return someone, at, stop
    theirs = person_at(draft, stop + 1, end)
    if not theirs or word_at(tokens, stop) in GATEKEEPERS:
        return someone, at, stop
    draft.met(someone)
    theirs[0].relation = word_at(tokens, stop)
    return theirs[0], stop + 1, theirs[1]


def _past_described(draft: Draft, at: int, end: int) -> int:
    """Past `a guy named` before a name."""
    tokens, place = draft.line.tokens, at
    while place < min(end, at + 5) and word_at(tokens, place) not in ("named", "called"):
        if word_at(tokens, place) not in _ANYBODY:
            return at
        place += 1
    return place + 1 if place < min(end, at + 5) else at


_ANYBODY = word_set(
    """a an this some guy man woman lady girl person someone somebody fellow gal dude another nice
    young older recruiter manager editor writer designer"""
)


def _role_first(draft: Draft, at: int, end: int) -> tuple[Someone, int, int] | None:
    """`hiring manager Lars Öberg`, `the recruiter at Altura, Devon`, `a recruiter at Altura`."""
    tokens = draft.line.tokens
    role = role_at(tokens, at, end)
    if not role:
        return None
    stop, org = role[1], None
    if word_at(tokens, stop) in ("at", "@", "from", "with"):
        found = org_at(tokens, stop + 1, end, small=draft.line.small)
        org, stop = found if found else (None, stop)
    name = stop + (word_at(tokens, stop) == ",")
    person = person_at(draft, name, end)
    someone = person[0] if person and not is_org(person[0]) else Someone(None)
    if someone.name is None and org is None:
        return None
    someone.role, someone.org = role[0], org
    return (someone, name, person[1]) if person and someone.name else (someone, at, stop)


def _no_person(draft: Draft, start: int, at: int, end: int, touch: Touch) -> int | None:
    """`Called Larkspur Clinic, no answer`, `called 303-555-0155`: nobody is named."""
    tokens = draft.line.tokens
    phone = at < end and tokens[at].kind == PHONE
    found = None if phone else org_at(tokens, at, end)
    if not (found or phone) or not touch.channel:
        return None
    take_when_before(draft, start)
    draft.happened(*touch)
    draft.take(start, at, "touch", "channel")
    draft.headed = True
    if found:
        draft.contact = Someone(None, org=found[0])
        draft.take(at, found[1], "org", "contact.org", found[0])
        return take_details(draft, found[1], end)
    known = draft.line.book.by_way(e164(tokens[at].text, draft.line.region), None)
    draft.contact = same_person(draft, known) if known else draft.who() or Someone(None)
    stop = take_way(draft, at, draft.contact)
    if draft.contact.name is None:
        draft.question("contact.name")
    return take_details(draft, stop, end)


def keep_telling(draft: Draft, start: int, at: int) -> None:
    """Leaves `great`, `long`, `finally` before the touch word in the note."""
    for place in range(start, at):
        word = word_at(draft.line.tokens, place)
        if word not in SKIPPED:
            return
        draft.noted[place] = word not in _SAY_NOTHING and word not in ("on", "in", "phone")
        draft.noted[place + 1] |= (
            word in _PRAISE and word_at(draft.line.tokens, place + 1) in _TALKS
        )


def _past_object(draft: Draft, stop: int, end: int, touch: Touch) -> int:
    """Past `missed Ingrid's call`, `called Tom back`; `sent Hana an email` tells the way."""
    tokens = draft.line.tokens
    kin = word_at(tokens, stop) in KIN and touch.channel == "call"
    if kin and tokens[stop - 1].word.endswith("'s") and touch.direction != "in":
        draft.happened("call", "out", "gatekeeper")
        return stop
    if word_at(tokens, stop) in GATEKEEPERS and tokens[stop - 1].word.endswith("'s"):
        office = word_at(tokens, stop) == "office" and touch.outcome in ALONE
        if not office and touch.direction != "in":
            draft.happened("call", "out", "gatekeeper")
    elif touch.outcome == "missed_call":
        stop += word_at(tokens, stop) in ("call", "vm", "calls")
    elif stop < end and word_at(tokens, stop) in ("back", "again"):
        draft.cover(stop, stop + 1)
        stop += 1
    if touch.outcome == "sent" and not draft.channel:
        words = [word_at(tokens, at) for at in range(stop, min(stop + 5, end))]
        draft.channel = next((NOUN_OF[word] for word in words if word in NOUN_OF), None)
    return stop


def _interviewed(draft: Draft, start: int, at: int) -> None:
    """An interview that took place moves the lead; an informational one doesn't."""
    words = {word_at(draft.line.tokens, place) for place in range(start, at)}
    if words & {"interview", "interviewed"} and not words & {"info", "informational"}:
        draft.stage = ReadStage(Stage.INTERVIEW, None, *draft.line.lead_names)
