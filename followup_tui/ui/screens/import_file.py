"""A file, before it is taken in: its columns, its first people, what would happen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen

from followup_tui.actions.imports import import_people, remember_mapping
from followup_tui.actions.incoming import How, Incoming, contents, look
from followup_tui.actions.restore_book import restore_book
from followup_tui.errors import FollowupError
from followup_tui.store.journal import Done
from followup_tui.text import show
from followup_tui.ui.base import Followup
from followup_tui.ui.dialogs.fields import FieldDialog
from followup_tui.ui.dialogs.progress import Progress, ProgressDialog
from followup_tui.ui.panes.import_lines import (
    ColumnLine,
    column_line,
    column_lines,
    incoming_lines,
)
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.page import Page

TWO_FROM = 90
LEFT_OUT = "ignore"
LOOKS = "looks"
"""The group of the workers that read the file."""


class ImportScreen(Screen[bool]):
    """What is in the file, and what would happen; `enter` does it as one step."""

    CSS_PATH = "import_file.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_FROM, "-two")]

    BINDINGS = [
        Binding(
            "enter", "take", "Import", id="import.take", tooltip="Import everybody", priority=True
        ),
        Binding("e", "change", "Change", id="import.change", tooltip="Say what a column holds"),
        Binding("x", "leave_out", "Leave out", id="import.leave-out", tooltip="Leave it out"),
        Binding("o", "turn", "Day or month first", id="import.order", tooltip="3/4: April?"),
        Binding("tab", "other", "Other pane", id="import.other", tooltip="Columns or people"),
        Binding("escape", "leave", "Cancel", id="import.leave", tooltip="Import nobody"),
    ]

    app = getters.app(Followup)
    bar = getters.query_one(Ends)
    columns: getters.query_one[Lines[ColumnLine]] = getters.query_one("#columns", Lines)
    people = getters.query_one("#people", Page)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.raw = b""
        self.found: Incoming | None = None
        self.how = How()
        self.looking = Progress("Reading")
        self.changed = False
        """Whether the user said what a column holds."""

    def compose(self) -> ComposeResult:
        yield Ends()
        with Horizontal(id="panes"):
            yield Lines(column_line, id="columns")
            yield Page(id="people")
        yield Keys(["import.take", "import.change", "import.leave-out"])

    def on_mount(self) -> None:
        self.columns.border_title = "Columns"
        self.columns.sign_on = self.columns
        self.people.border_title = "Who is in it"
        self.columns.display = False
        here = self.app.settings
        self.how = How(here.region, here.day_first or None)
        self.look(contents_first=True)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @work(exclusive=True, group=LOOKS)
    async def look(self, *, contents_first: bool = False) -> None:
        """Read the file as the user wants it read, and show what would happen."""
        self._tell("reading…")
        try:
            if contents_first:
                self.raw = await self.app.aside(partial(contents, self.path))
            tell = self.looking.tell
            job = partial(look, self.path.name, self.raw, self.how, tell)
            self.found = await self.app.aside(job)
        except FollowupError as error:
            self.app.say(str(error), "error")
            if contents_first:
                self.dismiss(False)
            return
        if not self.is_attached:  # Left while the file was read.
            return
        self._draw()
        if contents_first:
            (self.columns if self.columns.display else self.people).focus()

    def _draw(self) -> None:
        found = self.found
        if found is None:
            return
        self._tell(_kind(found))
        if found.preview:
            self.columns.display = True
            self.columns.put(AtHand(column_lines(found.preview)))
        self.people.put(incoming_lines(found, max(20, self.people.content_size.width)))
        self.refresh_bindings()

    def _tell(self, kind: str) -> None:
        name = show(self.path.name, 40)
        self.bar.tell((("followup", "accent-strong"), (f"  Import {name}", "")), ((kind, "muted"),))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out the keys that this file has no use for."""
        found = self.found
        if action in ("change", "leave_out", "other"):
            return bool(found and found.preview)
        if action == "turn":
            guessed = bool(found and found.source and found.source.parsed.order_guessed)
            return guessed or self.how.day_first is not None
        return action != "take" or bool(found and (found.source or found.book))

    @on(Lines.Opened)
    def opened(self) -> None:
        """`enter` on a column is `enter` on the screen."""
        if self.check_action("take", ()):
            self.action_take()
        else:
            self.action_change()

    @work
    async def action_change(self) -> None:
        """Ask what the column under the cursor holds."""
        if (column := self.columns.row) is None:
            return
        spec = await self.app.push_screen_wait(FieldDialog(column.title, column.spec))
        if spec is not None:
            self._map(column, spec)

    def action_leave_out(self) -> None:
        if (column := self.columns.row) is not None:
            self._map(column, LEFT_OUT)

    def _map(self, column: ColumnLine, spec: str) -> None:
        preview = self.found.preview if self.found else None
        if preview is None:
            return
        told = zip(preview.header, preview.mapping, strict=True)
        mapping = {title: known or LEFT_OUT for title, known in told if title}
        self.how = How(self.how.region, self.how.day_first, {**mapping, column.title: spec})
        self.changed = True
        self.look()

    def action_turn(self) -> None:
        """Read 3/4 the other way round."""
        first = self.how.day_first if self.how.day_first is not None else self.how.region != "US"
        self.how = How(self.how.region, not first, self.how.mapping)
        self.look()

    def action_other(self) -> None:
        (self.people if self.columns.has_focus else self.columns).focus()

    def action_leave(self) -> None:
        self.looking.stopped = True
        self.dismiss(False)

    @work
    async def action_take(self) -> None:
        """Take everybody in, as one step; `esc` meanwhile stops it and nothing is changed."""
        found, progress = self.found, Progress("Saving")
        if found is None:
            return
        dialog = ProgressDialog(progress)
        self.app.push_screen(dialog)
        done = await self._take(found, progress)
        if dialog.is_attached:
            dialog.dismiss(None)
        if done is None:
            return
        if self.changed and found.preview and self.how.mapping:
            await self.app.acted(remember_mapping, found.preview.signature, self.how.mapping)
        if doubtful := done.tally.get("doubtful"):
            self.app.say(f"D: {doubtful} may be here twice. {done.label}", back="undo")
        self.dismiss(True)

    async def _take(self, found: Incoming, progress: Progress) -> Done | None:
        region = self.how.region
        if found.source:
            files = (found.source,)
            return await self.app.act_long(import_people, files, region, progress.tell).wait()
        if found.book:
            return await self.app.act_long(restore_book, found.book, found.name, region).wait()
        return None


def _kind(found: Incoming) -> str:
    if found.book:
        return "a followup export"
    if found.source:
        parsed = found.source.parsed
        return " · ".join(part for part in (parsed.format, parsed.encoding) if part)
    return "a table"
