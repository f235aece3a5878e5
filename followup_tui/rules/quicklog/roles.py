"""What somebody does: `hiring mgr`, `VP of Marketing`, `library director`."""

from __future__ import annotations

from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.vocabulary import KIN, NEVER_NAMES, ROLE_LEADS, ROLE_NOUNS
from followup_tui.rules.tokens import WORD, Tokens, word_at


def role_at(tokens: Tokens, index: int, end: int) -> tuple[str, int] | None:
    """What somebody does: `hiring mgr`, `CFO`, `VP of Marketing`, `head of comms`."""
    at = index + (word_at(tokens, index) in ("the", "their", "its", "a", "an", "our"))
    start = at
    while at < end and at - start < 5:
        word = tokens[at].word
        if word in ROLE_NOUNS and tokens[at].kind == WORD:
            at = _past_noun(tokens, at + 1, end)
            return " ".join(token.text for token in tokens[start:at]), at
        if word not in ROLE_LEADS and word != "&":
            return None
        at += 1
    return None


_PEOPLE = frozenset(KIN) - {"lead"}
"""Behind a role these are somebody else: `director colleague Bo`; but `HR lead` is one role."""


def _past_noun(tokens: Tokens, at: int, end: int) -> int:
    """Past a second noun (`editor in chief`) and past `of marketing`."""
    while at < end and tokens[at].word in ROLE_NOUNS - _PEOPLE:
        at += 1
    if word_at(tokens, at) == "in" and word_at(tokens, at + 1) == "chief" and at + 1 < end:
        return at + 2
    named = at + 1 < end and is_capital(tokens[at + 1]) and tokens[at + 1].word not in ROLE_LEADS
    if (
        word_at(tokens, at) in ("of", "for")
        and at + 1 < end
        and tokens[at + 1].kind == WORD
        and not named
    ):
        stop = at + 2
        while stop < end and (tokens[stop].word in ROLE_LEADS or tokens[stop].word in ("&", "and")):
            stop += 1
        return stop
    articles = ("the", "a", "an", "his", "her", "their", "its")
    noun = at < end and tokens[at].word in ROLE_LEADS and tokens[at].word not in articles
    of_them = tokens[at - 1].word in _HEADS_OF and (at + 1 >= end or tokens[at + 1].kind != WORD)
    return at + (noun and (of_them or tokens[at].text[:1].isupper()))


_HEADS_OF = frozenset({"vp", "svp", "evp", "avp", "director", "head", "chief", "manager", "mgr"})
"""Behind these the field may follow without `of`: `VP engineering`."""


def loose_role_at(tokens: Tokens, index: int, end: int) -> tuple[str, int] | None:
    """A role whose field is no word known for it, up to the next mark: `library director`."""
    at = index
    while at < end and at - index < 3 and tokens[at].kind == WORD and tokens[at].text.islower():
        if tokens[at].word in ROLE_NOUNS and at > index:
            closed = at + 1 >= end or tokens[at + 1].kind != WORD or tokens[at + 1].word == "at"
            words = tokens[index : at + 1]
            return (" ".join(token.text for token in words), at + 1) if closed else None
        if tokens[at].word in NEVER_NAMES or tokens[at].word in _PRAISING:
            return None
        at += 1
    return None


_PRAISING = frozenset({"great", "nice", "good", "lovely", "same", "different", "other", "real"})
