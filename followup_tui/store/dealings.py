"""The tables of what happens with people: touches, names given, next steps, promises.

Columns and constraints only: no rules, no clock, no writes.
"""

from __future__ import annotations

from peewee import (
    SQL,
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

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
    Via,
)
from followup_tui.store.fields import InstantField, new_uid
from followup_tui.store.models import Contact, Lead
from followup_tui.store.schema import Row, one_of


class Session(Row):
    """One review."""

    started_at = InstantField()
    ended_at = InstantField(null=True)
    step = TextField(default="")
    state = TextField(default="")
    """The review as JSON, so that it goes on after a crash."""


class Touch(Row):
    """Something that happened with a person. Never edited in passing, only undone."""

    uid = TextField(default=new_uid, unique=True)
    contact = ForeignKeyField(Contact, null=True, backref="touches")
    lead = ForeignKeyField(Lead, null=True, backref="touches")
    at = InstantField(index=True)
    logged_at = InstantField()
    channel = TextField(null=True, constraints=[one_of("channel", Channel)])
    direction = TextField(null=True, constraints=[one_of("direction", Direction)])
    outcome = TextField(null=True, constraints=[one_of("outcome", Outcome)])
    minutes = IntegerField(null=True, constraints=[Check("minutes >= 0")])
    attempts = IntegerField(default=1, constraints=[Check("attempts >= 1")])
    """How many attempts this one log stands for (`x2`)."""
    attempt_no = IntegerField(null=True, constraints=[Check("attempt_no >= 1")])
    """Which attempt it was, where the words say so (`#2`)."""
    note = TextField(default="")
    typed = TextField(default="")
    """The line as typed."""
    session = ForeignKeyField(Session, null=True)
    card_seen = BooleanField(default=False)
    confidence_before = IntegerField(
        null=True, constraints=[Check("confidence_before BETWEEN 1 AND 5")]
    )
    confidence_after = IntegerField(
        null=True, constraints=[Check("confidence_after BETWEEN 1 AND 5")]
    )

    class Meta:
        indexes = ((("contact", "at"), False),)


class TouchContact(Row):
    """Somebody else who was there."""

    touch = ForeignKeyField(Touch, backref="also", on_delete="CASCADE")
    contact = ForeignKeyField(Contact, backref="also_in", on_delete="CASCADE")

    class Meta:
        indexes = ((("touch", "contact"), True),)


class Referral(Row):
    """A name that somebody gave me."""

    uid = TextField(default=new_uid, unique=True)
    giver = ForeignKeyField(Contact, null=True, backref="gave")
    contact = ForeignKeyField(Contact, null=True, backref="given_by")
    """Null while only half a name is known; then `missing` says what there is."""
    lead = ForeignKeyField(Lead, null=True, backref="referrals")
    given_at = InstantField()
    words = TextField(default="")
    relation = TextField(default="")
    missing = TextField(default="")
    via = TextField(default=Via.YOU_CONTACT, constraints=[one_of("via", Via)])
    may_use_name = BooleanField(null=True)
    told_they_will_call = BooleanField(null=True)
    ends_on = DateField()
    state = TextField(
        default=ReferralState.GIVEN, constraints=[one_of("state", ReferralState)], index=True
    )
    reason = TextField(null=True)
    touch = ForeignKeyField(Touch, null=True, backref="referrals")
    """The talk in which it was given."""


class ReferralChange(Row):
    """One state a referral came to; the giver is owed a word until it is reported."""

    referral = ForeignKeyField(Referral, backref="changes", on_delete="CASCADE")
    state = TextField(constraints=[one_of("state", ReferralState)])
    at = InstantField()
    owed = BooleanField(default=False)
    reported_at = InstantField(null=True)


class FollowUp(Row):
    """One next step."""

    uid = TextField(default=new_uid, unique=True)
    action = TextField(constraints=[one_of("action", Action)])
    contact = ForeignKeyField(Contact, null=True, backref="follow_ups")
    lead = ForeignKeyField(Lead, null=True, backref="follow_ups")
    referral = ForeignKeyField(Referral, null=True, backref="follow_ups")
    what = TextField(default="")
    first_due = DateField()
    """Set once; lateness and the numbers count from it."""
    due = DateField()
    """Whether and where it is listed."""
    time = TextField(null=True)
    """HH:MM, in `zone`."""
    zone = TextField(default="")
    part = TextField(default="")
    """Morning, afternoon or evening, where no clock time is known."""
    place = TextField(default="")
    owed = TextField(constraints=[one_of("owed", Owed)])
    promised_to = ForeignKeyField(Contact, null=True, backref="promised")
    attempt = IntegerField(default=1, constraints=[Check("attempt >= 1")])
    chase = TextField(null=True, constraints=[one_of("chase", ChaseKind)])
    chase_from = DateField(null=True)
    """The day of the first attempt: the plan's steps count from it."""
    condition = TextField(default="")
    parked_until = DateField(null=True)
    pinned_until = DateField(null=True)
    ends_on = DateField(null=True)
    """After this day it wants a decision."""
    state = TextField(default=FollowUpState.OPEN, constraints=[one_of("state", FollowUpState)])
    reason = TextField(null=True)
    created_at = InstantField()
    closed_at = InstantField(null=True)
    born_of = ForeignKeyField(Touch, null=True, backref="brought")
    closed_by = ForeignKeyField(Touch, null=True, backref="closed")
    sequence = IntegerField(default=0)
    """Goes up with each change of day or time, for calendars."""

    class Meta:
        indexes = ((("contact", "state"), False), (("state", "due"), False))


class Snooze(Row):
    """A follow-up, put off once."""

    follow_up = ForeignKeyField(FollowUp, backref="snoozes", on_delete="CASCADE")
    from_day = DateField()
    to_day = DateField()
    time = TextField(null=True)
    place = TextField(default="")
    reason = TextField(null=True, constraints=[one_of("reason", SnoozeReason)])
    at = InstantField()
    session = ForeignKeyField(Session, null=True)


class TheirPromise(Row):
    """What somebody said they would do for me."""

    uid = TextField(default=new_uid, unique=True)
    contact = ForeignKeyField(Contact, backref="promises")
    lead = ForeignKeyField(Lead, null=True, backref="promises")
    what = TextField()
    due = DateField()
    time = TextField(null=True)
    state = TextField(default=PromiseState.OPEN, constraints=[one_of("state", PromiseState)])
    touch = ForeignKeyField(Touch, null=True, backref="promises")
    created_at = InstantField()
    closed_at = InstantField(null=True)


FollowUp.add_index(FollowUp.index(FollowUp.due, where=SQL("state = 'open'"), name="follow_up_open"))
TheirPromise.add_index(
    TheirPromise.index(TheirPromise.due, where=SQL("state = 'open'"), name="their_promise_open")
)
