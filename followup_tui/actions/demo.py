"""Sample people: a life of twelve weeks, told from today, to look around in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from followup_tui.actions.profile import keep_profile
from followup_tui.actions.restore_book import take_in
from followup_tui.errors import Refused
from followup_tui.rules.book import Book
from followup_tui.rules.book.dealings import (
    FollowUpRecord,
    PromiseRecord,
    ReferralChangeRecord,
    ReferralRecord,
    SnoozeRecord,
    TouchRecord,
)
from followup_tui.rules.book.everything import SessionRecord
from followup_tui.rules.book.people import (
    ContactRecord,
    LeadPersonRecord,
    LeadRecord,
    PhoneRecord,
    StageRecord,
    WayRecord,
)
from followup_tui.rules.clock_time import home_zone
from followup_tui.rules.defaults import DEFAULTS
from followup_tui.rules.facts import (
    Action,
    Channel,
    ChaseKind,
    Direction,
    FollowUpState,
    Outcome,
    Owed,
    PromiseState,
    ReferralState,
    SnoozeReason,
    Stage,
    TieClass,
)
from followup_tui.rules.moment import Moment
from followup_tui.rules.profile import Profile, Pronoun
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact
from followup_tui.words.samples import sample_people

HOURS = "mon-sun 7-22"
"""Wide ones, so that the samples can be called whenever somebody looks around."""
_WEEKDAY = re.compile(r"\{(-?\d+)( short)?\}")
SATURDAY = 5
Line = dict[str, Any]


@undoable
def make_demo(change: Change) -> str:
    """Fill an empty store with sample people.

    Raises:
        Refused: There are people in it.
    """
    if Contact.select().exists():
        raise Refused("Sample people go into a store of their own; this one has people in it.")
    book = sample_book(change.now)
    take_in(change, book)
    told = sample_people()["profile"]
    keep_profile(change, Profile(**told | {"pronoun": Pronoun(told["pronoun"])}))
    return f"Made {len(book.contacts)} sample people"


def sample_book(now: Moment) -> Book:
    """The sample people with their twelve weeks, as seen at `now`."""
    return _Sample(now, sample_people()).book()


class _Sample:
    """The samples, told from one moment."""

    def __init__(self, now: Moment, told: Line) -> None:
        self._now = now
        self._told = told
        self._touch_on: dict[tuple[str, int], str] = {}
        self._clock_on: dict[tuple[str, int], str] = {}
        self._lead_of = {name: lead["title"] for lead in told["leads"] for name in lead["with"]}

    def book(self) -> Book:
        """All of it."""
        return Book(
            contacts=tuple(map(self._contact, self._told["people"])),
            leads=tuple(map(self._lead, self._told["leads"])),
            touches=tuple(map(self._touch, enumerate(reversed(self._told["touches"])))),
            sessions=tuple(map(self._session, reversed(self._told["sessions"]))),
            referrals=tuple(map(self._referral, self._told["referrals"])),
            follow_ups=(
                *map(self._past, self._told["past"]),
                *map(self._step, self._told["follow_ups"]),
            ),
            promises=tuple(map(self._promise, self._told["promises"])),
        )

    def _contact(self, line: Line) -> ContactRecord:
        name = line["name"]
        given, _, family = name.rpartition(" ")
        return ContactRecord(
            name=name,
            uid=_uid("contact", name),
            given=given,
            family=family,
            organization=line["organization"],
            role=line["role"],
            place=line.get("place", ""),
            emails=(WayRecord(line["email"], "work"),) if "email" in line else (),
            phones=(PhoneRecord(line["phone"], "mobile"),) if "phone" in line else (),
            tags=tuple(line.get("tags", ())),
            stars=line.get("stars", 0),
            tie_class=TieClass(line["class"]) if "class" in line else None,
            zone=line.get("zone", ""),
            hours=line.get("hours", HOURS),
            how_met=line.get("how", ""),
            notes=self._told["notes"].get(name, ""),
            source="sample",
            created_at=self._at(-98, "09:00"),
        )

    def _lead(self, line: Line) -> LeadRecord:
        title = line["title"]
        stages = [StageRecord(Stage(word), self._at(day, "17:30")) for word, day in line["stages"]]
        return LeadRecord(
            title=title,
            uid=_uid("lead", title),
            organization=line["organization"],
            stage=stages[-1].stage,
            reason=line.get("reason"),
            offered_by=_uid("contact", line["via"]) if "via" in line else None,
            words=line.get("words", ""),
            place=line.get("place", ""),
            pay=line.get("pay", ""),
            created_at=stages[0].at,
            stages=(*stages[:-1], StageRecord(stages[-1].stage, stages[-1].at, line.get("reason"))),
            people=tuple(LeadPersonRecord(_uid("contact", name)) for name in line["with"]),
        )

    def _touch(self, numbered: tuple[int, list[Any]]) -> TouchRecord:
        number, (day, at, who, channel, direction, outcome, minutes, note) = numbered
        uid = _uid("touch", str(number))
        self._touch_on.setdefault((who, day), uid)
        self._clock_on.setdefault((who, day), at)
        return TouchRecord(
            at=self._at(day, at),
            logged_at=self._at(day, at),
            contact=_uid("contact", who),
            lead=_uid("lead", self._lead_of[who]) if who in self._lead_of else None,
            channel=Channel(channel),
            direction=Direction(direction),
            outcome=Outcome(outcome),
            minutes=minutes or None,
            note=self._text(note),
            uid=uid,
        )

    def _session(self, line: list[int]) -> SessionRecord:
        start = self._at(line[0], "08:30")
        return SessionRecord(start, start + timedelta(minutes=line[1]), "end")

    def _referral(self, line: Line) -> ReferralRecord:
        changes = [
            ReferralChangeRecord(
                ReferralState(state),
                self._at(day, "17:00"),
                True,
                None if told == "" else self._at(told, "17:15"),
            )
            for state, day, told in line["changes"]
        ]
        return ReferralRecord(
            given_at=self._at(line["day"], "16:35"),
            ends_on=self._day(line["day"]) + timedelta(days=DEFAULTS.decide_days),
            giver=_uid("contact", line["giver"]),
            contact=_uid("contact", line["to"]),
            lead=_uid("lead", line["lead"]) if "lead" in line else None,
            words=line["words"],
            relation=line.get("relation", ""),
            may_use_name=True,
            state=changes[-1].state if changes else ReferralState.GIVEN,
            reason=line.get("reason"),
            touch=self._touch_on.get((line["giver"], line["day"])),
            uid=_referral_uid(line["giver"], line["to"]),
            changes=tuple(changes),
        )

    def _step(self, line: Line) -> FollowUpRecord:
        who = line["who"]
        to = line.get("to") or (who if line.get("promised") or line["owed"] == "promised" else "")
        referral = (line["referral"], who) if "referral" in line else (who, line.get("about", ""))
        return FollowUpRecord(
            action=Action(line["action"]),
            first_due=self._day(line["first"]),
            due=self._day(line["due"]),
            owed=Owed(line["owed"]),
            contact=_uid("contact", who),
            lead=_uid("lead", line["lead"]) if "lead" in line else None,
            referral=_referral_uid(*referral) if referral[1] and all(referral) else None,
            what=self._text(line.get("what", "")),
            time=line.get("time"),
            zone=home_zone(self._now) if "time" in line else "",
            part=line.get("part", ""),
            place=line.get("place", ""),
            promised_to=_uid("contact", to) if to else None,
            attempt=line.get("attempt", 1),
            chase=ChaseKind(line["chase"]) if "chase" in line else None,
            chase_from=self._day(line["from"]) if "from" in line else None,
            created_at=self._at(line["made"], "17:45"),
            born_of=self._touch_on.get((who, line["made"])),
            uid=_uid("step", f"{who} {line['action']} {line['made']} {line['first']}"),
            snoozes=tuple(self._snoozes(line["first"], line.get("snoozes", ()))),
        )

    def _past(self, line: list[Any]) -> FollowUpRecord:
        made, first, done, who, action, owed, what, snoozes = line
        put_off = [(first + number, first + number + 1, "busy") for number in range(snoozes)]
        return FollowUpRecord(
            action=Action(action),
            first_due=self._day(first),
            due=self._day(first + snoozes),
            owed=Owed(owed),
            contact=_uid("contact", who),
            what=self._text(what),
            promised_to=_uid("contact", who) if owed == "promised" else None,
            state=FollowUpState.DONE,
            created_at=self._at(made, "17:45"),
            closed_at=self._at(done, self._clock_on.get((who, done), "16:00")),
            born_of=self._touch_on.get((who, made)),
            closed_by=self._touch_on.get((who, done)),
            uid=_uid("step", f"{who} {action} {made} {first}"),
            snoozes=tuple(self._snoozes(first, put_off)),
        )

    def _snoozes(self, first: int, told: Iterable[Sequence[Any]]) -> Iterator[SnoozeRecord]:
        due = first
        for day, to, reason in told:
            yield SnoozeRecord(
                self._day(due),
                self._day(to),
                self._at(day, "08:45"),
                reason=SnoozeReason(reason) if reason else None,
            )
            due = to

    def _promise(self, line: list[Any]) -> PromiseRecord:
        day, who, what, due, state = line
        return PromiseRecord(
            contact=_uid("contact", who),
            what=what,
            due=self._day(due),
            state=PromiseState(state),
            touch=self._touch_on.get((who, day)),
            created_at=self._at(day, "17:50"),
            closed_at=None if state == "open" else self._at(due, "12:00"),
            uid=_uid("promise", f"{who} {what}"),
        )

    def _day(self, offset: int) -> date:
        return _day_from(self._now.today, offset)

    def _at(self, offset: int, clock: str) -> datetime:
        wall = datetime.combine(self._day(offset), time.fromisoformat(clock))
        return wall.replace(tzinfo=self._now.at.tzinfo).astimezone(UTC)

    def _text(self, words: str) -> str:
        return _WEEKDAY.sub(
            lambda found: self._day(int(found[1])).strftime("%a" if found[2] else "%A"), words
        )


def _day_from(today: date, offset: int) -> date:
    """The day so far from today; one that is a weekday from a Monday stays one."""
    day = today + timedelta(days=offset)
    beyond = day.weekday() - SATURDAY + 1
    if beyond > 0 and offset and offset % 7 < SATURDAY:
        day += timedelta(days=-beyond if offset < 0 else 3 - beyond)
    return day


def _uid(kind: str, name: str) -> str:
    """The same for the same sample on every machine."""
    return str(uuid5(NAMESPACE_URL, f"followup sample {kind} {name}"))


def _referral_uid(giver: str, to: str) -> str:
    return _uid("referral", f"{giver} to {to}")
