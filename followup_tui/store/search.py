"""Finding people by words: an index kept beside the rows by the journal, in the same step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from peewee import DatabaseError

from followup_tui.errors import StoreDamaged
from followup_tui.rules.folding import fold
from followup_tui.store.faults import plainly
from followup_tui.store.schema import db

db.register_function(fold, "fold", 1, deterministic=True)
sqlite3.enable_callback_tracebacks(True)  # Else a Ctrl-C in `fold` would be a mistake in SQL.

_WORDS = """
SELECT c.id, fold(c.name || ' ' || c.nickname),
  fold(c.name || ' ' || c.nickname || ' ' || c.role || ' ' || c.place || ' '
  || coalesce(o.name, '') || ' ' || c.how_met || ' ' || c.notes || ' '
  || coalesce((SELECT group_concat(w.typed || ' ' || coalesce(w.normal, ''), ' ')
               FROM way AS w WHERE w.contact_id = c.id AND w.kind <> 'address'), '') || ' '
  || coalesce((SELECT group_concat(t.name, ' ') FROM contact_tag AS ct
               JOIN tag AS t ON t.id = ct.tag_id WHERE ct.contact_id = c.id), '') || ' '
  || coalesce((SELECT group_concat(x.note, ' ') FROM touch AS x
               WHERE x.contact_id = c.id AND x.note <> ''), ''))
FROM contact AS c LEFT JOIN organization AS o ON o.id = c.organization_id
"""

_TOUCHED = """
SELECT row_id FROM row_change WHERE step_id = :step AND tbl = 'contact'
UNION SELECT json_extract(coalesce(after, before), '$.contact_id') FROM row_change
  WHERE step_id = :step AND tbl IN ('way', 'contact_tag', 'touch')
UNION SELECT json_extract(before, '$.contact_id') FROM row_change
  WHERE step_id = :step AND tbl IN ('way', 'touch') AND before IS NOT NULL
UNION SELECT c.id FROM row_change AS r JOIN contact AS c ON c.organization_id = r.row_id
  WHERE r.step_id = :step AND r.tbl = 'organization' AND r.before IS NOT NULL
UNION SELECT ct.contact_id FROM row_change AS r JOIN contact_tag AS ct ON ct.tag_id = r.row_id
  WHERE r.step_id = :step AND r.tbl = 'tag' AND r.before IS NOT NULL
"""


def refresh(step_id: int) -> None:
    """Index again the people that the step touched; part of the step's transaction."""
    connection = db.connection()
    touched = connection.execute(_TOUCHED, {"step": step_id}).fetchall()
    ids = (json.dumps([row_id for (row_id,) in touched if row_id is not None]),)
    among = "IN (SELECT value FROM json_each(?))"
    connection.execute(f"DELETE FROM person_words WHERE rowid {among}", ids)
    connection.execute(
        f"INSERT INTO person_words (rowid, name, words) {_WORDS} WHERE c.id {among}", ids
    )


def rebuild() -> None:
    """Make the index anew and index everybody; inside a transaction of the caller."""
    connection = db.connection()
    made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'person_words'")
    (sql,) = made.fetchone()
    connection.execute("DROP TABLE person_words")
    connection.execute(sql)
    connection.execute(f"INSERT INTO person_words (rowid, name, words) {_WORDS}")


def out_of_step() -> list[int]:
    """The ids of people whose words in the index aren't those of their rows, or have none."""
    found = db.connection().execute(
        f"WITH r (id, name, words) AS ({_WORDS})"
        " SELECT r.id FROM r LEFT JOIN person_words AS p ON p.rowid = r.id"
        " WHERE p.words IS NOT r.words OR p.name IS NOT r.name"
        " UNION SELECT p.rowid FROM person_words AS p"
        " WHERE p.rowid NOT IN (SELECT id FROM contact)"
    )
    return [row_id for (row_id,) in found.fetchall()]


def is_torn() -> bool:
    """Whether the index doesn't hold the words it was given, so that finding would fail."""
    try:
        db.execute_sql("INSERT INTO person_words (person_words) VALUES ('integrity-check')")
    except DatabaseError as error:
        # In a store that is only read it can't be asked so, and nothing is wrong with it.
        return isinstance(plainly(error, ""), StoreDamaged)
    return False


def match(words: str) -> str:
    """`words` as an FTS5 question: each one quoted, each a beginning, all of them needed.

    An example: `o'b wat` becomes `"o'b"* "wat"*`; wildcards and operators are plain text.
    """
    terms = fold(words).split()
    return " ".join('"' + term.replace('"', '""') + '"*' for term in terms)


def match_names(words: Iterable[str]) -> str:
    """Folded `words` as an FTS5 question for people one of whose names is one of them."""
    return "name : (" + " OR ".join('"' + w.replace('"', '""') + '"' for w in words) + ")"
