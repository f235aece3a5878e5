"""Each number of the weekly page, against tables small enough to count by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from followup_tui.rules import metrics, record
from followup_tui.rules.events import Moved, Name, Planned, Stamp, Step, Touched
from followup_tui.rules.facts import Action, FollowUpState, Outcome, Owed, ReferralState
from followup_tui.rules.metrics import Middle, Share
from followup_tui.rules.workdays import day_of

TODAY = date(2026, 11, 23)
"""A Monday. The window begins on Tuesday 27 October."""
DENVER = ZoneInfo("America/Denver")
THANKSGIVING = frozenset({date(2026, 11, 26)})


def november(day: int) -> date:
    return date(2026, 11, day)


def at(day: int, clock: str = "12:00") -> Stamp:
    when = datetime.fromisoformat(f"2026-11-{day:02}T{clock}").replace(tzinfo=DENVER)
    return Stamp(when, day_of(when))


def step(
    first_due: date,
    closed: Stamp | None = None,
    state: FollowUpState = FollowUpState.DONE,
    **more: object,
) -> Step:
    kept: dict[str, object] = {"contact": 1, "action": Action.CALL, "owed": Owed.CHASE, **more}
    state = state if closed else FollowUpState.OPEN
    return Step(id=1, state=state, first_due=first_due, closed=closed, **kept)  # type: ignore[arg-type]


def talk(row: int, when: Stamp, minutes: int | None = 20, **more: object) -> Touched:
    kept: dict[str, object] = {"contact": 1, "outcome": Outcome.TALKED, **more}
    return Touched(id=row, when=when, minutes=minutes, **kept)  # type: ignore[arg-type]


def test_fewer_than_three_are_too_few_to_say() -> None:
    assert str(Share(1, 2)) == "too few to say" and Share(1, 2).percent is None
    assert str(Share(1, 3)) == "1 of 3" and Share(1, 3).percent == 33
    assert Middle.of([1, 2]) == Middle(None, 2)
    assert Middle.of([1, 9, 2]) == Middle(2, 3)


def test_the_window_is_twenty_eight_days_with_today() -> None:
    assert metrics.within(TODAY, TODAY)
    assert metrics.within(date(2026, 10, 27), TODAY)
    assert not metrics.within(date(2026, 10, 26), TODAY)
    assert not metrics.within(november(24), TODAY)


def test_m1_acts_on_the_day_or_the_business_day_after_count() -> None:
    friday = november(20)
    assert metrics.follow_through(
        [
            step(friday, at(20)),
            step(friday, at(23)),  # Monday is one business day after.
            step(friday, at(21), FollowUpState.DECLINED),
            step(friday, at(20), FollowUpState.ATTEMPTED),
            step(november(18), at(20)),  # Two business days: too late.
            step(november(18)),  # Still open.
            step(november(18), at(19), FollowUpState.DROPPED),  # Let go without a word.
            step(november(18), at(18), FollowUpState.DROPPED),  # Gave way: it never was due.
            step(november(24), at(20)),  # Due tomorrow: not in the window.
            step(date(2026, 10, 26), at(1)),  # Due before it.
        ],
        TODAY,
    ) == Share(4, 7)


def test_m1_snoozing_moves_nothing() -> None:
    late = [step(november(16), at(23), snoozes=n) for n in (0, 1, 2)]
    assert metrics.follow_through(late, TODAY) == Share(0, 3)


def test_m1_skips_the_users_holidays() -> None:
    wednesday = step(november(25), at(27))
    assert metrics.follow_through([wednesday], november(30)) == Share(0, 1)
    assert metrics.follow_through([wednesday], november(30), THANKSGIVING) == Share(1, 1)


def test_a_number_of_a_day_gone_by_knows_nothing_of_what_came_after() -> None:
    friday = [step(november(20), at(23))]
    assert metrics.follow_through(friday, november(20)) == Share(0, 1)
    assert metrics.follow_through(friday, november(23)) == Share(1, 1)


def test_what_is_done_after_midnight_was_done_that_day() -> None:
    late, too_late = (
        step(november(19), at(20, clock), owed=Owed.PROMISED) for clock in ("00:30", "04:00")
    )
    assert metrics.promises_kept([late, too_late], TODAY) == Share(1, 2)


def test_m2_a_promise_is_kept_by_its_day_or_not_at_all() -> None:
    def mine(first_due: date, closed: Stamp | None = None, state=FollowUpState.DONE) -> Step:
        return step(first_due, closed, state, owed=Owed.PROMISED)

    assert metrics.promises_kept(
        [
            mine(november(20), at(20)),
            mine(november(20), at(16)),
            mine(november(20), at(20), FollowUpState.ATTEMPTED),  # The call that I promised.
            mine(november(20), at(21)),  # The day after is too late here.
            mine(november(20), at(20), FollowUpState.DECLINED),
            mine(november(20)),
            mine(november(20), at(12), FollowUpState.DROPPED),  # Not asked for any more.
            step(november(20), at(20)),  # No promise.
        ],
        TODAY,
    ) == Share(3, 6)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at(23, "10:00"), at(23, "12:30"), 2.5),
        (at(23, "16:00"), at(24, "10:00"), 2),  # One hour, and one the next morning.
        (at(20, "16:30"), at(23, "09:30"), 1),  # Friday to Monday.
        (at(21, "10:00"), at(22, "18:00"), 0),  # A weekend.
        (at(23, "06:00"), at(23, "20:00"), 8),
    ],
)
def test_business_hours_are_nine_to_five_on_workdays(
    start: Stamp, end: Stamp, hours: float
) -> None:
    assert metrics.business_hours(start.at, end.at) == hours


def test_business_hours_skip_holidays_and_changes_of_the_clock() -> None:
    assert metrics.business_hours(at(25, "16:00").at, at(27, "10:00").at, THANKSGIVING) == 2
    first = datetime(2026, 10, 30, 16, tzinfo=DENVER)  # Summer time ends on Sunday.
    assert metrics.business_hours(first, at(2, "10:00").at) == 2


def test_m3_is_the_median_from_the_log_to_the_first_thing_done() -> None:
    """Talk 1: 2 h to its first step (a later one doesn't count). Talk 2, logged at 14:00: 1 h.
    Talk 3: 8 h. Talk 4 brought nothing that is done. A mail isn't a talk.
    """
    touches = [
        talk(1, at(16, "10:00")),
        talk(2, at(16, "10:00"), logged=at(16, "14:00")),
        talk(3, at(16, "09:00")),
        talk(4, at(16, "09:00")),
        talk(5, at(16, "09:00"), outcome=Outcome.RECEIVED),
    ]
    done = FollowUpState.ATTEMPTED
    steps = [
        step(november(17), at(17, "10:00"), born_of=1),
        step(november(17), at(16, "12:00"), done, born_of=1),
        step(november(17), at(16, "15:00"), born_of=2),
        step(november(17), at(17, "09:00"), born_of=3),
        step(november(17), at(16, "10:00"), FollowUpState.DECLINED, born_of=4),
        step(november(17), at(16, "10:00"), born_of=5),
    ]
    assert metrics.hours_to_first(steps, touches, TODAY) == Middle(2, 3)


def name(row: int, given: date, tried: date | None = None, **more: object) -> Name:
    return Name(row, 1, row, f"Name {row}", given, tried, **more)  # type: ignore[arg-type]


def test_m4_names_first_called_within_two_business_days() -> None:
    assert metrics.tried_in_time(
        [
            name(1, november(16), november(18)),
            name(2, november(16), november(19)),  # Three.
            name(3, november(13), november(17)),  # Friday to Tuesday: two.
            name(4, november(13)),
            name(5, november(19), november(23)),
            name(6, november(20), november(20)),  # Given less than two business days ago.
            name(7, date(2026, 10, 20), date(2026, 10, 20)),
        ],
        TODAY,
    ) == Share(3, 5)


def declined(day: int) -> Moved:
    return Moved(ReferralState.DECLINED, november(day))


def test_m5_names_that_lie_there_for_more_than_two_weeks() -> None:
    names = [
        name(1, november(8)),  # 15 days.
        name(2, november(9)),  # 14.
        name(3, november(2), november(20)),
        name(4, november(2), moves=(declined(12),)),
        name(5, november(2), parked_until=november(24)),
        name(6, november(2), parked_until=TODAY),
    ]
    assert [n.id for n in metrics.never_tried(names, TODAY)] == [1, 6]
    assert [n.id for n in metrics.never_tried(names, november(17))] == [3]


def moved(on: int, told: int | None = None, *, owed: bool = True) -> Moved:
    return Moved(ReferralState.REACHED, november(on), owed, november(told) if told else None)


def test_m6_changes_told_within_three_days() -> None:
    names = [
        name(1, november(1), moves=(moved(10, 10), moved(16, 19))),
        name(2, november(1), moves=(moved(10, 14),)),  # Four days.
        name(3, november(1), moves=(moved(20),)),
        name(4, november(1), moves=(moved(10, owed=False),)),
    ]
    assert metrics.loops_closed(names, TODAY) == Share(2, 4)
    assert metrics.loops_closed(names, november(18)) == Share(1, 3)


def test_m6_loops_open_for_more_than_a_week() -> None:
    names = [
        name(1, november(1), moves=(moved(15), moved(16))),  # One loop, eight days.
        name(2, november(1), moves=(moved(16),)),  # Seven.
        name(3, november(1), moves=(moved(2, 20),)),
        name(4, november(1), moves=(moved(2, owed=False),)),
    ]
    assert metrics.old_loops(names, TODAY) == 1
    assert metrics.old_loops(names, november(19)) == 1  # The third was still open then.


def test_m7_thanked_within_a_day() -> None:
    def thanks(closed: Stamp, contact: int, state=FollowUpState.DONE) -> Step:
        return step(closed.day, closed, state, action=Action.THANK, contact=contact)

    talks = [
        talk(1, at(16, "15:00"), contact=1),
        talk(2, at(16, "15:00"), contact=2, outcome=Outcome.MET),
        talk(3, at(16, "15:00"), contact=3),
        talk(4, at(16, "15:00"), contact=4),
        talk(5, at(16, "15:00"), contact=5, minutes=9),
        talk(6, at(16, "15:00"), contact=6, minutes=None),
        talk(7, at(16, "15:00"), contact=7, outcome=Outcome.RECEIVED),
    ]
    steps = [
        thanks(at(17, "15:00"), 1),
        thanks(at(17, "15:01"), 2),  # A minute too late.
        thanks(at(16, "14:00"), 3),  # For something before it.
        thanks(at(16, "16:00"), 4, FollowUpState.DROPPED),
    ]
    assert metrics.thanked(talks, steps, TODAY) == Share(1, 4)


def test_m8_what_was_planned_for_an_hour_and_for_a_day() -> None:
    plans = [
        Planned(november(20), timed=True, attempted=True),
        Planned(november(19), timed=True, attempted=False),
        Planned(november(18), timed=False, attempted=True),
        Planned(november(25), timed=True, attempted=False),
        Planned(TODAY - timedelta(days=28), timed=True, attempted=True),
    ]
    assert metrics.did_as_planned(plans, TODAY) == Share(1, 2)
    assert metrics.did_as_planned(plans, TODAY, timed=False) == Share(1, 1)


def test_the_backlog_is_clear_when_the_last_two_weeks_go_on() -> None:
    """From 10 to 23 November six were closed and two came due: four fewer in fourteen days, so
    that six are gone after 21.
    """
    old = [step(november(3), at(day)) for day in (10, 12, 16, 18, 20, 23)]
    outside = [step(november(3), at(9)), step(november(24)), step(november(9))]
    new = [step(november(10)), step(november(23))]
    assert record.clear_by([*old, *outside, *new], 6, TODAY) == date(2026, 12, 14)
    assert record.clear_by([*old, *outside, *new], 0, TODAY) == TODAY
    assert record.clear_by([*new, *old[:2]], 6, TODAY) is None
