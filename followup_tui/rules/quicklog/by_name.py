"""What happened and with whom: the head of the line, the person first."""

from __future__ import annotations

from itertools import pairwise

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.facts import Outcome
from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.deeds import AFTER, RESCHEDULED
from followup_tui.rules.quicklog.details import (
    closing_bracket,
    take_clock,
    take_details,
)
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.introducing import PASSED_ON
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.people import KnownPerson
from followup_tui.rules.quicklog.places import looks_like_org, org_at
from followup_tui.rules.quicklog.roles import role_at
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.touches import ALONE, DIRECT, NOUN_OF, Touch
from followup_tui.rules.quicklog.verbs import GAVE
from followup_tui.rules.quicklog.vocabulary import COMMON, KIN
from followup_tui.rules.quicklog.who import person_at, settle
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, touching, word_at, word_set

_SPEAKS = word_set(
    """reckons figures advises will promised offered said says suggested suggests thinks
    recommended recommends gave put confirmed confirms
    introduced referred connected mentioned told wants asked promises offers pointed advised is was
    has knows agreed gives refers needs wanted volunteered owes can could 'd"""
)


def is_org(someone: Someone) -> bool:
    """Whether a new name is rather an organization's."""
    return someone.known is None and someone.name is not None and looks_like_org(someone.name)


def take_contact(draft: Draft, someone: Someone, start: int, end: int) -> None:
    """Makes somebody the person the line is about."""
    draft.contact, draft.headed = someone, True
    draft.met(someone)
    draft.take(start, end, "contact", "contact", someone.name or "")
    settle(draft, someone, "contact.name")
    for field, value in draft.loose_ways:
        setattr(someone, field, value)


def take_when_before(draft: Draft, start: int) -> None:
    """Takes a date before the head, when there is one: `wed:`."""
    clause = draft.clause_start
    if clause < start and take_clock(draft, clause, start):
        for at in range(clause, start):
            if draft.line.tokens[at].kind == MARK:
                draft.cover(at, at + 1)


def also_there(draft: Draft, at: int, end: int) -> int:
    """Takes `and Bob Ruiz`, `& Arjun Rao`: others who were there; where they end."""
    while at < end:
        found = _another(draft, at, end)
        if not found:
            break
        someone, stop = found
        path = f"also[{len(draft.also)}]"
        draft.also.append(someone)
        draft.met(someone)
        draft.take(at, stop, "also", path, someone.name or "")
        settle(draft, someone, path)
        at = stop
    draft.nearest = draft.contact
    return at


def _another(draft: Draft, at: int, end: int) -> tuple[Someone, int] | None:
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) == ",")
    joined = word_at(tokens, place) in ("and", "&", "+", "with", "w/", "plus")
    if joined and word_at(tokens, place) == "+" and touching(tokens, place):
        return None
    place += joined
    if place == at:
        return None
    place += word_at(tokens, place) in ("her", "his", "their", "my")
    place += word_at(tokens, place) in KIN
    found = person_at(draft, place, end, expected=joined)
    if not found or is_org(found[0]) or word_at(tokens, found[1]) in _SPEAKS:
        return None
    if word_at(tokens, found[1]).endswith("'ll") or word_at(tokens, found[1]) == "called":
        return None
    listed = word_at(tokens, found[1] + (word_at(tokens, found[1]) == ",")) in ("and", "&")
    return found if joined or found[0].known or listed else None


def read_name_head(draft: Draft, start: int, end: int) -> int | None:
    """Takes a head with the person first; where it ends.

    `Dr. Ngozi called back` · `Hana, half an hour` · `Dana 15m` · `Will Drew will email me`.
    """
    tokens = draft.line.tokens
    found = person_at(draft, start, end, expected=False)
    if not found:
        return None
    someone, stop = found
    if is_org(someone):
        return None
    if tokens[stop - 1].word.endswith("'s"):
        return None
    verb = _past_place(draft, stop, end)
    after = did_at(draft, verb, end)
    if someone.known is None and not _whole(someone) and not (after and _no_word(draft, start)):
        return None
    if after:
        return _acted(draft, someone, (start, stop), verb, end, after)
    speaks = _speaks(draft, verb, end) or word_at(tokens, stop - 1).endswith("'ll")
    rival = draft.line.selected if speaks and someone.known != draft.line.selected else None
    if rival:
        return None if someone.known is None else _asked(draft, someone, rival, (start, stop))
    whole = someone.known is not None and stop - start > 1
    if not (speaks or verb >= end or whole or _bare(draft, verb, end)):
        return None
    take_when_before(draft, start)
    take_contact(draft, someone, start, stop)
    draft.by_name = speaks
    at = stop if speaks else also_there(draft, stop, end)
    return _touch_behind(draft, take_details(draft, at, end), end)


def _asked(draft: Draft, someone: Someone, rival: KnownPerson, name: tuple[int, int]) -> int:
    """Somebody known speaks, but another row is selected: `Raj said the job is filled`."""
    take_when_before(draft, name[0])
    someone.sure, someone.choices = False, (someone.name or "", rival.name)
    take_contact(draft, someone, *name)
    draft.by_name = True
    return take_details(draft, name[1], name[1])


def did_at(draft: Draft, at: int, end: int) -> tuple[Touch, int] | None:
    """What the person did: `called back`, `moved to Friday`; `moved to Tern Labs` is no touch."""
    tokens = draft.line.tokens
    found = AFTER.at(tokens, at, end) or RESCHEDULED.at(tokens, at, end)
    if not found or found[0].outcome != Outcome.RESCHEDULED or word_at(tokens, found[1]) != "to":
        return found
    return found if draft.line.dates_in(found[1] + 1, end, Stance.MINE) else None


