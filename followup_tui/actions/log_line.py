"""One line after a call, saved: everything the reading says, and what custom adds, as one step."""

from __future__ import annotations

import json
from datetime import datetime, time

from followup_tui.actions import log_lead
from followup_tui.actions.calls import SPOKEN
from followup_tui.actions.chasing import TouchForm
from followup_tui.actions.endings import after_closed
from followup_tui.actions.keeping import in_touch
from followup_tui.actions.kept_line import forget_saved
from followup_tui.actions.log_after import follow
from followup_tui.actions.log_customs import Key, keeps_in_touch
from followup_tui.actions.log_people import Cast
from followup_tui.actions.plans import named, when
from followup_tui.actions.promises import await_promise, promised
from followup_tui.actions.questions import forget_the_note
from followup_tui.actions.referrals import GivenName, Giving, give, thank_giver
from followup_tui.actions.steps import (
    NextStep,
    close_step,
    keep_lead_alive,
    open_step,
    owed_for,
)
from followup_tui.actions.touches import record
from followup_tui.records import dataclass
from followup_tui.rules.after_talk import my_promise_due
from followup_tui.rules.facts import Action, FollowUpState, ReadingKind
from followup_tui.rules.quicklog.shape import ReadFollowUp, Reading
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.minutes import OpenQuestion
from followup_tui.store.models import Contact, Lead

WHO = "contact.name"
"""The path of the question whom a line is about."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as it is saved."""

    text: str
    reading: Reading
    dropped: frozenset[str] = frozenset()
    """Keys of the customs that the user took out."""
    minutes: int | None = None
    """What the call's own timer says, where the line doesn't."""
    session_id: int | None = None
    card_seen: bool = False
    confidence_before: int | None = None
    confidence_after: int | None = None
    region: str = "US"
    kept: frozenset[str] = frozenset()
    """What was kept of it while it was typed: it is forgotten as the line is saved."""
    in_place_of: int | None = None
    """The touch of a line that told of nobody, which this one says anew."""


@undoable
def log_line(change: Change, entry: Entry) -> str:
    """Save a line: the touch, the names, the promises, the dates, the stage, and the customs.

    The line itself is always kept, as typed; one about nobody waits for the next review.

    Raises:
        Ambiguous: A name fits two people.
    """
    reading = entry.reading
    forget_saved(change.now, entry.kept)
    if entry.in_place_of is not None:
        forget_the_note(change, entry.in_place_of)
    cast = Cast(change, entry.reading, entry.region)
    contact = cast.contact()
    lead = log_lead.lead_of(change, reading, contact)
    touch = _touch(change, entry, cast, contact, lead)
    opened = [_open(change, task, cast, contact, lead, touch) for task in reading.followups]
    _names(change, entry, cast, contact, touch)
    for theirs in reading.promises_by_them:
        who = cast.person(theirs.who_id, theirs.who) or contact
        if who is not None:
            await_promise(change, who, theirs.what, theirs.due, theirs.time, lead=lead, touch=touch)
    tail = ""
    if contact is not None and touch.outcome is not None:
        tail = follow(change, reading, entry.dropped, contact, touch, opened)
    elif contact is not None and keeps_in_touch(reading) and Key.IN_TOUCH not in entry.dropped:
        in_touch(change, contact)
    log_lead.move(change, reading, lead)
    _questions(change, entry, contact, touch)
    keep_lead_alive(change, lead)
    return f"{_said(reading, contact, lead)}. {tail or _next(touch)}".strip()


def _touch(
    change: Change, entry: Entry, cast: Cast, contact: Contact | None, lead: Lead | None
) -> Touch:
    reading = entry.reading
    if contact is None or reading.outcome is None or reading.kind is ReadingKind.LEAD_UPDATE:
        return _noted(change, entry, contact, lead)
    form = TouchForm(
        contact.id,
        reading.outcome,
        channel=reading.channel,
        direction=reading.direction,
        minutes=reading.minutes if reading.minutes is not None else entry.minutes,
        note=reading.note,
        typed=entry.text,
        at=_when(change, reading),
        attempts=reading.attempts or 1 if _counts(entry) else 1,
        attempt_no=None if _counts(entry) else reading.attempts,
        also=cast.also(),
        lead_id=lead.id if lead else None,
        session_id=entry.session_id,
        card_seen=entry.card_seen,
        confidence_before=entry.confidence_before,
        confidence_after=entry.confidence_after,
        tell=Key.LOOP not in entry.dropped,
    )
    touch = record(change, contact, form)
    if reading.bad_phone:
        cast.mark_wrong(contact, reading.bad_phone)
    return touch


def _noted(change: Change, entry: Entry, contact: Contact | None, lead: Lead | None) -> Touch:
    """A line that tells of no touch: kept word for word, and neither contact nor attempt."""
    return change.add(
        Touch(
            contact=contact,
            lead=lead,
            at=_when(change, entry.reading),
            logged_at=change.now.at,
            note=entry.reading.note,
            typed=entry.text,
            session=entry.session_id,
        )
    )


