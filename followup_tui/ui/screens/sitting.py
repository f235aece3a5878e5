"""A screen over a review that is kept: begun or gone on with, answered, stepped back from."""

from __future__ import annotations

from collections.abc import Collection
from time import monotonic

from textual import work
from textual.binding import Binding

from followup_tui.actions import review
from followup_tui.actions.review import answered, caught_up, stepped_back
from followup_tui.reports.review import fresh_review
from followup_tui.rules.review import Answer, Place, place
from followup_tui.store import journal, sessions
from followup_tui.store.agenda import Agenda, Due, agenda
from followup_tui.store.book import connection
from followup_tui.store.journal import Done
from followup_tui.store.sessions import Sitting
from followup_tui.ui.screens.in_session import SessionCalls

NOTES = {"session", "session_card", "asked", "fact_shown", "draft"}
"""Tables of quiet notes: a change in these alone changes nothing that is shown."""


class SittingScreen(SessionCalls):
    """Follows the book: whatever was done, here or elsewhere, is an answer or takes one back."""

    BINDINGS = [
        Binding("u", "undo", "Undo", id="review.undo", tooltip="Take back the last step"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.sitting: Sitting | None = None
        self.agenda = Agenda((), (), (), ())
        self.dues: dict[int, Due] = {}
        """What is listed, by id."""
        self._since = monotonic()
        self._before = 0

    @property
    def here(self) -> Place | None:
        """Where the review stands; None until there is one."""
        return place(self.sitting.review) if self.sitting else None

    @property
    def seconds(self) -> int:
        """How long the review has lasted, without the time away from it."""
        return self._before + int(monotonic() - self._since)

    def show(self) -> None:
        """Show where the review stands."""

    @work
    async def sit_down(self) -> None:
        """Go on with today's review, or begin one."""
        now = self.app.now()
        if sessions.unfinished(now.today) is None:
            await self.app.acted(review.begin, fresh_review(now))
        found = sessions.unfinished(now.today)
        if found is None:
            self.dismiss()
            return
        taken = found.review.taken
        self._before = taken[-1].seconds if taken else 0
        self._since = monotonic()
        self.session_id = found.id
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.become(found)

    def on_book_changed(self, done: Done) -> None:
        """Follow what was done; what was only noted is known already."""
        noted = bool(done.rows) and {table for table, _ in done.rows} <= NOTES
        if self.sitting and not noted:
            self.become(self.sitting)

    def become(self, sitting: Sitting) -> None:
        """Stand here, and wherever the book says that it leads."""
        now = self.app.now()
        self.agenda = agenda(connection(), now)
        listed = (*self.agenda.ranked, *self.agenda.coming)
        self.dues = {due.id: due for due in listed}
        sitting = caught_up(sitting, now.today, self.seconds)
        if sitting != self.sitting:
            self.sitting = sitting
            self.app.act(review.keep, sitting)
        self.show()

    def give(self, answer: Answer, chosen: Collection[int] = (), *, own: bool = False) -> None:
        """Answer here; `own` where the newest step of the journal is what it tells of."""
        if self.sitting:
            self.become(answered(self.sitting, answer, self.seconds, chosen, own=own))

    def action_undo(self) -> None:
        back = stepped_back(self.sitting) if self.sitting else None
        if back is None:
            self.app.act(journal.undo)
        else:
            self.become(back)
