"""The manual page, made from the commands and from what the settings say of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

import click

from followup_tui.actions.settings import TOLD, meanings, spelled
from followup_tui.cli.main import followup
from followup_tui.rules.defaults import DEFAULTS, Defaults

INTRODUCTION = (
    "A keyboard-driven terminal app for job seekers, and for anybody else who has to follow up: it"
    " knows whom to call today, what to say, and who is still waiting to hear from you.",
    "Without a command it opens the app, or prints today's list where there is no terminal. Every"
    " command works without a terminal, prints plain text or, with --json, JSON, and says on stderr"
    " what went wrong and what to do. Name a person by id, e-mail, any form of their phone number,"
    " web address, or a few words; where two match, both are listed and none is guessed.",
)
ENVIRONMENT = (
    ("FOLLOWUP_DB", "The store, where --db doesn't name one."),
    ("FOLLOWUP_CONFIG", "The folder of the settings."),
    ("FOLLOWUP_NOW", "An instant with its offset, taken for now: for tests and demonstrations."),
    ("FOLLOWUP_HOOK", "Set for what a hook runs; inside of it there are no hooks."),
    ("TZ", "Your time zone, where the settings say none."),
    ("NO_COLOR", "No colours."),
)
FILES = (
    ("~/.local/share/followup/followup.db", "The store: one SQLite file, readable by you alone."),
    ("~/.local/share/followup/backups/", "Copies of it, one a day, thinned over the years."),
    ("~/.config/followup/settings.toml", "The settings, explained in the file itself."),
    ("~/.config/followup/letters.toml, questions.toml, facts.toml",
     "Your own words, laid over ours."),
    ("~/.config/followup/hooks/", "Programs that are asked before an action and told after it."),
)  # fmt: skip
EXIT_CODES = (
    (0, "Done."),
    (1, "Nothing found, nothing due, two people fit, or it was refused."),
    (2, "Wrong usage."),
    (3, "Input that can't be read, in whole or in part."),
    (4, "The store can't be reached, is locked, or can't be written."),
    (5, "The disk is full."),
    (6, "The store is damaged."),
    (7, "The store was written by a newer version."),
    (130, "Cancelled."),
)
EVERYWHERE = ("db", "as_json")
"""Options that every command has."""
HOOKS = (
    "Programs in the folder hooks beside the settings: before and after for every action,"
    " before-snooze and after-snooze for one; undo and redo are actions too. Each gets"
    " one JSON object on stdin: action, at, today, arguments; after it also label"
    " and rows. No shell runs it, and it has 10 seconds. A before that doesn't exit with 0"
    " refuses the action with the last line it wrote to stderr.",
)


def manual() -> str:
    """The page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made by `python -m tests.pages` from the commands; changes here are lost.'
    yield from ('.TH FOLLOWUP 1 "" "followup" "User Commands"', ".ad l")
    yield from (".SH NAME", "followup \\- call the people whose names you were given")
    yield from (
        ".SH SYNOPSIS",
        ".B followup",
        "[\\fIoptions\\fR] [\\fIcommand\\fR] [\\fIarguments\\fR]",
    )
    yield ".SH DESCRIPTION"
    for text in INTRODUCTION:
        yield from (".PP", _escaped(text))
    yield ".SH COMMANDS"
    yield from (".PP", _escaped("Each also takes --db PATH, --json and --help."))
    context = click.Context(followup, info_name="followup")
    for name in followup.list_commands(context):
        command = followup.get_command(context, name)
        assert command is not None
        yield from _command(command, context, name)
    yield from (".SH SETTINGS", ".PP", "In settings.toml, as TOML; every line can be left out.")
    yield from _pairs((f"{name} = {value}", told) for name, value, told in TOLD)
    yield from (".PP", "The table [defaults]:")
    told = meanings()
    for one in fields(Defaults):
        value = spelled(getattr(DEFAULTS, one.name))
        yield from _pairs([(f"{one.name} = {value}", told[one.name])])
    yield from (".PP", 'The table [keys] gives an action another key: "call.log" = "L".')
    yield ".SH HOOKS"
    for text in HOOKS:
        yield from (".PP", _escaped(text))
    yield from (".SH ENVIRONMENT", *_pairs(ENVIRONMENT))
    yield from (".SH FILES", *_pairs(FILES))
    yield from (".SH EXIT STATUS", *_pairs((str(code), told) for code, told in EXIT_CODES))


def _command(command: click.Command, above: click.Context, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(piece.replace("|", " | ") for piece in command.collect_usage_pieces(context))
    yield from (f".SS {_escaped(context.command_path)}", f".B {_escaped(usage)}")
    yield from _help(command.help or "")
    options = [one for one in command.params if isinstance(one, click.Option)]
    records = [one.get_help_record(context) for one in options if one.name not in EVERYWHERE]
    yield from _pairs(one for one in records if one)
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _command(found, context, inner)


def _help(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0] == "\b":
            yield from (".PP", ".nf", *map(_escaped, lines[1:]), ".fi")
        else:
            yield from (".PP", _escaped(" ".join(lines)))


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, told in pairs:
        yield from (".TP", f".B {_escaped(term)}", _escaped(told) or "\\&")


def _escaped(text: str) -> str:
    """`text` as roff shows it unchanged."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    safe = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in safe)
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe
