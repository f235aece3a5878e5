"""Words that say how somebody is related to the one who names them."""

from __future__ import annotations

from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.vocabulary import KIN
from followup_tui.rules.tokens import word_at, word_set


def kin_at(draft: Draft, at: int, end: int) -> tuple[str, int] | None:
    """The relation and where the name begins: `her brother`, `his old boss`, `a friend of hers`."""
    tokens = draft.line.tokens
    place = at
    while place < end and word_at(tokens, place) in _BEFORE_KIN:
        place += 1
    relation = word_at(tokens, place)
    if relation not in KIN or place >= end or tokens[place].text.istitle():
        return None
    stop = place + 1
    if word_at(tokens, stop) == "of" and word_at(tokens, stop + 1) in ("hers", "his", "theirs"):
        stop += 2
    return relation, stop + (word_at(tokens, stop) in (",", "named", "called"))


_BEFORE_KIN = word_set(
    "her his their a my an old the another former ex best good new older younger friend's dear"
)
