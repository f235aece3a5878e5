"""The tables of sessions, drafts, and what was shown: what isn't an act, mostly quiet notes."""

from __future__ import annotations

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, TextField

from followup_tui.store.dealings import FollowUp, Session, Touch
from followup_tui.store.fields import InstantField
from followup_tui.store.models import Contact
from followup_tui.store.schema import Row


class SessionCard(Row):
    """One card of a review, offered."""

    session = ForeignKeyField(Session, backref="cards", on_delete="CASCADE")
    follow_up = ForeignKeyField(FollowUp, null=True, on_delete="CASCADE")
    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    position = IntegerField()
    step = TextField(default="")
    card_seen_at = InstantField(null=True)
    screen_seen = BooleanField(default=False)
    """The call screen was opened."""
    answer = TextField(default="")
    answered_at = InstantField(null=True)


class Plan(Row):
    """If it is that day and hour and I am there, I do this."""

    follow_up = ForeignKeyField(FollowUp, backref="plans", on_delete="CASCADE")
    day = DateField()
    time = TextField(null=True)
    place = TextField(default="")
    planned_at = InstantField()
    session = ForeignKeyField(Session, null=True)


class Asked(Row):
    """A question ticked on the card as asked."""

    contact = ForeignKeyField(Contact, backref="asked", on_delete="CASCADE")
    touch = ForeignKeyField(Touch, null=True, backref="asked", on_delete="SET NULL")
    question = TextField()
    at = InstantField()


class OpenQuestion(Row):
    """Something a log left uncertain, waiting for the next review."""

    touch = ForeignKeyField(Touch, null=True, backref="questions", on_delete="CASCADE")
    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    path = TextField()
    words = TextField()
    choices = TextField(default="[]")
    at = InstantField()
    answered_at = InstantField(null=True)


class Draft(Row):
    """A message or a line being written, offered back after a crash."""

    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    follow_up = ForeignKeyField(FollowUp, null=True, on_delete="CASCADE")
    kind = TextField()
    subject = TextField(default="")
    body = TextField(default="")
    at = InstantField()


class FactShown(Row):
    """A fact line that was shown, or hidden for ever."""

    fact = TextField(index=True)
    contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
    at = InstantField()
    hidden = BooleanField(default=False)


class Profile(Row):
    """A version of what I am looking for."""

    fields = TextField()
    """JSON: the fields of the seeker's paragraph."""
    paragraph = TextField(default="")
    at = InstantField()


class Heard(Row):
    """Who has heard which version of it."""

    contact = ForeignKeyField(Contact, backref="heard", on_delete="CASCADE")
    profile = ForeignKeyField(Profile, backref="heard", on_delete="CASCADE")
    at = InstantField()


class NotSame(Row):
    """Two people whom the user said are not one."""

    left = ForeignKeyField(Contact, on_delete="CASCADE")
    right = ForeignKeyField(Contact, on_delete="CASCADE")
    at = InstantField()


class HeaderMapping(Row):
    """Which column of a table is which field, remembered by its header."""

    header = TextField(unique=True)
    mapping = TextField()
    at = InstantField()


class Flag(Row):
    """A small thing that is remembered once: the tour was seen, the last day of a backup."""

    name = TextField(unique=True)
    value = TextField(default="")
