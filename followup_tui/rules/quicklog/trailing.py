"""Facts at the very end of a head, behind words that stay in the note."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.quicklog.amounts import attempts_at, duration_at
from followup_tui.rules.quicklog.details import take_detail, take_details, take_place
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.mending import mend_outcome
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.roles import role_at
from followup_tui.rules.quicklog.ways import take_way
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import EMAIL, PHONE, word_at, word_set


def take_trailing(draft: Draft, at: int, end: int) -> None:
    """Takes facts at the very end of the head, behind words that stay in the note.

    `Met Dana at the library 9:15`, `called Maria about the grant yesterday`, `met Tariq at the job
    fair, recruiter for Ironleaf`.
    """
    _take_described(draft, at, end)
    if draft.outcome in ("sent", "received") or draft.lead_head:
        _take_bracketed(draft, at, end)
        _take_sent_at(draft, at, end)
        return
    for place in range(at, end):
        if draft.line.tokens[place].kind in (PHONE, EMAIL):
            if not _anothers(draft, at, place):
                take_way(draft, place)
        elif mend_outcome(draft, place, end):
            take_details(draft, place, end)
            return
    _take_last(draft, at, end)


def _take_sent_at(draft: Draft, at: int, end: int) -> None:
    """Takes the time of `emailed Niamh my portfolio at 11:20`, behind a thing."""
    told = {word_at(draft.line.tokens, place) for place in range(at, end)}
    led = end - at > 3 and word_at(draft.line.tokens, end - 2) in ("at", "@")
    if led and ":" in word_at(draft.line.tokens, end - 1) and not told & _MEETING:
        take_detail(draft, end - 2, end)


_MEETING = word_set("to about re for meet lunch coffee call interview zoom meeting chat talk free")


def _take_last(draft: Draft, at: int, end: int) -> None:
    """Takes the fact that the words end with, unless it is to come."""
    told = {word_at(draft.line.tokens, place) for place in range(at, end)}
    ahead = told & _AHEAD and not told & _GONE
    for place in range(max(at + 1, end - 4), end):
        if ahead and draft.line.date_at(place, end, Stance.PAST):
            return
        if word_at(draft.line.tokens, place - 1) not in _NOT_WHEN and _ends(draft, place, end):
            take_detail(draft, place, end)
            return


_AHEAD = word_set(
    """confirmed free can available due starts start closes new next to schedule set book
    invite invited arrange confirm wants"""
)
_GONE = word_set("yesterday last ago earlier today")
"""`called to schedule, Thursday at 11am` is to come, unless a word says that it is over."""


def _take_described(draft: Draft, at: int, end: int) -> None:
    """Takes `, recruiter for Ironleaf`: what the contact is, further on."""
    tokens, contact = draft.line.tokens, draft.contact
    for place in range(at, end - 2):
        role = role_at(tokens, place + 1, end) if word_at(tokens, place) == "," else None
        if not role or contact is None or contact.role or contact.org:
            continue
        org = org_at(tokens, role[1] + 1, end) if word_at(tokens, role[1]) in _FOR else None
        if org and (org[1] >= end or word_at(tokens, org[1]) in (",", "(", "-", ".")):
            take_place(draft, contact, place, end)
            contact.org = org[0]
            draft.take(role[1], org[1], "org", "contact.org", org[0])
            return


_FOR = ("for", "at", "with", "@")


def _anothers(draft: Draft, start: int, place: int) -> bool:
    """Whether a phone is told to be somebody else's: `Lena's cell is 303…`."""
    for at in range(max(start, place - 6), place):
        if word_at(draft.line.tokens, at).endswith("'s"):
            found = person_at(draft, at, place)
            if found and found[0] is not draft.contact:
                return True
    return False


def _take_bracketed(draft: Draft, at: int, end: int) -> None:
    """Takes the address of `emailed Ana my resume (ana@vireo.example)`, behind a thing."""
    tokens = draft.line.tokens
    named = any(is_capital(tokens[place]) for place in range(at, end))
    for place in range(at + 1, end if draft.contact and not named else at):
        bracketed = (word_at(tokens, place - 1), word_at(tokens, place + 1)) == ("(", ")")
        if bracketed and tokens[place].kind in (PHONE, EMAIL):
            take_way(draft, place, draft.contact)


_NOT_WHEN = word_set(
    """over under almost commute drive takes was for 4 from about of the a her his my their
    since until til till by this next re to is
    back out away gone free in returns"""
)


def _ends(draft: Draft, place: int, end: int) -> bool:
    found = duration_at(draft.line.tokens, place) or attempts_at(draft.line.tokens, place)
    if found:
        return found[1] == end
    spot = draft.line.date_at(place, end, Stance.PAST)
    return spot is not None and spot.end == end
