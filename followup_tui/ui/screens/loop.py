"""The loop: who is still wondering, what you wait for, and who gave which names."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from followup_tui.reports.wonders import Wonderer, wonderers
from followup_tui.store.journal import Done
from followup_tui.store.leads import LeadRow, stale_leads
from followup_tui.store.referrals import Giver, givers
from followup_tui.store.waiting import Waiting, waiting
from followup_tui.ui.panes.loop_lines import Row, loop_details, loop_line
from followup_tui.ui.screens.hand import NOBODY, Hand
from followup_tui.ui.screens.loop_keys import LoopKeys
from followup_tui.ui.screens.opening import CardKeys
from followup_tui.ui.screens.places import LeadKeys
from followup_tui.ui.spans import Line, Span, width_of
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.page import Page
from followup_tui.ui.widgets.painted import title

TITLES = ("Who is still wondering?", "Waiting for others", "Names you were given")
SHORT = ("Wondering", "Waiting", "Names")
"""What the lists are called where there is no room for more; the frame says it whole."""
EMPTY = (
    "Nobody is left wondering.",
    "Nobody owes you anything.",
    "Nobody has given you a name yet: l, “said call …”",
)
TWO_FROM = 90


class LoopScreen(LoopKeys, CardKeys, LeadKeys):
    """A list, and what there is to say of the row at hand."""

    CSS_PATH = "loop.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_FROM, "-two")]

    BINDINGS = [
        Binding("escape", "leave", "Back", id="loop.leave", tooltip="Back"),
        Binding("d", "kept(False)", "It came", id="loop.came", tooltip="They kept their promise"),
        Binding("x", "kept(True)", "It won't", id="loop.let-go", tooltip="It won't come"),
        Binding("tab", "turn(1)", "Next list", id="loop.turn", tooltip="The next list"),
        *(
            Binding(f"{at}", f"page({at})", title, id=f"loop.page-{at}", show=False)
            for at, title in enumerate(TITLES, start=1)
        ),
    ]  # fmt: skip

    bar = getters.query_one(Ends)
    rows = getters.query_one("#rows", Lines)
    page = getters.query_one("#details", Page)

    def __init__(self, which: int = 1) -> None:
        super().__init__()
        self.which = which

    def compose(self) -> ComposeResult:
        yield Ends(id="bar")
        with Horizontal(id="panes"):
            yield Lines(self.draw, id="rows")
            yield Page(id="details")
        yield Keys()

    def on_mount(self) -> None:
        self.rows.on_move = self.at_hand
        self.rows.sign_on = self.rows
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.reload()
        self.rows.focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self.reload)

    def on_book_changed(self, done: Done) -> None:
        """Read the list again."""
        self.reload()

    def draw(self, row: Row, width: int) -> Line:
        """A row of the list."""
        return loop_line(row, width, self.app.now())

    def reload(self) -> None:
        """Read the list and show it."""
        found = self._read()
        self.rows.empty = [((EMPTY[self.which - 1], "muted"),)]
        self.rows.put(AtHand(found))
        self.rows.border_title = title(f"{self.which} {TITLES[self.which - 1]}")
        whole = self._tabs(TITLES)
        fits = width_of(whole) <= self.bar.content_size.width
        self.bar.tell(whole if fits else self._tabs(SHORT), ())

    def _tabs(self, titles: Sequence[str]) -> Line:
        """The three lists, the one at hand with a mark."""
        tabs: list[Span] = [("followup", "accent-strong")]
        for at, words in enumerate(titles, start=1):
            here = at == self.which
            tabs.append((f"  {'●' if here else ' '}{at} {words}", "strong" if here else "muted"))
        return tuple(tabs)

    def _read(self) -> Sequence[Row]:
        now = self.app.now()
        if self.which == 1:
            return wonderers(now, self.app.settings.folder)
        if self.which == 2:
            return [*waiting(), *stale_leads(now)]
        return givers(now)

    def at_hand(self, row: Row | None) -> None:
        """The cursor is on this row."""
        self.take(self._hand(row))
        width = max(20, self.page.content_size.width)
        self.page.put(loop_details(row, width, self.app.now()))
        self.refresh_bindings()

    def _hand(self, row: Row | None) -> Hand:
        if isinstance(row, Wonderer):
            return Hand(row.giver_id, row.giver, about=row.follow_up_id)
        if isinstance(row, Giver):
            return Hand(row.contact_id, row.name)
        if isinstance(row, Waiting):
            return Hand(row.contact_id, row.contact, lead_id=row.id if row.kind == "lead" else None)
        return Hand(lead_id=row.id, name=row.title) if isinstance(row, LeadRow) else NOBODY

    @property
    def promise(self) -> Waiting | None:
        """Their promise at hand."""
        row = self.rows.row
        return row if isinstance(row, Waiting) and row.kind == "promise" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "kept":
            return self.promise is not None
        return super().check_action(action, parameters)

    def action_kept(self, dropped: bool) -> None:
        """It came, or it won't."""
        from followup_tui.actions import promises

        if self.promise:
            self.app.act(promises.kept, self.promise.id, dropped=dropped)

    def action_page(self, which: int) -> None:
        self.which = which
        self.rows.put(AtHand(), 0)
        self.reload()

    def action_turn(self, step: int) -> None:
        self.action_page((self.which - 1 + step) % len(TITLES) + 1)

    def action_leave(self) -> None:
        self.dismiss()
