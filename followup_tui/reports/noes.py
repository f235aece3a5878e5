"""A no, ready to be said: to whom, with which words, and who hears of it besides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from followup_tui.records import dataclass
from followup_tui.reports.drafts import Asked, written
from followup_tui.rules.facts import DeclineReason
from followup_tui.rules.letters import Kind
from followup_tui.rules.moment import Moment
from followup_tui.store import declining
from followup_tui.store.declining import AtStake
from followup_tui.store.person import person


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that is ready to go."""

    contact_id: int
    name: str
    kind: Kind
    subject: str
    body: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class No:
    """What a no says, and to whom."""

    about: str
    """What is let go."""
    message: Outgoing | None
    report: Outgoing | None
    """The word to who gave the name, where the message isn't to them already."""


def no_to(
    now: Moment, reason: DeclineReason, *, follow_up_id: int | None = None,
    lead_id: int | None = None, own_words: Path | None = None,
) -> No:  # fmt: skip
    """The messages that go with letting go a follow-up, or a lead.

    Raises:
        NotFound: There is no such follow-up or lead.
    """
    stake = declining.at_stake(follow_up_id=follow_up_id, lead_id=lead_id)
    asked = Asked(
        stake.follow_up_id, referral_id=stake.referral_id, reason=reason, own_words=own_words,
        told={"lead": stake.lead},
    )  # fmt: skip
    to, kind = _message_to(stake)
    message = _outgoing(to, kind, now, asked) if to is not None else None
    report = None
    if stake.giver_id is not None and stake.giver_id != to:
        report = _outgoing(stake.giver_id, Kind.R4, now, asked)
    return No(stake.about, message, report)


def _message_to(stake: AtStake) -> tuple[int | None, Kind]:
    """Who is told no: those the lead is talked over with, else who gave the name or the tip."""
    if stake.lead_talked and stake.dealt_with_id is not None:
        return stake.dealt_with_id, Kind.DECLINE_LEAD
    if stake.giver_id is not None and stake.untried:
        return stake.giver_id, Kind.DECLINE_INTRODUCTION
    if stake.giver_id is None and stake.offered_by_id is not None:
        return stake.offered_by_id, Kind.ON_THE_SPOT
    return None, Kind.DECLINE_LEAD


def _outgoing(to: int, kind: Kind, now: Moment, asked: Asked) -> Outgoing:
    found, draft = written(to, now, replace(asked, kind=kind))
    return Outgoing(to, person(to).name, found, draft.subject, draft.body, draft.asks)
