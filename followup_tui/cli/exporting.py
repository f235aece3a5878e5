"""`followup export`: everything out, in a form that other programs read."""

from __future__ import annotations

import sys

import click

from followup_tui.cli.paths import as_path, print_bytes, write_whole
from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import STDIN
from followup_tui.errors import Usage
from followup_tui.exchange.leaving import Wish
from followup_tui.exchange.vcard.writer import VERSIONS
from followup_tui.text import show, show_block

FORMATS = ("json", "csv", "vcard", "ics", "md")


@click.command(short_help="Write everything out.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--raw", is_flag=True, help="CSV without the guard against spreadsheet formulas.")
@click.option("--version", type=click.Choice(VERSIONS), default="3.0", help="Of vCard.")
@click.option("--events", is_flag=True, help="Calendar events, where to-dos aren't shown.")
@click.option("--without-notes", is_flag=True, help="Leave out what you noted.")
@click.option("--output", "-o", metavar="FILE", default=STDIN, help="Else stdout.")
@with_book
def export(
    shell: Shell, format_: str, raw: bool, version: str, events: bool, without_notes: bool,
    output: str,
) -> None:  # fmt: skip
    """Write the book: json is all of it and can be imported again; the journal stays.

    What the file holds is said on stderr. It is private to you, and replaced whole.
    """
    from followup_tui.actions.exports import written

    if output != STDIN and as_path(output).resolve() == shell.path.resolve():
        raise Usage(f"{output} is the store itself: name another file.")
    content, holds = written(format_, Wish(raw, version, events, not without_notes))
    if output == STDIN:
        _print(content)
    else:
        write_whole(output, content)
    label = f"Exported {holds}" + ("" if output == STDIN else f" to {output}")
    if shell.as_json and output != STDIN:
        told = {"label": label, "file": output, "format": format_, "notes": holds.notes}
        shell.say(label, told | dict(holds.counts))
    elif sys.stderr:
        print(show(label), file=sys.stderr)


def _print(content: bytes) -> None:
    if sys.stdout is not None and sys.stdout.isatty():
        # For the eye: nothing that a card carries may act on the terminal.
        print(show_block(content.decode("utf-8", "replace").replace("\r\n", "\n")), end="")
    else:
        print_bytes(content)
