"""Calls that reached somebody else: wrong numbers and gatekeepers."""

from __future__ import annotations

from followup_tui.rules.facts import Outcome
from followup_tui.rules.quicklog.by_name import take_contact
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.touches import DIRECT
from followup_tui.rules.quicklog.vocabulary import GATEKEEPERS
from followup_tui.rules.quicklog.ways import e164, take_way
from followup_tui.rules.quicklog.who import person_at, same_person
from followup_tui.rules.tokens import PHONE, word_at, word_set

_FURTHEST = 24
"""Words within which the number and its verdict stand."""


def read_bad_number(draft: Draft, start: int, end: int) -> int | None:
    """Takes a number that is struck off; where the reading goes on.

    `+1 970 555 0133 is a wrong number for Deb` · `the number for Kofi, 720…, is disconnected` ·
    `303… isn't Tesfaye anymore. wrong number`.
    """
    tokens = draft.line.tokens
    last = min(len(tokens), start + _FURTHEST)
    phone = next((at for at in range(start, last) if tokens[at].kind == PHONE), None)
    verdict = _verdict(draft, start, last)
    dialed = word_at(tokens, start) in _DIALED and phone == start + 1
    start += dialed
    led = word_at(tokens, start) in ("the", "that", "number", "her", "his") or phone == start
    owner = None if led else person_at(draft, start, last)
    if verdict is None or not (led or (owner and word_at(tokens, owner[1] - 1).endswith("'s"))):
        return None
    draft.happened("call", draft.direction or "out", "wrong_number")
    if phone is not None:
        draft.bad_phone = e164(tokens[phone].text, draft.line.region)
        draft.take(phone - dialed, phone + 1, "phone", "bad_phone")
    draft.take(*verdict, "touch", "outcome")
    draft.headed = True
    stop = max(verdict[1], _take_named(draft, start, last, phone))
    _cover_small(draft, start, stop)
    return max(stop, start)


_DIALED = word_set("called tried dialed dialled rang phoned call")
_SMALL = word_set("the that is a an was for , number it's her his their not isn't of")


def _cover_small(draft: Draft, start: int, stop: int) -> None:
    for at in range(start, stop):
        if word_at(draft.line.tokens, at) in _SMALL:
            draft.cover(at, at + 1)


def _verdict(draft: Draft, start: int, last: int) -> tuple[int, int] | None:
    for at in range(start, last):
        found = DIRECT.at(draft.line.tokens, at, last)
        if found and found[0].outcome == Outcome.WRONG_NUMBER:
            return at, found[1]
    return None


def _take_named(draft: Draft, start: int, last: int, phone: int | None) -> int:
    """The person behind `for` or `isn't`, else the one whose number it is; the end of the name."""
    tokens = draft.line.tokens
    for at in range(start, last):
        led = word_at(tokens, at - 1) in ("for", "to", "of", "isn't", "not", "isnt", "for:")
        found = person_at(draft, at, last, expected=led) if led or at == start else None
        if found:
            take_contact(draft, found[0], at, found[1])
            return found[1]
    if phone is not None:
        known = draft.line.book.by_way(e164(tokens[phone].text, draft.line.region), None)
        if known:
            draft.contact = same_person(draft, known)
            draft.met(draft.contact)
    return start


def strike_off(draft: Draft, at: int, end: int) -> int | None:
    """Takes a number behind `wrong number for Ana:`, whatever is told about it further on.

    Of `wrong number, 303-555-0188 isnt thandiwe` the name is the contact's.
    """
    tokens = draft.line.tokens
    if draft.outcome == "wrong_number" and draft.contact is None and at and draft.bad_phone:
        return _not_theirs(draft, at, end)
    if draft.weak_outcome and tokens[at].kind == PHONE:
        return _called_wrong(draft, at, end)
    if draft.outcome != "wrong_number" or draft.bad_phone or tokens[at].kind != PHONE:
        return None
    words = {word_at(tokens, place) for place in range(at + 1, end)}
    if words & _RIGHT:
        return None
    stop = take_way(draft, at)
    named = _not_theirs(draft, stop, end) if draft.contact is None else None
    return named or stop


def _called_wrong(draft: Draft, at: int, end: int) -> int | None:
    """Takes `520-555-0114 is not her number` behind a call: nobody was talked to."""
    place = at + 1
    found = DIRECT.at(draft.line.tokens, place, end)
    while not found and word_at(draft.line.tokens, place) in _SMALL and place < end:
        place += 1
        found = DIRECT.at(draft.line.tokens, place, end)
    if not found or found[0].outcome != Outcome.WRONG_NUMBER:
        return None
    draft.happened("call", draft.direction or "out", "wrong_number")
    stop = take_way(draft, at)
    draft.take(stop, found[1], "touch", "outcome")
    return found[1]


def strike_lone(draft: Draft) -> None:
    """Strikes off the one number of a line that says only further on that it is wrong."""
    tokens = draft.line.tokens
    phones = [at for at, token in enumerate(tokens) if token.kind == PHONE and not draft.used[at]]
    told = {token.word for token in tokens}
    if draft.outcome != "wrong_number" or draft.bad_phone or len(phones) != 1 or told & _RIGHT:
        return
    draft.bad_phone = e164(tokens[phones[0]].text, draft.line.region)
    draft.take(phones[0], phones[0] + 1, "phone", "bad_phone")


def _not_theirs(draft: Draft, at: int, end: int) -> int | None:
    """Takes the name in `isnt thandiwe`, behind the number that is struck off."""
    tokens = draft.line.tokens
    name = at + (word_at(tokens, at) in ("is", "was")) + 1
    owner = person_at(draft, name, end) if word_at(tokens, name - 1) in _ISNT else None
    if not owner:
        return None
    take_contact(draft, owner[0], name, owner[1])
    draft.cover(at, name)
    return owner[1]


