"""The settings that are worth a screen; all of them stand in the file it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from followup_tui.config import Settings
from followup_tui.errors import BadInput
from followup_tui.text import show
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.spans import Line

DATES = (("month", "month first"), ("day", "day first"))
THEMES = (("dusk", "dusk"), ("paper", "paper"), ("ink", "ink"), ("terminal", "terminal"))


class SettingsDialog(Form[Mapping[str, object]]):
    """Answers with the settings that were changed."""

    TITLE = "Settings"

    def __init__(self, settings: Settings, path: Path) -> None:
        super().__init__()
        self.settings = settings
        self.path = path

    def anew(self) -> Self:
        return type(self)(self.settings, self.path)

    def above(self) -> Sequence[Line]:
        return [(("Every setting, explained: ", "muted"), (show(str(self.path)), ""))]

    def fields(self) -> Sequence[Field]:
        here = self.settings
        order = "day" if here.day_first else "month"
        return (
            OneOf("theme", "Theme", THEMES, here.theme),
            Field("zone", "Zone", here.zone, "the system's; America/Denver"),
            Field("region", "Phones", here.region, "home country of the numbers: US"),
            Field("country", "Holidays", here.country, "none; US, DE, US-CO"),
            OneOf("day_first", "Dates", DATES, order),
            Field(
                "rollover_hour",
                "New day",
                str(here.rollover_hour),
                "4: it begins at 4 in the morning",
            ),
            Field("calendar", "Calendar", here.calendar, "a file, rewritten on each change"),
        )

    def answer(self) -> Mapping[str, object]:
        told: dict[str, object] = {one.name: self.value(one.name) for one in self.fields()}
        hour = str(told["rollover_hour"])
        if not hour.isdecimal():
            raise BadInput(f"“{hour}” is no hour: write a number from 0 to 12.")
        told["rollover_hour"] = int(hour)
        told["day_first"] = told["day_first"] == "day"
        told["region"] = str(told["region"]).upper()
        here = self.settings
        return {name: value for name, value in told.items() if value != getattr(here, name)}
