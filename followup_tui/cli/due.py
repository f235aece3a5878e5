"""`followup due` the short way: answered before Peewee, click or Textual are loaded.

The list is written here once; the long way (an option this room doesn't know, a store that
must be made or mended first) ends here too.
"""

from __future__ import annotations

from followup_tui.clock import local_now
from followup_tui.rules.workdays import day_of
from followup_tui.store.glance import Connection, Unreadable, count_due, open_to_read
from followup_tui.store.place import has_settings, place

TYPE_CHECKING = False  # `typing` itself costs as much as opening the store.
if TYPE_CHECKING:
    from datetime import date

    from followup_tui.rules.moment import Moment

NOTHING = 1
"""The exit code when nothing is due."""


class Asked:
    """What to list, as the words of the command line set it."""

    def __init__(self, db: str | None = None, days: int = 0) -> None:
        self.db = db
        self.days = days
        self.count = False
        self.json = False


def asked(words: list[str]) -> Asked | None:
    """What the plain forms of `[--db PATH] due …` ask for; None for anything else.

    An example: `due --days 7 --json`.
    """
    found = Asked()
    named = False
    rest = iter(words)
    for word in rest:
        option, joined, value = word.partition("=")
        if option == "--db" or (option == "--days" and named):
            if not _take(found, option, value if joined else next(rest, "")):
                return None
        elif word in ("--count", "--json") and named:
            setattr(found, word[2:], True)
        elif word == "due" and not named:
            named = True
        else:
            return None
    return found if named else None


def _take(found: Asked, option: str, value: str) -> bool:
    if not value or value.startswith("-"):
        return False
    if option == "--db":
        found.db = value
        return True
    if not (value.isascii() and value.isdecimal() and len(value) < 5):
        return False
    found.days = int(value)
    return True


def run(wanted: Asked) -> int | None:
    """Answer from a sound store and give the exit code; None where the long way must be taken."""
    connection = open_to_read(place(wanted.db))
    if connection is None:
        return None
    try:
        if has_settings():
            from followup_tui.cli.surroundings import moment, settings

            return show(connection, moment(settings()), wanted)
        if wanted.count:
            return show_count(connection, day_of(local_now()), wanted)
        from followup_tui.rules.moment import Moment

        return show(connection, Moment(local_now()), wanted)
    except Unreadable:
        return None
    finally:
        connection.close()


def show_count(connection: Connection, today: date, wanted: Asked) -> int:
    """Print how many are due; 0, or 1 when nothing is."""
    count = count_due(connection, today, wanted.days)
    print(f'{{"count": {count}}}' if wanted.json else count)
    return 0 if count else NOTHING


def show(connection: Connection, now: Moment, wanted: Asked) -> int:
    """Print what is due, or how much; 0, or 1 when nothing is."""
    if wanted.count:
        return show_count(connection, now.today, wanted)
    from followup_tui.cli import due_list
    from followup_tui.store.agenda import agenda

    found = agenda(connection, now, wanted.days)
    rows = found.with_coming if wanted.days else found.ranked
    if wanted.json:
        from followup_tui.cli.out import print_json

        print_json([due_list.as_json(row, now) for row in rows])
    else:
        print("\n".join(due_list.lines(rows, now, wanted.days)))
    return 0 if rows else NOTHING
