"""The parts of README.md that are made, not written, and the manual page: `python -m tests.pages`.

The table of keys comes from the bindings, the list of commands from the command line itself, the
settings from what the settings file says of them.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

import click
from textual.binding import Binding

from followup_tui.actions.settings import TOLD, meanings, spelled
from followup_tui.rules.defaults import DEFAULTS, Defaults
from followup_tui.ui.app import FollowupTui
from followup_tui.ui.screens.today import TodayScreen
from tests.manual import manual

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MANUAL = ROOT / "followup_tui" / "words" / "followup.1"

GROUPS = (
    ("Everywhere", ("app", "book")),
    ("With the person at hand", ("call", "card", "plan", "loop", "message", "people", "review")),
    ("Moving", ("go",)),
)
"""Which ids stand in which part of the table, by their first word."""
ALWAYS = (("`j` `k` `↑` `↓`", "one line down, up"), ("`g` `G`", "first, last"))
SIGNS = {
    "comma": ",", "slash": "/", "question_mark": "?", "colon": ":", "escape": "esc",
    "space": "space",
    "shift+tab": "shift+tab", "full_stop": ".",
}  # fmt: skip


def bindings() -> list[Binding]:
    """Every key of the first screen that is for anybody to press."""
    found: dict[str, Binding] = {}
    for cls in (*FollowupTui.__mro__, *TodayScreen.__mro__):
        for binding in cls.__dict__.get("BINDINGS", ()):
            ours = cls.__module__.startswith("followup_tui.")
            if ours and isinstance(binding, Binding) and binding.id and binding.tooltip:
                found.setdefault(binding.id, binding)
    return list(found.values())


def keys_table() -> str:
    """The table of keys, a part a group."""
    rows = ["| key | does |", "|---|---|"]
    by_word: dict[str, list[Binding]] = {}
    for binding in bindings():
        by_word.setdefault((binding.id or "").partition(".")[0], []).append(binding)
    for title, words in GROUPS:
        rows.append(f"| **{title}** | |")
        seen: set[str] = set()
        for word in words:
            for binding in by_word.get(word, ()):
                key = " ".join(f"`{SIGNS.get(k, k)}`" for k in binding.key.split(","))
                if key not in seen:
                    seen.add(key)
                    rows.append(f"| {key} | {binding.tooltip} |")
        if title == "Moving":
            rows += [f"| {key} | {does} |" for key, does in ALWAYS]
    return "\n".join(rows)


def commands_table() -> str:
    """Every command with its first line of help."""
    from followup_tui.cli.main import followup

    context = click.Context(followup)
    rows = ["| command | does |", "|---|---|"]
    for name in followup.list_commands(context):
        command = followup.get_command(context, name)
        assert command is not None
        rows.append(f"| `followup {name}` | {command.get_short_help_str(limit=90)} |")
    return "\n".join(rows)


def settings_table() -> str:
    """Every setting with its default and what it is."""
    rows = ["| setting | default | is |", "|---|---|---|"]
    return "\n".join([*rows, *(f"| `{name}` | `{value}` | {told} |" for name, value, told in TOLD)])


def defaults_table() -> str:
    """Every number of the table of defaults."""
    told = meanings()
    rows = ["| number | default | is |", "|---|---|---|"]
    for one in fields(Defaults):
        value = spelled(getattr(DEFAULTS, one.name))
        rows.append(f"| `{one.name}` | `{value}` | {told[one.name]} |")
    return "\n".join(rows)


PARTS = (
    ("keys", keys_table), ("commands", commands_table), ("settings", settings_table),
    ("defaults", defaults_table),
)  # fmt: skip


def made(text: str) -> str:
    """`text` with its made parts as they are now."""
    for name, table in PARTS:
        begin, end = f"<!-- made: {name} -->", f"<!-- end: {name} -->"
        before, found, rest = text.partition(begin)
        _, ended, after = rest.partition(end)
        assert found and ended, f"README.md has no part {begin}"
        text = f"{before}{begin}\n{table()}\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")
    MANUAL.write_text(manual(), encoding="utf-8")
    sys.stdout.write("README.md and the manual page are up to date\n")
