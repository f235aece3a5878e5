from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.moment import Moment
from followup_tui.rules.ranking import Candidate, Terms, later_key, rank, sort_key, why
from followup_tui.rules.workdays import add_workdays, workdays_between

DENVER = ZoneInfo("America/Denver")
NINE = Moment(datetime(2026, 11, 23, 9, 0, tzinfo=DENVER))
AFTERNOON = Moment(datetime(2026, 11, 23, 14, 15, tzinfo=DENVER))


def november(day: int) -> date:
    return date(2026, 11, day)


LONDON = Candidate(
    1, Action.CALL, Owed.LENT, november(18), 3, november(10), 2, zone="Europe/London"
)
REPORT = Candidate(2, Action.REPORT_BACK, Owed.AWAITED, november(13), 2, november(12))
NEW_YORK = Candidate(
    3, Action.CALL, Owed.AWAITED, november(20), 1, november(19), 1, zone="America/New_York"
)
CLIPS = Candidate(4, Action.SEND, Owed.PROMISED, november(23), 2, november(20))
REFERRAL = Candidate(5, Action.CALL, Owed.LENT, november(24), 2, november(20))
KEEP = Candidate(6, Action.CALL, Owed.IN_TOUCH, november(2), 3, date(2026, 10, 19))
WORKED = [
    (LONDON, Terms(25, 35, 15, 3, 10, 10)),
    (REPORT, Terms(30, 40, 10, 3, 0, 0)),
    (NEW_YORK, Terms(30, 25, 5, 7, 5, 5)),
    (CLIPS, Terms(40, 20, 10, 7, 0, 0)),
    (REFERRAL, Terms(25, 15, 10, 7, 0, 5)),
    (KEEP, Terms(0, 30, 15, 0, 0, 5)),
]


@pytest.mark.parametrize(("candidate", "terms"), WORKED)
def test_the_worked_examples_add_up_term_by_term(candidate: Candidate, terms: Terms) -> None:
    assert rank(candidate, NINE) == terms


def test_the_worked_examples_come_in_their_order() -> None:
    totals = [terms.total for _, terms in WORKED]
    assert totals == [98, 83, 77, 77, 62, 50]
    ranked = sorted((c for c, _ in reversed(WORKED)), key=lambda c: sort_key(c, rank(c, NINE)))
    assert [c.id for c in ranked] == [1, 2, 3, 4, 5, 6]


def test_in_the_afternoon_london_is_closed_and_new_york_is_the_first_call() -> None:
    assert rank(LONDON, AFTERNOON) is None
    terms = rank(NEW_YORK, AFTERNOON)
    assert terms is not None and terms.reach == 10 and terms.total == 82
    calls = [c for c, _ in WORKED if c.action is Action.CALL]
    ranked = sorted(calls, key=lambda c: sort_key(c, rank(c, AFTERNOON)))
    assert ranked[0] == NEW_YORK and ranked[-1] == LONDON


def test_only_a_call_waits_for_their_hours() -> None:
    night = Moment(datetime(2026, 11, 23, 23, 30, tzinfo=DENVER))
    assert rank(CLIPS, night) == rank(CLIPS, NINE)
    assert rank(KEEP, night) is None


def test_a_half_is_rounded_up() -> None:
    terms = rank(CLIPS._replace(fresh_from=november(9)), NINE)
    assert terms is not None and terms.fresh == 3


def test_a_talk_logged_for_tomorrow_is_no_fresher_than_today() -> None:
    terms = rank(CLIPS._replace(fresh_from=november(24)), NINE)
    assert terms is not None and terms.fresh == 10


def test_a_holiday_is_no_day_late() -> None:
    closed = NINE._replace(holidays=frozenset({november(20), november(23)}))
    on_time, off = rank(REPORT, NINE), rank(REPORT._replace(first_due=november(19)), closed)
    assert on_time is not None and off is not None
    assert off.late == 20


def test_later_calls_come_by_the_hour_they_open() -> None:
    night = Moment(datetime(2026, 11, 23, 20, 0, tzinfo=DENVER))
    tokyo = Candidate(7, Action.CALL, Owed.CHASE, november(23), zone="Asia/Tokyo", hours="13-17")
    ranked = sorted([NEW_YORK, LONDON, tokyo], key=lambda c: later_key(c, night))
    assert [c.id for c in ranked] == [7, 1, 3]


