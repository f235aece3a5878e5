"""What happens: touches, referrals, follow-ups, promises. Frozen."""

from peewee import BooleanField, Check, DateField, ForeignKeyField, IntegerField, Model, TextField


def one_of(column, words):
    listed = ", ".join(f"'{word}'" for word in words.split())
    return [Check(f"{column} IN ({listed})")]


def up(migrator, db):
    class Contact(Model):
        class Meta:
            database = db
            table_name = "contact"

    class Lead(Model):
        class Meta:
            database = db
            table_name = "lead"

    class Session(Model):
        started_at = TextField()
        ended_at = TextField(null=True)
        step = TextField(default="")
        state = TextField(default="")

        class Meta:
            database = db
            table_name = "session"

    db.create_tables([Session])

    class Touch(Model):
        uid = TextField(unique=True)
        contact = ForeignKeyField(Contact, null=True)
        lead = ForeignKeyField(Lead, null=True)
        at = TextField(index=True)
        logged_at = TextField()
        channel = TextField(
            null=True, constraints=one_of("channel", "call video in_person email text chat letter")
        )
        direction = TextField(null=True, constraints=one_of("direction", "in out"))
        outcome = TextField(
            null=True,
            constraints=one_of(
                "outcome",
                "talked met received sent left_voicemail no_answer busy gatekeeper"
                " wrong_number missed_call rescheduled",
            ),
        )
        minutes = IntegerField(null=True, constraints=[Check("minutes >= 0")])
        attempts = IntegerField(default=1, constraints=[Check("attempts >= 1")])
        attempt_no = IntegerField(null=True, constraints=[Check("attempt_no >= 1")])
        note = TextField(default="")
        typed = TextField(default="")
        session = ForeignKeyField(Session, null=True)
        card_seen = BooleanField(default=False)
        confidence_before = IntegerField(
            null=True, constraints=[Check("confidence_before BETWEEN 1 AND 5")]
        )
        confidence_after = IntegerField(
            null=True, constraints=[Check("confidence_after BETWEEN 1 AND 5")]
        )

        class Meta:
            database = db
            table_name = "touch"
            indexes = ((("contact", "at"), False),)

    db.create_tables([Touch])

    class Referral(Model):
        uid = TextField(unique=True)
        giver = ForeignKeyField(Contact, null=True)
        contact = ForeignKeyField(Contact, null=True)
        lead = ForeignKeyField(Lead, null=True)
        given_at = TextField()
        words = TextField(default="")
        relation = TextField(default="")
        missing = TextField(default="")
        via = TextField(
            default="you_contact", constraints=one_of("via", "you_contact they_introduce")
        )
        may_use_name = BooleanField(null=True)
        told_they_will_call = BooleanField(null=True)
        ends_on = DateField()
        state = TextField(
            index=True,
            default="given",
            constraints=one_of("state", "given tried reached came_of_it declined not_reached"),
        )
        reason = TextField(null=True)
        touch = ForeignKeyField(Touch, null=True)

        class Meta:
            database = db
            table_name = "referral"

    db.create_tables([Referral])

    class FollowUp(Model):
        uid = TextField(unique=True)
        action = TextField(
            constraints=one_of(
                "action",
                "call email text chat send thank meet interview apply check ask"
                " report_back pass_on decide other",
            )
        )
        contact = ForeignKeyField(Contact, null=True)
        lead = ForeignKeyField(Lead, null=True)
        referral = ForeignKeyField(Referral, null=True)
        what = TextField(default="")
        first_due = DateField()
        due = DateField()
        time = TextField(null=True)
        zone = TextField(default="")
        part = TextField(default="")
        place = TextField(default="")
        owed = TextField(constraints=one_of("owed", "promised awaited lent chase in_touch"))
        promised_to = ForeignKeyField(Contact, null=True)
        attempt = IntegerField(default=1, constraints=[Check("attempt >= 1")])
        chase = TextField(
            null=True, constraints=one_of("chase", "referred warm cold interview promised")
        )
        chase_from = DateField(null=True)
        condition = TextField(default="")
        parked_until = DateField(null=True)
        pinned_until = DateField(null=True)
        ends_on = DateField(null=True)
        state = TextField(
            default="open", constraints=one_of("state", "open done attempted declined dropped")
        )
        reason = TextField(null=True)
        created_at = TextField()
        closed_at = TextField(null=True)
        born_of = ForeignKeyField(Touch, null=True)
        closed_by = ForeignKeyField(Touch, null=True)
        sequence = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "follow_up"
            indexes = ((("contact", "state"), False), (("state", "due"), False))

    db.create_tables([FollowUp])

    class ReferralChange(Model):
        referral = ForeignKeyField(Referral, on_delete="CASCADE")
        state = TextField(
            constraints=one_of("state", "given tried reached came_of_it declined not_reached")
        )
        at = TextField()
        owed = BooleanField(default=False)
        reported_at = TextField(null=True)

        class Meta:
            database = db
            table_name = "referral_change"

    db.create_tables([ReferralChange])

    class Snooze(Model):
        follow_up = ForeignKeyField(FollowUp, on_delete="CASCADE")
        from_day = DateField()
        to_day = DateField()
        time = TextField(null=True)
        place = TextField(default="")
        reason = TextField(null=True, constraints=one_of("reason", "ask bother unsure busy later"))
        at = TextField()
        session = ForeignKeyField(Session, null=True)

        class Meta:
            database = db
            table_name = "snooze"

    db.create_tables([Snooze])

    class TheirPromise(Model):
        uid = TextField(unique=True)
        contact = ForeignKeyField(Contact)
        lead = ForeignKeyField(Lead, null=True)
        what = TextField()
        due = DateField()
        time = TextField(null=True)
        state = TextField(default="open", constraints=one_of("state", "open kept dropped"))
        touch = ForeignKeyField(Touch, null=True)
        created_at = TextField()
        closed_at = TextField(null=True)

        class Meta:
            database = db
            table_name = "their_promise"

    db.create_tables([TheirPromise])

    class TouchContact(Model):
        touch = ForeignKeyField(Touch, on_delete="CASCADE")
        contact = ForeignKeyField(Contact, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "touch_contact"
            indexes = ((("touch", "contact"), True),)

    db.create_tables([TouchContact])
