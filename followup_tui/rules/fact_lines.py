"""One honest line at a moment of doubt: which one, and whether it is shown at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from followup_tui.records import dataclass
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.rules.folding import fold


class Doubt(StrEnum):
    """The moments at which a line may help."""

    WEAK_TIE_FIRST_ATTEMPT = "weak_tie_first_attempt"
    CALL_BECOMES_EMAIL = "call_becomes_email"
    LOG_SAYS_AWKWARD = "log_says_awkward"
    FIRST_SNOOZE_OF_REFERRAL = "first_snooze_of_referral"
    AFRAID_TO_BOTHER = "afraid_to_bother"
    EMAIL_FOR_AN_ASK = "email_for_an_ask"
    THANKS_OVERDUE = "thanks_overdue"
    NEW_REFERRAL = "new_referral"
    LOOP_OPEN = "loop_open"


class Line(Protocol):
    """A fact line, as the words files hold it."""

    @property
    def id(self) -> str:
        """Its name in the record of what was shown."""

    @property
    def moment(self) -> str:
        """The doubt it is for."""

    @property
    def repeats(self) -> bool:
        """Whether the same one may come again soon."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A line that was shown."""

    id: str
    on: date


AnyLine = TypeVar("AnyLine", bound=Line)


def line_for(
    doubt: Doubt,
    lines: Iterable[AnyLine],
    today: date,
    *,
    shown: Sequence[Shown] = (),
    hidden: Collection[str] = (),
    deciding: bool = False,
    defaults: Defaults = DEFAULTS,
) -> AnyLine | None:
    """The line to show at `doubt`, or None: at most one a day, none while deciding, the same
    one not within a fortnight (unless it is about the user's own record), a hidden one never.
    """
    if deciding or any(one.on == today for one in shown):
        return None
    recent = {one.id for one in shown if (today - one.on).days < defaults.fact_repeat_days}
    fit = (line for line in lines if line.moment == doubt and line.id not in hidden)
    return next((line for line in fit if line.repeats or line.id not in recent), None)


def says_awkward(note: str, words: Iterable[str]) -> bool:
    """Whether a note has one of `words` that betray a bad feeling about a talk."""
    folded = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in fold(note)).split())} "
    return any(f" {fold(word)} " in folded for word in words)
