"""The one honest line that may stand beside a follow-up, at a moment of doubt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from followup_tui.records import dataclass
from followup_tui.rules.blanks import fill
from followup_tui.rules.fact_lines import Doubt, line_for
from followup_tui.rules.facts import Action, TieClass
from followup_tui.rules.moment import Moment
from followup_tui.store import facts_shown
from followup_tui.store.agenda import Due
from followup_tui.store.person import person
from followup_tui.words import reader

CALLS = (Action.CALL, Action.MEET)


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
    lines, shown, hidden = fact_words(own_words), facts_shown.shown(now), facts_shown.hidden()
    for doubt in doubts(due, now):
        line = line_for(
            doubt,
            lines.lines,
            now.today,
            shown=shown,
            hidden=hidden,
            deciding=deciding,
            defaults=now.defaults,
        )
        text = fill(line.text, _facts(due, now)) if line else None
        if line and text:
            return Fact(line.id, text, line.source, line.limits)
    return None


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
            yield Doubt.NEW_REFERRAL
        elif person(due.contact_id).tie_class in (TieClass.WEAK, TieClass.DORMANT):
            yield Doubt.WEAK_TIE_FIRST_ATTEMPT
    if due.given_on and (now.today - due.given_on).days > now.defaults.loop_old_days:
        yield Doubt.LOOP_OPEN


def _facts(due: Due, now: Moment) -> dict[str, str]:
    days = (now.today - due.given_on).days if due.given_on else 0
    return {"referrer": due.giver, "n": str(days) if days else ""}
