"""Any review whatever: what holds for every deck of cards and every answer."""

from __future__ import annotations

import json
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from rules.sittings import MONDAY

from followup_tui.rules.deck import Offer, Step
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.resuming import from_plain, to_plain
from followup_tui.rules.review import (
    DECISIONS,
    Answer,
    Place,
    Review,
    answer,
    begin,
    is_over,
    place,
    rest,
    taken_back,
    to_come,
)

OFFERS = st.lists(
    st.builds(
        Offer,
        id=st.integers(1, 99),
        contact=st.integers(1, 12),
        action=st.sampled_from(Action),
        owed=st.sampled_from(Owed),
        organization=st.sampled_from(["", "ridgeline", "cobalt"]),
        late=st.booleans(),
        decide=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda offer: offer.id,
)


def choice(review: Review, here: Place, chance: Random) -> tuple[Answer, list[int]]:
    if here.asks_go_on:
        return chance.choice([Answer.GO_ON, Answer.STOP]), []
    if here.card:
        fit = sorted({*DECISIONS, Answer.SKIPPED} - (
            {Answer.SNOOZED} if here.step is Step.DECIDE else set()))  # fmt: skip
        return chance.choice(fit), []
    if here.step is Step.CATCH_UP:
        late = [card.id for card in review.cards if card.late]
        return Answer.CHOSE, chance.sample(late, min(len(late), chance.randint(0, 5)))
    return Answer.NEXT, []


def played_out(offers: list[Offer], missed: int, chance: Random) -> list[Review]:
    """Every state of a session played to its end by chance."""
    states = [begin(MONDAY, offers, missed=missed)]
    seconds = 0
    while not is_over(states[-1]):
        seconds += chance.randint(0, 400)
        given, chosen = choice(states[-1], place(states[-1]), chance)
        states.append(answer(states[-1], given, seconds, chosen))
    return states


SESSIONS = given(OFFERS, st.integers(0, 5), st.randoms(use_true_random=False))


@SESSIONS
def test_every_card_has_one_answer_or_is_in_the_rest(
    offers: list[Offer], missed: int, chance: Random
) -> None:
    end = played_out(offers, missed, chance)[-1]
    settled = [one.card for one in end.taken if one.answer in DECISIONS]
    assert len(settled) == len(set(settled))
    assert sorted([*settled, *(card.id for card in rest(end))]) == sorted(o.id for o in offers)


@SESSIONS
def test_the_caps_and_the_box_hold(offers: list[Offer], missed: int, chance: Random) -> None:
    states = played_out(offers, missed, chance)
    shown = [one.card for one in states[-1].taken if one.card is not None]
    decide = {offer.id for offer in offers if offer.decide}
    assert len(set(shown)) <= DEFAULTS.cards
    assert len(set(shown) & decide) <= DEFAULTS.decide_cards
    assert all(shown.count(card) <= 2 for card in shown)
    boxed = (s for s in states if place(s).card and s.taken and s.taken[-1].seconds >= 20 * 60)
    assert all(
        place(s).asks_go_on or any(one.answer is Answer.GO_ON for one in s.taken) for s in boxed
    )


@SESSIONS
def test_within_a_step_the_cards_come_by_rank_and_skipped_ones_after_all(
    offers: list[Offer], missed: int, chance: Random
) -> None:
    here = [place(state) for state in played_out(offers, missed, chance)]
    ranks = {offer.id: n for n, offer in enumerate(offers)}
    for step in (Step.WARM_UP, Step.DECIDE, Step.CALLS):
        fresh = [ranks[p.card.id] for p in here
                 if p.card and p.step is step and not p.again and not p.asks_go_on]  # fmt: skip
        assert fresh == sorted(fresh)
    again = [p.again for p in here if p.card]
    assert again == sorted(again)


@SESSIONS
def test_nobody_else_of_a_place_is_offered_after_a_call_there(
    offers: list[Offer], missed: int, chance: Random
) -> None:
    states = played_out(offers, missed, chance)
    by_id = {offer.id: offer for offer in offers}
    for state in states:
        calls = [by_id[one.card] for one in state.taken
                 if one.card and one.answer in {Answer.CALLED, Answer.TRIED}]  # fmt: skip
        card = place(state).card
        if not calls or not card or not card.steps_back:
            continue
        same = [one for one in calls if one.organization == card.organization]
        assert not same or same[0].contact == card.contact


@SESSIONS
def test_any_session_can_be_taken_back_to_its_start_and_resumed_at_any_point(
    offers: list[Offer], missed: int, chance: Random
) -> None:
    states = played_out(offers, missed, chance)
    for before, after in pairwise(states):
        assert taken_back(after) == before
        assert from_plain(json.loads(json.dumps(to_plain(after)))) == after


@given(OFFERS, st.integers(0, 5), st.integers())
def test_the_same_answers_give_the_same_session(
    offers: list[Offer], missed: int, seed: int
) -> None:
    once, twice = (played_out(offers, missed, Random(seed)) for _ in range(2))
    assert once == twice
    assert [to_come(state) for state in once] == [to_come(state) for state in twice]
