"""What I am about to do, in `-ing`: `meeting her for tea Weds`, `calling him back Tuesday`."""

from __future__ import annotations

from followup_tui.rules.facts import Action
from followup_tui.rules.quicklog.line import Line
from followup_tui.rules.tokens import Phrases, spelt, word_at

_DOING = spelt(
    """call: calling, ringing, phoning, calling back, talking to, speaking to, speaking with,
    talking with, chatting with, talking again with""",
    "email: emailing, writing, writing to, e-mailing",
    "text: texting",
    "chat: messaging",
    "send: sending",
    """meet: meeting, seeing, visiting, meeting with, having coffee with, having lunch with,
    getting coffee with, grabbing coffee with, catching up with, getting lunch with,
    meeting up with""",
    "thank: thanking",
    "check: checking in with, following up with, checking back with, checking with",
    "interview: interviewing with",
)
DOING = Phrases({phrase: Action(action) for phrase, action in _DOING.items()})
_OBJECTS = frozenset({"her", "him", "them"})


def doing_at(line: Line, at: int, end: int) -> tuple[Action, int] | None:
    """The action that begins at `at` in `-ing`, for a pronoun or somebody known, and its end."""
    found = DOING.at(line.tokens, at, end)
    if not found or found[1] >= end:
        return None
    named = line.book.full_at(line.tokens, found[1]) or line.book.one_at(line.tokens, found[1])
    whom = word_at(line.tokens, found[1]) in _OBJECTS
    return found if whom or named else None
