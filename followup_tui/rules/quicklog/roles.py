"""What somebody does: `hiring mgr`, `VP of Marketing`, `library director`."""

from __future__ import annotations

from followup_tui.rules.quicklog.names import is_capital
from followup_tui.rules.quicklog.places import looks_like_org, org_at
from followup_tui.rules.quicklog.vocabulary import KIN, NEVER_NAMES, ROLE_LEADS, ROLE_NOUNS
from followup_tui.rules.tokens import WORD, Tokens, tokenise, word_at


def role_at(tokens: Tokens, index: int, end: int) -> tuple[str, int] | None:
    """What somebody does: `hiring mgr`, `CFO`, `VP of Marketing`, `head of comms`, `UX lead`."""
    at = index + (word_at(tokens, index) in ("the", "their", "its", "a", "an", "our"))
    start = at
    while at < end and at - start < 5:
        word = tokens[at].word
        if word in ROLE_NOUNS and tokens[at].kind == WORD:
            at = _past_noun(tokens, at + 1, end)
            return " ".join(token.text for token in tokens[start:at]), at
        if word not in ROLE_LEADS and word != "&" and tokens[at].text not in FIELDS:
            return None
        at += 1
    return None


FIELDS = frozenset({"UX", "UI", "QA", "PR", "IT", "AI", "ML", "SEO", "ux", "ui", "qa"})
"""Fields of work told by their letters; `Seo` is a name, `it` a word."""

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


def unknown_role(tokens: Tokens, at: int, close: int, small: bool) -> tuple[str, int] | None:
    """A role that is no word known for one, in the first of two pieces in brackets.

    `(glazier, Bayou Ledger)`: small letters, and an organization behind the comma; not in
    `(mesa courier, editor)`, where the first piece is the organization by its form.
    """
    comma = next((place for place in range(at, close) if tokens[place].word == ","), close)
    piece = tokens[at:comma]
    if word_at(tokens, at - 1) != "(" or not 0 < len(piece) < 4 or comma + 1 >= close:
        return None
    if any(token.kind != WORD or not token.text.islower() for token in piece):
        return None
    words = " ".join(token.text for token in piece)
    if piece[0].word in NEVER_NAMES or looks_like_org(words) or role_at(tokens, comma + 1, close):
        return None
    behind = org_at(tokens, comma + 1, close, small=small)
    return (words, comma) if behind and behind[1] == close else None


def known_role(words: str) -> bool:
    """Whether one of the words is what somebody does: `library director`, not `glazier`."""
    return any(token.word in ROLE_NOUNS for token in tokenise(words))
