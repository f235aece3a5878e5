"""Reviews to play through."""

from __future__ import annotations

from datetime import date

from followup_tui.rules.deck import Offer, Step
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.review import Answer, Review, answer, is_over, place

MONDAY = date(2026, 11, 23)


def call(number: int, organization: str = "", owed: Owed = Owed.CHASE, **more: bool) -> Offer:
    return Offer(number, number, Action.CALL, owed, organization, **more)


def past_pages(review: Review) -> Review:
    """The session at its first card."""
    while place(review).card is None and not is_over(review):
        given = Answer.CHOSE if place(review).step is Step.CATCH_UP else Answer.NEXT
        review = answer(review, given, 0)
    return review


def played(review: Review, *answers: Answer, seconds: int = 0) -> Review:
    for one in answers:
        review = answer(review, one, seconds)
    return review


def offered(review: Review) -> list[int]:
    """The cards from here on when each is answered with a decision."""
    seen = []
    while (card := place(review).card) is not None:
        seen.append(card.id)
        review = answer(review, Answer.DONE, 0)
    return seen


THANK = Offer(1, 1, Action.THANK, Owed.LENT)
REPORT = Offer(2, 2, Action.REPORT_BACK, Owed.AWAITED)
WORN = call(3, decide=True)
RANKED = [call(4), REPORT, WORN, THANK, call(5)]
