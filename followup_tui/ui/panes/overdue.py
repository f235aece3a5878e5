"""The Overdue pane: what is due, ranked, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters

from followup_tui.rules.clock_time import time_here
from followup_tui.rules.facts import Action, Owed
from followup_tui.rules.moment import Moment
from followup_tui.store import book, people
from followup_tui.store.agenda import Due, opens
from followup_tui.store.amending import moved
from followup_tui.store.journal import Done
from followup_tui.store.ranks import Ranks, amended, first_listed, ranks, stands
from followup_tui.text import cells, fit, show
from followup_tui.ui.base import Followup
from followup_tui.ui.days import clock_words
from followup_tui.ui.panes.listed import Listed
from followup_tui.ui.panes.wording import ACTIONS
from followup_tui.ui.spans import Line, in_columns
from followup_tui.ui.widgets.lines import Lines

MARKS = 4
"""Cells for the marks at the end: a promise, and how often it was put off."""
WHEN, DOING = 3, 6
VIA_FROM = 24
"""Below so many cells for name and source, the name has them all."""

EMPTY: Sequence[Line] = (
    (("Nothing is due. Well done.", "muted"),),
    (),
    (("a", "key"), (" adds a follow-up", "muted")),
    (("l", "key"), (" logs a call and what comes next", "muted")),
)
NOBODY_YET: Sequence[Line] = (
    (("Nothing to do yet.", "muted"),),
    (),
    (("a", "key"), (" adds the first person", "muted")),
    (("l", "key"), (" logs a call, and whom it was with", "muted")),
)
"""Praise is for who has done something."""


class OverduePane(Lines[Due]):
    """What is due by now, highest rank first; then today's by the clock, then the days ahead."""

    BORDER_TITLE = "1 Overdue"

    app = getters.app(Followup)

    def __init__(self) -> None:
        super().__init__(self.draw_due, id="overdue")
        self.add_class("pane")
        self.listed = Listed()
        self.moment: Moment | None = None
        self.empty = EMPTY
        self.sign_on = self

    @property
    def ranks(self) -> Ranks:
        """What is listed, in order."""
        return self.listed.ranks

    def reload(self, done: Done | None = None) -> None:
        """Read again what this step may have moved, else the list; the cursor stays with its
        follow-up, or on its line.
        """
        was = self.row
        self.listed = self._read(done)
        rows = self.listed
        self.empty = EMPTY if rows.count or people.page(1) else NOBODY_YET
        self.sign_beside = str(len(rows.ranks.overdue)) if rows.count else ""
        self.put(rows, rows.place_of(was.id) if was else None)

    def _read(self, done: Done | None) -> Listed:
        then, self.moment = self.moment, self.app.now()
        connection = book.connection()
        if done is None or then is None or not stands(self.ranks, then, self.moment):
            return Listed(ranks(connection, self.moment), self.moment)
        ids = moved(connection, done)
        if ids is None:
            return Listed(ranks(connection, self.moment), self.moment)
        known = amended(self.ranks, connection, self.moment, ids) if ids else self.ranks
        return self.listed.amended(known, self.moment, ids)

    def draw_due(self, due: Due, width: int) -> Line:
        assert self.moment is not None
        return due_line(due, self.moment, width)

    def due_of(self, contact_id: int) -> Due | None:
        """This person's first follow-up in the list."""
        found = first_listed(self.ranks, book.connection(), contact_id)
        return None if found is None else self.listed.row(found)


def due_line(due: Due, moment: Moment, width: int) -> Line:
    """A follow-up in one line: when, what to do, whom, by whose help, its marks."""
    when, look = _when(due, moment)
    heavy = due.to_decide and due.due <= moment.today
    over = max(0, cells(when) - WHEN)
    promise = "◆" if due.owed is Owed.PROMISED or due.promised_to else " "
    times = f"×{due.snoozes}" if due.snoozes else ""
    marks = f" {promise} {times}".ljust(MARKS + 1)[: MARKS + 1]
    # Where there is no mark its room is for what is said.
    marks = marks if marks.strip() else ""
    room = width - WHEN - DOING - 2
    start = (room - MARKS - 1) // 2 + 2
    source = source_of(due, moment) if room - MARKS > VIA_FROM else ""
    name, via = in_columns(show(due.contact or due.lead), source, start, room - len(marks))
    return (
        (f"{when:>{WHEN}} ", f"{look}-strong" if heavy and look == "late" else look),
        (fit(ACTIONS[due.action], DOING - over) + " ", "strong" if heavy else ""),
        (name, ""),
        (via, "muted"),
        (marks, "late"),
    )


def _when(due: Due, moment: Moment) -> tuple[str, str]:
    today = moment.today
    if due.due > today:
        return f"{due.due:%a}", "muted"
    if late := due.late_on(today):
        return (f"{late}d" if late < 100 else "99+"), "late"
    if not due.time:
        return "·", "accent"
    # Where it is another day there, there is room for that alone.
    here, _, time = time_here(due.due, due.time, due.zone, moment).partition(" ")
    return (here if time else clock_words(here)), "accent"


def source_of(due: Due, moment: Moment) -> str:
    """By whose help, or what about, in the fewest words that tell."""
    if due.terms is None and (opening := opens(due, moment)):
        here = opening.astimezone(moment.at.tzinfo)
        day = "" if here.date() == moment.at.date() else f"{here:%a} "
        return f"opens {day}{clock_words(f'{here:%H:%M}')}"
    if due.action is Action.REPORT_BACK and due.referred:
        return f"on {show(initialled(due.referred))}"
    if due.giver and due.giver != due.contact:
        return f"via {show(initialled(due.giver))}"
    if due.due > moment.today and due.time:
        time = time_here(due.due, due.time, due.zone, moment)
        return ", ".join(word for word in (show(due.what), clock_words(time)) if word)
    if due.owed is Owed.IN_TOUCH and not due.what:
        return "keep in touch"
    if due.attempt > 1 and not due.what:
        return f"try {due.attempt}"
    return show(due.what or (due.lead if due.contact else "") or due.organization)


def initialled(name: str) -> str:
    """`R. Adler` for `Ruth Adler`; one word, or a short name, as it is."""
    first, _, rest = name.partition(" ")
    return name if not rest or len(name) <= 8 else f"{first[:1]}. {rest.rsplit(' ')[-1]}"
