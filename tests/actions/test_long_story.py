"""Three weeks with four names from one person, through the same actions as the keys.

Ruth gives four names on Monday 2 November: Ana is reached, Marcus gets three voicemails, Li Na's
opening is too far away, and Tom's number is never dialled. What the book then says of it is
worked out by hand here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from actions.scenes import add, due, log, november, the

from followup_tui.actions import calls, declines, leads, messages, plans, profile, promises
from followup_tui.actions import referrals as names
from followup_tui.actions.leads import LeadForm
from followup_tui.actions.messages import Message
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.reports.drafts import Asked, draft_for, written
from followup_tui.rules import metrics, record
from followup_tui.rules.facts import (
    Action,
    DeclineReason,
    Outcome,
    Owed,
    ReferralState,
    SnoozeReason,
)
from followup_tui.rules.letters import Kind
from followup_tui.rules.loop import Report, Seen
from followup_tui.rules.moment import Moment
from followup_tui.rules.profile import Profile
from followup_tui.store.dealings import FollowUp, Referral, Touch
from followup_tui.store.invariants import breaches
from followup_tui.store.referrals import givers, wondering
from followup_tui.store.totals import events

pytestmark = pytest.mark.usefixtures("book")
TODAY = november(23)


@dataclass(frozen=True)
class People:
    ruth: int
    ana: int
    marcus: int
    li: int
    tom: int


@pytest.fixture
def people(book: object) -> People:
    profile.save_profile(
        november(2), Profile(name="Dana Reyes", titles="communications work", kinds="a hospital")
    )
    ruth = add("Ruth Adler", november(2))
    log(november(2), ruth, Outcome.TALKED, minutes=20)
    lead = leads.add_lead(november(2), LeadForm("Editor", "Aspen Ridge", via_id=ruth))
    far = Giving("They want an editor.", lead_id=lead.added("lead")[0])
    near = Giving("Say that I sent you.", may_use_name=True)
    ana = names.refer(november(2), ruth, (GivenName("Ana Ruiz"),), near).added("contact")[0]
    marcus = names.refer(november(2), ruth, (GivenName("Marcus Webb"),), near).added("contact")[0]
    li = names.refer(november(2), ruth, (GivenName("Li Na"),), far).added("contact")[0]
    tom = names.refer(november(2), ruth, (GivenName("Tom Okafor"),), near).added("contact")[0]
    found = People(ruth, ana, marcus, li, tom)
    three_weeks(found)
    return found


def write(now: Moment, contact: int, kind: Kind | None = None) -> None:
    """Send the draft that fits."""
    found, draft = draft_for(contact, now, kind=kind)
    messages.send_message(now, Message(contact, found, draft.body, draft.subject))


def promise(now: Moment, contact: int, what: str, by: int) -> int:
    return promises.promise(now, contact, what, date(2026, 11, by)).added("follow_up")[0]


def three_weeks(who: People) -> None:
    clips = promise(november(2), who.ruth, "my clips", by=4)
    write(november(3), who.ruth, Kind.THANK)
    log(november(3, "10:00"), who.ana, Outcome.TALKED, minutes=12)
    reading = promise(november(3, "10:20"), who.ana, "the reading list", by=6)
    write(november(4), who.ana, Kind.THANK)
    write(november(4), who.ruth)
    plans.done(november(4), clips)
    to_li = FollowUp.get(FollowUp.contact == who.li).id
    plans.snooze(november(4), to_li, date(2026, 11, 6), "9:00", "desk")
    calls.attempt(november(4, "11:00"), who.marcus, Outcome.LEFT_VOICEMAIL)
    write(november(4, "11:10"), who.ruth)
    number = promise(november(6), who.ruth, "the number of the print shop", by=10)
    plans.snooze(november(6), to_li, date(2026, 11, 9), "9:00", "desk", SnoozeReason.BOTHER)
    decline_li_na(november(9), who, to_li)
    plans.done(november(9), reading)
    calls.attempt(november(9, "14:00"), who.marcus, Outcome.LEFT_VOICEMAIL)
    plans.done(november(10), number)
    promise(november(10), who.ana, "a line about the council", by=20)
    two_openings_of_priyas(november(12))
    calls.attempt(november(13), who.marcus, Outcome.LEFT_VOICEMAIL)


def decline_li_na(now: Moment, who: People, call: int) -> None:
    """Too far: Ruth hears it at once, with what I look for."""
    no = Asked(call, Kind.DECLINE_INTRODUCTION, reason=DeclineReason.COMMUTE)
    kind, draft = written(who.ruth, now, no)
    message = Message(who.ruth, kind, draft.body, draft.subject)
    declines.decline(now, call, DeclineReason.COMMUTE, message)


def two_openings_of_priyas(now: Moment) -> None:
    """One is let go with words, the other without."""
    priya = add("Priya Nair", now)
    grants, nights = (
        leads.add_lead(now, LeadForm(title, place, priya)).added("lead")[0]
        for title, place in (("Grant writer", "Solara"), ("Night desk", "Cobalt"))
    )
    no = Message(priya, Kind.DECLINE_LEAD, "Thank you, but no.")
    declines.decline_lead(now, grants, DeclineReason.DUTIES, no)
    declines.decline_lead(now, nights, DeclineReason.HOURS)


def test_where_the_four_names_stand(people: People) -> None:
    (ruth,) = givers(TODAY)
    assert ruth.tally == "4 names: 2 of 4 tried"
    assert {name.contact: (name.state, name.tried_on) for name in ruth.names} == {
        "Ana Ruiz": (ReferralState.REACHED, date(2026, 11, 3)),
        "Marcus Webb": (ReferralState.NOT_REACHED, date(2026, 11, 4)),
        "Li Na": (ReferralState.DECLINED, None),
        "Tom Okafor": (ReferralState.GIVEN, None),
    }
    assert Referral.get(Referral.contact == people.li).reason == "commute"


def test_what_ruth_still_wonders(people: People) -> None:
    """Tom she has heard nothing of since the 2nd; of Marcus, that I tried him, on the 4th."""
    (ruth,) = wondering(TODAY)
    assert (ruth.giver, ruth.since, ruth.days) == ("Ruth Adler", date(2026, 11, 2), 21)
    assert [(line.contact, line.seen, line.since, line.report) for line in ruth.names] == [
        ("Tom Okafor", Seen.NOTHING, date(2026, 11, 2), None),
        ("Marcus Webb", Seen.A_TRY, date(2026, 11, 4), Report.NOT_REACHED),
    ]


def test_what_is_due_since_when_and_why(people: People) -> None:
    assert {(row.action, row.contact, row.first_due, row.owed) for row in due(TODAY)} == {
        (Action.REPORT_BACK, "Ruth Adler", date(2026, 11, 13), Owed.AWAITED),
        (Action.CALL, "Tom Okafor", date(2026, 11, 4), Owed.LENT),
        (Action.SEND, "Ana Ruiz", date(2026, 11, 20), Owed.PROMISED),
    }
    assert the(TODAY, Action.CALL, "Tom Okafor").to_decide
    assert breaches() == []


def test_the_word_that_ruth_is_owed(people: People) -> None:
    kind, draft = draft_for(people.ruth, TODAY)
    assert kind is Kind.R5
    assert draft.subject == "Marcus Webb, the name you gave me"
    assert draft.body == (
        "Hello Ruth,\n\n"
        "I tried Marcus Webb three times between Wednesday 4 November and Friday 13 November and"
        " could not get through. Is there a better way, or a better person?\n\n"
        "Dana Reyes"
    )


def test_the_words_that_ruth_got(people: People) -> None:
    rows = Touch.select().where(Touch.outcome == Outcome.SENT, Touch.contact == people.ruth)
    thanks, talked, tried, no = [row.typed for row in rows.order_by(Touch.id)]
    assert thanks == (
        "Hello Ruth,\n\n"
        "Thank you for the names of Ana Ruiz, Marcus Webb, Li Na and Tom Okafor. I said I would"
        " send you my clips by Wednesday 4 November. I will tell you how it went with Ana Ruiz,"
        " Marcus Webb, Li Na and Tom Okafor.\n\n"
        "Dana Reyes"
    )
    assert talked == (
        "Hello Ruth,\n\n"
        "Ana Ruiz and I talked yesterday. Next: what I promised to send on Friday 6 November."
        " Thank you, that was your doing.\n\n"
        "Dana Reyes"
    )
    assert tried == (
        "Hello Ruth,\n\n"
        "I called Marcus Webb today and left a message, mentioning your name. I'll tell you when we"
        " speak.\n\n"
        "Dana Reyes"
    )
    assert no == (
        "Hello Ruth,\n\n"
        "That is kind. I'd rather not use up Li Na's time, because the commute is too long for"
        " me. If you know someone in communications work, I would call them this week.\n\n"
        "Dana Reyes"
    )


def test_the_numbers_a_careful_person_would_write_down(people: People) -> None:
    """Worked out by hand for Monday 23 November, over the 28 days since 27 October.

    M2: four promises were due: the clips (kept on the 4th), the reading list (three days late),
    the number (kept on the 10th), the line about the council (still open): 2 of 4.
    M4: of four names Ana and Marcus were tried by the 4th, Li Na and Tom never: 2 of 4.
    M5: Tom, given 21 days ago, was neither tried nor decided on.
    M6: Ana reached (told on the 4th), Marcus tried (told on the 4th), Li Na declined (told on
    the 9th by the no itself), Marcus not reached (told to nobody): 3 of 4, and that one loop has
    been open for ten days.
    M9: fifteen things were finished: the first call to Ana, three to Marcus, Li Na's, which was
    put off twice, two thanks, three reports to Ruth, three promises, two decisions on Priya's
    openings. 2 snoozes in all.
    M13: of three openings let go, Li Na's and the grants were told with words: 2 of 3.
    """
    found, today = events(TODAY), TODAY.today
    assert str(metrics.promises_kept(found.steps, today)) == "2 of 4"
    assert str(metrics.tried_in_time(found.names, today)) == "2 of 4"
    assert [name.called for name in metrics.never_tried(found.names, today)] == ["Tom Okafor"]
    assert str(metrics.loops_closed(found.names, today)) == "3 of 4"
    assert metrics.old_loops(found.names, today) == 1
    snoozing = record.snoozing(found.steps, today)
    assert (snoozing.twice.n, snoozing.twice.m) == (1, 15)
    assert snoozing.mean == pytest.approx(2 / 15)
    assert str(record.declined_with_words(found.ended, today)) == "2 of 3"
