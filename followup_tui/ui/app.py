"""The app: the full-screen program over the open book."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual.binding import Binding
from textual.filter import ANSIToTruecolor, LineFilter
from textual.worker import WorkerFailed, get_current_worker

from followup_tui.actions.hooks import hooks_in
from followup_tui.config import Settings
from followup_tui.errors import Cancelled, FollowupError, StoreDamaged
from followup_tui.store import opened
from followup_tui.store.book import open_book, read_by_screens
from followup_tui.store.encryption import Ask
from followup_tui.store.journal import Done
from followup_tui.store.kept import LINE, kept_draft
from followup_tui.store.watching import watched_by
from followup_tui.ui.base import Followup
from followup_tui.ui.giving_way import take_short_turns
from followup_tui.ui.screens.today import TodayScreen

BACKUP_AFTER_SECONDS = 10
"""The first moments are the user's: beside a backup the first screen came a second later."""

SETTLED_AFTER_SECONDS = 1.5
"""The first keys have been answered by then: what starting left over is looked through."""

WORDS_OF_KEYS = {"⏎": "enter", "⌫": "backspace"}


class FollowupTui(Followup):
    """Followup, beginning with today."""

    # Not `get_default_screen`: Textual doesn't load that one's style sheet.
    MODES = {"today": TodayScreen}
    DEFAULT_MODE = "today"
    # The first screen's sheet, read with the rest: read later, it would have all parsed again.
    CSS_PATH = "screens/today.tcss"

    BINDINGS = [
        Binding(
            "i", "insights", "What came of it", id="app.insights",
            tooltip="What came of your calls", show=False,
        ),
    ]  # fmt: skip

    def __init__(self, settings: Settings | None = None, *, in_review: bool = False) -> None:
        super().__init__(settings)
        self.in_review = in_review
        """Whether it begins with the review of the day."""
        self._styled_by = self.get_css_variables()
        self.stylesheet.set_variables(self._styled_by)

    def refresh_css(self, animate: bool = True) -> None:
        """As Textual's, but only for another look: starting asks for it twice without a change.

        Each time all style sheets are parsed again and every widget styled and laid out anew: 25
        of the 200 ms that starting took beyond the imports.
        """
        variables = self.get_css_variables()
        if variables != self._styled_by:
            self._styled_by = variables
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, but the one for the terminal's sixteen colours, which no theme of ours mixes
        with its own: looking for them in each row on the screen took a fifteenth of a key's time.
        """
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

    def get_key_display(self, binding: Binding) -> str:
        """Keys by the words that are on them: not every terminal has the signs."""
        shown = super().get_key_display(binding)
        return WORDS_OF_KEYS.get(shown, shown)

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

    def _fatal_error(self) -> None:
        """Leave, and draw nothing: a traceback of Textual's shows values, so people."""
        self._close_messages_no_wait()

    @property
    def mistake(self) -> BaseException | None:
        """What ended the app, if it was not the user."""
        found = self._exception
        return found.error if isinstance(found, WorkerFailed) else found

    def _begin_daily(self) -> None:
        self.run_worker(self._keep_daily, thread=True, group="daily")

    def _keep_daily(self) -> None:
        """Back up once a day, beside everything else; a damaged store is closed to writes."""
        from followup_tui.store import backup

        here = get_current_worker()

        def stop_with_the_app(done: int, of: int) -> None:
            if here.is_cancelled:
                raise Cancelled("The app was left.")

        try:
            backup.keep_daily(stop_with_the_app)
        except Cancelled:
            pass
        except FollowupError as error:
            if isinstance(error, StoreDamaged):
                opened.close_to_writes(f"{opened.name()} is damaged (q, then: followup check)")
            self.call_from_thread(self.say, str(error), "error")

    def on_ready(self) -> None:
        # Now, and not when a line is asked for: what is kept later is being typed elsewhere.
        left = kept_draft(None, LINE)
        self.left_line = left.body if left else ""
        self.set_timer(BACKUP_AFTER_SECONDS, self._begin_daily)
        if said := opened.at_hand().remark or opened.at_hand().read_only:
            self.say(said, "late")
        elif wrong := self.wrong_settings:
            more = f", and {len(wrong) - 1} more" if len(wrong) > 1 else ""
            self.say(f"{wrong[0]}{more}", "late")
        if self.in_review:
            from followup_tui.ui.screens.review import ReviewScreen

            self.push_screen(ReviewScreen())
        if not gc.isenabled():
            self.set_timer(SETTLED_AFTER_SECONDS, _settle)


def _settle() -> None:
    """Let go of what starting left over, once; what stays, stays for good, and is looked through
    no more.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


def run_app(
    path: Path, settings: Settings, ask: Ask | None = None, *, in_review: bool = False,
    told: str = "", later_too: bool = False,
) -> int:  # fmt: skip
    """Run the app over the store at `path` until it is left; the exit code.

    `told` is what the user should read first; a store of a later version is read `later_too`.

    Raises what `open_book` raises, before anything is drawn, and what the app stumbled over,
    after the terminal is as it was.
    """
    # What is made while starting lives as long as the program: no use in looking through it.
    gc.disable()
    take_short_turns()
    with (
        open_book(path, ask, later_too=later_too) as found,
        watched_by(hooks_in(settings.folder, path)),
    ):
        found.remark = found.remark or told
        read_by_screens()
        app = FollowupTui(settings, in_review=in_review)
        app.run()
        if app.mistake:
            raise app.mistake
        return app.return_code or 0
