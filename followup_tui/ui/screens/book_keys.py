"""The keys of the book as a whole: people in from a file and out to one, doubles, merging."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import work
from textual.binding import Binding

from followup_tui.ui.base import Followup
from followup_tui.ui.screens.hand import HandScreen

DOWNLOADS = "Downloads"


class BookKeys(HandScreen):
    """`I`, `E`, `D`, `M` and `B`."""

    NEEDS_PERSON = frozenset({"merge"})

    BINDINGS = [
        Binding(
            "I", "import", "Import", id="book.import",
            tooltip="Import people from a file", show=False,
        ),
        Binding(
            "E", "export", "Export", id="book.export", tooltip="Export everything to a file",
            show=False,
        ),
        Binding(
            "D", "doubles", "Doubles", id="book.doubles", tooltip="Who may be here twice",
            show=False,
        ),
        Binding(
            "M", "merge", "Merge", id="people.merge", tooltip="Merge with another person",
            show=False,
        ),
        Binding(
            "B", "backups", "Backups", id="book.backups",
            tooltip="Back up, restore, check", show=False,
        ),
    ]  # fmt: skip

    @work
    async def action_import(self) -> None:
        """Ask which file, and show what is in it."""
        await bring_in(self.app)

    @work
    async def action_export(self) -> None:
        """Ask what to write and where, and write it."""
        from followup_tui.ui.dialogs.export import ExportDialog, write

        dialog = ExportDialog(_home(), self.app.now().today)
        while (wanted := await self.app.push_screen_wait(dialog)) is not None:
            if await write(self.app, wanted):
                return
            dialog = dialog.again(self.app.refusal)

    def action_doubles(self) -> None:
        from followup_tui.ui.screens.doubles import DoublesScreen

        self.app.push_screen(DoublesScreen())

    @work
    async def action_backups(self) -> None:
        """Show the backups: make one, bring one back, look the store over."""
        await _over_backups(self.app)

    @work
    async def action_merge(self) -> None:
        """Ask with whom, and show both cards."""
        from followup_tui.ui.dialogs.person import PersonDialog
        from followup_tui.ui.screens.doubles import DoublesScreen

        if (mine := self.hand.contact_id) is None:
            return
        dialog = PersonDialog(f"Who is {self.hand.name} too?", without=mine)
        other = await self.app.push_screen_wait(dialog)
        if other is not None:
            self.app.push_screen(DoublesScreen((mine, other)))


async def _over_backups(app: Followup) -> None:
    """Ask what to do with the backups, and do it."""
    from followup_tui.actions.safely import back_up, bring_back, look_over
    from followup_tui.ui.dialogs.backups import LOOK_OVER, NOW, BackupsDialog, sure

    chosen = await app.push_screen_wait(BackupsDialog())
    if chosen == NOW:
        app.act_long(back_up)
    elif chosen == LOOK_OVER:
        app.act_long(look_over)
    elif chosen is not None:
        path = Path(chosen)
        question = await app.aside(partial(sure, path))
        told = await app.push_screen_wait(question)
        if told:
            app.act_long(bring_back, path)


async def bring_in(app: Followup) -> bool:
    """Ask which file, and show what is in it; whether anybody was taken in. In a worker only."""
    from followup_tui.ui.dialogs.files import FileDialog
    from followup_tui.ui.screens.import_file import ImportScreen

    path = await app.push_screen_wait(FileDialog("Import", _home()))
    if path is None:
        return False
    return await app.push_screen_wait(ImportScreen(path))


def _home() -> Path:
    """Where files from elsewhere lie."""
    home = Path.home()
    return home / DOWNLOADS if (home / DOWNLOADS).is_dir() else home
