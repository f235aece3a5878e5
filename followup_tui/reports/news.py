"""The last round: the good news, written to everybody who helped."""

from __future__ import annotations

from pathlib import Path

from followup_tui.reports.drafts import Asked, written
from followup_tui.reports.noes import Outgoing
from followup_tui.rules.letters import Kind
from followup_tui.rules.moment import Moment
from followup_tui.store.thanks import helpers


def news(now: Moment, outcome: str = "", own_words: Path | None = None) -> tuple[Outgoing, ...]:
    """A message to each of those who helped, by name.

    Args:
        now: The moment it is written.
        outcome: What came of it, as the end of "Good news: ...".
        own_words: The folder of the user's own words.
    """
    told = {"outcome": outcome} if outcome.strip() else {}
    found = []
    for who in helpers():
        _, draft = written(who.id, now, Asked(kind=Kind.NEWS, told=told, own_words=own_words))
        found.append(Outgoing(who.id, who.name, Kind.NEWS, draft.subject, draft.body, draft.asks))
    return tuple(found)
