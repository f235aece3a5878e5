"""Commands about what was done: history, undo, redo."""

from __future__ import annotations

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.text import show


@click.command(short_help="What you did, newest first.")
@click.option("--limit", "-n", type=click.IntRange(1, 10_000), default=20, show_default=True)
@with_book
def history(shell: Shell, limit: int) -> int:
    """List the steps, newest first; those taken back are marked. Exits 1 when there are none."""
    from followup_tui.store.journal import steps

    told = [
        {"id": step.id, "label": step.label, "at": step.at, "undone_at": step.undone_at}
        for step in steps(limit)
    ]
    lines = [
        f"#{step['id']:<5} {step['at'].astimezone(shell.now.at.tzinfo):%a %-d %b %Y %H:%M}"
        f"  {show(step['label'])}" + ("  (undone)" if step["undone_at"] else "")
        for step in told
    ]
    shell.say(lines or "Nothing has been done yet.", told)
    return 0 if told else 1


@click.command(short_help="Undo the last step.")
@with_book
def undo(shell: Shell) -> None:
    """Take back the newest step that stands, and say which. Exits 1 when it can't be."""
    from followup_tui.store import journal

    shell.done(journal.undo(shell.now))


@click.command(short_help="Redo what was taken back.")
@with_book
def redo(shell: Shell) -> None:
    """Do again the step taken back last, and say which. Exits 1 when there is none."""
    from followup_tui.store import journal

    shell.done(journal.redo(shell.now))
