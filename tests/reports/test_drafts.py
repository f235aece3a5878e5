"""The right message for the moment, from what the book knows; one golden text for all kinds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from actions.scenes import add, december, log, november
from conftest import NOW

from followup_tui.actions import calls, declines, leads, messages, plans, profile, promises
from followup_tui.actions import referrals as names
from followup_tui.actions.deciding import make_smaller
from followup_tui.actions.leads import LeadForm
from followup_tui.actions.messages import Message
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.reports.drafts import (
    TO_ANYBODY,
    TO_WHO_GAVE,
    Asked,
    draft_for,
    kinds_for,
    written,
)
from followup_tui.rules.facts import DeclineReason, Outcome, ReferralState, TieClass
from followup_tui.rules.letters import Draft, Kind
from followup_tui.rules.moment import Moment
from followup_tui.rules.profile import Profile, Pronoun
from followup_tui.store.dealings import FollowUp

pytestmark = pytest.mark.usefixtures("book")
DANA = Profile(
    name="Dana Reyes", pronoun=Pronoun.SHE, was="a reporter and editor", years="14",
    titles="communications work", kinds="a hospital", where="near downtown", leave_out="sales",
    field="communications", phone="303-555-0100",
)  # fmt: skip
LATER = november(30)


def world() -> tuple[int, int]:
    """Ruth, who gave two names, and Marcus, who was tried thrice; two people were talked to."""
    profile.save_profile(NOW, DANA)
    ruth = add("Ruth Adler", emails=("ruth@adler.example",))
    given = (GivenName("Marcus Webb", organization="Webb & Sons", email="m@webb.example"),)
    marcus = names.refer(NOW, ruth, given, Giving("Call him.")).added("contact")[0]
    leads.add_lead(NOW, LeadForm("Copy chief", "Webb & Sons", marcus))
    promises.promise(NOW, ruth, "my clips", date(2026, 11, 27))
    promises.they_promised(NOW, ruth, "email the job description", date(2026, 11, 26))
    log(november(24), ruth, Outcome.TALKED, minutes=20)
    log(november(26), add("Priya Nair"), Outcome.TALKED, minutes=30)
    log(november(27), add("Tom Okafor"), Outcome.MET, minutes=15)
    calls.attempt(november(25), marcus, Outcome.LEFT_VOICEMAIL)
    return ruth, marcus


def shown(kind: Kind, draft: Draft) -> str:
    head = f"=== {kind}" + (f"\nSubject: {draft.subject}" if draft.subject else "")
    asks = f"\n(ask: {', '.join(draft.asks)})" if draft.asks else ""
    return f"{head}\n{draft.body}{asks}\n"


def test_every_kind_reads_as_a_careful_person_would_write_it() -> None:
    ruth, marcus = world()
    texts = []
    for kind in (*TO_WHO_GAVE, *TO_ANYBODY):
        to_ruth = kind in TO_WHO_GAVE or kind in (Kind.THANK, Kind.NUDGE, Kind.SEND)
        step = FollowUp.get(FollowUp.lead.is_null(False)).id
        about = step if kind is Kind.DECLINE_LEAD else None
        asked = Asked(about, kind, reason=DeclineReason.COMMUTE)
        told = written(ruth if to_ruth else marcus, LATER, asked)
        texts.append(shown(*told))
    golden = Path(__file__).with_name("drafts.golden.txt")
    assert "\n".join(texts) == golden.read_text(encoding="utf-8")


def test_no_kind_ever_shows_a_blank_even_to_somebody_of_whom_nothing_is_known() -> None:
    nobody = add("Sam")
    for kind in (*TO_WHO_GAVE, *TO_ANYBODY):
        _, draft = draft_for(nobody, NOW, kind=kind)
        assert draft.body and not set("{}[]|") & set(draft.subject + draft.body)


def after(outcome: Outcome, now: Moment = LATER) -> tuple[int, int]:
    ruth = add("Ruth Adler")
    marcus = names.refer(NOW, ruth, (GivenName("Marcus Webb"),)).added("contact")[0]
    messages.send_message(NOW, Message(ruth, Kind.THANK, "Thank you."))
    log(now, marcus, outcome)
    return ruth, marcus


@pytest.mark.parametrize(
    ("outcome", "kind", "line"),
    [
        (Outcome.LEFT_VOICEMAIL, Kind.R1, "I called Marcus Webb today and left a message"),
        (Outcome.NO_ANSWER, Kind.R1, "I tried to reach Marcus Webb today, and will again."),
        (Outcome.TALKED, Kind.R2, "Marcus Webb and I talked today."),
    ],
)
def test_a_change_brings_its_own_report(outcome: Outcome, kind: Kind, line: str) -> None:
    ruth, _ = after(outcome)
    found, draft = draft_for(ruth, LATER)
    assert found is kind and line in draft.body


def test_the_reason_of_a_no_is_said_to_who_gave_the_name() -> None:
    ruth, marcus = after(Outcome.TALKED)
    messages.send_message(LATER, Message(ruth, Kind.R2, "We talked."))
    call = plans.FollowUpForm(plans.NextStep(plans.Action.CALL, december(3).today), marcus)
    plans.add_follow_up(LATER, call)
    step = FollowUp.get(FollowUp.contact == marcus, FollowUp.state == "open")
    declines.decline(december(1), step.id, DeclineReason.COMMUTE)
    kind, draft = draft_for(ruth, december(1))
    assert kind is Kind.R4
    assert "because the commute is too long for me" in draft.body


def test_several_words_owed_are_one_message_with_one_greeting() -> None:
    ruth = add("Ruth Adler")
    both = (GivenName("Marcus Webb"), GivenName("Li Na"))
    marcus, li = names.refer(NOW, ruth, both).added("contact")
    messages.send_message(NOW, Message(ruth, Kind.THANK, "Thank you."))
    log(LATER, marcus, Outcome.TALKED)
    log(LATER, li, Outcome.LEFT_VOICEMAIL)
    _, draft = draft_for(ruth, LATER)
    assert draft.subject == "Marcus Webb and Li Na"
    assert draft.body.count("Hello Ruth,") == 1
    assert "Marcus Webb and I talked today." in draft.body
    assert "I called Li Na today and left a message" in draft.body


def test_four_silent_weeks_are_told_in_short_news() -> None:
    ruth, _ = after(Outcome.NO_ANSWER, november(24))
    messages.send_message(november(24), Message(ruth, Kind.R1, "I tried."))
    log(december(10), add("Priya Nair"), Outcome.TALKED, minutes=30)
    kind, draft = draft_for(ruth, december(30))
    assert kind is Kind.R6 and "one conversation since we spoke" in draft.body


@pytest.mark.parametrize(
    ("prepare", "kind"),
    [
        (lambda who: promises.they_promised(NOW, who, "the job description"), Kind.NUDGE),
        (lambda who: promises.promise(NOW, who, "my clips"), Kind.SEND),
        (lambda who: log(november(30), who, Outcome.TALKED, minutes=12), Kind.THANK),
        (lambda who: calls.attempt(NOW, who, Outcome.NO_ANSWER), Kind.FIRST_EMAIL),
    ],
)
def test_the_step_at_hand_decides(prepare: object, kind: Kind) -> None:
    who = add("Priya Nair", emails=("p@prairie.example",))
    prepare(who)  # type: ignore[operator]
    assert draft_for(who, december(2))[0] is kind


def test_what_was_made_smaller_is_two_lines() -> None:
    _, marcus = after(Outcome.NO_ANSWER)
    step = FollowUp.get(FollowUp.contact == marcus, FollowUp.state == "open")
    make_smaller(LATER, step.id)
    kind, draft = draft_for(marcus, LATER)
    assert kind is Kind.TWO_LINES and "Ruth Adler gave me your name." in draft.body


def test_a_dormant_tie_gets_its_own_words() -> None:
    who = add("Yusuf Demir", tie_class=TieClass.DORMANT, emails=("y@solara.example",))
    plans.add_follow_up(NOW, plans.FollowUpForm(plans.NextStep(plans.Action.EMAIL, NOW.today), who))
    kind, draft = draft_for(who, NOW)
    assert kind is Kind.DORMANT and draft.body.startswith("Hello Yusuf,\n\nIt has been too long")


def test_the_kinds_offered_begin_with_the_one_that_fits() -> None:
    ruth, marcus = after(Outcome.TALKED)
    assert kinds_for(ruth, LATER)[0] is Kind.R2
    assert Kind.R1 not in kinds_for(marcus, LATER)


def test_what_the_user_says_fills_the_blank() -> None:
    ruth, _ = after(Outcome.TALKED)
    _, draft = written(ruth, LATER, Asked(told={"one_thing": "whom to call at the town hall"}))
    assert "Most useful: whom to call at the town hall." in draft.body
    assert "one_thing" not in draft.asks


def test_came_of_it_is_told_as_news_from_the_name() -> None:
    ruth, _ = after(Outcome.TALKED)
    names.move_referral(LATER, 1, ReferralState.CAME_OF_IT)
    kind, draft = draft_for(ruth, LATER._replace(at=LATER.at + timedelta(days=1)))
    assert kind is Kind.R3 and "Something came of the name you gave me, Marcus Webb." in draft.body


def test_the_day_of_the_next_try_is_never_told_as_the_day_of_a_talk() -> None:
    """Nobody was reached and nobody talked to: no day may be said."""
    ruth = add("Ruth Adler")
    names.refer(NOW, ruth, (GivenName("Marcus Webb"),), Giving())
    for kind in (Kind.R1, Kind.R2):
        for who in (ruth, FollowUp.get(FollowUp.action == "call").contact_id):
            body = draft_for(who, NOW, kind=kind)[1].body
            assert "Nov" not in body and "today" not in body, body


def test_a_talk_that_never_was_has_no_day_though_a_try_has() -> None:
    ruth = add("Ruth Adler")
    marcus = names.refer(NOW, ruth, (GivenName("Marcus Webb"),), Giving()).added("contact")[0]
    calls.attempt(NOW, marcus, Outcome.LEFT_VOICEMAIL)
    assert "today" in draft_for(ruth, NOW, kind=Kind.R1)[1].body
    assert "today" not in draft_for(ruth, NOW, kind=Kind.R2)[1].body


def test_a_late_thank_you_for_a_name_still_says_which_name() -> None:
    ruth = add("Ruth Adler")
    names.refer(NOW, ruth, (GivenName("Marcus Webb"),), Giving())
    kind, late = draft_for(ruth, november(27))
    assert kind is Kind.THANK
    assert "Thank you for the name of Marcus Webb." in late.body


def test_a_thank_you_may_be_written_before_its_day_and_a_nudge_may_not() -> None:
    ann, bo = add("Ann Lee"), add("Bo Li")
    log(NOW, ann, Outcome.TALKED, minutes=20)
    promises.they_promised(NOW, bo, "the list", date(2026, 11, 27))
    assert draft_for(ann, NOW)[0] is Kind.THANK
    assert draft_for(bo, NOW)[0] is not Kind.NUDGE


def test_a_thank_you_announces_no_news_of_a_name_that_was_let_go() -> None:
    ruth = add("Ruth Adler")
    done = names.refer(NOW, ruth, (GivenName("Marcus Webb"), GivenName("Bo Li")), Giving())
    assert "how it went with Marcus Webb and Bo Li" in draft_for(ruth, NOW)[1].body
    call = FollowUp.get(FollowUp.contact == done.added("contact")[0])
    declines.decline(NOW, call.id, DeclineReason.COMMUTE)
    body = draft_for(ruth, NOW, kind=Kind.THANK)[1].body
    assert "Thank you for the names of Marcus Webb and Bo Li." in body
    assert "I will tell you how it went with Bo Li." in body
