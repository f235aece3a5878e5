"""The backups: make one, bring one back, or look the store over."""

from __future__ import annotations

from pathlib import Path

from textual import getters, on
from textual.app import ComposeResult

from followup_tui.errors import FollowupError
from followup_tui.records import dataclass
from followup_tui.store import backup, opened, restore
from followup_tui.text import fit, show
from followup_tui.ui.dialogs.box import Box, Dialog
from followup_tui.ui.dialogs.choice import ChoiceDialog
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.painted import title

NOW = "now"
LOOK_OVER = "look over"
WHY = {
    "asked": "you asked for it",
    "daily": "once a day",
    "import": "before an import",
    "merge": "before a merge",
    "migration": "before an update",
    "repair": "before a repair",
    "restore": "before a restore",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what it answers, and how it reads."""

    answer: str
    words: str
    meaning: str


class BackupsDialog(Dialog[str]):
    """`enter` on a row: a copy now, a look over the store, or a backup by its path."""

    DEFAULT_CSS = "BackupsDialog Lines { height: auto; max-height: 14; }"

    lines: getters.query_one[Lines[Offer]] = getters.query_one("#backups", Lines)

    def compose(self) -> ComposeResult:
        with Box():
            yield Lines(offer_line, id="backups")

    def on_mount(self) -> None:
        self.box.border_title = title("Backups")
        zone = self.app.now().at.tzinfo
        kept = [
            Offer(
                str(one.path),
                f"{one.made_at.astimezone(zone):%a %-d %b %Y %H:%M}",
                WHY.get(one.why, one.why),
            )
            for one in backup.backups_of(opened.at_hand().path)
        ]
        first = [
            Offer(NOW, "Keep a copy now", ""),
            Offer(LOOK_OVER, "Check the store", "is everything in order?"),
        ]
        self.lines.put(AtHand([*first, *kept]), 0)
        self.lines.focus()

    @on(Lines.Opened)
    def answer(self) -> None:
        if (row := self.lines.row) is not None:
            self.dismiss(row.answer)


def offer_line(offer: Offer, width: int) -> Line:
    """When it was made, and before what."""
    return ((fit(offer.words, 22), "strong"), (show(offer.meaning, width - 22), "muted"))


def sure(path: Path) -> ChoiceDialog:
    """The question whether to bring it back, with what differs; or why it can't be."""
    book = opened.at_hand()
    try:
        found = restore.preview(book.path, path, lambda _: book.key)
    except FollowupError as error:
        return ChoiceDialog(str(error), (("", "Back", "nothing was changed"),))
    now = ("", "Leave everything as it is", str(found.now or ""))
    return ChoiceDialog("Bring it back?", (now, ("yes", "Bring it back", str(found.then))))
