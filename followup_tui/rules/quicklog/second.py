"""A second touch in one line: `Talked to Maria 10 min. Wrote to Sol today, follow up Friday`."""

from __future__ import annotations

from followup_tui.rules.quicklog.by_name import is_org
from followup_tui.rules.quicklog.deeds import AFTER
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.talks import WITH
from followup_tui.rules.quicklog.touches import DIRECT, PAST
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK, word_at, word_set

_LEADS = word_set("i i've also then and so but just later today yesterday earlier finally we have")
_BEFORE_PERSON = word_set("to with w w/ wth for from by at of 2 wit again back both")
_NO_TOUCH = word_set("told asked answered thanked")
"""Verbs behind which the line goes on about what I said, not about another touch."""


def read_second(draft: Draft, start: int, end: int) -> int | None:
    """Notices a touch with somebody else further on; its words stay in the note.

    The reading has one contact: `called Ann, no answer. Called Bob, he'll send the JD` is about
    Ann. What follows is Bob's, asked with Ann as the other choice.
    """
    contact = draft.contact
    if contact is None or contact.name is None or not draft.headed or draft.lead_head:
        return None
    someone = touched_at(draft, start, end)
    if someone is None or (someone.known is None and len((someone.name or "").split()) < 2):
        return None
    if someone is contact:
        draft.second = None
        return None
    if someone in draft.also or is_org(someone) or not someone.sure:
        return None
    draft.met(someone)
    draft.second = someone
    return end


def touched_at(draft: Draft, at: int, end: int) -> Someone | None:
    """With whom the touch was that the words at `at` tell of, if they tell of one."""
    while at < end and word_at(draft.line.tokens, at) in _LEADS:
        at += 1
    return _behind_verb(draft, at, end) or _before_verb(draft, at, end)


def _behind_verb(draft: Draft, at: int, end: int) -> Someone | None:
    """Whom a touch word at the start was with: `emailed Sol`, `left vm for Bob`."""
    tokens = draft.line.tokens
    found = DIRECT.at(tokens, at, end) or WITH.at(tokens, at, end)
    if not found or word_at(tokens, at) in _NO_TOUCH:
        return None
    inward = found[0].direction == "in"
    if not inward and word_at(tokens, at) not in PAST:
        return None
    place = found[1]
    while place < end and word_at(tokens, place) in _BEFORE_PERSON:
        place += 1
    person = person_at(draft, place, end)
    if person or found[0].outcome != "sent":
        return person[0] if person and not word_at(tokens, person[1] - 1).endswith("'s") else None
    for place in range(found[1], min(end, found[1] + 8)):
        if tokens[place].kind == MARK:
            return None
        person = person_at(draft, place + 1, end) if word_at(tokens, place) == "to" else None
        if person:
            return person[0]
    return None


def _before_verb(draft: Draft, at: int, end: int) -> Someone | None:
    """Who did it: `Bob called back`, `Priya Nair emailed`."""
    person = person_at(draft, at, end, expected=False)
    did = AFTER.at(draft.line.tokens, person[1], end) if person else None
    return person[0] if person and did and did[0].channel else None
