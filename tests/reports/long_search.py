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
from followup_tui.rules.facts import (
    DeclineReason,
    FollowUpState,
    Outcome,
    SnoozeReason,
    Stage,
    TieClass,
)  # fmt: skip
from followup_tui.rules.letters import Kind
from followup_tui.rules.moment import Moment
from followup_tui.store.dealings import FollowUp, Session, TheirPromise
from followup_tui.store.models import Contact, Lead

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
