"""`followup` and its commands: each is loaded when it is called, and not before."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

from followup_tui import __version__
from followup_tui.cli.entry import COMPLETING
from followup_tui.cli.opening import open_app
from followup_tui.cli.shell import db_option
from followup_tui.errors import Cancelled, Usage

PLACES = {
    "add": "adding:add",
    "backup": "keeping:backup",
    "card": "review_commands:card",
    "check": "keeping:check",
    "complete": "names:complete",
    "completion": "completion:completion",
    "decline": "saying:decline",
    "decrypt": "sealing:decrypt",
    "demo": "demo:demo",
    "digest": "reporting:digest",
    "done": "doing:done",
    "doubles": "merging:doubles",
    "due": "listing:due",
    "encrypt": "sealing:encrypt",
    "export": "exporting:export",
    "find": "listing:find",
    "givers": "names:givers",
    "history": "steps:history",
    "import": "importing:import_files",
    "keep": "promising:keep",
    "kept": "promising:kept",
    "lead": "leads:lead",
    "log": "line:log",
    "merge": "merging:merge",
    "message": "saying:message",
    "news": "leads:news",
    "not-same": "merging:not_same",
    "park": "leads:park",
    "passphrase": "sealing:passphrase",
    "profile": "saying:profile",
    "promise": "promising:promise",
    "record": "reporting:record",
    "redo": "steps:redo",
    "refer": "names:refer",
    "restore": "keeping:restore",
    "review": "review_commands:review",
    "serve": "serving:serve",
    "show": "listing:show",
    "snooze": "doing:snooze",
    "stats": "stats:stats",
    "touch": "doing:touch",
    "undo": "steps:undo",
    "waiting": "promising:waiting",
    "who": "listing:who",
    "wondering": "names:wondering",
}
"""Where each command is: `module:name` in this room."""


class Lazily(click.Group):
    """A group that knows its commands by name and loads the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, loaded."""
        where = PLACES.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        found: click.Command = getattr(import_module(f"followup_tui.cli.{module}"), name)
        return found


@click.group(
    cls=Lazily,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="followup %(version)s")
@db_option
@click.pass_context
def followup(context: click.Context, db: str | None) -> int:
    """Call the people whose names you were given.

    Without a command: the app, or today's list where there is no terminal.
    """
    if context.invoked_subcommand is None:
        return open_app(db)
    return 0


def run(words: list[str]) -> int:
    """Run the command that `words` say and give its exit code.

    Raises:
        Usage: They can't be meant.
    """
    if COMPLETING in os.environ:
        followup.main(words, prog_name="followup")
    # Otherwise not `main`, which would deal with a closed pipe and Ctrl-C in its own way.
    try:
        with followup.make_context("followup", list(words)) as context:
            code: Any = followup.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.UsageError as error:
        hint = error.ctx.command_path if error.ctx else "followup"
        raise Usage(f"{error.format_message()}\nSee: {hint} --help") from error
    except click.ClickException as error:
        raise Usage(error.format_message()) from error
    except click.Abort as error:
        raise Cancelled("Cancelled.") from error
    return code if isinstance(code, int) else 0
