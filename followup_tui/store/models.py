"""The tables of people and of what happens with them: columns and constraints only.

No rules, no clock, no writes. The sessions' tables are in `store.minutes`, the
journal's in `store.journal`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    SqliteDatabase,
    TextField,
)

from followup_tui.errors import NotFound
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
    Via,
    WayKind,
)
from followup_tui.store.fields import InstantField, new_uid

db = SqliteDatabase(None)
"""The open book. `store.book.open_book` says which file it is."""


def one_of(column: str, words: type[StrEnum]) -> object:
    """A check that `column` holds one of an enumeration's words."""
    listed = ", ".join(f"'{word}'" for word in words)
    return Check(f"{column} IN ({listed})")


class Row(Model):
    """A table of the book."""

    id = AutoField()

    class Meta:
        database = db
        legacy_table_names = False

    @classmethod
    def fetch(cls, row_id: int) -> Self:
        """The row with this id.

        Raises:
            NotFound: There is none.
        """
        row = cls.get_or_none(cls.id == row_id)
        if row is None:
            raise NotFound(f"There is no {cls.__name__.lower()} {row_id}.")
        return row


class Organization(Row):
    """Where people are."""

    uid = TextField(default=new_uid, unique=True)
    name = TextField()
    key = TextField(unique=True)
    """The name as `rules.people.organization_key` compares it."""
    parked_until = DateField(null=True)
    """Not in play before this day; null = active."""


class Photo(Row):
    """A picture, kept as it came; outside the journal's images, by reference."""

    digest = TextField(unique=True)
    kind = TextField(default="")
    content = BlobField()


class Contact(Row):
    """A person."""

    uid = TextField(default=new_uid, unique=True)
    name = TextField()
    folded = TextField(index=True)
    """`name` without case and accents: the order of every list of people."""
    prefix = TextField(default="")
    given = TextField(default="")
    additional = TextField(default="")
    family = TextField(default="")
    suffix = TextField(default="")
    nickname = TextField(default="")
    role = TextField(default="")
    organization = ForeignKeyField(Organization, null=True, backref="contacts")
    tie_class = TextField(null=True, constraints=[one_of("tie_class", TieClass)])
    stars = IntegerField(default=0, constraints=[Check("stars BETWEEN 0 AND 3")])
    cadence_days = IntegerField(null=True, constraints=[Check("cadence_days > 0")])
    """The person's own; null = by tag, then by class."""
    zone = TextField(default="")
    hours = TextField(default="")
    """When they can be called, such as `9-17`; empty = the default."""
    place = TextField(default="")
    how_met = TextField(default="")
    birthday = TextField(default="")
    """ISO, or `--MM-DD` without a year."""
    notes = TextField(default="")
    archived = BooleanField(default=False)
    source = TextField(default="")
    extra = TextField(default="")
    """Unknown vCard properties, one unfolded content line a line."""
    photo = ForeignKeyField(Photo, null=True)
    created_at = InstantField()


class Way(Row):
    """One way to reach a person."""

    contact = ForeignKeyField(Contact, backref="ways", on_delete="CASCADE")
    kind = TextField(constraints=[one_of("kind", WayKind)])
    label = TextField(default="")
    preferred = BooleanField(default=False)
    typed = TextField()
    normal = TextField(null=True)
    """As `rules.people` compares it: E.164, lower-case address; null where it can't."""
    wrong = BooleanField(default=False)
    """Somebody found out that it isn't theirs."""

    class Meta:
        indexes = ((("kind", "normal"), False),)


class Tag(Row):
    """A word on people, maybe with a cadence of its own."""

    name = TextField(unique=True)
    cadence_days = IntegerField(null=True, constraints=[Check("cadence_days > 0")])


class ContactTag(Row):
    """A tag on a person."""

    contact = ForeignKeyField(Contact, backref="tagged", on_delete="CASCADE")
    tag = ForeignKeyField(Tag, backref="tagged", on_delete="CASCADE")

    class Meta:
        indexes = ((("contact", "tag"), True),)


class Lead(Row):
    """An opening, introduction or piece of advice that somebody offered or I found."""

    uid = TextField(default=new_uid, unique=True)
    title = TextField()
    organization = ForeignKeyField(Organization, null=True, backref="leads")
    offered_by = ForeignKeyField(Contact, null=True, backref="offered")
    words = TextField(default="")
    stage = TextField(default=Stage.NEW, constraints=[one_of("stage", Stage)], index=True)
    reason = TextField(null=True)
    """Why it ended: one of the declined or the closed reasons."""
    url = TextField(default="")
    source = TextField(default="")
    place = TextField(default="")
    pay = TextField(default="")
    resume = TextField(default="")
    """Which résumé went out."""
    notes = TextField(default="")
    waiting_until = DateField(null=True)
    parked_until = DateField(null=True)
    created_at = InstantField()


class StageChange(Row):
    """One stage a lead came to, and when."""

    lead = ForeignKeyField(Lead, backref="stages", on_delete="CASCADE")
    stage = TextField(constraints=[one_of("stage", Stage)])
    reason = TextField(null=True)
    at = InstantField()


class LeadPerson(Row):
    """Somebody who has to do with a lead."""

    lead = ForeignKeyField(Lead, backref="people", on_delete="CASCADE")
    contact = ForeignKeyField(Contact, backref="leads", on_delete="CASCADE")
    role = TextField(default="")

    class Meta:
        indexes = ((("lead", "contact"), True),)


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
