"""`followup demo`: the app on invented people, in a store of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from followup_tui.cli.listing import list_due
from followup_tui.cli.opening import on_a_terminal
from followup_tui.cli.shell import Shell, with_shell
from followup_tui.errors import Usage


@click.command(short_help="Look around with sample people.")
@click.option("--no-app", is_flag=True, help="Only make the store that --db names.")
@with_shell
def demo(shell: Shell, no_app: bool) -> int:
    """Open the app on sample people, in a store that vanishes when you leave.

    With --db they are kept there; it must have nobody in it.
    """
    if no_app and not shell.named:
        raise Usage("--no-app makes a store to keep: say where with --db.")
    with _place(shell) as path:
        here = replace(shell, path=path)
        label = _make(here)
        if no_app:
            shell.say(label, {"label": label, "db": str(path)})
            return 0
        return _open(here)


@contextmanager
def _place(shell: Shell) -> Iterator[Path]:
    if shell.named:
        yield shell.path
        return
    with tempfile.TemporaryDirectory(prefix="followup-demo-") as folder:
        yield Path(folder) / "demo.db"


def _make(shell: Shell) -> str:
    from followup_tui.actions.demo import make_demo

    with shell.book():
        return make_demo(shell.now).label


def _open(shell: Shell) -> int:
    if on_a_terminal() and not shell.as_json:
        from followup_tui.cli.passphrase import ask
        from followup_tui.ui.app import run_app

        return run_app(shell.path, shell.settings, ask)
    with shell.book():
        list_due(shell)
    return 0