_RIGHT = word_set("right correct new better works real actual current should")
_ISNT = word_set("isn't isnt not wasn't wasnt for")


def read_gatekeeper(draft: Draft, start: int, end: int) -> int | None:
    """Takes a call that got no further than the front desk; its words stay in the note.

    `front desk wouldn't put me through to Dr. Hakobyan` · `got the receptionist for Anders Dahl` ·
    `spoke to her assistant`.
    """
    tokens, at = draft.line.tokens, start
    while at < end and word_at(tokens, at) in _LEADS:
        at += 1
    theirs = _their_desk(draft, start, at, end)
    if theirs:
        return theirs
    stop = at
    while stop < end and word_at(tokens, stop) in GATEKEEPERS:
        stop += 1
    if stop == at or not (at > start or word_at(tokens, _past_place(draft, stop, end)) in _DOES):
        return None
    found = _behind(draft, _past_place(draft, stop, end), end)
    if not found and not draft.line.selected:
        return None
    draft.happened("call", "out", "gatekeeper")
    draft.take(start, stop, "touch", "outcome", keep=True)
    draft.headed = True
    if not found:
        return stop
    someone, place, name_end = found
    tells = word_at(tokens, place - 1) in _TELLS
    draft.happened(outcome="talked" if _put_through(draft, stop, place) else "gatekeeper")
    draft.take(stop, place, "touch", "outcome", keep=tells or place - stop > 1)
    take_contact(draft, someone, place, name_end)
    for at in range(place, name_end):
        draft.noted[at] = tells
    return take_details(draft, name_end, end)


def _their_desk(draft: Draft, start: int, at: int, end: int) -> int | None:
    """Takes `got Niamh's assistant`, `reached Ann Lee's voicemail`: whose it is stands before."""
    tokens = draft.line.tokens
    found = person_at(draft, at, end)
    got = word_at(tokens, start) in ("got", "reached")
    behind = word_at(tokens, found[1]) if found else ""
    told = word_at(tokens, found[1] + 1) in ("is", "was", "isn't") if found else False
    speaks = behind in GATEKEEPERS and _answers(draft, found[1] if found else end, end)
    if not (got or (at == start and (speaks or (behind in _RECORDS and not told)))):
        return None
    if not found or not word_at(tokens, found[1] - 1).endswith(("'s", "s'")):
        return None
    someone, stop = found
    after = stop
    while after < end and word_at(tokens, after) in GATEKEEPERS | MACHINES:
        after += 1
    if after == stop:
        return None
    named = _named_desk(draft, after, end)
    machine = word_at(tokens, after - 1) in MACHINES
    draft.happened("call", "out", "no_answer" if machine else "gatekeeper")
    draft.take(start, at, "touch", "outcome")
    take_contact(draft, someone, at, stop)
    draft.cover(stop, after)
    for place in range(stop, after):
        draft.noted[place] = not machine
    if word_at(tokens, after) in ("says", "said"):
        draft.voice, draft.by_name = "said", True
    return take_details(draft, after, end) if named == after else after


def _named_desk(draft: Draft, at: int, end: int) -> int:
    """Past the desk's own name: `Rosalind's PA Kwame picked up`."""
    while at < end and is_capital(draft.line.tokens[at]):
        at += 1
    return at


def _answers(draft: Draft, at: int, end: int) -> bool:
    """Whether the desk, with or without its name, answers: `secretary Jo said`, `PA picked up`."""
    while at < end and word_at(draft.line.tokens, at) in GATEKEEPERS:
        at += 1
    return word_at(draft.line.tokens, _named_desk(draft, at, end)) in _DOES


def _put_through(draft: Draft, start: int, end: int) -> bool:
    """Whether the desk let me through: `switchboard put me through to Ann Lee`."""
    words = {word_at(draft.line.tokens, at) for at in range(start, end)}
    through = bool(words & {"through", "thru", "connected", "transferred"})
    return through and not words & _REFUSED and not any(word.endswith("n't") for word in words)


_REFUSED = word_set("wouldnt couldnt didnt not refused never to would won't wont") - {"to"}
MACHINES = word_set("voicemail vm machine mailbox vmail voice cell phone mobile line answering")
"""What answers in somebody's place."""
_RECORDS = word_set("voicemail vm machine mailbox vmail")
_LEADS = word_set(
    """got reached spoke talked to with w/ w her his the their a left message msg word only just
    through called from i an"""
)
_TELLS = word_set("said says told thinks answered")
_DOES = word_set(
    """wouldn't won't would will said says answered picked took is was wouldnt couldn't for told
    screened blocked refused at put"""
)


def _past_place(draft: Draft, at: int, end: int) -> int:
    """Past where the desk stands: `front desk at Copperline`."""
    led = word_at(draft.line.tokens, at) in ("at", "@", "of")
    found = org_at(draft.line.tokens, at + 1, end, small=draft.line.small) if led else None
    return found[1] if found else at


def _behind(draft: Draft, at: int, end: int) -> tuple[Someone, int, int] | None:
    """The first person behind `to`, `for` or `of` further on, or whom the desk speaks of."""
    if word_at(draft.line.tokens, at) in _TELLS or word_at(draft.line.tokens, at) == ",":
        told = person_at(draft, at + 1, end)
        if told and told[0].known:
            return told[0], at + 1, told[1]
    for place in range(at, min(end, at + 10)):
        if word_at(draft.line.tokens, place) in ("to", "for", "of"):
            found = person_at(draft, place + 1, end)
            if found:
                return found[0], place + 1, found[1]
    return None
