from __future__ import annotations

from followup_tui.rules.decline import DIGITS, OpenStep, declining
from followup_tui.rules.facts import (
    Action,
    DeclineReason,
    FollowUpState,
    ReferralState,
    Stage,
)


def test_there_are_eight_reasons_one_a_digit() -> None:
    assert list(DIGITS) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert DIGITS[1] is DeclineReason.COMMUTE and DIGITS[8] is DeclineReason.OTHER


def test_a_no_closes_the_lead_the_referral_and_their_steps() -> None:
    call = OpenStep(1, Action.CALL, lead=5, referral=9)
    others = [
        OpenStep(1, Action.CALL, lead=5, referral=9),
        OpenStep(2, Action.APPLY, lead=5),
        OpenStep(3, Action.EMAIL, referral=9),
        OpenStep(4, Action.CALL, lead=6),
    ]
    closing = declining(call, others, stage=Stage.TALKING, referral=ReferralState.REACHED)
    assert closing.follow_ups == {
        1: FollowUpState.DECLINED, 2: FollowUpState.DROPPED, 3: FollowUpState.DROPPED,
    }  # fmt: skip
    assert closing.lead_stage is Stage.DECLINED
    assert closing.referral_state is ReferralState.DECLINED
    assert closing.tell_lead and closing.report_first


def test_words_owed_to_people_stay_owed() -> None:
    owed = [OpenStep(n, action, lead=5) for n, action in enumerate(
        (Action.THANK, Action.REPORT_BACK, Action.PASS_ON), start=2)]  # fmt: skip
    closing = declining(OpenStep(1, Action.CALL, lead=5), owed, stage=Stage.NEW)
    assert set(closing.follow_ups) == {1}
    assert not closing.tell_lead


def test_letting_go_of_a_plain_step_closes_only_that() -> None:
    closing = declining(OpenStep(1, Action.CALL), [OpenStep(2, Action.CALL)])
    assert closing.follow_ups == {1: FollowUpState.DECLINED}
    assert closing.lead_stage is None and closing.referral_state is None
    assert not closing.report_first


def test_what_has_ended_is_not_declined_again() -> None:
    closing = declining(
        OpenStep(1, Action.CALL, 5, 9), stage=Stage.CLOSED, referral=ReferralState.NOT_REACHED
    )
    assert closing.lead_stage is None and closing.referral_state is None
