"""The book in a form for elsewhere, with what it then holds."""

from __future__ import annotations

from followup_tui.actions.calendar import calendar
from followup_tui.exchange.book import without_notes
from followup_tui.exchange.leaving import WRITERS, Holding, Wish, holding
from followup_tui.store.calendar import open_steps
from followup_tui.store.everything import whole_book

FORMATS = ("json", "csv", "vcard", "ics", "md")
SUFFIXES = {"vcard": "vcf"}
"""How a file of a format ends, where not as the format is called."""


def written(form: str, wish: Wish) -> tuple[bytes, Holding]:
    """The file, and what it holds: the open follow-ups as a calendar, else the book."""
    if form == "ics":
        steps = open_steps()
        return calendar(steps, as_events=wish.as_events), Holding({"follow_ups": len(steps)})
    book = whole_book() if wish.notes else without_notes(whole_book())
    return WRITERS[form](book, wish), holding(book, form, notes=wish.notes)
