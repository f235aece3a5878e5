"""What came of it: who led to what, and the user's own numbers with last week beside them."""

from __future__ import annotations

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Tree

from followup_tui.reports.stats import page
from followup_tui.store.journal import Done
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.came_of_it import CameOfIt, Row
from followup_tui.ui.panes.number_lines import number_lines
from followup_tui.ui.screens.calls import CallKeys
from followup_tui.ui.screens.hand import NOBODY, Hand
from followup_tui.ui.screens.opening import CardKeys
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.page import Page

TWO_FROM, BOTH_FROM = 100, 30
"""From so many columns on the panes stand side by side, from so many rows one above the other."""


class InsightsScreen(CardKeys, CallKeys):
    """The tree beside the numbers; in a narrow terminal one above the other, or one at a time."""

    CSS_PATH = "insights.tcss"
    AUTO_FOCUS = "#tree"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_FROM, "-two")]

    BINDINGS = [
        Binding("escape,i", "leave", "Back", id="insights.leave", tooltip="Back"),
        Binding("tab", "other", "Other pane", id="insights.other", tooltip="Tree or numbers"),
    ]

    bar = getters.query_one(Ends)
    tree_view = getters.query_one(CameOfIt)
    numbers = getters.query_one("#numbers", Page)

    def compose(self) -> ComposeResult:
        yield Ends()
        with Horizontal(id="panes"):
            yield CameOfIt(lambda look: self.numbers.look(look))
            yield Page(id="numbers")
        yield Keys(("insights.other", "insights.leave", "call.log", "call.card"))

    def on_mount(self) -> None:
        self.tree_view.border_title = "Who led to what"
        self.numbers.border_title = "How you follow up"
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.reload()

    def on_resize(self, event: events.Resize) -> None:
        self._show_panes(on_numbers=self.numbers.has_focus)
        self.call_after_refresh(self._draw_numbers)

    def on_book_changed(self, done: Done) -> None:
        """Count again."""
        self.reload()

    def reload(self) -> None:
        """Read everything and draw it."""
        now = self.app.now()
        self.found = found = page(now)
        begun = [week.monday for week in found.weeks if week.out or week.back]
        since = f"    since {day_words(min(begun), now.today)}" if begun else ""
        self.bar.tell(
            (("followup", "accent-strong"), ("  What came of it", ""), (since, "muted")),
            ((f"reviewed {found.reviewed}", "muted"),) if self.size.width >= TWO_FROM else (),
        )
        self.tree_view.put(found)
        self._draw_numbers()

    def _draw_numbers(self) -> None:
        width = max(24, self.numbers.content_size.width)
        self.numbers.put(number_lines(self.found, width), keep_place=True)

    @on(Tree.NodeHighlighted)
    def at_hand(self, event: Tree.NodeHighlighted[Row]) -> None:
        """The cursor is on this row."""
        row = event.node.data
        self.take(Hand(row.node.contact, row.node.called) if row else NOBODY)

    @on(Tree.NodeSelected)
    def open(self, event: Tree.NodeSelected[Row]) -> None:
        """An opening shows its own screen, a person the call card."""
        row = event.node.data
        if row and row.opening:
            from followup_tui.ui.screens.lead import LeadScreen

            self.app.push_screen(LeadScreen(row.opening.id))
        elif row and row.node.contact is not None:
            self.action_card()

    def action_other(self) -> None:
        """The keys go to the other pane."""
        on_numbers = self.tree_view.has_focus
        self._show_panes(on_numbers=on_numbers)
        (self.numbers if on_numbers else self.tree_view).focus()
        self.call_after_refresh(self._draw_numbers)

    def _show_panes(self, *, on_numbers: bool) -> None:
        """In a small terminal only the pane that has the keys is shown."""
        both = self.size.width >= TWO_FROM or self.size.height >= BOTH_FROM
        self.numbers.display = both or on_numbers
        self.tree_view.display = both or not on_numbers

    def action_leave(self) -> None:
        self.app.pop_screen()
