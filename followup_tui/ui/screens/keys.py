"""Every key and what it does: made from the bindings, so it can't be out of date."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.text import cut, fit
from followup_tui.ui.dialogs.box import Box, Dialog
from followup_tui.ui.dialogs.commands import Command, commands_of
from followup_tui.ui.panes.log_rule import TITLE, rule_lines
from followup_tui.ui.spans import BLANK, Line, width_of
from followup_tui.ui.widgets.page import Page

GROUPS = {
    "call": "A call",
    "plan": "The follow-up",
    "people": "People and leads",
    "go": "Moving",
    "book": "Everything",
    "app": "Everything",
    "": "Here",
}
"""What the first word of a binding's id is called."""
MOVING = (
    ("j k ↑ ↓", "one line down, up"),
    ("g G", "first, last"),
    ("enter", "open"),
)
KEY, COLUMN, GAP = 7, 35, 3


class KeysPage(Page):
    """The table, in the frame of its box."""

    @property
    def frame(self) -> Box:
        return self.query_ancestor(Box)


class KeysScreen(Dialog[None]):
    """The table of keys; any of the usual ways leaves it."""

    DEFAULT_CSS = """
    KeysScreen Box { width: 86; }
    KeysScreen Page { height: auto; max-height: 100%; }
    """

    BINDINGS = [
        Binding("question_mark,q", "leave", "Back", id="keys.leave", tooltip="Back", show=False),
    ]

    page = getters.query_one(KeysPage)

    def compose(self) -> ComposeResult:
        with Box():
            yield KeysPage(id="table")

    def on_mount(self) -> None:
        self.box.border_title = "Keys"
        self.groups = groups_of(commands_of(self.app, self.app.screen_stack[-2]))
        self.page.focus()

    def on_resize(self, event: events.Resize) -> None:
        width = min(86, event.size.width) - 6
        rule: list[Line] = [BLANK, ((TITLE, "accent-strong"),), *rule_lines(width)]
        self.page.put([*keys_lines(self.groups, width), *rule])
        self.page.refresh(layout=True)


def groups_of(commands: Iterable[Command]) -> dict[str, list[tuple[str, str]]]:
    """Keys and what they do, by what they are about."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        group, _, _ = (command.binding.binding.id or "").partition(".")
        title = GROUPS.get(group, GROUPS[""])
        groups.setdefault(title, []).append((command.key, command.meaning))
    groups.setdefault("Moving", []).extend(MOVING)
    return {title: groups[title] for title in dict.fromkeys(GROUPS.values()) if title in groups}


def keys_lines(groups: dict[str, list[tuple[str, str]]], width: int) -> list[Line]:
    """The table, in two columns where there is room for them."""
    columns = 2 if width >= 2 * COLUMN + GAP else 1
    size = (width - GAP * (columns - 1)) // columns
    blocks = [_block(title, keys, size) for title, keys in groups.items()]
    if columns == 1:
        return _stacked(blocks)
    whole = sum(map(len, blocks)) + len(blocks)
    left: list[list[Line]] = []
    while blocks and sum(map(len, left)) + len(left) + len(blocks[0]) <= whole // 2 + 1:
        left.append(blocks.pop(0))
    rows = zip_longest(_stacked(left), _stacked(blocks), fillvalue=BLANK)
    return [(*one, (" " * (size - width_of(one) + GAP), ""), *other) for one, other in rows]


def _block(title: str, keys: Iterable[tuple[str, str]], width: int) -> list[Line]:
    lines: list[Line] = [((title, "accent-strong"),)]
    for key, words in keys:
        lines.append(((f"{fit(key, KEY)} ", "key"), (cut(words, width - KEY - 1), "")))
    return lines


def _stacked(blocks: Iterable[list[Line]]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        lines += [BLANK, *block] if lines else block
    return lines
