"""The one door between the screens and the book: the clock, actions, news of changes."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import Concatenate, NamedTuple, ParamSpec, Protocol, TypeVar, runtime_checkable

from textual.binding import Binding
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.signal import Signal
from textual.worker import Worker

from followup_tui.actions.chosen import moment_of, own_table, what_is_wrong
from followup_tui.config import Settings
from followup_tui.errors import FollowupError
from followup_tui.rules.moment import Moment
from followup_tui.store import book, journal
from followup_tui.store.journal import Done
from followup_tui.text import show
from followup_tui.ui.driver import WakingDriver
from followup_tui.ui.giving_way import beside_the_keys
from followup_tui.ui.own_keys import keymap, wrong_looks
from followup_tui.ui.themes import DEFAULT_THEME, THEMES, with_our_names
from followup_tui.ui.typing_ahead import ACTS, LONG, KeysInOrder

P = ParamSpec("P")
R = TypeVar("R")

STDIN = 0
LOOK_SECONDS = 0.5
"""How often we look whether another process has written."""
PATIENCE_SECONDS = 0.3
"""After so long a write says that it waits for another one."""
MOST_REMARKS = 1
"""So many remarks fit behind what was done; a screen of its own shows more."""

ANYTHING = Done(
    "", bulk=frozenset({"contact", "organization", "way", "follow_up", "touch", "lead", "referral"})
)
"""News that anything may be other than before."""
A_MINUTE = Done("")
"""News that a minute has gone by, and nothing else."""


class Said(NamedTuple):
    """One line to show the user."""

    words: str
    look: str = ""
    back: str = ""
    """The action that takes back what it tells of, `undo` or `redo`; empty for none."""


@runtime_checkable
class Keeper(Protocol):
    """A screen on which something is being written."""

    def keep(self) -> None:
        """Keep what was written since, without a word."""


class Followup(KeysInOrder):
    """What every screen may count on: a clock, a way to act, news of changes."""

    TITLE = "followup"
    ENABLE_COMMAND_PALETTE = False

    BINDINGS = [
        Binding(
            "u", "undo", "Undo", id="book.undo", tooltip="Take back the last step", show=True
        ),
        Binding("U", "redo", "Redo", id="book.redo", tooltip="Redo what you took back", show=False),
        Binding(
            "colon,ctrl+p", "commands", "Commands", id="app.commands",
            tooltip="Every command by name", show=False,
        ),
        Binding("question_mark", "keys", "Keys", id="app.keys", tooltip="What each key does"),
        Binding("q", "quit", "Leave", id="app.leave", tooltip="Leave followup", show=False),
    ]  # fmt: skip

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._own = own_table(self.settings)
        self.book_changed: Signal[Done] = Signal(self, "book-changed")
        """Published after every step, undo and redo, and when another process has written."""
        self.said: Signal[Said] = Signal(self, "said")
        """Published with each line the user should see."""
        self.refusal = ""
        """Why the last action was refused."""
        self.refused: FollowupError | None = None
        self.left_line = ""
        """What was typed into the quick log before followup was ended, to be offered once."""
        self._waited = False  # Whether it was said that a write waits for another one.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="followup-writer")
        self._last_version = self._ask_version().result()
        self._version = self._ask_version()
        self._last_minute = self._minute()
        self._has_terminal = os.isatty(STDIN)
        for theme in THEMES:
            self.register_theme(theme)
        self._look_by(self.settings)

    def get_driver_class(self) -> type[Driver]:
        """Ours where Textual would take its own for a terminal."""
        found = super().get_driver_class()
        return WakingDriver if found is LinuxDriver else found

    def get_css_variables(self) -> dict[str, str]:
        self.theme_variables = with_our_names(super().get_css_variables())
        return self.theme_variables

    def on_mount(self) -> None:
        self.set_interval(LOOK_SECONDS, self.look_around)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            loop.add_signal_handler(number, self._end, number)

    def on_unmount(self) -> None:
        # Else what was written last stays outside the store's file until the next start.
        self._writer.submit(book.let_go)
        self._writer.shutdown(wait=False)

    def _end(self, number: int) -> None:
        """Leave because of a signal, with what is being written kept."""
        for screen in self.screen_stack:
            if isinstance(screen, Keeper):
                screen.keep()
        self.exit(return_code=128 + number)

    def jot(
        self, note: Callable[Concatenate[Moment, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Write a quiet note after the actions before it, without a word."""
        self._writer.submit(partial(note, self.now(), *args, **kwargs))

    def go_by(self, settings: Settings) -> None:
        """Go by these settings from now on."""
        self.settings = settings
        self._own = own_table(settings)
        self._look_by(settings)
        self.book_changed.publish(ANYTHING)

    def _look_by(self, settings: Settings) -> None:
        self.theme = settings.theme if settings.theme in self.available_themes else DEFAULT_THEME
        self.set_keymap(keymap(settings.keys))

    @property
    def wrong_settings(self) -> tuple[str, ...]:
        """What in the settings can't be meant; the defaults are used in its place."""
        wrong = wrong_looks(self.settings, self.available_themes, DEFAULT_THEME)
        return (*what_is_wrong(self.settings), *(f"settings.toml, {one}" for one in wrong))

    def now(self) -> Moment:
        """What every action and read is told about the time."""
        return moment_of(self.settings, self._own)

    def act(
        self, action: Callable[Concatenate[Moment, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> Worker[Done | None]:
        """Run one action after those before it, say what it did, tell every pane.

        The keys go on working meanwhile. The worker's result is None where it was refused.
        """
        job = partial(action, self.now(), *args, **kwargs)
        return self.run_worker(self._perform(job), group=ACTS)

    def act_long(
        self, action: Callable[Concatenate[Moment, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> Worker[Done | None]:
        """The same where it may last: no key waits until it is done."""
        job = partial(action, self.now(), *args, **kwargs)
        return self.run_worker(self._perform(job), group=LONG)

    async def acted(
        self, action: Callable[Concatenate[Moment, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> Done | None:
        """Act, and wait for it: what it did, or None where it was refused."""
        worker = self.act(action, *args, **kwargs)
        return await worker.wait()

    async def aside(self, job: Callable[[], R]) -> R:
        """What a long job gives, done after the actions before it; the keys go on working.

        Raises what the job raises.
        """
        return await beside_the_keys(self._writer, job)

    async def _perform(self, job: partial[Done]) -> Done | None:
        waiting = self.set_timer(PATIENCE_SECONDS, self._say_that_it_waits)
        try:
            done = await beside_the_keys(self._writer, job)
        except FollowupError as error:
            self.refused, self.refusal = error, str(error)
            self.say(self.refusal, "error")
            return None
        finally:
            waiting.stop()
        # A quiet note says nothing, and leaves what was said, but for its own waiting.
        if done.label or self._waited:
            self._waited = False
            back = "redo" if job.func is journal.undo else "undo"
            said = ". ".join((done.label, *done.remarks[:MOST_REMARKS]))
            self.say(said, back=back if done.changed else "")
        self.book_changed.publish(done)
        return done

    def _say_that_it_waits(self) -> None:
        if getattr(self.screen, "says_how_far", False):
            return
        self._waited = True
        self.say("another followup is saving, waiting…", "late")

    def say(self, words: str, look: str = "", *, back: str = "") -> None:
        """Show one line on every screen's last row."""
        self.said.publish(Said(show(words), look, back))

    def look_around(self) -> None:
        """Tell every pane when somebody else wrote to the book, or a minute has gone by; leave
        when the terminal is gone.

        The connection that writes is asked, in its thread: to it our own steps are no news. It
        answers by the next look, so that nobody waits here for another program's lock.
        """
        if self._has_terminal and not os.isatty(STDIN):
            self._end(signal.SIGHUP)
        if self._version.done():
            version, self._version = self._version.result(), self._ask_version()
            if version != self._last_version:
                self._last_version = version
                self.book_changed.publish(ANYTHING)
        minute = self._minute()
        if minute != self._last_minute:
            same_day = minute.date() == self._last_minute.date()
            self._last_minute = minute
            self.book_changed.publish(A_MINUTE if same_day else ANYTHING)

    def _ask_version(self) -> Future[int]:
        return self._writer.submit(book.data_version)

    def _minute(self) -> datetime:
        now = self.now()
        return datetime.combine(now.today, now.at.time().replace(second=0, microsecond=0))

    def action_undo(self) -> None:
        self.act(journal.undo)

    def action_redo(self) -> None:
        self.act(journal.redo)

    def action_commands(self) -> None:
        from followup_tui.ui.dialogs.commands import CommandsDialog

        self.push_screen(CommandsDialog())

    def action_keys(self) -> None:
        from followup_tui.ui.screens.keys import KeysScreen

        self.push_screen(KeysScreen())
