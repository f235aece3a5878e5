"""The daily review: a session is the cards dealt and the answers given, and nothing else.

Where it stands is worked out from the answers, so that taking one back, going on after a crash,
and playing the same session twice are all the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from followup_tui.errors import Refused
from followup_tui.records import dataclass
from followup_tui.rules.deck import Card, Offer, Step, deal
from followup_tui.rules.defaults import DEFAULTS, Defaults

MINUTE = 60


class Answer(StrEnum):
    """What the user did with a card or a page."""

    NEXT = "next"
    """A page was read."""
    CHOSE = "chose"
    """The late ones to keep today were chosen."""
    GO_ON = "go_on"
    STOP = "stop"
    CALLED = "called"
    TRIED = "tried"
    """A call that nobody answered, or a voicemail."""
    DONE = "done"
    """Anything else that is done: a message sent, a thing handed in."""
    SNOOZED = "snoozed"
    DECLINED = "declined"
    PARKED = "parked"
    SKIPPED = "skipped"
    """Comes back once, at the end; not an answer that counts."""
    GONE = "gone"
    """It was settled elsewhere meanwhile."""


DECISIONS = frozenset(
    {Answer.CALLED, Answer.TRIED, Answer.DONE, Answer.SNOOZED, Answer.DECLINED, Answer.PARKED,
     Answer.GONE}
)  # fmt: skip
"""The answers that settle a card for today."""
_CALLS = frozenset({Answer.CALLED, Answer.TRIED})


@dataclass(frozen=True, slots=True)
class Taken:
    """One answer, and how long the session had lasted by then."""

    answer: Answer
    seconds: int
    card: int | None = None
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one session may hold, as the settings said when it began."""

    cards: int
    decide_cards: int
    catch_up_cards: int
    box_seconds: int
    go_on_seconds: int


