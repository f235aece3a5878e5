"""The other numbers: snoozes, their word, reach, hours, noes, effort, weeks."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from followup_tui.rules import record
from followup_tui.rules.events import Ended, Stamp, Step, Theirs, Touched
from followup_tui.rules.facts import (
    Action,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    TieClass,
)
from followup_tui.rules.metrics import Middle, Share
from followup_tui.rules.record import Effort, Hours, Week

TODAY = date(2026, 11, 23)
DENVER = ZoneInfo("America/Denver")


def at(day: int, hour: int = 12, month: int = 11) -> Stamp:
    when = datetime(2026, month, day, hour, tzinfo=DENVER)
    return Stamp(when, when.date())


def step(closed: Stamp | None, snoozes: int, state: FollowUpState = FollowUpState.DONE) -> Step:
    return Step(1, 1, Action.CALL, Owed.CHASE, state, date(2026, 11, 2), closed, snoozes)


def touch(row: int, contact: int | None, outcome: Outcome, **more: object) -> Touched:
    kept: dict[str, object] = {"when": at(row), **more}
    return Touched(row, contact, outcome=outcome, **kept)  # type: ignore[arg-type]


def test_m9_snoozes_of_what_was_finished() -> None:
    """Four finished in the window with 0, 1, 2 and 2: 5/4; two of the four were put off twice."""
    found = record.snoozing(
        [
            step(at(20), 0),
            step(at(20), 1, FollowUpState.ATTEMPTED),
            step(at(20), 2, FollowUpState.DECLINED),
            step(at(20), 2),
            step(at(20), 1, FollowUpState.DROPPED),
            step(None, 2, FollowUpState.OPEN),
            step(at(20, month=10), 2),
        ],
        TODAY,
    )
    assert found.mean == 1.25
    assert found.twice == Share(2, 4)
    assert record.snoozing([step(at(20), 2)], TODAY).mean is None


def test_m10_their_word_by_class_and_never_by_person() -> None:
    def theirs(due: int, closed: int | None, tie: TieClass | None = TieClass.A) -> Theirs:
        state = PromiseState.KEPT if closed else PromiseState.OPEN
        on = date(2026, 11, closed) if closed else None
        return Theirs(date(2026, 11, due), state, on, tie)

    dropped = Theirs(date(2026, 11, 9), PromiseState.DROPPED, date(2026, 11, 9), TieClass.A)
    assert record.their_word(
        [
            theirs(10, 10),
            theirs(10, 12),
            theirs(20, None),
            dropped,
            theirs(10, 9, tie=None),
            theirs(30, None),
        ],
        TODAY,
    ) == {"a": Share(1, 4), "others": Share(1, 1)}


def test_m11_tries_until_a_talk() -> None:
    """Person 1 answers at once; 2 after three tries; 3 calls back after two; 4 calls unasked and
    is then reached by the first try; 5 isn't reached. Median of 1, 4, 2, 1: 1.5.
    """
    no, left, talked = Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL, Outcome.TALKED
    touches = [
        touch(1, 1, talked),
        touch(2, 2, no, attempts=2),
        touch(3, 2, left),
        touch(4, 2, talked),
        touch(5, 2, no),
        touch(6, 3, left),
        touch(7, 3, Outcome.SENT),
        touch(8, 3, talked, direction=Direction.IN),
        touch(9, 4, talked, direction=Direction.IN),
        touch(10, 4, Outcome.MET),
        touch(11, 5, Outcome.BUSY),
        touch(12, None, talked),
        touch(13, 6, Outcome.RECEIVED, direction=Direction.IN),
    ]
    found = record.reach(touches, TODAY)
    assert found.attempts == Middle(1.5, 4)
    assert found.by_attempt == (Share(2, 5), Share(3, 5), Share(3, 5))
    assert record.reach(touches, date(2026, 11, 3)).by_attempt[0] == Share(1, 2)


def test_m12_hours_need_thirty_tries() -> None:
    tries = [touch(n, 1, Outcome.NO_ANSWER, when=at(1), hour=9) for n in range(1, 21)]
    talks = [touch(n, 1, Outcome.TALKED, when=at(1), hour=15) for n in range(21, 30)]
    others = [
        touch(1, 1, Outcome.SENT, hour=9),
        touch(2, 1, Outcome.TALKED, hour=9, direction=Direction.IN),
    ]
    assert record.best_hours([*tries, *talks, *others]) is None
    one_more = touch(30, 1, Outcome.TALKED, when=at(1), hour=8)
    assert record.best_hours([*tries, *talks, *others, one_more]) == [
        Hours(8, 1, 21), Hours(14, 9, 9),
    ]  # fmt: skip


def test_m13_noes_with_words() -> None:
    ended = [
        Ended(date(2026, 11, 20), with_words=True),
        Ended(date(2026, 11, 20), with_words=False),
        Ended(date(2026, 10, 2), with_words=True),
    ]
    assert record.declined_with_words(ended, TODAY) == Share(1, 2)


def test_m15_minutes_and_talks() -> None:
    sessions = [(date(2026, 11, 20), 20), (date(2026, 11, 19), 25), (date(2026, 10, 1), 60)]
    talks = [touch(n, 1, Outcome.TALKED) for n in (2, 9, 16)]
    others = [touch(17, 1, Outcome.RECEIVED), touch(18, 1, Outcome.NO_ANSWER)]
    assert record.effort(sessions, [*talks, *others], TODAY) == Effort(45, 3)
    assert Effort(45, 3).talks_an_hour is None  # Less than an hour says little.
    assert Effort(90, 3).talks_an_hour == 2


def test_weeks_count_what_went_out_and_what_came_back() -> None:
    touches = [
        touch(16, 1, Outcome.NO_ANSWER, attempts=2),
        touch(18, 1, Outcome.SENT),
        touch(19, 1, Outcome.TALKED, direction=Direction.IN),
        touch(20, 1, Outcome.MISSED_CALL, direction=Direction.IN),
        touch(22, 1, Outcome.RECEIVED),
        touch(23, 1, Outcome.TALKED),
        touch(2, 1, Outcome.TALKED),
    ]
    assert record.by_week(touches, TODAY, weeks=2) == [
        Week(date(2026, 11, 16), 3, 2), Week(TODAY, 1, 0),
    ]  # fmt: skip
