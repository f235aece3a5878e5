"""Keeping in touch: a cadence per person, counted from the last contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from peewee import fn

from followup_tui.actions.steps import NextStep, close_step, open_step
from followup_tui.errors import BadInput
from followup_tui.rules.cadence import class_for, next_in_touch
from followup_tui.rules.facts import CONTACT, Action, FollowUpState, Owed, TieClass, WayKind
from followup_tui.rules.workdays import next_workday
from followup_tui.store.cadence import days_between
from followup_tui.store.dealings import FollowUp, Touch
from followup_tui.store.journal import Change, undoable
from followup_tui.store.models import Contact, Tag, Way
from followup_tui.store.timeline import last_contact


@undoable
def keep_in_touch(
    change: Change, contact_id: int, tie_class: TieClass | None = None, days: int | None = None
) -> str:
    """Give somebody a cadence, and a first date at once.

    Raises:
        NotFound: There is no such contact.
        BadInput: `days` isn't 1 or more.
    """
    if days is not None and days < 1:
        raise BadInput("A cadence is a number of days, 1 or more.")
    contact = Contact.fetch(contact_id)
    step = in_touch(change, contact, tie_class, days)
    if step is None:
        return f"{contact.name}: {contact.tie_class}, no cadence"
    return f"Keep in touch with {contact.name}: {step.due:%a %-d %b}"


@undoable
def tag_cadence(change: Change, name: str, days: int | None) -> str:
    """Give everybody with a tag a cadence; a person's own one wins over it.

    Raises:
        BadInput: There is no such tag, or `days` isn't 1 or more.
    """
    tag = Tag.get_or_none(Tag.name == name)
    if tag is None or (days is not None and days < 1):
        raise BadInput(f"No tag is called “{name}”." if tag is None else "Days: 1 or more.")
    change.set(tag, cadence_days=days)
    for tagged in tag.tagged:
        renew(change, tagged.contact)
    return f"Tag {name}: " + (f"every {days} days" if days else "no cadence")


def in_touch(
    change: Change, contact: Contact, tie_class: TieClass | None = None, days: int | None = None
) -> FollowUp | None:
    """A cadence for `contact` and its next date, inside an open change.

    A dormant tie without a cadence of its own is written to once.
    """
    fitting = tie_class or contact.tie_class
    change.set(
        contact,
        tie_class=fitting or (None if days else class_for(contact.stars)),
        cadence_days=days or contact.cadence_days,
    )
    step = renew(change, contact)
    if step is None and contact.tie_class == TieClass.DORMANT:
        today = change.now.today
        step = _open(change, contact, next_workday(today + timedelta(days=1), change.now.holidays))
    return step


def renew(change: Change, contact: Contact, by: Touch | None = None) -> FollowUp | None:
    """The next date of keeping in touch, from the last contact; the one that waited is closed.

    A touch older than the last contact changes nothing.
    """
    if by is not None and by.at < (last_contact(contact.id) or by.at):
        return None
    for held in _waiting(contact):
        close_step(change, held, FollowUpState.DONE if by else FollowUpState.DROPPED, by=by)
    since = last_contact(contact.id)
    return _next(change, contact, change.now.day(since) if since else change.now.today, by)


def go_on(change: Change, contact: Contact) -> FollowUp | None:
    """The next date after a word of mine that nobody has answered: an interval from today.

    The last contact stays where it was; a dormant tie has had its one word.
    """
    return None if _waiting(contact) else _next(change, contact, change.now.today)


def let_be(change: Change, contact: Contact) -> None:
    """End the cadence of somebody; one that their tags give them goes on."""
    change.set(contact, tie_class=TieClass.DORMANT, cadence_days=None)


def after_contact(change: Change, contact: Contact, touch: Touch) -> None:
    """Move the cadence on after a talk; people without one stay without."""
    if touch.outcome in CONTACT:
        renew(change, contact, touch)


def _next(
    change: Change, contact: Contact, start: date, by: Touch | None = None
) -> FollowUp | None:
    interval = days_between(contact, change.now.defaults)
    if interval is None:
        return None
    load = _load(start, interval)
    now = change.now
    day = next_in_touch(start, interval, now.today, load, now.holidays, now.defaults)
    return _open(change, contact, day, by)


def _open(change: Change, contact: Contact, day: date, by: Touch | None = None) -> FollowUp:
    mail = contact.ways.where(Way.kind == WayKind.EMAIL, ~Way.wrong).exists()
    step = NextStep(Action.EMAIL if mail else Action.CALL, day)
    return open_step(change, step, owed=Owed.IN_TOUCH, contact=contact, born_of=by)


def _waiting(contact: Contact) -> list[FollowUp]:
    rows = FollowUp.select().where(
        FollowUp.contact == contact,
        FollowUp.owed == Owed.IN_TOUCH,
        FollowUp.state == FollowUpState.OPEN,
    )
    return list(rows)


def _load(start: date, interval: int) -> Mapping[date, int]:
    near = start + timedelta(days=interval)
    rows = (
        FollowUp.select(FollowUp.due, fn.count(FollowUp.id))
        .where(
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.due.between(near - timedelta(days=7), near + timedelta(days=7)),
        )
        .group_by(FollowUp.due)
        .tuples()
        .iterator()
    )
    return dict(rows)
