"""Every command that works here, by name: made from the bindings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widgets import Input

from followup_tui.rules.folding import fold
from followup_tui.text import fit
from followup_tui.ui.base import Followup
from followup_tui.ui.dialogs.box import Box, Dialog
from followup_tui.ui.spans import Line, apart
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.typing import ListTypingLine

ORDER = ("call", "plan", "people", "app", "book", "go")
"""The first words of the ids of bindings, in the order of the list."""


class Command(NamedTuple):
    """One binding, as it is listed."""

    name: str
    meaning: str
    key: str
    binding: ActiveBinding


def commands_of(app: Followup, screen: Screen[object]) -> Iterator[Command]:
    """Everything that the keys of this screen do now."""
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id and binding.tooltip and active.enabled and binding.id not in seen:
            seen.add(binding.id)
            key = app.get_key_display(binding)
            yield Command(binding.description, active.tooltip, key, active)


class CommandsDialog(Dialog[None]):
    """Type a few letters, `enter` does it."""

    DEFAULT_CSS = """
    CommandsDialog {
        align: center top;
        Box { margin-top: 2; padding: 0 1; }
        Lines { height: auto; max-height: 14; margin-top: 1; }
    }
    """

    words = getters.query_one(ListTypingLine)
    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        with Box():
            yield ListTypingLine(placeholder="what to do…")
            yield Lines(command_line, id="found")

    def on_mount(self) -> None:
        self.box.border_title = "Commands"
        below = self.app.screen_stack[-2]
        own = {"app.commands"}
        self.commands = [c for c in commands_of(self.app, below) if c.binding.binding.id not in own]
        self.commands.sort(key=_place)
        self.lines.on_move = self.name_it
        self.lines.sign_on = self.box
        self.lines.empty = [(("No command is called that.", "muted"),)]
        self.lines.put(AtHand(self.commands))
        self.words.on_words = self.find

    def name_it(self, command: Command | None) -> None:
        """Show the name by which the settings know the key."""
        told = command.binding.binding.id if command else ""
        self.lines.sign_beside = f"in [keys]: {told}" if told else ""
        self.lines.sign()

    def find(self, typed: str) -> None:
        """List the commands that have every word in their name or meaning."""
        words = fold(typed).split()
        found = [
            command for command in self.commands
            if all(word in fold(f"{command.name} {command.meaning}") for word in words)
        ]  # fmt: skip
        found.sort(key=lambda one: not fold(one.name).startswith(" ".join(words)))
        self.lines.put(AtHand(found), 0)

    @on(ListTypingLine.Moved)
    def move(self, event: ListTypingLine.Moved) -> None:
        self.lines.action_move(event.rows)

    @on(Input.Submitted)
    @on(Lines.Opened)
    async def run(self) -> None:
        """Leave, and do it where it was chosen."""
        command = self.lines.row
        if command is not None:
            active = command.binding
            self.dismiss(None)
            self.app.call_next(self.app.run_action, active.binding.action, active.node)


def _place(command: Command) -> int:
    """Where it stands in the list: what a day is made of comes first."""
    group, _, _ = (command.binding.binding.id or "").partition(".")
    return ORDER.index(group) if group in ORDER else len(ORDER)


def command_line(command: Command, width: int) -> Line:
    """A command with its meaning and its key."""
    name = ((fit(command.name, 14), "strong"), (command.meaning, "muted"))
    return apart(name, ((command.key, "key"),), width)
