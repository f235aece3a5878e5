"""People, where they are, and leads. Frozen: later columns come in later files."""

from peewee import (
    BlobField,
    BooleanField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def one_of(column, words):
    listed = ", ".join(f"'{word}'" for word in words.split())
    return [Check(f"{column} IN ({listed})")]


def up(migrator, db):
    class Organization(Model):
        uid = TextField(unique=True)
        name = TextField()
        key = TextField(unique=True)
        parked_until = DateField(null=True)

        class Meta:
            database = db
            table_name = "organization"

    db.create_tables([Organization])

    class Photo(Model):
        digest = TextField(unique=True)
        kind = TextField(default="")
        content = BlobField()

        class Meta:
            database = db
            table_name = "photo"

    db.create_tables([Photo])

    class Contact(Model):
        uid = TextField(unique=True)
        name = TextField()
        folded = TextField(index=True)
        prefix = TextField(default="")
        given = TextField(default="")
        additional = TextField(default="")
        family = TextField(default="")
        suffix = TextField(default="")
        nickname = TextField(default="")
        role = TextField(default="")
        organization = ForeignKeyField(Organization, null=True)
        tie_class = TextField(null=True, constraints=one_of("tie_class", "booster a weak dormant"))
        stars = IntegerField(default=0, constraints=[Check("stars BETWEEN 0 AND 3")])
        cadence_days = IntegerField(null=True, constraints=[Check("cadence_days > 0")])
        zone = TextField(default="")
        hours = TextField(default="")
        place = TextField(default="")
        how_met = TextField(default="")
        birthday = TextField(default="")
        notes = TextField(default="")
        archived = BooleanField(default=False)
        source = TextField(default="")
        extra = TextField(default="")
        photo = ForeignKeyField(Photo, null=True)
        created_at = TextField()

        class Meta:
            database = db
            table_name = "contact"

    db.create_tables([Contact])

    class Lead(Model):
        uid = TextField(unique=True)
        title = TextField()
        organization = ForeignKeyField(Organization, null=True)
        offered_by = ForeignKeyField(Contact, null=True)
        words = TextField(default="")
        stage = TextField(
            index=True,
            default="new",
            constraints=one_of(
                "stage", "new contacted talking applied interview offer won declined closed paused"
            ),
        )
        reason = TextField(null=True)
        url = TextField(default="")
        source = TextField(default="")
        place = TextField(default="")
        pay = TextField(default="")
        resume = TextField(default="")
        notes = TextField(default="")
        waiting_until = DateField(null=True)
        parked_until = DateField(null=True)
        created_at = TextField()

        class Meta:
            database = db
            table_name = "lead"

    db.create_tables([Lead])

    class Tag(Model):
        name = TextField(unique=True)
        cadence_days = IntegerField(null=True, constraints=[Check("cadence_days > 0")])

        class Meta:
            database = db
            table_name = "tag"

    db.create_tables([Tag])

    class ContactTag(Model):
        contact = ForeignKeyField(Contact, on_delete="CASCADE")
        tag = ForeignKeyField(Tag, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "contact_tag"
            indexes = ((("contact", "tag"), True),)

    db.create_tables([ContactTag])

    class LeadPerson(Model):
        lead = ForeignKeyField(Lead, on_delete="CASCADE")
        contact = ForeignKeyField(Contact, on_delete="CASCADE")
        role = TextField(default="")

        class Meta:
            database = db
            table_name = "lead_person"
            indexes = ((("lead", "contact"), True),)

    db.create_tables([LeadPerson])

    class StageChange(Model):
        lead = ForeignKeyField(Lead, on_delete="CASCADE")
        stage = TextField(
            constraints=one_of(
                "stage", "new contacted talking applied interview offer won declined closed paused"
            )
        )
        reason = TextField(null=True)
        at = TextField()

        class Meta:
            database = db
            table_name = "stage_change"

    db.create_tables([StageChange])

    class Way(Model):
        contact = ForeignKeyField(Contact, on_delete="CASCADE")
        kind = TextField(constraints=one_of("kind", "email phone url handle address"))
        label = TextField(default="")
        preferred = BooleanField(default=False)
        typed = TextField()
        normal = TextField(null=True)
        wrong = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "way"
            indexes = ((("kind", "normal"), False),)

    db.create_tables([Way])
