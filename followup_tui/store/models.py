"""The tables of people, where they are, and leads: columns and constraints only."""

from __future__ import annotations

from peewee import (
    SQL,
    BlobField,
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from followup_tui.rules.facts import (
    Stage,
    TieClass,
    WayKind,
)
from followup_tui.store.fields import InstantField, new_uid
from followup_tui.store.schema import Row, one_of


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


Contact.add_index(Contact.index(Contact.id, where=SQL("archived = 1"), name="contact_archived"))
