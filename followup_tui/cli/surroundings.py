"""The user's settings and the moment, for every command, without loading click."""

from __future__ import annotations

import sys
from pathlib import Path

from followup_tui import config
from followup_tui.clock import local_now
from followup_tui.config import Settings
from followup_tui.rules.moment import Moment
from followup_tui.store.place import has_settings, settings_folder
from followup_tui.text import show


def settings() -> Settings:
    """The settings of the file; what in it could not be taken is said on stderr."""
    if not has_settings():
        return Settings(folder=Path(settings_folder()))
    found, wrong = config.load()
    for one in wrong:
        print(show(f"{config.settings_file()}: {one}"), file=sys.stderr)
    return found


def moment(here: Settings) -> Moment:
    """Now, by the settings' zone, rollover and days off."""
    at = local_now(here.zone)
    return Moment(at, here.rollover_hour, config.free_days(here, at.date()))
