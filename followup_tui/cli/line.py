"""`followup log`: one line after a call becomes all that it says."""

from __future__ import annotations

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import text_of
from followup_tui.errors import Usage


@click.command(short_help="Log a call in one line, in your own words.")
@click.argument("text", nargs=-1)
@click.option("--about", metavar="WHO", help="The person meant unless the line says otherwise.")
@click.option("--from", "origin", type=click.Choice(["call"]), help="Logged on leaving a call.")
@click.option("--eml", metavar="FILE", help="A message instead of TEXT; - for a pipe.")
@click.option("--dry-run", is_flag=True, help="Show how it is read; write nothing.")
@with_book
def log(
    shell: Shell, text: tuple[str, ...], about: str | None, origin: str | None, eml: str | None,
    dry_run: bool,
) -> None:  # fmt: skip
    """Log TEXT: the talk, the names given, the promises both ways, the dates. - reads stdin.

    \b
    followup log "talked to Maria 12 min, said call Tom Ruiz at Cobalt; I'll send my clips Mon"
    """  # noqa: D301 - click wants the character itself.
    if eml is not None:
        from followup_tui.cli.mailing import log_message

        if text:
            raise Usage("Give TEXT or --eml, not both.")
        log_message(shell, eml, dry_run=dry_run)
    else:
        from followup_tui.cli.logged import log_text

        log_text(shell, text_of(" ".join(text)), about, origin, dry_run=dry_run)
