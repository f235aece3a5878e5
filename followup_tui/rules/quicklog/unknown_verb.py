"""A head whose first word nobody knows, before a known name: `pestered Ann Lee again`."""

from __future__ import annotations

from followup_tui.rules.quicklog.by_name import also_there, take_contact, take_when_before
from followup_tui.rules.quicklog.details import take_details
from followup_tui.rules.quicklog.draft import Draft
from followup_tui.rules.quicklog.verbs import LEADS_MINE, PROMISED, TASKS
from followup_tui.rules.quicklog.who import person_at
from followup_tui.rules.tokens import MARK, PLAIN, word_at, word_set

_BEFORE_PERSON = word_set("to with w w/ wth for from by at up on off of")


def read_unknown_verb(draft: Draft, start: int, end: int) -> int | None:
    """Takes the known full name behind one unknown word at the start of a line.

    Known people win: the line is about them, whatever was done; the word stays in the note.
    """
    tokens, line = draft.line.tokens, draft.line
    if draft.clause_start or start >= end or tokens[start].kind in (MARK, PLAIN):
        return None
    if any(table.at(tokens, start, end) for table in (TASKS, LEADS_MINE, PROMISED)):
        return None
    at = start + 1
    at += word_at(tokens, at) in _BEFORE_PERSON
    full = line.book.full_at(tokens, at) if at < end else None
    found = person_at(draft, at, end) if full and full.end <= end else None
    if not found or not found[0].sure or word_at(tokens, found[1] - 1).endswith("'s"):
        return None
    if line.selected and found[0].known != line.selected:
        return None
    take_when_before(draft, start)
    take_contact(draft, found[0], at, found[1])
    return take_details(draft, also_there(draft, found[1], end), end)
