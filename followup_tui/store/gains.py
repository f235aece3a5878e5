"""What a session brought: calls made, messages sent, loops closed, promises kept."""

from __future__ import annotations

from datetime import datetime

from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, Channel, FollowUpState, Outcome, Owed
from followup_tui.store.calling import UNREACHED
from followup_tui.store.dealings import FollowUp, Touch


@dataclass(frozen=True, slots=True)
class Gains:
    """Counts since a session began."""

    calls: int
    """Calls made, whoever answered."""
    messages: int
    """Messages sent, on any way."""
    loops: int
    """People told what became of a name they gave."""
    promises: int
    """Promises of mine kept."""


def gains(since: datetime) -> Gains:
    """What was done from this instant on."""
    calls = Touch.select().where(
        Touch.logged_at >= since,
        Touch.channel == Channel.CALL,
        Touch.outcome.in_((Outcome.TALKED, *UNREACHED)),
    )
    messages = Touch.select().where(Touch.logged_at >= since, Touch.outcome == Outcome.SENT)
    told = FollowUp.select(FollowUp.contact).where(
        FollowUp.action == Action.REPORT_BACK,
        FollowUp.state == FollowUpState.DONE,
        FollowUp.closed_at >= since,
    )
    kept = FollowUp.select().where(
        FollowUp.owed == Owed.PROMISED,
        FollowUp.state == FollowUpState.DONE,
        FollowUp.closed_at >= since,
    )
    return Gains(calls.count(), messages.count(), told.distinct().count(), kept.count())