@dataclass(frozen=True, slots=True)
class Review:
    """One session: what was dealt, and the answers in order."""

    day: date
    cards: tuple[Card, ...]
    limits: Limits
    absent: bool = False
    """Whether it begins by catching up."""
    called: Mapping[str, int] = field(default_factory=dict)
    """Organizations called before it began, today, and the contact called there."""
    taken: tuple[Taken, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands."""

    step: Step
    card: Card | None = None
    asks_go_on: bool = False
    """Whether the time box is full: the answer is `go_on` or `stop`."""
    again: bool = False
    """Whether the card was skipped before."""


def begin(
    day: date,
    ranked: Sequence[Offer],
    *,
    missed: int = 0,
    called: Mapping[str, int] | None = None,
    defaults: Defaults = DEFAULTS,
) -> Review:
    """A fresh session.

    Args:
        day: The user's day.
        ranked: What is due or overdue and can be done now, by rank, decisions among it.
        missed: Workdays without a review: `missed_workdays`.
        called: Organizations called today already, and the contact called there.
        defaults: The caps and the time box.
    """
    limits = Limits(
        cards=defaults.cards,
        decide_cards=defaults.decide_cards,
        catch_up_cards=defaults.catch_up_cards,
        box_seconds=defaults.box_minutes * MINUTE,
        go_on_seconds=defaults.go_on_minutes * MINUTE,
    )
    some_late = any(offer.late for offer in ranked)
    absent = missed >= defaults.absent_workdays and some_late
    return Review(day, deal(ranked), limits, absent, dict(called or {}))


def answer(review: Review, given: Answer, seconds: int, chosen: Collection[int] = ()) -> Review:
    """The session after `given`, which was given `seconds` of session time after it began.

    Raises:
        Refused: the answer isn't one where the session stands; the message says why.
    """
    here = place(review)
    _allowed(review, here, given, chosen)
    at = max(seconds, review.taken[-1].seconds if review.taken else 0)
    is_card = here.card is not None and not here.asks_go_on
    card = here.card.id if is_card and here.card else None
    kept = tuple(one.id for one in review.cards if one.id in chosen)
    return replace(review, taken=(*review.taken, Taken(given, at, card, kept)))


def _allowed(review: Review, here: Place, given: Answer, chosen: Collection[int]) -> None:
    if here.asks_go_on:
        fit = given in {Answer.GO_ON, Answer.STOP}
    elif here.card:
        fit = given in DECISIONS or given in {Answer.SKIPPED, Answer.STOP}
    elif here.step is Step.CATCH_UP:
        fit = given is Answer.CHOSE
    else:
        fit = given is Answer.NEXT and here.step is not Step.END
    if not fit:
        raise Refused(f'"{given}" is no answer here')
    if given is Answer.SNOOZED and here.step is Step.DECIDE:
        raise Refused("put off twice already: this one is to be decided, not put off")
    late = {card.id for card in review.cards if card.late}
    if not set(chosen) <= late or len(set(chosen)) > review.limits.catch_up_cards:
        raise Refused(f"choose up to {review.limits.catch_up_cards} of those that are late")


def taken_back(review: Review) -> Review:
    """The session without its last answer.

    Raises:
        Refused: nothing was answered yet.
    """
    if not review.taken:
        raise Refused("nothing was answered in this review yet")
    return replace(review, taken=review.taken[:-1])


def place(review: Review) -> Place:
    """Where the session stands: a page, a card, or the question whether to go on."""
    pages = [Step.BRIEF, *([Step.CATCH_UP] if review.absent else []), Step.CATCH]
    read = sum(one.answer in {Answer.NEXT, Answer.CHOSE} for one in review.taken)
    if read < len(pages):
        return Place(pages[read])
    stopped = any(one.answer is Answer.STOP for one in review.taken)
    card = None if stopped else next(iter(to_come(review)), None)
    if card:
        again = any(one.card == card.id for one in review.taken)
        return Place(card.step, card, _box_is_full(review), again)
    pages += [*([] if stopped else [Step.WAITING]), Step.TOMORROW, Step.END]
    return Place(pages[min(read, len(pages) - 1)])


def box_ends(review: Review) -> int:
    """After how many seconds of session time the time box is full."""
    full_at = review.limits.box_seconds
    for one in review.taken:
        if one.answer is Answer.GO_ON:
            full_at = one.seconds + review.limits.go_on_seconds
    return full_at


def _box_is_full(review: Review) -> bool:
    return bool(review.taken) and review.taken[-1].seconds >= box_ends(review)


def to_come(review: Review) -> tuple[Card, ...]:
    """The cards still to be offered, as far as can be known now; the first is the one at hand."""
    shown = {one.card for one in review.taken if one.card is not None}
    settled = {one.card for one in review.taken if one.answer in DECISIONS}
    fresh = [card for card in hand(review) if card.id not in shown and not _waits(review, card)]
    decided = sum(card.step is Step.DECIDE and card.id in shown for card in review.cards)
    spare = max(0, review.limits.decide_cards - decided)
    decide = [card for card in fresh if card.step is Step.DECIDE][:spare]
    fresh = [card for card in fresh if card.step is not Step.DECIDE or card in decide]
    fresh = fresh[: max(0, review.limits.cards - len(shown))]
    skipped = [one.card for one in review.taken if one.answer is Answer.SKIPPED]
    once = [one for one in skipped if skipped.count(one) == 1 and one not in settled]
    by_id = {card.id: card for card in review.cards}
    back = [by_id[one] for one in once if one is not None]
    return (*fresh, *(card for card in back if not _waits(review, card)))


def hand(review: Review) -> tuple[Card, ...]:
    """The cards this session is about: all of them, or after an absence those not late and
    those chosen.
    """
    chosen = next((one.chosen for one in review.taken if one.answer is Answer.CHOSE), None)
    if chosen is None:
        return review.cards
    return tuple(card for card in review.cards if not card.late or card.id in chosen)


def spread_out(review: Review) -> tuple[int, ...]:
    """The late ones that weren't chosen when catching up, by rank: to be spread over the week."""
    kept = {card.id for card in hand(review)}
    return tuple(card.id for card in review.cards if card.id not in kept)


def _waits(review: Review, card: Card) -> bool:
    """Whether somebody else at its organization was called today."""
    if not card.steps_back:
        return False
    by_id = {one.id: one for one in review.cards}
    called = dict(review.called)
    for one in review.taken:
        if one.answer in _CALLS and one.card is not None:
            called.setdefault(by_id[one.card].organization, by_id[one.card].contact)
    return called.get(card.organization, card.contact) != card.contact


def rest(review: Review) -> tuple[Card, ...]:
    """The cards without an answer that counts: skipped, stepped back, or not reached."""
    settled = {one.card for one in review.taken if one.answer in DECISIONS}
    return tuple(card for card in review.cards if card.id not in settled)


def progress(review: Review) -> tuple[int, int]:
    """How many cards have had an answer or were skipped, and how many there will be in all."""
    shown = {one.card for one in review.taken if one.card is not None}
    return len(shown), len(shown | {card.id for card in to_come(review)})


def counted(review: Review) -> Counter[Answer]:
    """How often each answer was given to a card."""
    return Counter(one.answer for one in review.taken if one.card is not None)


def is_over(review: Review) -> bool:
    """Whether the session has come to its end: then the day counts as reviewed."""
    return place(review).step is Step.END
