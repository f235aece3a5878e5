"""The one honest line that may stand beside a follow-up, at a moment of doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from followup_tui.records import dataclass
from followup_tui.rules.blanks import fill
from followup_tui.rules.fact_lines import Doubt, line_for, says_awkward
from followup_tui.rules.facts import Action, ReferralState, TieClass
from followup_tui.rules.letters import Kind
from followup_tui.rules.moment import Moment
from followup_tui.store import facts_shown
from followup_tui.store.agenda import Due
from followup_tui.store.person import person
from followup_tui.store.referrals import giver_sees_nothing, state_of
from followup_tui.store.timeline import last_contact
from followup_tui.store.writing import for_step
from followup_tui.words import reader

CALLS = (Action.CALL, Action.MEET)
REAL_ASKS = (Kind.FIRST_EMAIL, Kind.SECOND_EMAIL, Kind.DORMANT)
"""The messages that ask somebody for their time."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line to show, with where it comes from and where it doesn't reach."""

    id: str
    text: str
    source: str
    limits: str


def fact_for(
    due: Due, now: Moment, *, deciding: bool = False, own_words: Path | None = None
) -> Fact | None:
    """The line for this follow-up today, if there is one and none was shown today."""
    facts = _facts(due, now)
    found = (
        fact_at(doubt, now, facts, deciding=deciding, own_words=own_words)
        for doubt in doubts(due, now)
    )
    return next((fact for fact in found if fact), None)


def fact_at(
    doubt: Doubt, now: Moment, facts: Mapping[str, str] | None = None, *, deciding: bool = False,
    own_words: Path | None = None,
) -> Fact | None:  # fmt: skip
    """The line for this doubt now, if there is one, and it may be shown today."""
    line = line_for(
        doubt,
        fact_words(own_words).lines,
        now.today,
        shown=facts_shown.shown(now),
        hidden=facts_shown.hidden(),
        deciding=deciding,
        defaults=now.defaults,
    )
    text = fill(line.text, facts or {}) if line else None
    return Fact(line.id, text, line.source, line.limits) if line and text else None


def writing_doubt(contact_id: int, follow_up_id: int | None, kind: Kind) -> Doubt | None:
    """The doubt of who writes to somebody: in the place of a first call, or for a real ask."""
    if kind not in REAL_ASKS:
        return None
    step = for_step(follow_up_id) if follow_up_id is not None else None
    first = step is not None and step.action is Action.CALL and step.attempt == 1
    if first and last_contact(contact_id) is None:
        return Doubt.CALL_BECOMES_EMAIL
    return Doubt.EMAIL_FOR_AN_ASK


def feels_bad(note: str, own_words: Path | None = None) -> bool:
    """Whether what was written of a talk betrays a bad feeling about it."""
    return says_awkward(note, fact_words(own_words).awkward)


@lru_cache(maxsize=2)
def fact_words(own: Path | None = None) -> reader.FactLines:
    """The fact lines, with those in the user's folder laid over them.

    Raises:
        BadInput: The user's file can't be read.
    """
    return reader.fact_lines(own)


def doubts(due: Due, now: Moment) -> Iterator[Doubt]:
    """The moments of doubt that this follow-up is, the nearest first."""
    late = due.late_on(now.today) > 0
    if due.action is Action.THANK and late:
        yield Doubt.THANKS_OVERDUE
    if due.action in CALLS and due.attempt == 1 and due.contact_id is not None:
        if due.referral_id is not None:
            if _untried(due.referral_id):
                yield Doubt.NEW_REFERRAL
        elif person(due.contact_id).tie_class in (TieClass.WEAK, TieClass.DORMANT):
            yield Doubt.WEAK_TIE_FIRST_ATTEMPT
    old = due.given_on and (now.today - due.given_on).days > now.defaults.loop_old_days
    if old and due.referral_id is not None and giver_sees_nothing(due.referral_id, now):
        yield Doubt.LOOP_OPEN


def _untried(referral_id: int) -> bool:
    return state_of(referral_id) is ReferralState.GIVEN


def _facts(due: Due, now: Moment) -> dict[str, str]:
    days = (now.today - due.given_on).days if due.given_on else 0
    return {"referrer": due.giver, "n": str(days) if days else ""}
