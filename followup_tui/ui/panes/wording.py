"""What a follow-up and an event are called on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup_tui.rules.facts import (
    Action,
    ChaseKind,
    DeclineReason,
    Outcome,
    Owed,
    ReferralState,
    TieClass,
)

if TYPE_CHECKING:
    from followup_tui.rules.defaults import Defaults
    from followup_tui.store.agenda import Due

SECOND = 2
"""The try at which somebody else at their place may be tried, too."""

ACTIONS = {
    Action.CALL: "Call",
    Action.EMAIL: "Email",
    Action.TEXT: "Text",
    Action.CHAT: "Chat",
    Action.SEND: "Send",
    Action.THANK: "Thank",
    Action.MEET: "Meet",
    Action.INTERVIEW: "Interv",
    Action.APPLY: "Apply",
    Action.CHECK: "Check",
    Action.ASK: "Ask",
    Action.REPORT_BACK: "Report",
    Action.PASS_ON: "Pass",
    Action.DECIDE: "Decide",
    Action.OTHER: "To do",
}
"""Actions in a column of six cells."""

SENTENCES = {
    Action.TEXT: "Text",
    Action.CHAT: "Write to",
    Action.SEND: "Send to",
    Action.INTERVIEW: "Interview with",
    Action.APPLY: "Apply:",
    Action.CHECK: "Check with",
    Action.REPORT_BACK: "Report to",
    Action.PASS_ON: "Pass on to",
    Action.DECIDE: "Decide:",
    Action.OTHER: "To do:",
}
"""Actions before a name, where the column's word doesn't do."""

OUTCOMES = {
    Outcome.TALKED: "Talked",
    Outcome.MET: "Met",
    Outcome.RECEIVED: "Heard from them",
    Outcome.SENT: "Wrote",
    Outcome.LEFT_VOICEMAIL: "Left a voicemail",
    Outcome.NO_ANSWER: "No answer",
    Outcome.BUSY: "Busy",
    Outcome.GATEKEEPER: "Not put through",
    Outcome.WRONG_NUMBER: "Wrong number",
    Outcome.MISSED_CALL: "Missed their call",
    Outcome.RESCHEDULED: "Rescheduled",
}

OWED = {
    Owed.PROMISED: "promised for",
    Owed.AWAITED: "waiting since",
    Owed.LENT: "a name or time was lent, due",
    Owed.CHASE: "next try, due",
    Owed.IN_TOUCH: "keep in touch, due",
}
"""Why something is owed, before its first due day."""

REFERRALS = {
    ReferralState.GIVEN: "not tried yet",
    ReferralState.TRIED: "tried",
    ReferralState.REACHED: "reached",
    ReferralState.CAME_OF_IT: "something came of it",
    ReferralState.DECLINED: "declined",
    ReferralState.NOT_REACHED: "not reached",
}

NOT_HEARD = {
    ReferralState.TRIED: "that you tried",
    ReferralState.REACHED: "that you talked",
    ReferralState.CAME_OF_IT: "what came of it",
    ReferralState.DECLINED: "that you said no",
    ReferralState.NOT_REACHED: "that you could not get through",
}
"""What a giver hasn't heard yet."""

REASONS = {
    DeclineReason.COMMUTE: "the commute is too long",
    DeclineReason.DUTIES: "not the kind of work",
    DeclineReason.COMPANY: "not the kind of place",
    DeclineReason.HOURS: "the hours don't fit",
    DeclineReason.PAY: "it pays too little",
    DeclineReason.LEVEL: "not the right level",
    DeclineReason.TIMING: "not the right time",
    DeclineReason.OTHER: "something else",
}
"""Why something is let go, in the order of the digits."""

SNOOZED_BECAUSE = {
    "ask": "didn't know what to ask",
    "bother": "might waste their time",
    "unsure": "not sure I want it",
    "busy": "too much going on",
    "later": "just later",
}


def wants_a_second(due: Due) -> bool:
    """Whether this is the second try of a name that was given: somebody else there may do."""
    return due.chase == ChaseKind.REFERRED and due.attempt == SECOND and bool(due.organization)


def sentence(action: Action | str, name: str) -> str:
    """`Call Marcus Webb`, `Report to Dan Cole`; the name is shown as given."""
    action = Action(action)
    return f"{SENTENCES.get(action, ACTIONS[action])} {name}".strip()


def how_often(defaults: Defaults) -> tuple[tuple[str, str, str], ...]:
    """The classes to keep in touch by, with their days: an answer, its words, what it means."""
    return (
        (TieClass.BOOSTER, f"Every {defaults.booster_days} days", "somebody who opens doors"),
        (TieClass.A, f"Every {defaults.a_days} days", "somebody close"),
        (TieClass.WEAK, f"Every {defaults.weak_days} days", "somebody you know a little"),
        (TieClass.DORMANT, "Once", "somebody you lost sight of: one word, then nothing"),
    )
