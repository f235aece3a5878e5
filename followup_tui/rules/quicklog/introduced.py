"""People whom somebody will bring me to, or has told of me."""

from __future__ import annotations

from followup_tui.rules.facts import Via
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.introducing import INTRODUCES, NEEDS_ME, PASSED_ON
from followup_tui.rules.quicklog.kin import kin_at
from followup_tui.rules.quicklog.referrals import take_referrals
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import word_at


def about_me(draft: Draft, at: int, end: int, words: str = "me us my") -> bool:
    """Whether the words have me in them: `she'll send me the JD`."""
    return any(word_at(draft.line.tokens, place) in words.split() for place in range(at, end))


def take_introduced(draft: Draft, at: int, end: int) -> None:
    """`introduce me to Hans-Peter (CFO, Aspen Ridge)`: a referral that they make themselves."""
    tokens = draft.line.tokens
    while at < end:
        found = INTRODUCES.at(tokens, at, end)
        stop = found[1] if found else at + 1
        if found and _introduces(draft, at, stop, end):
            take_referrals(draft, stop, end, Via.THEY_INTRODUCE)
            return
        at = stop


def read_passed_on(draft: Draft, start: int, end: int, behind_person: bool) -> int | None:
    """Takes `he passed my resume on to Ilse`: who has heard of me by them; the words stay a note.

    Only behind their name or `she`, `he`, `they`: what I passed on is no introduction.
    """
    tokens, at = draft.line.tokens, start
    while word_at(tokens, at) in ("and", "but", "also", "so", "then") and at < end:
        at += 1
    theirs = word_at(tokens, at) in ("she", "he", "they") or behind_person
    at += word_at(tokens, at) in ("she", "he", "they")
    at += word_at(tokens, at) in ("also", "has", "already", "have", "just", "kindly")
    found = PASSED_ON.at(tokens, at, end) if theirs else None
    if not found or (word_at(tokens, at) == "told" and not about_me(draft, found[1], end)):
        return None
    taken = take_referrals(draft, found[1], end, Via.THEY_INTRODUCE, weak=True)
    if taken is None:
        return None
    draft.cover(start, found[1])
    for place in range(start, taken):
        draft.noted[place] = 1
    return taken


def _introduces(draft: Draft, at: int, stop: int, end: int) -> bool:
    """Whether the person behind these words is one they will introduce."""
    kin = kin_at(draft, stop, end)
    person = person_at(draft, kin[1] if kin else stop, end, small=draft.line.small)
    if not person or person[0] is draft.contact:
        return False
    if word_at(draft.line.tokens, at) in NEEDS_ME and not about_me(draft, person[1], end):
        return False
    return person[0].known is None or stop - at > 2
