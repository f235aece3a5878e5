"""Every key and what it does: made from the bindings, so it can't be out of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.text import fit
from followup_tui.ui.dialogs.box import Box, Dialog
from followup_tui.ui.dialogs.commands import Command, commands_of
from followup_tui.ui.spans import BLANK, Line
from followup_tui.ui.widgets.page import Page

GROUPS = {
    "call": "A call",
    "plan": "The next step",
    "people": "People and leads",
    "go": "Moving",
    "book": "Everything",
    "app": "Everything",
}
"""What the first word of a binding's id is called."""
MOVING = (
    ("j k ↑ ↓", "one line down, up"),
    ("g G", "first, last"),
    ("enter", "open"),
    ("esc", "back; never leaves the app"),
)
KEY, COLUMN = 9, 34


class KeysScreen(Dialog[None]):
    """The table of keys; any of the usual ways leaves it."""

    DEFAULT_CSS = """
    KeysScreen Box { width: 84; height: auto; max-height: 100%; padding: 1 2; }
    KeysScreen Page { height: auto; max-height: 100%; }
    """

    BINDINGS = [
        Binding("question_mark,q", "leave", "Back", id="keys.leave", tooltip="Back", show=False),
    ]

    page = getters.query_one(Page)

    def compose(self) -> ComposeResult:
        with Box():
            yield Page(id="table")

    def on_mount(self) -> None:
        self.box.border_title = "Keys"
        self.commands = list(commands_of(self.app, self.app.screen_stack[-2]))
        self.page.focus()

    def on_resize(self) -> None:
        width = min(84, self.size.width) - 6
        self.page.put(keys_lines(self.commands, width))


def keys_lines(commands: Iterable[Command], width: int) -> Sequence[Line]:
    """The keys by what they are about."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        group, _, _ = (command.binding.binding.id or "").partition(".")
        groups.setdefault(GROUPS.get(group, "Here"), []).append((command.key, command.meaning))
    groups.setdefault("Moving", []).extend(MOVING)
    lines: list[Line] = []
    for title, keys in groups.items():
        lines += [BLANK] if lines else []
        lines.append(((title, "accent-strong"),))
        lines += [
            ((f"{fit(key, KEY)} ", "key"), (fit(words, width - KEY - 1), "")) for key, words in keys
        ]
    return lines