def test_the_reason_names_each_term_and_its_sum() -> None:
    assert why(Terms(40, 40, 5, 4, 10, 5), Owed.PROMISED) == (
        "promised 40 + late 40 + tie 5 + fresh 4 + put off 10 + in their hours 5 = 104"
    )
    assert why(Terms(0, 20, 0, 0, 0, 10), Owed.IN_TOUCH) == (
        "keep in touch 0 + due 20 + their day ends soon 10 = 30"
    )
    assert why(Terms(15, 0, 0, 0, 0, 0), Owed.CHASE) == "next try 15 = 15"


DAYS = st.dates(november(1), date(2026, 12, 31))
CANDIDATES = st.builds(
    Candidate,
    id=st.integers(1, 10**6),
    action=st.sampled_from(Action),
    owed=st.sampled_from(Owed),
    first_due=DAYS,
    stars=st.integers(0, 3),
    fresh_from=st.none() | DAYS,
    snoozes=st.integers(0, 4),
    name=st.text(max_size=3),
)


def total(candidate: Candidate) -> int:
    terms = rank(candidate, NINE)
    assert terms is not None
    return terms.total


@given(CANDIDATES)
def test_one_more_workday_late_snooze_or_star_never_lowers_the_sum(candidate: Candidate) -> None:
    before = total(candidate)
    earlier = candidate.first_due
    while workdays_between(earlier, candidate.first_due) < 1:
        earlier -= timedelta(days=1)
    assert total(candidate._replace(first_due=earlier)) >= before
    assert total(candidate._replace(snoozes=candidate.snoozes + 1)) >= before
    assert total(candidate._replace(stars=min(3, candidate.stars + 1))) >= before


@given(st.lists(CANDIDATES, max_size=12, unique_by=lambda c: c.id), st.randoms())
def test_the_order_is_total_and_does_not_depend_on_where_it_began(
    candidates: list[Candidate], chance: object
) -> None:
    ranked = sorted(candidates, key=lambda c: sort_key(c, rank(c, NINE)))
    shuffled = list(candidates)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(shuffled, key=lambda c: sort_key(c, rank(c, NINE))) == ranked
    assert len({sort_key(c, rank(c, NINE)) for c in candidates}) == len(candidates)


@given(CANDIDATES, CANDIDATES)
def test_a_promise_due_today_to_one_star_beats_any_keeping_in_touch(
    one: Candidate, other: Candidate
) -> None:
    promise = one._replace(owed=Owed.PROMISED, first_due=NINE.today, stars=max(1, one.stars))
    # The shortest cadence is 14 days from the last talk; a snooze counts the same for both.
    talk = min(other.fresh_from or NINE.today, NINE.today - timedelta(days=14))
    keep = other._replace(owed=Owed.IN_TOUCH, fresh_from=talk, snoozes=0)
    assume(keep.first_due <= add_workdays(NINE.today, 60))
    assert total(promise) >= 65
    assert total(keep) <= 58
    assert total(promise._replace(snoozes=one.snoozes)) > total(keep._replace(snoozes=one.snoozes))


def test_equals_go_by_due_day_then_age_then_name_then_number() -> None:
    """All of one sum: the later they are told apart, the further down they stand."""
    born = datetime(2026, 11, 1, 9, 0, tzinfo=DENVER)
    same = Candidate(
        9, Action.SEND, Owed.LENT, november(2), created=born, name="Bea", stars=1,
    )  # fmt: skip
    in_order = [
        same._replace(id=1),
        same._replace(id=2, first_due=november(3), created=born - timedelta(days=1)),
        same._replace(id=4, first_due=november(3), name="ana"),
        same._replace(id=3, first_due=november(3)),
        same._replace(id=5, first_due=november(3)),
        same._replace(id=6, first_due=november(3), created=None, name="Ana"),
    ]
    assert len({total(one) for one in in_order}) == 1, "they are equal but for the order"
    for began in (in_order, in_order[::-1]):
        assert sorted(began, key=lambda c: sort_key(c, rank(c, NINE))) == in_order
