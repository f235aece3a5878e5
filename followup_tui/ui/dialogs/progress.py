"""Long work: how far it is, and `esc` to stop it before anything is written."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.errors import Cancelled
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import Line

LOOK_SECONDS = 0.1
WIDTH = 40


class Progress:
    """What the work tells, in its thread, and what it is told: to stop."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.done = 0
        self.of = 0
        self.stopped = False

    def tell(self, doing: str, done: int, of: int) -> None:
        """Take note of how far it is.

        Raises:
            Cancelled: The user wants it to stop.
        """
        if self.stopped:
            raise Cancelled("Stopped: nothing was changed.")
        self.doing, self.done, self.of = doing, done, of


class ProgressDialog(Dialog[None]):
    """A bar, until it is dismissed by whoever opened it."""

    BINDINGS = [
        Binding("escape", "stop", "Stop", id="progress.stop", tooltip="Stop, and change nothing"),
    ]

    says_how_far = True
    """So that nobody says meanwhile that another program is waited for."""

    said = getters.query_one(Said)

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress

    def compose(self) -> ComposeResult:
        with Box():
            yield Said([progress_line(self.progress)])
            yield Said([(), (("esc", "key"), (" stop, and change nothing", ""))])

    def on_mount(self) -> None:
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        self.said.put([progress_line(self.progress)])

    def action_stop(self) -> None:
        self.progress.stopped = True
        self.progress.doing = "Stopping"


def progress_line(progress: Progress) -> Line:
    """What is done, as a bar and in numbers; no bar while nobody knows how far it goes."""
    if not progress.of:
        return ((f"{progress.doing}…", ""),)
    full = WIDTH * progress.done // progress.of
    return (
        (f"{progress.doing:<11}", ""),
        ("█" * full, "good"),
        ("█" * (WIDTH - full), "off"),
        (f" {100 * progress.done // progress.of}%", ""),
    )
