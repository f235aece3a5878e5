"""One person, as text and as JSON."""

from __future__ import annotations

from followup_tui.cli.render import plain
from followup_tui.rules.book.people import WAYS
from followup_tui.rules.cadence import Standing
from followup_tui.rules.clock_time import time_here
from followup_tui.rules.facts import WayKind
from followup_tui.rules.moment import Moment
from followup_tui.rules.when import show_day
from followup_tui.store.cadence import cadence_of
from followup_tui.store.dossier import steps_of, touches_of
from followup_tui.store.person import WayLine
from followup_tui.store.story import ReferralLine, Story
from followup_tui.store.timeline import Event
from followup_tui.text import show

MOST_EVENTS = 30


def as_json(story: Story, now: Moment) -> dict[str, object]:
    """Everything about them: the contact with ways, touches, follow-ups, leads and referrals."""
    who = story.person
    told = plain(who)
    assert isinstance(told, dict)
    told |= {
        name: [_way(way) for way in who.ways if way.kind == kind] for kind, name in WAYS.items()
    }
    return {
        **told,
        "last_contact": story.last_contact,
        "cadence": cadence_of(who.id, now),
        "touches": touches_of(who.id),
        "follow_ups": steps_of(who.id),
        "leads": story.leads,
        "referrals": (*story.given_to_me, *story.gave_me),
        "promises": story.promises,
    }


def _way(way: WayLine) -> dict[str, object]:
    told: dict[str, object] = {
        "value": way.typed, "label": way.label, "preferred": way.preferred, "wrong": way.wrong,
    }  # fmt: skip
    if way.kind == WayKind.PHONE:
        told["e164"] = way.normal if way.normal and way.normal.startswith("+") else None
    return told


def lines(story: Story, now: Moment) -> list[str]:
    """The story to read: who, ways, steps, leads, names given, then what happened."""
    return [
        *_head(story),
        *_in_touch(story, now),
        *_steps(story, now),
        *_leads(story, now),
        *_names(story, now),
        *_events(story, now),
    ]


def _head(story: Story) -> list[str]:
    who = story.person
    place = " · ".join(part for part in (who.organization, who.place) if part)
    first = ", ".join(part for part in (who.name, who.role, place) if part)
    told = [f"{show(first)}  {'★' * who.stars}  #{who.id}".rstrip()]
    for way in who.ways:
        marks = [way.label, "preferred" if way.preferred else "", "wrong" if way.wrong else ""]
        told.append(_row(way.kind, " · ".join([way.typed, *(mark for mark in marks if mark)])))
    if who.tags:
        told.append(_row("tags", ", ".join(who.tags)))
    facts = (("how we met", who.how_met), ("birthday", who.birthday), ("note", who.notes))
    return told + [_row(name, fact) for name, fact in facts if fact]


def _in_touch(story: Story, now: Moment) -> list[str]:
    cadence = cadence_of(story.person.id, now)
    if cadence is None:
        return []
    stands = {Standing.TIME: ["it is time"], Standing.LATE: ["late"]}
    told = [f"every {cadence.days} days"]
    if cadence.last_contact:
        told.append(f"last {show_day(cadence.last_contact, now.today)}")
    if cadence.standing:
        told += stands.get(cadence.standing, [])
    return [_row("in touch", " · ".join(told))]


def _steps(story: Story, now: Moment) -> list[str]:
    told = []
    for step in story.steps:
        late = (now.today - step.first_due).days
        marks = [
            step.what,
            step.lead,
            step.owed.replace("_", " "),
            f"{late}d late" if late > 0 else "",
            f"snoozed ×{step.snoozes}" if step.snoozes else "",
            f"#{step.id}",
        ]
        when = show_day(step.due, now.today) + (
            f" {time_here(step.due, step.time, step.zone, now)}" if step.time else ""
        )
        action = step.action.replace("_", " ")
        told.append(_row("next", " · ".join([f"{action} {when}", *(m for m in marks if m)])))
    return told


def _leads(story: Story, now: Moment) -> list[str]:
    told = []
    for lead in story.leads:
        state = [lead.stage + (f", {lead.reason}" if lead.reason else "")]
        if lead.waiting_until:
            state.append(f"waiting until {show_day(lead.waiting_until, now.today)}")
        if lead.parked_until:
            state.append(f"parked until {show_day(lead.parked_until, now.today)}")
        if lead.offered_by:
            state.append(f"from {lead.offered_by}")
        told.append(_row("lead", " · ".join([lead.title, *state])))
    return told


def _names(story: Story, now: Moment) -> list[str]:
    told = [_row("name from", _given(line, line.giver, now)) for line in story.given_to_me]
    told += [_row("gave me", _given(line, line.contact, now)) for line in story.gave_me]
    return told + [
        _row("promised", f"{line.what} by {show_day(line.due, now.today)}")
        for line in story.promises
    ]


def _given(line: ReferralLine, name: str, now: Moment) -> str:
    day = show_day(line.given_at.astimezone(now.at.tzinfo).date(), now.today)
    words = f" “{line.words}”" if line.words else ""
    return f"{name}, {day}, {line.state.replace('_', ' ')}{words}"


def _events(story: Story, now: Moment) -> list[str]:
    shown = story.events[:MOST_EVENTS]
    told = [_event(event, now) for event in shown]
    if len(story.events) > len(shown):
        told.append(_row("", "and more"))
    return ["", *told] if told else []


def _event(event: Event, now: Moment) -> str:
    day = show_day(event.at.astimezone(now.at.tzinfo).date(), now.today)
    words = [
        *(word.replace("_", " ") for word in (event.channel, event.outcome) if word),
        _WORDS.get(event.kind, "") + event.words.replace("_", " "),
        event.who,
        f"{event.minutes} min" if event.minutes else "",
    ]
    said = " ".join(word for word in words if word)
    return _row(day, f"{said}: {event.note}" if event.note else said)


_WORDS = {"snooze": "snoozed to ", "referral": "name ", "stage": "lead is "}


def _row(name: str, told: str) -> str:
    return f"  {name:<12} {show(told)}"
