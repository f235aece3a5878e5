"""Changing the settings from inside the app."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from followup_tui import config
from followup_tui.errors import FollowupError
from followup_tui.ui.screens.hand import HandScreen


class SettingsKeys(HandScreen):
    """`,`: the settings."""

    BINDINGS = [
        Binding("comma", "settings", "Settings", id="app.settings", tooltip="Settings", show=False),
    ]

    @work
    async def action_settings(self) -> None:
        """Ask, write the file, and go by it from now on."""
        from followup_tui.actions.settings import change_file, make_file
        from followup_tui.ui.dialogs.settings import SettingsDialog

        path = config.settings_file()
        dialog = SettingsDialog(self.app.settings, path)
        while (changes := await self.app.push_screen_wait(dialog)) is not None:
            try:
                make_file(path)
                change_file(path, changes)
            except FollowupError as error:
                dialog = dialog.again(str(error))
                continue
            self.app.go_by(config.load(path)[0])
            self.app.say(f"Settings saved in {path}")
            return
