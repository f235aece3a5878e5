"""`followup export`: everything out, in a form that other programs read."""

from __future__ import annotations

import sys

import click

from followup_tui.cli.paths import as_path, print_bytes, write_whole
from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import STDIN
from followup_tui.errors import Usage
from followup_tui.text import show_block

FORMATS = ("json", "csv", "vcard", "ics", "md")


@click.command(short_help="Write everything out.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--raw", is_flag=True, help="CSV without the guard against spreadsheet formulas.")
@click.option("--without-notes", is_flag=True, help="Leave out what you noted.")
@click.option("--output", "-o", metavar="FILE", default=STDIN, help="Else stdout.")
@with_book
def export(shell: Shell, format_: str, raw: bool, without_notes: bool, output: str) -> None:
    """Write the book: json is all of it and can be imported again; the journal stays."""
    from followup_tui.exchange import book as ours
    from followup_tui.exchange.leaving import WRITERS
    from followup_tui.store.everything import whole_book

    book = whole_book()
    if without_notes:
        book = ours.without_notes(book)
    written = WRITERS[format_](book, raw)
    if output == STDIN:
        _print(written)
        return
    if as_path(output).resolve() == shell.path.resolve():
        raise Usage(f"{output} is the store itself: name another file.")
    write_whole(output, written)
    count = len(book.contacts)
    label = f"Exported {count} contacts to {output}"
    shell.say(label, {"label": label, "contacts": count, "file": output, "format": format_})


def _print(written: bytes) -> None:
    if sys.stdout is not None and sys.stdout.isatty():
        # For the eye: nothing that a card carries may act on the terminal.
        print(show_block(written.decode("utf-8", "replace").replace("\r\n", "\n")), end="")
    else:
        print_bytes(written)
