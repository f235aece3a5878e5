"""A screen over a review that is kept: begun or gone on with, answered, stepped back from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
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

NEW = 0
"""The id of a sitting that isn't kept yet."""
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
        self._beginning = False

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

    def sit_down(self) -> None:
        """Go on with today's review, or begin one: it is shown at once, and then kept."""
        now = self.app.now()
        found = sessions.unfinished(now.today) or Sitting(NEW, now.at, fresh_review(now))
        taken = found.review.taken
        self._before = taken[-1].seconds if taken else 0
        self._since = monotonic()
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.become(found)

    def _keep(self, sitting: Sitting) -> None:
        if sitting.id != NEW:
            self.app.act(review.keep, sitting)
        elif not self._beginning:
            self._beginning = True
            self._begin(sitting)

    @work
    async def _begin(self, sitting: Sitting) -> None:
        done = await self.app.acted(review.begin, sitting.review)
        self._beginning = False
        if done and self.sitting:
            # Keys may have been pressed meanwhile.
            self.sitting = replace(self.sitting, id=done.added("session")[0])
            self.session_id = self.sitting.id
            self.app.act(review.keep, self.sitting)

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
        changed, self.sitting = sitting != self.sitting, sitting
        self.session_id = sitting.id or None
        if changed:
            self._keep(sitting)
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
