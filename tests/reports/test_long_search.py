"""Twelve weeks of looking for work, sixty people, told day by day through the same actions as the
keys; and every number of the weekly page as worked out by hand from what happened.

It begins on Monday 31 August and is looked back upon on Monday 23 November 2026, at nine. Each week
brings five people. In week *n* (from 0):

Giver  On Monday at 10 we talk for 20 minutes; they give me two names, First and Second. I thank
       them on Tuesday 9:30 in even weeks, on Wednesday 12:00 in odd ones.
First  Called on Tuesday at 11, 15 minutes. The giver hears of it on Wednesday 9:00, and First is
       thanked on Wednesday 9:30. In weeks 3 and 7 it comes to an interview on Friday, of which
       the giver hears on Saturday; week 7's is filled by somebody else on the Wednesday after.
Second Weeks 0, 3, 6, 9: never called. In week 9 the call is planned for Wednesday 14:00, in vain.
       Weeks 1, 4, 7, 10: a voicemail on Wednesday at 14, which the giver hears of on Thursday; a
       talk of 12 minutes on Monday at 11, thanked for on Tuesday at 10. The giver hears of that
       talk on Friday, in week 4 never.
       Weeks 2, 5, 8, 11: the call is put off on Wednesday to Thursday 9:00, then to Friday 9:00; on
       Friday I let it go, and tell the giver why.
Keeper On Monday I promise them clips by Thursday, and they promise me an answer by Friday. In
       even weeks I plan the clips for Thursday 15:00 and send them, and they keep their word.
       In odd ones I put the clips off to Friday 15:00 and send them then; they don't, and I give
       up on it on the Wednesday after.
Opener On Monday they have an opening, which I let go on Friday: with words in even weeks.

A review of twenty minutes is done from Monday to Thursday at 8:30.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import pytest
from actions.scenes import on

from followup_tui.actions import (
    calls,
    declines,
    leads,
    messages,
    people,
    plans,
    promises,
    referrals,
    review,
)  # fmt: skip
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.leads import LeadForm
from followup_tui.actions.messages import Message
from followup_tui.actions.people import ContactForm
from followup_tui.actions.referrals import GivenName, Giving
from followup_tui.actions.review import PlanForm
from followup_tui.reports.stats import Page, numbers, page
from followup_tui.reports.tree_words import root_words
from followup_tui.rules import metrics, record
from followup_tui.rules.facts import (
    DeclineReason,
    FollowUpState,
    Outcome,
    SnoozeReason,
    Stage,
    TieClass,
)  # fmt: skip
from followup_tui.rules.letters import Kind
from followup_tui.rules.metrics import Middle, Share
from followup_tui.rules.moment import Moment
from followup_tui.rules.record import Effort, Hours
from followup_tui.store.agenda import promises_kept
from followup_tui.store.book import connection
from followup_tui.store.dealings import FollowUp, Session, TheirPromise
from followup_tui.store.invariants import breaches
from followup_tui.store.models import Contact, Lead
from followup_tui.store.totals import Events, events

BEGAN = date(2026, 8, 31)
NOW = on(date(2026, 11, 23))
TODAY, LAST_WEEK = NOW.today, NOW.today - timedelta(days=7)
Act = Callable[[Moment], object]


class Search:
    """The twelve weeks as a calendar of acts, carried out in order."""

    def __init__(self) -> None:
        self.calendar: list[tuple[datetime, Act]] = []
        for week in range(12):
            self._names(week)
            (self._untried, self._called_back, self._put_off)[week % 3](week)
            self._keeper(week)
            self._opener(week)
            for day in range(4):
                self._at(week, day, "08:30", sit)
        self._interviews()

    def run(self) -> None:
        for when, act in sorted(self.calendar, key=lambda entry: entry[0]):
            if when < NOW.at:
                act(Moment(when))

    def _at(self, week: int, day: int, clock: str, act: Act) -> None:
        monday = BEGAN + timedelta(weeks=week)
        self.calendar.append((on(monday + timedelta(days=day), clock).at, act))

    def _names(self, week: int) -> None:
        giver, first, second = f"Giver {week}", f"First {week}", f"Second {week}"
        self._at(week, 0, "09:00", partial(add, name=giver))
        self._at(week, 0, "10:00", partial(talk, name=giver, minutes=20))
        self._at(week, 0, "10:05", partial(gives, giver=giver, names=(first, second)))
        thanked = (1, "09:30") if week % 2 == 0 else (2, "12:00")
        self._at(week, *thanked, partial(write, name=giver, kind=Kind.THANK))
        self._at(week, 1, "11:00", partial(talk, name=first, minutes=15))
        self._at(week, 2, "09:00", partial(write, name=giver, kind=Kind.R2))
        self._at(week, 2, "09:30", partial(write, name=first, kind=Kind.THANK))

    def _untried(self, week: int) -> None:
        if week == 9:
            self._at(week, 1, "17:00", partial(plan_call, name="Second 9", clock="14:00"))

    def _called_back(self, week: int) -> None:
        giver, second = f"Giver {week}", f"Second {week}"
        self._at(week, 2, "14:00", partial(voicemail, name=second))
        self._at(week, 3, "09:00", partial(write, name=giver, kind=Kind.R1))
        self._at(week, 7, "11:00", partial(talk, name=second, minutes=12))
        self._at(week, 8, "10:00", partial(write, name=second, kind=Kind.THANK))
        if week != 4:
            self._at(week, 11, "09:00", partial(write, name=giver, kind=Kind.R2))

    def _put_off(self, week: int) -> None:
        giver, second = f"Giver {week}", f"Second {week}"
        self._at(week, 2, "15:00", partial(snooze, name=second, clock="09:00"))
        self._at(week, 3, "15:00", partial(snooze, name=second, clock="09:00"))
        self._at(week, 4, "09:30", partial(let_go, name=second, giver=giver))

    def _keeper(self, week: int) -> None:
        name = f"Keeper {week}"
        self._at(week, 0, "11:00", partial(add, name=name, tie=TieClass.A))
        self._at(week, 0, "11:05", partial(both_promise, name=name))
        if week % 2 == 0:
            self._at(week, 2, "17:00", partial(plan_call, name=name, clock="15:00"))
            self._at(week, 3, "15:00", partial(done, name=name))
            self._at(week, 4, "12:00", partial(they_did, name=name))
        else:
            self._at(week, 3, "14:00", partial(snooze, name=name, clock="15:00"))
            self._at(week, 4, "15:00", partial(done, name=name))
            self._at(week, 9, "12:00", partial(they_did, name=name, dropped=True))

    def _opener(self, week: int) -> None:
        name = f"Opener {week}"
        self._at(week, 0, "11:30", partial(add, name=name))
        self._at(week, 0, "11:35", partial(opening, name=name, title=f"Desk {week}"))
        no = partial(decline, name=name, title=f"Desk {week}", with_words=week % 2 == 0)
        self._at(week, 4, "10:00", no)

    def _interviews(self) -> None:
        for week in (3, 7):
            title = f"Editor {week}"
            self._at(week, 4, "11:00", partial(opening, name=f"First {week}", title=title))
            self._at(week, 4, "11:05", partial(move, title=title, stage=Stage.INTERVIEW))
            self._at(week, 5, "10:00", partial(write, name=f"Giver {week}", kind=Kind.R3))
        filled = partial(move, title="Editor 7", stage=Stage.CLOSED, reason="filled")
        self._at(8, 2, "10:00", filled)


def whom(name: str) -> int:
    return Contact.get(Contact.name == name).id


def step_with(name: str) -> int:
    """The one thing that is theirs to do: the call, or what was promised."""
    rows = FollowUp.select().where(
        FollowUp.contact == whom(name), FollowUp.state == FollowUpState.OPEN,
        FollowUp.action.in_(("call", "send")),
    )  # fmt: skip
    (row,) = rows
    return row.id


def lead(title: str) -> int:
    return Lead.get(Lead.title == title).id


def add(now: Moment, name: str, tie: TieClass | None = None) -> None:
    people.add_contact(now, ContactForm(name, tie_class=tie))


def talk(now: Moment, name: str, minutes: int) -> None:
    calls.log_touch(now, TouchForm(whom(name), Outcome.TALKED, minutes=minutes))


def voicemail(now: Moment, name: str) -> None:
    calls.attempt(now, whom(name), Outcome.LEFT_VOICEMAIL)


def gives(now: Moment, giver: str, names: tuple[str, ...]) -> None:
    given = tuple(GivenName(name) for name in names)
    referrals.refer(now, whom(giver), given, Giving("Say that I sent you."))


def write(now: Moment, name: str, kind: Kind) -> None:
    messages.send_message(now, Message(whom(name), kind, "Thank you.", "A line"))


def snooze(now: Moment, name: str, clock: str) -> None:
    tomorrow = now.today + timedelta(days=1)
    row = step_with(name)
    reason = SnoozeReason.BOTHER if FollowUp.fetch(row).snoozes.count() else None
    plans.snooze(now, row, tomorrow, clock, "desk", reason)


def plan_call(now: Moment, name: str, clock: str) -> None:
    review.plan(now, now.today + timedelta(days=1), [PlanForm(step_with(name), clock)], None)


def let_go(now: Moment, name: str, giver: str) -> None:
    no = Message(whom(giver), Kind.DECLINE_INTRODUCTION, "That is kind, but it is too far.")
    declines.decline(now, step_with(name), DeclineReason.COMMUTE, no)


def both_promise(now: Moment, name: str) -> None:
    promises.promise(now, whom(name), "clips", now.today + timedelta(days=3))
    promises.they_promised(now, whom(name), "an answer", now.today + timedelta(days=4))


def done(now: Moment, name: str) -> None:
    plans.done(now, step_with(name))


def they_did(now: Moment, name: str, *, dropped: bool = False) -> None:
    theirs = TheirPromise.get(TheirPromise.contact == whom(name))
    promises.kept(now, theirs.id, dropped=dropped)


def opening(now: Moment, name: str, title: str) -> None:
    leads.add_lead(now, LeadForm(title, f"House of {title}", with_id=whom(name)))


def decline(now: Moment, name: str, title: str, *, with_words: bool) -> None:
    no = Message(whom(name), Kind.DECLINE_LEAD, "Thank you, but no.") if with_words else None
    declines.decline_lead(now, lead(title), DeclineReason.HOURS, no)


def move(now: Moment, title: str, stage: Stage, reason: str | None = None) -> None:
    leads.move_lead(now, lead(title), stage, reason)


def sit(now: Moment) -> None:
    Session.create(started_at=now.at, ended_at=now.at + timedelta(minutes=20), step="end")


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory):
    from followup_tui.store.book import open_book

    with open_book(tmp_path_factory.mktemp("search") / "book.db"):
        Search().run()
        yield


@pytest.fixture
def told(search: None) -> Events:
    return events(NOW)


@pytest.fixture(scope="module")
def whole(search: None) -> Page:
    return page(NOW)


def test_sixty_people_and_nothing_left_hanging(told: Events) -> None:
    assert Contact.select().count() == 60
    assert breaches() == []


def test_m1_followed_through(told: Events) -> None:
    """What was first due from Tuesday 27 October to Monday 23 November, and what of it was done or
    declined by the next business day.

    Week 7: Second's thanks due Tue 27 yes; the word on that talk due Tue 27, given on Friday, no.
      The decision on the editor's job was due Friday 30: taken when it went on.  2 of 3
    Week 8: thank Giver, call First, word on First, thank First, clips, word on Second, nudge
      (closed when they kept their word), decision on Desk: yes. Call Second by Wed 28, no.  8 of 9
    Week 9: thank Giver, call First, word, thank First, clips (a day late), decision: yes. Call
      Second, no; the nudge of Mon 9 was done on Wed 11, no.  6 of 8
    Week 10: thank Giver, call First, word, thank First, call Second (tried), word on that, second
      call, thank Second, clips, nudge, decision: yes. Word on the talk, no.  11 of 12
    Week 11: thank Giver, call First, word, thank First, clips, word on Second, decision: yes. Call
      Second, no; the nudge is due today and waits.  7 of 9
    How it goes: four weeks after the giver last heard, where a name still leads somewhere: Giver 5
      heard on Fri 9 October, so Fri 6 November; Giver 6 on Wed 14 October, so Wed 11. Nothing was
      done about either. (Giver 4 is owed the word on Second first.)  0 of 2
    """
    assert metrics.follow_through(told.steps, TODAY) == Share(2 + 8 + 6 + 11 + 7, 43)


def test_m2_promises_kept(told: Events) -> None:
    """Clips due on 29 October, 5, 12 and 19 November: in even weeks on the day, in odd ones not.
    A week ago those of 22 October (week 7, late) were in the window, those of the 19th not yet.
    """
    assert metrics.promises_kept(told.steps, TODAY) == Share(2, 4)
    assert metrics.promises_kept(told.steps, LAST_WEEK) == Share(2, 4)


def test_m3_hours_to_the_first_step(told: Events) -> None:
    """First, weeks 8 to 11: Tuesday 11:00 to the word on Wednesday 9:00: 6 hours.
    Giver, week 10: Monday 10:00 to Tuesday 9:30: 7.5. Weeks 9 and 11: to Wednesday 12:00: 18.
    Second of week 10: Monday 11:00 to the thanks on Tuesday 10:00: 7.
    In order 6 6 6 6 7 7.5 18 18: between 6 and 7.
    """
    assert metrics.hours_to_first(told.steps, told.touches, TODAY) == Middle(6.5, 8)


def test_m4_first_call_within_two_days(told: Events) -> None:
    """Given on 2, 9 and 16 November, two each. First: three times the next day. Second: week 9
    never, week 10 on Wednesday, week 11 never. Those of 26 October are 28 days old: out.
    """
    assert metrics.tried_in_time(told.names, TODAY) == Share(4, 6)


def test_m5_names_never_tried(told: Events) -> None:
    """Second of weeks 0, 3, 6 and 9; a week ago that of week 9 was 14 days old, not older."""
    never = [name.called for name in metrics.never_tried(told.names, TODAY)]
    assert never == ["Second 0", "Second 3", "Second 6", "Second 9"]
    assert len(metrics.never_tried(told.names, LAST_WEEK)) == 3


def test_m6_loops_closed(told: Events) -> None:
    """First of weeks 8 to 11: four, told the next day. Second let go in weeks 8 and 11: two, told
    at once. Second of week 10: tried, told the next day; reached on Mon 16, told on Fri 20: late.
    Open for more than a week: that Second 4 was reached, on 5 October.
    """
    assert metrics.loops_closed(told.names, TODAY) == Share(7, 8)
    assert metrics.old_loops(told.names, TODAY) == 1


def test_m7_thanked_within_a_day(told: Events) -> None:
    """First: four of four, after 22.5 hours. Giver: week 10 of 9, 10 and 11. Second: week 10."""
    assert metrics.thanked(told.touches, told.steps, TODAY) == Share(4 + 1 + 1, 8)


def test_m8_did_what_i_planned(told: Events) -> None:
    """Clips: planned in weeks 8 and 10, put off to an hour in weeks 9 and 11: four of four.
    Second: put off to Thursday and to Friday at nine in weeks 8 and 11, never called: none of
    four. The call planned for week 9: no.
    """
    assert metrics.did_as_planned(told.plans, TODAY) == Share(4, 9)


def test_m9_snoozes_of_what_was_finished(told: Events) -> None:
    """Finished from 27 October on: week 7 three (thanks, word, nudge), week 8 nine, week 9 seven
    (the nudge on Wed 11 too), week 10 twelve, week 11 eight. Put off: the clips of weeks 9 and
    11 once, the calls of weeks 8 and 11 twice.
    """
    found = record.snoozing(told.steps, TODAY)
    assert found.twice == Share(2, 3 + 9 + 7 + 12 + 8)
    assert found.mean == pytest.approx(6 / 39)


def test_m10_they_keep_their_word(told: Events) -> None:
    """Due on 30 October, 6, 13 and 20 November: kept, given up, kept, open."""
    assert record.their_word(told.theirs, TODAY) == {"a": Share(2, 4)}


def test_m11_tries_until_a_talk(told: Events) -> None:
    """Twelve givers and twelve Firsts by the first try, four Seconds by the second; six openers
    were written to and never talked to.
    """
    found = record.reach(told.touches, TODAY)
    assert found.attempts == Middle(1, 28)
    assert found.by_attempt == (Share(24, 34), Share(28, 34), Share(28, 34))


def test_m12_best_hours(told: Events) -> None:
    """From ten to twelve 12 + 12 + 4 talks; from two to four four voicemails."""
    assert record.best_hours(told.touches) == [Hours(10, 28, 28), Hours(14, 0, 4)]


def test_m13_said_no_with_words(told: Events) -> None:
    """Desks 8 to 11, let go on four Fridays: with words in weeks 8 and 10."""
    assert record.declined_with_words(told.ended, TODAY) == Share(2, 4)


def test_m14_what_came_of_it(whole: Page) -> None:
    """Twelve trees of two names. The two with an interview stand in front; week 7's has a talk
    more, with Second.
    """
    assert len(whole.tree) == 12 and all(root.names == 2 for root in whole.tree)
    assert [(root.called, root_words(root)) for root in whole.tree[:3]] == [
        ("Giver 7", "2 names, 2 talks, 1 interview"),
        ("Giver 3", "2 names, 1 talk, 1 interview"),
        ("Giver 1", "2 names, 2 talks"),
    ]
    assert {root.furthest for root in whole.tree[2:]} == {None}


def test_m14_where_names_get_stuck(whole: Page) -> None:
    """Of 24 names twelve Firsts and four Seconds were called, and all of them reached."""
    assert [(leak.name, leak.count) for leak in whole.pipe] == [
        ("names given", 24), ("called", 16), ("reached", 16), ("next step", 16), ("interview", 2),
    ]  # fmt: skip


def test_m15_effort(told: Events) -> None:
    """Three reviews in the week of 26 October, four in each of the next three. Talks: four Firsts,
    three Givers, one Second.
    """
    found = record.effort(told.sessions, told.touches, TODAY)
    assert found == Effort(15 * 20, 8)
    assert found.talks_an_hour == 1.6


def test_m16_days_reviewed(whole: Page) -> None:
    told = {number.id: (number.now, number.before) for number in whole.numbers}
    assert told["M16"] == ("0 of 5 workdays", "4 of 5 workdays")


def test_the_last_full_week(whole: Page) -> None:
    """From 16 November: Monday two talks; Tuesday a talk and thanks; Wednesday the word and two
    thanks; Friday the word on Second 10 and the no to Giver 11. Nothing came from them.
    """
    week = whole.weeks[-2]
    assert (week.monday, week.out, week.back) == (date(2026, 11, 16), 9, 0)
    assert whole.weeks[0].monday == date(2026, 9, 7)


def test_the_page_says_them_in_words(told: Events) -> None:
    said = {(n.id, n.name): (n.now, n.before) for n in numbers(told, NOW)}
    assert said["M1", "Followed through"][0] == "34 of 43"
    assert said["M3", "Hours to first step"][0] == "6.5 h"
    assert said["M5", "Names never tried"] == (
        "4 (Second 0, Second 3, Second 6 and 1 more)", "3",
    )  # fmt: skip
    assert said["M9", "Snoozes until done"][0] == "0.2 (twice: 2 of 39)"
    assert said["M10", "They keep their word"][0] == "a: 2 of 4"
    assert (
        said["M11", "Tries until a talk"][0] == "1 (by the 1st try 24 of 34 people, 2nd 28, 3rd 28)"
    )
    assert said["M15", "Review and talks"][0] == "300 min, 8 talks (1.6 an hour)"


def test_the_first_screen_says_the_same_of_promises(told: Events) -> None:
    assert promises_kept(connection(), NOW) == (2, 4)
    assert promises_kept(connection(), on(LAST_WEEK)) == (2, 4)
