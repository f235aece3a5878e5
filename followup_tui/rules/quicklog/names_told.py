"""Names that come with the head or in a list that goes on, and people a story tells of."""

from __future__ import annotations

from followup_tui.rules.quicklog.by_name import is_org, take_contact, take_when_before
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.line import Someone
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.referrals import (
    COUNTS,
    JOINS,
    NAME_NOUNS,
    given_next,
    person_facts,
    take_referrals,
)
from followup_tui.rules.quicklog.vocabulary import KIN
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import EMAIL, MARK, PHONE, word_at, word_set


def read_names_from(draft: Draft, start: int, end: int) -> int | None:
    """Takes the head `3 refs from Lindiwe`; the names behind it are given."""
    tokens, at = draft.line.tokens, start
    at += word_at(tokens, at) in ("got", "have")
    while at < end and word_at(tokens, at) in COUNTS:
        at += 1
    if word_at(tokens, at) not in NAME_NOUNS or word_at(tokens, at + 1) not in (
        "from",
        "by",
        "via",
    ):
        return None
    found = person_at(draft, at + 2, end, small=True)
    if not found:
        return None
    take_when_before(draft, start)
    take_contact(draft, found[0], at + 2, found[1])
    draft.cover(start, at + 2)
    draft.voice = "gave"
    return found[1]


def read_more_names(draft: Draft, start: int, end: int) -> int | None:
    """Takes the next name of a list that goes on behind a semicolon, a colon or a number.

    `gave me Bo Li; Ana Pop` · `said call Bo Li, his cell 303-555-0142, and Luz Herrera`.
    """
    tokens = draft.line.tokens
    if draft.voice not in ("gave", "gives") and not _behind_number(draft, start):
        return None
    at = start
    while at < end and (word_at(tokens, at) in JOINS or tokens[at].kind == MARK):
        at += 1
    if at >= end or not given_next(draft, at, end, weak=True):
        return None
    taken = take_referrals(draft, at, end, weak=True)
    draft.voice = "gave"
    return taken


def _behind_number(draft: Draft, at: int) -> bool:
    """Whether `and` stands here behind the number of somebody given: another name follows."""
    tokens = draft.line.tokens
    joined = word_at(tokens, at) in ("and", "&", "+")
    number = at - 1 - (word_at(tokens, at - 1) == ",")
    theirs = draft.voice == "said" and draft.nearest in draft.referrals
    return joined and theirs and number > 0 and tokens[number].kind in (PHONE, EMAIL)


def notice_people(draft: Draft, start: int, end: int) -> None:
    """Remembers people in words that stay a note: `his wife Beata is hiring`, a known name.

    They are no referrals yet; `call her` behind it makes one. A phone behind somebody whom the
    reading has no place for stays in the note too.
    """
    for at in range(start, end):
        if not draft.used[at]:
            _notice(draft, at, end)


def _notice(draft: Draft, at: int, end: int) -> None:
    owned = word_at(draft.line.tokens, at - 1).endswith("'s") if at else False
    kin = kin_at(draft, at, end) if owned or word_at(draft.line.tokens, at) in _OWNERS else None
    name = _past_place(draft, kin[1], end) if kin else at
    small = kin is not None and name == kin[1]
    found = person_at(draft, name, end, small=small, expected=False)
    if kin and not found:
        draft.nearest = Someone(None)
    if not found or found[0] is draft.contact or is_org(found[0]):
        return
    someone, stop = found
    if someone.known:
        if someone.sure:
            draft.met(someone)
    elif kin:
        _describe(draft, someone, kin[0], at, stop, end)
        someone.org = someone.org or draft.line.said(kin[1] + 1, name - 1) or None
    elif len((someone.name or "").split()) > 1 and someone not in draft.people:
        draft.nearest, someone.quiet = someone, True
        if word_at(draft.line.tokens, at - 1) in _TAKES_NAME:
            _describe(draft, someone, None, at, stop, end)


def _past_place(draft: Draft, at: int, end: int) -> int:
    """Past where somebody works, told before the name: `cousin at Marlow Tea, Ines Roth`."""
    tokens = draft.line.tokens
    found = org_at(tokens, at + 1, end) if word_at(tokens, at) in ("at", "@", "from") else None
    return found[1] + 1 if found and word_at(tokens, found[1]) in (",", ":") else at


_OWNERS = word_set("her his their my")
_TAKES_NAME = word_set("with to from for of mentioned knows by named called")


def _describe(
    draft: Draft, someone: Someone, relation: str | None, at: int, stop: int, end: int
) -> None:
    """Remembers a new person with their relation and facts; all the words stay in the note."""
    someone.relation = relation
    gender = KIN.get(relation or "", "")
    someone.gender = someone.gender or (gender if gender in ("m", "f") else "")
    draft.described(someone, at, stop)
    pieces = list(draft.pieces)
    facts = person_facts(draft, someone, stop, end)
    draft.pieces = pieces
    for place in range(stop, facts):
        draft.used[place] = 0
