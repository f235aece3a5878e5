"""Why a follow-up ranks where it does: the six numbers, each with what it stands for."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.rules.facts import Owed
from followup_tui.rules.ranking import Terms
from followup_tui.store.agenda import Due
from followup_tui.text import show
from followup_tui.ui.days import late_words
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.panes.wording import sentence
from followup_tui.ui.spans import BLANK, Line, wrapped

OWED = {
    Owed.PROMISED: "I promised it to somebody",
    Owed.AWAITED: "somebody waits for me",
    Owed.LENT: "somebody lent a name or time",
    Owed.CHASE: "the next try, or their promise is late",
    Owed.IN_TOUCH: "keeping in touch",
}
WIDTH = 58


class WhyDialog(Dialog[None]):
    """The sum, term by term."""

    BINDINGS = [
        Binding("enter,w", "leave", "Back", id="why.leave", tooltip="Back", show=False),
    ]

    def __init__(self, due: Due) -> None:
        super().__init__()
        self.due = due

    def compose(self) -> ComposeResult:
        with Box():
            yield Said(self._lines())

    def on_mount(self) -> None:
        self.box.border_title = "Why now" if self.due.terms else "Why later"

    def _lines(self) -> list[Line]:
        due = self.due
        head: Line = ((sentence(due.action, show(due.contact or due.lead)), "strong"),)
        if due.terms is None:
            words = "Their day is over, so it isn't ranked now. It is listed by when they open."
            return [head, BLANK, *wrapped(words, "", WIDTH)]
        late = due.late_on(self.app.now().today)
        return [head, BLANK, *terms_lines(due, due.terms, late)]


def terms_lines(due: Due, terms: Terms, late: int) -> list[Line]:
    """Each term with its points and its reason, and the sum."""
    stars = f"{due.stars} star{'s' * (due.stars != 1)}, five points each"
    day = late_words(late) if late else "due" if terms.late else "due soon"
    fresh = "halved every week since you talked" if terms.fresh else "no talk lately"
    reach = "a call in their hours" if terms.reach else "not a call"
    if terms.reach > 5:
        reach = "their day ends within the hour"
    told = (
        ("Owed", terms.owed, OWED[due.owed]),
        ("Late", terms.late, f"{day}: 20, and 5 a business day"),
        ("Tie", terms.tie, stars),
        ("Fresh", terms.fresh, fresh),
        ("Put off", terms.put_off, f"{due.snoozes} times, five points each"),
        ("Reach", terms.reach, reach),
    )
    lines: list[Line] = [
        ((f"{name:8}", "muted"), (f"{points:4}  ", "strong" if points else "muted"), (words, ""))
        for name, points, words in told
    ]
    return [
        *lines,
        ((f"{'':8}", ""), ("────", "rule")),
        (("Sum     ", ""), (f"{terms.total:4}", "strong")),
    ]
