"""What came of it: who led to what, and the user's own numbers with last week beside them."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from followup_tui.reports.stats import Page as StatsPage
from followup_tui.reports.stats import page
from followup_tui.reports.stats_lines import root_words, state_words
from followup_tui.rules.facts import ReferralState, Stage
from followup_tui.rules.tree import PROGRESS, Node
from followup_tui.store.journal import Done
from followup_tui.text import show
from followup_tui.ui.base import Followup
from followup_tui.ui.days import day_words
from followup_tui.ui.panes.number_lines import number_lines
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.page import Page

TWO_FROM = 100


class InsightsScreen(Screen[None]):
    """The tree beside the numbers; in a narrow terminal the one above the other."""

    CSS_PATH = "insights.tcss"
    AUTO_FOCUS = "#tree"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_FROM, "-two")]

    BINDINGS = [
        Binding("escape,i", "leave", "Back", id="insights.leave", tooltip="Back"),
        Binding("tab", "other", "Other pane", id="insights.other", tooltip="Tree or numbers"),
    ]

    app = getters.app(Followup)
    bar = getters.query_one(Ends)
    tree_view: getters.query_one[Tree[Node]] = getters.query_one("#tree", Tree)
    numbers = getters.query_one("#numbers", Page)

    def compose(self) -> ComposeResult:
        yield Ends()
        with Horizontal(id="panes"):
            made: Tree[Node] = Tree("", id="tree")
            made.show_root = False
            made.guide_depth = 3
            yield made
            yield Page(id="numbers")
        yield Keys()

    def on_mount(self) -> None:
        self.tree_view.border_title = "Who led to what"
        self.numbers.border_title = "How we follow up"
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.reload()

    def on_resize(self) -> None:
        self.call_after_refresh(self.reload)

    def on_book_changed(self, done: Done) -> None:
        """Count again."""
        self.reload()

    def reload(self) -> None:
        """Read everything and draw it."""
        now = self.app.now()
        found = page(now)
        begun = [week.monday for week in found.weeks if week.out or week.back]
        since = f"since {day_words(min(begun), now.today)}" if begun else "nothing yet"
        self.bar.tell(
            (("followup", "accent-strong"), ("  What came of it", ""), (f"    {since}", "muted")),
            ((f"reviewed {found.reviewed}", "muted"),),
        )
        self._plant(found)
        width = max(24, self.numbers.content_size.width)
        self.numbers.put(number_lines(found, width), keep_place=True)

    def _plant(self, found: StatsPage) -> None:
        tree = self.tree_view
        tree.clear()
        if not found.tree:
            tree.root.add_leaf(Text("Nobody has given you a name yet: l, “said call …”"))
        for root in found.tree:
            self._grow(tree.root, root, found)
        tree.root.expand_all()

    def _grow(self, above: TreeNode[Node], node: Node, found: StatsPage) -> None:
        label = self._label(node, found)
        if not node.children:
            above.add_leaf(label, node)
            return
        grown = above.add(label, node, expand=True)
        for child in node.children:
            self._grow(grown, child, found)

    def _label(self, node: Node, found: StatsPage) -> Text:
        words = state_words(node) if node.state else root_words(node)
        if node.state is ReferralState.GIVEN and node.given_on:
            words += f", {(found.today - node.given_on).days} days"
        return Text.assemble(
            (show(node.called), "bold" if node.state is None else ""),
            (f"  {show(node.organization)}" if node.organization else "", self._ink("muted")),
            (f"  {show(words)}" if words else "", self._ink(self._look(node))),
        )

    def _look(self, node: Node) -> str:
        stages: tuple[Stage, ...] = tuple(opening.stage for opening in node.openings)
        if any(stage in PROGRESS for stage in stages):
            return "good"
        return "late" if node.state is ReferralState.GIVEN else "muted"

    def _ink(self, look: str) -> Style:
        return self.numbers.get_component_rich_style(f"look--{look}", partial=True)

    def action_other(self) -> None:
        """The keys go to the other pane."""
        (self.numbers if self.tree_view.has_focus else self.tree_view).focus()

    def action_leave(self) -> None:
        self.app.pop_screen()
