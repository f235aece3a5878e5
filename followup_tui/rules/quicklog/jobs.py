"""Which job a stage word is about: its title and its organization."""

from __future__ import annotations

from followup_tui.rules.dates.asking import Stance
from followup_tui.rules.folding import fold
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.people import own_word
from followup_tui.rules.quicklog.places import org_at
from followup_tui.rules.quicklog.roles import FIELDS
from followup_tui.rules.quicklog.stages import JOBS
from followup_tui.rules.quicklog.vocabulary import ROLE_LEADS, ROLE_NOUNS
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK, WORD, Tokens, word_at, word_set

Lead = tuple[str | None, str | None, int]
"""Title, organization, and where the words end."""


def title_at_hand(draft: Draft, org: str | None) -> str | None:
    """The title of the lead at hand, where it is with the organization that the line names."""
    title, place = draft.line.lead_names
    said, kept = fold(org or ""), fold(place or "")
    return title if said and (kept == said or kept.startswith(said + " ")) else None


def whole_org(draft: Draft, org: str | None) -> str | None:
    """The organization of the lead at hand, where the line names its first words: `the Millbrook
    job` is that of Millbrook College.
    """
    place = draft.line.lead_names[1]
    said, kept = fold(org or ""), fold(place or "")
    return place if said and kept.startswith(said + " ") else org


def lead_behind(draft: Draft, at: int, end: int) -> Lead:
    """The title and organization behind a stage word, and where they end.

    Of `hiring freeze until march` the last words are no title.
    """
    if word_at(draft.line.tokens, at) in _TILL:
        return None, None, at
    return _titled(draft, at, end) or _behind(draft, at, end)


def _behind(draft: Draft, at: int, end: int) -> Lead:
    """What `lead_behind` finds in any other form: `for planner at Marlow Tea`, `the Vireo job`."""
    tokens = draft.line.tokens
    lead = word_at(tokens, at)
    at += lead in ("for", "to", "from", "at", "by", "with", "on")
    title = org = None
    if word_at(tokens, at) in ("someone", "somebody", "another", "others"):
        return None, None, at
    the = word_at(tokens, at) == "the" and word_at(tokens, at - 1) in ("to", "at", "from", "by")
    if lead != "for" and (the or word_at(tokens, at) not in ("the", "a", "an")):
        found = None if draft.line.book.full_at(tokens, at) else org_at(tokens, at, end)
        job = word_at(tokens, at - 1) == "for" and found and _names_job(tokens, at, found[1])
        behind = word_at(tokens, found[1]) if found else ""
        job = job or (found and _small_title(tokens, at, found[1], end))
        if found and not job and behind not in JOBS | (ROLE_NOUNS if the else frozenset()):
            org, at = found
    if org is None or _opens_title(tokens, at, end):
        title, org, at = _title(draft, at, end, org)
    if org is None and word_at(tokens, at) in ("at", "@", "with", "from"):
        small = draft.line.small or word_at(tokens, at) == "@"
        found = org_at(tokens, at + 1, end, small=small)
        org, at = found if found else (None, at)
    if title is None and _opens_title(tokens, at, end):
        title, org, at = _title(draft, at, end, org)
    if org and own_word(org) != org:
        org, at = own_word(org), at + (word_at(tokens, at) in JOBS)
    return title, org, at


_TILL = word_set("til till until through thru")


def _titled(draft: Draft, start: int, end: int) -> Lead | None:
    """The job right behind `declined`, in capitals.

    `declined Grant Writer at Silverthorn Trust`, `declined Grant Writer, Silverthorn Trust`,
    `passed on Copy Chief`; but `declined Juniper in Denver` names a place.
    """
    tokens, lead = draft.line.tokens, word_at(draft.line.tokens, start - 1)
    found = org_at(tokens, start, end) if lead in ("declined", "on", "down") else None
    if not found or _names_known(draft, start, end):
        return None
    stop = found[1]
    job, title = word_at(tokens, stop - 1) in ROLE_NOUNS, draft.line.said(start, stop)
    if stop >= end:
        return (title, None, stop) if job else None
    place = None if _names_known(draft, stop + 1, end) else org_at(tokens, stop + 1, end)
    placed = word_at(tokens, stop) in ("at", "@") and (job or lead == "declined")
    listed = word_at(tokens, stop) == "," and job and place and place[1] == end
    return (title, *place) if place and (placed or listed) else None


def _names_known(draft: Draft, at: int, end: int) -> bool:
    found = person_at(draft, at, end) if at < end else None
    return bool(found and found[0].known)


def _opens_title(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a title may follow: `for planner`, `as a planner`; not `as the pay is low`."""
    word = word_at(tokens, at)
    behind = {word_at(tokens, place) for place in range(at + 1, min(end, at + 9))}
    return word in ("for", "(") or (word == "as" and not behind & _TELLS)


_TELLS = word_set(
    """is are was were isn't aren't wasn't weren't it's they're i'm they it i we he she has have
    had would don't doesn't didn't can't won't pays pay wants wanted needs needed"""
)