def _counts(entry: Entry) -> bool:
    """Whether the words give a count (`x2`) and not an ordinal (`#2`)."""
    return "#" not in entry.text


def _when(change: Change, reading: Reading) -> datetime:
    now = change.now.at
    if reading.day == change.now.today and not reading.time:
        return now
    clock = time.fromisoformat(reading.time) if reading.time else time(12, 0)
    at = datetime.combine(reading.day, clock, tzinfo=now.tzinfo)
    return min(at, now)


def _open(
    change: Change,
    task: ReadFollowUp,
    cast: Cast,
    contact: Contact | None,
    lead: Lead | None,
    touch: Touch,
) -> FollowUp:
    who = cast.person(task.whom_id, task.whom) or contact
    now = change.now
    due = my_promise_due(now.today, task.due, now.holidays, now.defaults)
    step = NextStep(
        task.action,
        due,
        what=task.what or "",
        time=task.time,
        zone=task.tz or "",
        part=task.part or "",
        promised=task.promised,
        condition=task.condition or "",
    )
    if task.promised and who is not None:
        return promised(change, who, step, due, lead=lead, born_of=touch)
    return open_step(
        change,
        step,
        owed=owed_for(task.action, who, promised=False),
        contact=who,
        lead=lead,
        born_of=touch,
    )


def _names(change: Change, entry: Entry, cast: Cast, contact: Contact | None, touch: Touch) -> None:
    for place, name in enumerate(entry.reading.referrals):
        known = cast.person(name.id, name.name)
        given = GivenName(
            name.name,
            contact_id=known.id if known else None,
            organization=name.org or "",
            role=name.role or "",
            phone=name.phone or "",
            email=name.email or "",
            relation=name.relation or "",
            via=name.via,
        )
        giving = Giving(words=_words(entry, f"referrals[{place}]"), region=entry.region)
        referral = give(change, contact, given, giving, touch)
        if Key.FIRST_CALL.at(place) in entry.dropped or _asked_for(entry, name.name):
            for step in referral.follow_ups.where(FollowUp.state == FollowUpState.OPEN):
                if step.born_of_id == touch.id and step.action != Action.ASK:
                    _fold_in(change, step, entry, name.name)
    if entry.reading.referrals and contact is not None and Key.THANK not in entry.dropped:
        thank_giver(change, contact, touch)


def _words(entry: Entry, path: str) -> str:
    """The words of the line that a piece was read from; all of it where nobody knows."""
    pieces = [piece for piece in entry.reading.pieces if piece.path == path]
    return entry.text[pieces[0].start : pieces[0].end] if pieces else entry.text


def _asked_for(entry: Entry, name: str) -> bool:
    return any(task.whom == name and task.due for task in entry.reading.followups)


def _fold_in(change: Change, step: FollowUp, entry: Entry, name: str) -> None:
    """The first call that custom adds gives way to the one the line asks for, or to nothing."""
    if not _asked_for(entry, name):
        close_step(change, step, FollowUpState.DROPPED)
        after_closed(change, step)
        return
    own = FollowUp.select().where(
        FollowUp.contact == step.contact,
        FollowUp.born_of == step.born_of,
        FollowUp.referral.is_null(),
        FollowUp.state == FollowUpState.OPEN,
    )
    for asked in own:
        change.set(
            asked, referral=step.referral, owed=step.owed, chase=step.chase, ends_on=step.ends_on
        )
    change.drop(step)


def _questions(change: Change, entry: Entry, contact: Contact | None, touch: Touch) -> None:
    choices = {piece.ask: piece for piece in entry.reading.pieces if piece.ask}
    asked = list(entry.reading.ask)
    about_a_lead = entry.reading.kind is ReadingKind.LEAD_UPDATE
    if contact is None and not about_a_lead and WHO not in asked:
        asked.append(WHO)
    for path in asked:
        piece = choices.get(path)
        change.add(
            OpenQuestion(
                touch=touch,
                contact=contact,
                path=path,
                words=entry.text[piece.start : piece.end] if piece else entry.text,
                choices=json.dumps(list(piece.choices) if piece else []),
                at=change.now.at,
            )
        )


def _next(touch: Touch) -> str:
    """What comes first of all that the line brought: `Next: call Tom Ruiz, Wed 25 Nov`."""
    brought = touch.brought.where(FollowUp.state == FollowUpState.OPEN)
    steps = list(brought.order_by(FollowUp.due, FollowUp.id))
    if not steps:
        return ""
    more = f", and {len(steps) - 1} more" if len(steps) > 1 else ""
    return f"Next: {named(steps[0])}, {when(steps[0])}{more}"


def _said(reading: Reading, contact: Contact | None, lead: Lead | None) -> str:
    if contact is not None and reading.outcome is not None:
        return f"{SPOKEN[reading.outcome]} {contact.name}"
    if reading.stage is not None and lead is not None:
        return f"{lead.title}: {reading.stage.to}"
    return f"Noted for {contact.name}" if contact else "Noted"
