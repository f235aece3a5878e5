"""The cards of one review: which come in which step, dealt once, in the order of rank."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from followup_tui.records import dataclass
from followup_tui.rules.facts import Action, Owed


class Step(StrEnum):
    """The steps of a review, in order."""

    BRIEF = "brief"
    CATCH_UP = "catch_up"
    """Only after an absence."""
    CATCH = "catch"
    WARM_UP = "warm_up"
    DECIDE = "decide"
    CALLS = "calls"
    """Calls and messages by rank."""
    WAITING = "waiting"
    TOMORROW = "tomorrow"
    END = "end"


@dataclass(frozen=True, slots=True)
class Offer:
    """An open follow-up that a review may offer."""

    id: int
    contact: int
    action: Action
    owed: Owed
    organization: str = ""
    """Its canonical key; empty without one."""
    late: bool = False
    decide: bool = False
    """Whether it must be decided on: `snoozing.must_decide`."""


@dataclass(frozen=True, slots=True)
class Card:
    """An offer in its step."""

    id: int
    step: Step
    contact: int
    action: Action
    owed: Owed
    organization: str = ""
    late: bool = False

    @property
    def steps_back(self) -> bool:
        """Whether it can wait a day when somebody at the same place was called today.

        What was promised, or what they wait for, can't; and a decision isn't a call.
        """
        waits = self.owed not in {Owed.PROMISED, Owed.AWAITED}
        return bool(self.organization) and self.step is Step.CALLS and waits


EASE = (
    Action.THANK,
    Action.REPORT_BACK,
    Action.SEND,
    Action.PASS_ON,
    Action.TEXT,
    Action.CHAT,
    Action.EMAIL,
)
"""What a session may begin with, the easiest first."""


def deal(ranked: Sequence[Offer]) -> tuple[Card, ...]:
    """The offers as cards: one easy message first, then decisions, then the rest, by rank."""
    easy = [offer for offer in ranked if offer.action in EASE and not offer.decide]
    first = min(easy, key=lambda offer: EASE.index(offer.action), default=None)
    warm = [_card(first, Step.WARM_UP)] if first else []
    decide = [_card(offer, Step.DECIDE) for offer in ranked if offer.decide]
    rest = [offer for offer in ranked if not offer.decide and offer is not first]
    return (*warm, *decide, *(_card(offer, Step.CALLS) for offer in rest))


def _card(offer: Offer, step: Step) -> Card:
    return Card(
        offer.id, step, offer.contact, offer.action, offer.owed, offer.organization, offer.late
    )