def lead_listed(draft: Draft, at: int) -> Lead:
    """The job behind `Applied:`, to the end of the sentence: `planner, Marlow Tea`, `Marlow Tea,
    events planner`, `planner at Marlow Tea`.

    Only where one part is surely a job and the rest an organization; else nothing is taken.
    """
    tokens = draft.line.tokens
    end = next((p for p in range(at, len(tokens)) if word_at(tokens, p) in _ENDS), len(tokens))
    parts = next((p for p in range(at, end) if word_at(tokens, p) in (",", "at", "@")), end)
    if not at < parts < end - 1 or draft.line.book.full_at(tokens, at):
        return None, None, at
    first, last = (at, parts), (parts + 1, end)
    if word_at(tokens, parts) == "," and _is_job(tokens, *last) and not _is_job(tokens, *first):
        first, last = last, first
    whole = org_at(tokens, last[0], last[1])
    known = draft.line.book.full_at(tokens, last[0])
    if not _is_job(tokens, *first) or not whole or whole[1] < last[1] or known:
        return None, None, at
    return draft.line.said(*first), whole[0], end


_ENDS = word_set(". ; ! ? // - – — : (")


def _is_job(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether the words are a job's title: up to five, one of them what somebody does."""
    words = {word_at(tokens, at) for at in range(start, stop)}
    marks = any(
        tokens[at].kind == MARK and tokens[at].text not in "&/" for at in range(start, stop)
    )
    return stop - start < 6 and not marks and bool(words & ROLE_NOUNS)


def _names_job(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether capitals behind `applied for` are a title: `Content Lead at Juniper`,
    `Copy Chief`.
    """
    placed = word_at(tokens, stop) in ("at", "@", "with", "in")
    return placed or any(word_at(tokens, at) in ROLE_NOUNS for at in range(start, stop))


def _small_title(tokens: Tokens, start: int, stop: int, end: int) -> bool:
    """Whether a title goes on in small letters: `for Data librarian at Stonebridge Archive`."""
    if word_at(tokens, start - 1) != "for" or stop >= end:
        return False
    at = stop
    while at < end and at - stop < 5 and tokens[at].kind == WORD and tokens[at].text.islower():
        if tokens[at].word in ROLE_NOUNS or (at > stop and tokens[at].word in ("at", "with")):
            return True
        at += 1
    return False


_ENDS_TITLE = word_set(
    "at @ with like because since after via through per so today yesterday thanks from in as but"
)


def _title(draft: Draft, at: int, end: int, org: str | None) -> Lead:
    """A job's title: up to six words, `the` before and `job` behind it left off.

    `the Northgate job` has an organization before `job` instead.
    """
    tokens = draft.line.tokens
    bracket = word_at(tokens, at) == "("
    start = at + (bracket or word_at(tokens, at) in ("for", "as"))
    start += word_at(tokens, start) in ("the", "a", "an", "their", "my", "our")
    stop = start
    while stop < end and stop - start < 7 and not _ends_title(draft, stop, start):
        stop += 1
    if stop == start or draft.line.book.full_at(tokens, start):
        return None, org, at
    if stop == start + 1 and word_at(tokens, start) in JOBS and not bracket:
        return None, org, stop
    after = stop + (word_at(tokens, stop) in JOBS)
    after += bracket and word_at(tokens, after) == ")"
    words = draft.line.said(start, stop)
    if org is None and not bracket and _is_org(draft, start, stop):
        return None, words, after
    return words, org, after


def _ends_title(draft: Draft, at: int, start: int) -> bool:
    tokens = draft.line.tokens
    if tokens[at].kind == MARK:
        return word_at(tokens, at) not in "&/"
    if word_at(tokens, at) in _ENDS_TITLE or draft.line.date_at(at, at + 3, Stance.MINE):
        return True
    return word_at(tokens, at) in JOBS and at > start and not _leads(draft, at)


def _leads(draft: Draft, at: int) -> bool:
    """Whether `lead` is part of the title: `communications lead`, `Content Lead`; not `the Gates
    Hill lead`.
    """
    tokens = draft.line.tokens
    if word_at(tokens, at) != "lead":
        return False
    before = word_at(tokens, at - 1)
    small = before in ROLE_LEADS and not is_capital(tokens[at - 1])
    small = small or tokens[at - 1].text in FIELDS  # `UX lead`
    return small or is_capital(tokens[at])


def _is_org(draft: Draft, start: int, stop: int) -> bool:
    """Whether capitalised words before `job` name a place, not a job: `the Northgate job`."""
    tokens = draft.line.tokens
    words = {word_at(tokens, at) for at in range(start, stop)}
    job = words & (ROLE_NOUNS | ROLE_LEADS)
    behind = word_at(tokens, stop) in JOBS
    return behind and not job and all(is_capital(tokens[at]) for at in range(start, stop))
