"""The user's settings and the moment, for every command, without loading click."""

from __future__ import annotations

import sys
from pathlib import Path

from followup_tui import config
from followup_tui.actions.chosen import moment_of, own_table, what_is_wrong
from followup_tui.config import Settings
from followup_tui.rules.moment import Moment
from followup_tui.store.place import has_settings, settings_folder
from followup_tui.text import show


def settings() -> Settings:
    """The settings of the file; what in it could not be taken is said on stderr."""
    found = config.load()[0] if has_settings() else Settings(folder=Path(settings_folder()))
    for one in what_is_wrong(found):
        print(show(f"{found.folder}: {one}"), file=sys.stderr)
    return found


def moment(here: Settings) -> Moment:
    """Now, by the settings' zone, rollover, days off and table of defaults."""
    return moment_of(here, own_table(here))
