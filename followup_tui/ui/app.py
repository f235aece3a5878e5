"""The app: the full-screen program over the open book."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path

from textual.binding import Binding

from followup_tui.config import Settings
from followup_tui.store.book import open_book
from followup_tui.store.journal import Done
from followup_tui.ui.base import Followup
from followup_tui.ui.screens.today import TodayScreen


class FollowupTui(Followup):
    """Followup, beginning with today."""

    # Not `get_default_screen`: Textual doesn't load that one's style sheet.
    MODES = {"today": TodayScreen}
    DEFAULT_MODE = "today"

    BINDINGS = [
        Binding(
            "i", "insights", "What came of it", id="app.insights",
            tooltip="What came of it: who led to what, and your numbers", show=False,
        ),
    ]  # fmt: skip

    def __init__(self, settings: Settings | None = None, *, in_review: bool = False) -> None:
        super().__init__(settings)
        self.in_review = in_review
        """Whether it begins with the review of the day."""

    def action_insights(self) -> None:
        from followup_tui.ui.screens.insights import InsightsScreen

        if not isinstance(self.screen, InsightsScreen):
            self.push_screen(InsightsScreen())

    def on_mount(self) -> None:
        self.book_changed.subscribe(self, self._keep_calendar)

    def _keep_calendar(self, _: Done) -> None:
        if self.settings.calendar:
            self.run_worker(self._rewrite_calendar(), group="calendar")

    async def _rewrite_calendar(self) -> None:
        """Bring the file that calendars subscribe to up to date, after the actions before it."""
        from followup_tui.actions.calendar import keep_calendar

        path = Path(self.settings.calendar).expanduser()
        job = partial(keep_calendar, path, as_events=self.settings.calendar_events)
        if fault := await self.aside(job):
            self.say(fault, "error")

    def on_ready(self) -> None:
        if self.in_review:
            from followup_tui.ui.screens.review import ReviewScreen

            self.push_screen(ReviewScreen())
        if not gc.isenabled():
            gc.freeze()
            gc.enable()


def run_app(path: Path, settings: Settings, *, in_review: bool = False) -> int:
    """Run the app over the store at `path` until it is left; the exit code.

    Raises what `open_book` raises, before anything is drawn.
    """
    # What is made while starting lives as long as the program: no use in looking through it.
    gc.disable()
    with open_book(path):
        app = FollowupTui(settings, in_review=in_review)
        app.run()
        return app.return_code or 0
