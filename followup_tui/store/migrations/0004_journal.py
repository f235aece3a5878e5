"""Steps, and the rows before and after each. Frozen."""

from peewee import ForeignKeyField, IntegerField, Model, TextField


def up(migrator, db):
    class Step(Model):
        label = TextField(default="")
        at = TextField()
        undone_at = TextField(null=True)

        class Meta:
            database = db
            table_name = "step"

    db.create_tables([Step])

    class RowChange(Model):
        step = ForeignKeyField(Step, on_delete="CASCADE")
        tbl = TextField()
        row_id = IntegerField()
        before = TextField(null=True)
        after = TextField(null=True)

        class Meta:
            database = db
            table_name = "row_change"
            indexes = ((("step", "tbl", "row_id"), True),)

    db.create_tables([RowChange])
