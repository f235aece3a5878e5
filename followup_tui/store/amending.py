"""Which follow-ups a step may have moved in the list of what is due."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from followup_tui.store.journal import Done

_FOLLOW_UPS = {
    "follow_up": "SELECT id FROM follow_up WHERE id IN",
    "snooze": "SELECT follow_up_id FROM snooze WHERE id IN",
    "lead": "SELECT id FROM follow_up WHERE lead_id IN",
    "touch": "SELECT f.id FROM touch AS t JOIN follow_up AS f ON f.contact_id = t.contact_id"
    " WHERE f.state = 'open' AND t.id IN",
}
"""The follow-ups that show something of a row of this table."""
_STILL_THERE = {
    "snooze": "SELECT id FROM snooze WHERE id IN",
    "touch": "SELECT id FROM touch WHERE id IN",
}
"""Rows that say whose they are only while they are there."""
_NOT_SHOWN = frozenset(
    {"asked", "contact_tag", "draft", "fact_shown", "flag", "heard", "lead_person",
     "open_question", "plan", "profile", "session", "session_card", "stage_change", "tag",
     "their_promise", "touch_contact", "way"}
)  # fmt: skip
"""Tables of which nothing is in the list."""


def moved(connection: Connection, done: Done) -> frozenset[int] | None:
    """The follow-ups that must be read again after a step; None where all of them must."""
    ids: dict[str, list[int]] = {}
    for table, row_id in done.rows:
        if table not in _NOT_SHOWN:
            ids.setdefault(table, []).append(row_id)
    if done.bulk or not ids.keys() <= _FOLLOW_UPS.keys():
        return None
    for table, question in _STILL_THERE.items():
        if len(_asked(connection, question, ids.get(table, ()))) < len(ids.get(table, ())):
            return None
    found = [_asked(connection, _FOLLOW_UPS[table], rows) for table, rows in ids.items()]
    return frozenset(ids.get("follow_up", ())).union(*found)


def _asked(connection: Connection, question: str, ids: Iterable[int]) -> list[int]:
    """What the question answers for these ids."""
    listed = ", ".join(map(str, ids))
    return [value for (value,) in connection.execute(f"{question} ({listed})")]
