"""Who led to what, as a tree: the names below who gave them, openings below who has them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from followup_tui.records import dataclass
from followup_tui.reports.stats import Page
from followup_tui.reports.tree_words import opening_words, person_words
from followup_tui.rules.facts import ENDED, ReferralState
from followup_tui.rules.tree import PROGRESS, Node, Opening
from followup_tui.ui.spans import Line, Span, apart, harmless, span, width_of
from followup_tui.ui.widgets.painted import sign_more

GUIDE = 3
"""Cells of a branch."""
LEAST = 24
"""Cells for what stands at the left, where a state is long."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the tree: a person, or an opening that somebody has."""

    node: Node
    opening: Opening | None = None


class CameOfIt(Tree[Row]):
    """Everybody who gave a name, and what grew from it; nothing is wider than the pane."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = ""

    BINDINGS = [
        Binding("j", "cursor_down", "Down", id="tree.down", show=False),
        Binding("k", "cursor_up", "Up", id="tree.up", show=False),
        Binding("g", "scroll_home", "First", id="tree.first", show=False),
        Binding("G", "scroll_end", "Last", id="tree.last", show=False),
    ]

    def __init__(self, ink: Callable[[str], Style]) -> None:
        super().__init__("", id="tree")
        self.ink = ink
        """The colours of a look."""
        self.show_root = False
        self.guide_depth = GUIDE
        self.auto_expand = False
        self.page: Page | None = None

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        return self.cursor_node.data if self.cursor_node else None

    def put(self, page: Page) -> None:
        """Show these trees instead, from the row read so far."""
        self.page = page
        line = self.cursor_line
        self.clear()
        if not page.tree:
            empty = "No names yet. After a call press l: “she said call …”"
            self.root.add_leaf(Text(empty, self.ink("muted")))
        for root in page.tree:
            self._grow(self.root, root, 0, page.today)
        self.root.expand_all()
        self.cursor_line = max(0, min(line, self.last_line))

    def on_mount(self) -> None:
        # The labels hold their colours; the new ones are there once the theme is.
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self.again))

    def on_resize(self, event: events.Resize) -> None:
        self.again()
        self.call_after_refresh(self._sign)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._sign()

    def watch_virtual_size(self) -> None:
        # The rows are counted before the frame around them is measured.
        self.call_after_refresh(self._sign)

    def _sign(self) -> None:
        sign_more(self, more=self.scroll_y < self.max_scroll_y)

    def again(self) -> None:
        """Draw it again, in the width and the colours there are now."""
        if self.page:
            self.put(self.page)

    def _grow(self, above: TreeNode[Row], node: Node, depth: int, today: date) -> None:
        label = self._label(person(node), person_state(node, today), depth)
        if not (node.openings or node.children):
            above.add_leaf(label, Row(node))
            return
        grown = above.add(label, Row(node), expand=True)
        for one in node.openings:
            label = self._label(opening(one, node), opening_state(one, today), depth + 1)
            grown.add_leaf(label, Row(node, one))
        for child in node.children:
            self._grow(grown, child, depth + 1, today)

    def _label(self, left: Line, state: Span, depth: int) -> Text:
        width = max(LEAST, self.content_size.width - GUIDE * depth)
        line = label_line(left, state, width)
        return Text.assemble(*((text, self.ink(look)) for text, look in harmless(line)))


def label_line(left: Line, state: Span, width: int) -> Line:
    """What a row says in exactly `width` cells: the state whole, of the rest the first piece."""
    room = width - min(width_of((state,)), width - LEAST // 2)
    fitting = left if width_of(left) < room - 1 else left[:1]
    return apart(fitting, (state,), width)


def person(node: Node) -> Line:
    """Name and organization."""
    name = span(node.called, "" if node.name else "strong")
    return (name, span(f"  {node.organization}", "muted")) if node.organization else (name,)


def person_state(node: Node, today: date) -> Span:
    """What became of the name, in its own colour."""
    return span(person_words(node, today), _look(node))


def _look(node: Node) -> str:
    if node.name is None:
        return "muted"
    state = node.name.state
    looks = {
        ReferralState.GIVEN: "late",
        ReferralState.REACHED: "phone",
        ReferralState.CAME_OF_IT: "good",
    }
    return looks.get(state, "muted")


def opening(one: Opening, node: Node) -> Line:
    """Title, and where it is if that isn't where the person is."""
    place = one.organization if one.organization != node.organization else "opening"
    return span(one.title, "strong"), span(f"  {place}", "muted")


def opening_state(one: Opening, today: date) -> Span:
    """Its stage, in its own colour."""
    look = "good" if one.stage in PROGRESS else "muted" if one.stage in ENDED else "phone"
    return span(opening_words(one, today), look)
