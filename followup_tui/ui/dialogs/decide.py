"""The third time there is no snooze: five ways out, by digit, and each is a decision."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from followup_tui.rules.facts import Action
from followup_tui.rules.snoozing import WayOut
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import late_words
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import BLANK, Line


class DecideDialog(Dialog[WayOut]):
    """What is put off, how long, and the ways out."""

    DEFAULT_CSS = "DecideDialog Box { border: round $look-late; border-title-color: $look-late; }"

    def __init__(self, due: Due, ways: Sequence[WayOut]) -> None:
        super().__init__()
        self.due = due
        self.ways = ways

    def compose(self) -> ComposeResult:
        with Box():
            yield Said(self.lines())

    def on_mount(self) -> None:
        self.box.border_title = "Snooze"

    def lines(self) -> list[Line]:
        """The follow-up, and a line a way."""
        due = self.due
        late = due.late_on(self.app.now().today)
        told = [late_words(late)] if late else []
        if due.promised_to:
            told.append(f"promised to {show(due.promised_to)}")
        why = "Snoozed twice already." if due.snoozes >= 2 else "Past its last day."
        return [
            (
                (sentence(due.action, show(due.contact or due.lead)), "strong"),
                (f"  {' · '.join(told)}", "muted"),
            ),
            ((why, "late"), (" A decision, please:", "")),
            BLANK,
            *(
                ((f"{digit} ", "key"), (self.words(way), ""))
                for digit, way in enumerate(self.ways, start=1)
            ),
        ]

    def words(self, way: WayOut) -> str:
        """A way in words, with the name of who is asked."""
        due = self.due
        giver = show(due.giver.split(" ")[0]) if due.giver else ""
        talking = due.action in (Action.CALL, Action.MEET, Action.INTERVIEW)
        return {
            WayOut.NOW: "Call now, ten minutes, with the card open" if talking else "Do it now",
            WayOut.SMALLER: "Make it smaller: two lines by email instead",
            WayOut.ASK_REFERRER: f"Ask {giver}: is there a better time, or a better person?",
            WayOut.DECLINE: f"Decline, and tell {giver or 'them'} what you are looking for",
            WayOut.PARK: "Park it until a date",
        }[way]

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdecimal():
            number = int(event.character) - 1
            if 0 <= number < len(self.ways):
                event.stop()
                self.dismiss(self.ways[number])
