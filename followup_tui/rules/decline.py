"""Saying no, or letting go: which reason, and what it closes. A no is follow-through."""

from __future__ import annotations

from collections.abc import Iterable

from followup_tui.records import dataclass
from followup_tui.rules.facts import (
    ENDED,
    Action,
    DeclineReason,
    FollowUpState,
    ReferralState,
    Stage,
)
from followup_tui.rules.loop import MOVES

STILL_OWED = frozenset({Action.THANK, Action.REPORT_BACK, Action.PASS_ON})
"""Words owed to people; a no doesn't take them off."""

DIGITS = dict(enumerate(DeclineReason, start=1))
"""The eight reasons by the digit that chooses them."""


@dataclass(frozen=True, slots=True)
class OpenStep:
    """An open follow-up, as far as a decline is concerned."""

    id: int
    action: Action
    lead: int | None = None
    referral: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """What a decline writes, all in one step."""

    follow_ups: dict[int, FollowUpState]
    """The open follow-ups it closes, each with how."""
    lead_stage: Stage | None
    """The stage the lead goes to; None without an open lead."""
    referral_state: ReferralState | None
    """The state the referral goes to; None without one that can be declined."""
    tell_lead: bool
    """Whether a message that says no, and what I look for, fits."""
    report_first: bool
    """Whether who gave the name hears of it, *before* the no goes out."""


def declining(
    step: OpenStep,
    others: Iterable[OpenStep] = (),
    *,
    stage: Stage | None = None,
    referral: ReferralState | None = None,
) -> Closing:
    """What declining `step` closes, with its lead and its referral.

    Args:
        step: The follow-up at hand.
        others: The open follow-ups of the same lead or referral.
        stage: The stage of its lead, if it has one.
        referral: The state of its referral, if it has one.
    """
    same = [one for one in others if _shares(step, one) and one.action not in STILL_OWED]
    closed = {one.id: FollowUpState.DROPPED for one in same}
    closed[step.id] = FollowUpState.DECLINED
    open_lead = stage is not None and stage not in ENDED
    may_decline = referral is not None and ReferralState.DECLINED in MOVES[referral]
    return Closing(
        follow_ups=closed,
        lead_stage=Stage.DECLINED if open_lead else None,
        referral_state=ReferralState.DECLINED if may_decline else None,
        tell_lead=open_lead and stage is not Stage.NEW,
        report_first=may_decline,
    )


def _shares(one: OpenStep, other: OpenStep) -> bool:
    lead = one.lead is not None and one.lead == other.lead
    return lead or (one.referral is not None and one.referral == other.referral)
