"""The words people are found by, and the index behind the list of what is due. Frozen."""


def up(migrator, db):
    db.execute_sql(
        "CREATE VIRTUAL TABLE person_words USING fts5("
        "name, words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
    )
    db.execute_sql("CREATE INDEX follow_up_open ON follow_up (due) WHERE state = 'open'")
    db.execute_sql("CREATE INDEX contact_archived ON contact (id) WHERE archived = 1")
    db.execute_sql("CREATE INDEX their_promise_open ON their_promise (due) WHERE state = 'open'")
