from __future__ import annotations

from datetime import date, timedelta

import pytest

from followup_tui.errors import Refused, Usage
from followup_tui.rules.facts import SnoozeReason
from followup_tui.rules.snoozing import (
    HELP,
    Cost,
    Help,
    WayOut,
    cost,
    may_snooze,
    must_decide,
    ways_out,
)

TODAY = date(2026, 11, 23)
TUESDAY = TODAY + timedelta(days=1)


def test_each_snooze_costs_more_and_the_third_is_a_decision() -> None:
    assert [cost(n) for n in range(5)] == [
        Cost.PLAN, Cost.REASON, Cost.DECISION, Cost.DECISION, Cost.DECISION,
    ]  # fmt: skip


def test_the_first_time_needs_no_reason_and_the_second_does() -> None:
    may_snooze(0, TUESDAY, TODAY, None)
    may_snooze(1, TUESDAY, TODAY, SnoozeReason.LATER)
    with pytest.raises(Usage, match="what is in the way: ask, bother, unsure, busy or later"):
        may_snooze(1, TUESDAY, TODAY, None)


def test_the_third_time_is_refused_whatever_the_reason() -> None:
    with pytest.raises(Refused, match=r"put off 2 times already\. A decision, please"):
        may_snooze(2, TUESDAY, TODAY, SnoozeReason.BUSY)


def test_a_day_that_has_passed_is_refused_by_name() -> None:
    with pytest.raises(Usage, match="Fri 20 Nov 2026 has passed"):
        may_snooze(0, date(2026, 11, 20), TODAY, None)


def test_every_reason_opens_its_help() -> None:
    assert set(HELP) == set(SnoozeReason)
    assert HELP[SnoozeReason.ASK] is Help.QUESTIONS


def test_there_are_five_ways_out_and_four_without_a_referrer() -> None:
    assert len(ways_out(True)) == 5 and ways_out(True)[0] is WayOut.NOW
    assert WayOut.ASK_REFERRER not in ways_out(False) and len(ways_out(False)) == 4


def test_what_is_worn_past_its_end_or_at_the_end_of_its_chase_is_decided() -> None:
    assert must_decide(2, TODAY, TODAY)
    assert not must_decide(2, TUESDAY, TODAY)
    assert not must_decide(1, TODAY, TODAY)
    assert must_decide(0, TUESDAY, TODAY, ends=TODAY - timedelta(days=1))
    assert not must_decide(0, TUESDAY, TODAY, ends=TODAY)
    assert must_decide(0, TUESDAY, TODAY, chase_is_over=True)
