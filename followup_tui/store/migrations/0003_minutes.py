"""Sessions' cards, drafts, profile versions, and what was shown. Frozen."""

from peewee import BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator, db):
    class Contact(Model):
        class Meta:
            database = db
            table_name = "contact"

    class FollowUp(Model):
        class Meta:
            database = db
            table_name = "follow_up"

    class Session(Model):
        class Meta:
            database = db
            table_name = "session"

    class Touch(Model):
        class Meta:
            database = db
            table_name = "touch"

    class Asked(Model):
        contact = ForeignKeyField(Contact, on_delete="CASCADE")
        touch = ForeignKeyField(Touch, null=True, on_delete="SET NULL")
        question = TextField()
        at = TextField()

        class Meta:
            database = db
            table_name = "asked"

    db.create_tables([Asked])

    class Draft(Model):
        contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
        follow_up = ForeignKeyField(FollowUp, null=True, on_delete="CASCADE")
        kind = TextField()
        subject = TextField(default="")
        body = TextField(default="")
        at = TextField()

        class Meta:
            database = db
            table_name = "draft"

    db.create_tables([Draft])

    class FactShown(Model):
        fact = TextField(index=True)
        contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
        at = TextField()
        hidden = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "fact_shown"

    db.create_tables([FactShown])

    class Flag(Model):
        name = TextField(unique=True)
        value = TextField(default="")

        class Meta:
            database = db
            table_name = "flag"

    db.create_tables([Flag])

    class HeaderMapping(Model):
        header = TextField(unique=True)
        mapping = TextField()
        at = TextField()

        class Meta:
            database = db
            table_name = "header_mapping"

    db.create_tables([HeaderMapping])

    class Profile(Model):
        fields = TextField()
        paragraph = TextField(default="")
        at = TextField()

        class Meta:
            database = db
            table_name = "profile"

    db.create_tables([Profile])

    class Heard(Model):
        contact = ForeignKeyField(Contact, on_delete="CASCADE")
        profile = ForeignKeyField(Profile, on_delete="CASCADE")
        at = TextField()

        class Meta:
            database = db
            table_name = "heard"

    db.create_tables([Heard])

    class NotSame(Model):
        left = ForeignKeyField(Contact, on_delete="CASCADE")
        right = ForeignKeyField(Contact, on_delete="CASCADE")
        at = TextField()

        class Meta:
            database = db
            table_name = "not_same"

    db.create_tables([NotSame])

    class OpenQuestion(Model):
        touch = ForeignKeyField(Touch, null=True, on_delete="CASCADE")
        contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
        path = TextField()
        words = TextField()
        choices = TextField(default="[]")
        at = TextField()
        answered_at = TextField(null=True)

        class Meta:
            database = db
            table_name = "open_question"

    db.create_tables([OpenQuestion])

    class Plan(Model):
        follow_up = ForeignKeyField(FollowUp, on_delete="CASCADE")
        day = DateField()
        time = TextField(null=True)
        place = TextField(default="")
        planned_at = TextField()
        session = ForeignKeyField(Session, null=True)

        class Meta:
            database = db
            table_name = "plan"

    db.create_tables([Plan])

    class SessionCard(Model):
        session = ForeignKeyField(Session, on_delete="CASCADE")
        follow_up = ForeignKeyField(FollowUp, null=True, on_delete="CASCADE")
        contact = ForeignKeyField(Contact, null=True, on_delete="CASCADE")
        position = IntegerField()
        step = TextField(default="")
        card_seen_at = TextField(null=True)
        screen_seen = BooleanField(default=False)
        answer = TextField(default="")
        answered_at = TextField(null=True)

        class Meta:
            database = db
            table_name = "session_card"

    db.create_tables([SessionCard])