def _speaks(draft: Draft, verb: int, end: int) -> bool:
    """Whether a name goes on to say, to promise or to give: `Dana passed me on to Lena`."""
    tokens = draft.line.tokens
    gave = GAVE.at(tokens, verb, end) is not None and word_at(tokens, verb + 1) == "me"
    return bool(gave or PASSED_ON.at(tokens, verb, end) or word_at(tokens, verb) in _SPEAKS)


def _no_word(draft: Draft, at: int) -> bool:
    """Whether a single new name, as in `Emeka texted`, is no plain word."""
    return word_at(draft.line.tokens, at) not in COMMON and is_capital(draft.line.tokens[at])


def _whole(someone: Someone) -> bool:
    return someone.choices != (someone.name,) or len((someone.name or "").split()) > 1


def _past_place(draft: Draft, at: int, end: int) -> int:
    """Where the words go on behind an organization, a role or brackets; nothing is taken."""
    tokens = draft.line.tokens
    close = closing_bracket(draft, at, end)
    at = at if close is None else close + 1
    if word_at(tokens, at) == ",":
        role = role_at(tokens, at + 1, end)
        at = role[1] + (word_at(tokens, role[1]) == ",") if role else at
    if word_at(tokens, at) in ("at", "@", "from", "of"):
        found = org_at(tokens, at + 1, end, small=word_at(tokens, at) == "@" or draft.line.small)
        at = found[1] + (word_at(tokens, found[1]) == "," and found[1] + 1 < end) if found else at
    return at + (word_at(tokens, at) in ("just", "finally", "also", "then", "kindly"))


def _bare(draft: Draft, at: int, end: int) -> bool:
    """Whether what follows a bare name is a mark, a fact, or a touch word of its own."""
    tokens = draft.line.tokens
    if tokens[at].kind in (MARK, PHONE, EMAIL) or word_at(tokens, at) in ("and", "&"):
        return True
    return bool(
        duration_at(tokens, at)
        or attempts_at(tokens, at)
        or DIRECT.at(tokens, at, end)
        or WITH.at(tokens, at, end)
        or role_at(tokens, at, end)
        or draft.line.date_at(at, end, Stance.PAST)
    )


def _acted(
    draft: Draft,
    someone: Someone,
    name: tuple[int, int],
    verb: int,
    end: int,
    after: tuple[Touch, int],
) -> int:
    """The person did it: `called back`, `emailed`, `moved our coffee to`."""
    touch, stop = after
    take_when_before(draft, name[0])
    take_contact(draft, someone, *name)
    take_details(draft, name[1], verb)
    missed = touch[:3] == ("call", "in", "talked") and _missed(draft, stop, end)
    draft.happened(*(Touch("call", "in", "missed_call") if missed else touch))
    draft.take(verb, stop, "touch", "outcome")
    if touch.outcome in (Outcome.RESCHEDULED, Outcome.NO_ANSWER) and not draft.channel:
        draft.channel = _named_channel(draft, verb, end)
    if touch.outcome == Outcome.RESCHEDULED:
        draft.moved_at = stop
        return stop
    if touch.outcome == Outcome.RECEIVED and not draft.channel:
        told = [word_at(draft.line.tokens, at) for at in range(stop, min(end, stop + 4))]
        draft.channel = next((NOUN_OF[word] for word in told if word in NOUN_OF), None)
    if stop < end and word_at(draft.line.tokens, stop) in ("me", "back", "again"):
        draft.cover(stop, stop + 1)
        stop += 1
    return take_details(draft, stop, end)


def _missed(draft: Draft, at: int, end: int) -> bool:
    """Whether they rang in vain: `rang, no message`, `called but I missed it`."""
    words = [word_at(draft.line.tokens, place) for place in range(at, min(end, at + 10))]
    pairs = set(pairwise(words))
    return bool(pairs & _IN_VAIN)


_IN_VAIN = {
    ("no", "message"), ("no", "msg"), ("no", "vm"), ("no", "voicemail"), ("missed", "it"),
    ("missed", "her"), ("missed", "him"), ("missed", "them"), ("couldn't", "answer"),
    ("couldn't", "pick"), ("didn't", "hear"), ("couldnt", "pick"), ("missed", "the"),
}  # fmt: skip


def _named_channel(draft: Draft, start: int, end: int) -> str | None:
    words = [word_at(draft.line.tokens, at) for at in range(start, min(end, start + 5))]
    if {"zoom", "teams", "video"} & set(words):
        return "video"
    return "call" if {"call", "phone"} & set(words) else None


def _touch_behind(draft: Draft, at: int, end: int) -> int:
    """`Kwame Boateng, Zoom 20m`, `Dana left vm`: the touch word behind a bare name."""
    tokens = draft.line.tokens
    place = at + (word_at(tokens, at) in (",", "-", "–", ":"))
    found = WITH.at(tokens, place, end) or DIRECT.at(tokens, place, end)
    if draft.outcome is not None or not found:
        return at
    touch, stop = found
    fact = duration_at(tokens, stop) or attempts_at(tokens, stop)
    if not (stop >= end or tokens[stop].kind == MARK or fact or touch.outcome in ALONE):
        return at
    draft.happened(*touch)
    draft.take(at, stop, "touch", "outcome")
    return take_details(draft, stop, end)
