"""The pages of a review with a list: what is late, what is waited for, what comes tomorrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual import getters, on, work

from followup_tui.actions import promises, review
from followup_tui.rules.deck import Step
from followup_tui.rules.review import Answer
from followup_tui.rules.workdays import next_workday
from followup_tui.store.agenda import Due
from followup_tui.store.journal import Done
from followup_tui.store.plans import last_place, planned_for
from followup_tui.store.waiting import Waiting, waiting
from followup_tui.ui.dialogs.box import Said
from followup_tui.ui.panes import review_pages as pages
from followup_tui.ui.panes.review_pages import Tick
from followup_tui.ui.screens.sitting import SittingScreen
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.choosing import Choosing
from followup_tui.ui.widgets.lines import AtHand


class ReviewLists(SittingScreen):
    """Catching up, waiting, tomorrow."""

    head = getters.query_one("#head", Said)
    rows = getters.query_one("#rows", Choosing)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: set[int] = set()
        self._listed: Step | None = None
        """Which page's choice `chosen` is."""

    @property
    def today(self) -> date:
        """The user's day."""
        return self.app.now().today

    @property
    def day_planned(self) -> date:
        """The next workday: the day that the last page plans."""
        return next_workday(self.today + timedelta(days=1), self.app.now().holidays)

    def draw(self, row: Tick | Waiting, width: int) -> Line:
        """A row of whichever list there is."""
        if isinstance(row, Tick):
            return pages.tick_line(row, width, self.today)
        return pages.waiting_line(row, width, self.today)

    def show_list(self, step: Step, width: int) -> None:
        """Show the list of this step; what is chosen at first is what ranks first."""
        if step is Step.WAITING:
            found = waiting()
            self._put(pages.waiting_head(len(found), width), found)
            return
        dues = self.late if step is Step.CATCH_UP else self.for_tomorrow
        if self._listed is not step:
            self._listed = step
            planned = {one.follow_up_id for one in planned_for(self.day_planned)}
            first = [due.id for due in dues][: self.most(step)]
            self.chosen = planned if planned and step is Step.TOMORROW else set(first)
        if step is Step.CATCH_UP:
            count = len(dues) + len(self.late_but_closed)
            head = pages.catch_up_head(count, self.most(step), width)
        else:
            most = self.most(step)
            head = pages.tomorrow_head(self.day_planned, self.today, most, bool(dues), width)
        self._put(head, [Tick(due, due.id in self.chosen) for due in dues])

    def _put(self, head: Sequence[Line], rows: Sequence[Tick | Waiting]) -> None:
        self.head.put(head)
        self.rows.put(AtHand(rows))
        self.rows.focus()

    def most(self, step: Step) -> int:
        """How many may be chosen on this page."""
        if step is Step.CATCH_UP and self.sitting:
            return self.sitting.review.limits.catch_up_cards
        return self.app.now().defaults.plans_for_tomorrow

    @property
    def late(self) -> list[Due]:
        """The late ones of this review, by rank."""
        held = self.sitting.review.cards if self.sitting else ()
        ids = {card.id for card in held if card.late}
        return [due for due in self.agenda.ranked if due.id in ids]

    @property
    def late_but_closed(self) -> list[Due]:
        """The late ones that can't be called now, and so aren't cards of this review."""
        ids = {card.id for card in self.sitting.review.cards} if self.sitting else set()
        late = [due for due in self.agenda.later if due.first_due < self.today]
        return [due for due in late if due.id not in ids]

    @property
    def for_tomorrow(self) -> list[Due]:
        """All that is due by the next workday and not done, by rank."""
        by = self.day_planned
        return [due for due in self.agenda.with_coming if due.due <= by]

    @on(Choosing.Toggled)
    def toggle(self) -> None:
        """Choose the row under the cursor, or choose it no more."""
        row, here = self.rows.row, self.here
        if not isinstance(row, Tick) or here is None:
            return
        if row.due.id in self.chosen:
            self.chosen.remove(row.due.id)
        elif len(self.chosen) < self.most(here.step):
            self.chosen.add(row.due.id)
        else:
            self.app.say(f"{self.most(here.step)} at most: take one out first.", "late")
            return
        self.show()
        self.rows.action_move(1)

    def it_came(self) -> None:
        """They kept the promise under the cursor."""
        row = self.rows.row
        if isinstance(row, Waiting) and row.kind == "promise":
            self.app.act(promises.kept, row.id)
        elif isinstance(row, Waiting):
            self.app.say("l logs what came of it.")

    @work
    async def choose_late(self) -> None:
        """Keep the chosen ones for today and spread the rest, in one step."""
        late = [due.id for due in self.late]
        closed = [due.id for due in self.late_but_closed]
        rest = [one for one in (*late, *closed) if one not in self.chosen]
        done: Done | None = None
        if rest and (done := await self.app.acted(review.spread, rest)) is None:
            return
        self.give(Answer.CHOSE, self.chosen & set(late), own=bool(done and done.changed))

    @work
    async def plan_tomorrow(self) -> None:
        """Ask when and where, and keep it as a plan."""
        from followup_tui.ui.dialogs.tomorrow import TomorrowDialog

        dues = [due for due in self.for_tomorrow if due.id in self.chosen]
        if not dues:
            self.give(Answer.NEXT)
            return
        dialog = TomorrowDialog(dues, self.day_planned, last_place())
        while (plans := await self.app.push_screen_wait(dialog)) is not None:
            done = await self.app.acted(review.plan, self.day_planned, plans, self.session_id)
            if done:
                self.give(Answer.NEXT, own=done.changed)
                return
            dialog = dialog.again(self.app.refusal)
