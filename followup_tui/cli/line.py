"""`followup log`: one line after a call becomes all that it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import text_of
from followup_tui.errors import BadInput, Usage

if TYPE_CHECKING:
    from followup_tui.actions.log_customs import Custom
    from followup_tui.rules.quicklog.shape import Reading

LONGEST = 65536
"""Characters of a line; more is a letter, not a line."""


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
        log_text(shell, " ".join(text), about, origin, dry_run=dry_run)


def log_text(
    shell: Shell, text: str, about: str | None, origin: str | None, *, dry_run: bool
) -> None:
    """Read a line, say how it is read, and save it. Raises BadInput for none, or one too long."""
    from followup_tui.actions.log_customs import customs
    from followup_tui.actions.log_line import Entry, log_line
    from followup_tui.actions.log_reading import Asked, understand
    from followup_tui.rules.quicklog.shape import as_json
    from followup_tui.store.people import named

    line = " ".join(text_of(text).split("\n")).strip()
    if not line:
        raise BadInput("There is nothing to log: write what happened.")
    if len(line) > LONGEST:
        raise BadInput(f"A line has at most {LONGEST} characters; this one has {len(line)}.")
    settings = shell.settings
    asked = Asked(
        about_id=named(about, settings.region).id if about else None,
        opened_from=origin,
        region=settings.region,
        day_first=settings.day_first,
    )
    reading = understand(line, shell.now, asked)
    added = customs(reading, shell.now)
    said = read_aloud(reading, added, shell)
    if dry_run:
        shell.say(said, as_json(reading))
        return
    done = log_line(shell.now, Entry(line, reading, region=settings.region))
    shell.say([*said, done.label], as_json(reading) | {"label": done.label})


def read_aloud(reading: Reading, added: list[Custom], shell: Shell) -> list[str]:
    """The reading in words, a piece a line, then what custom adds and what is left to ask."""
    from followup_tui.rules.when import show_day

    lines = [
        f"{'?' if piece.uncertain else '+'} {piece.summary}"
        for piece in reading.pieces
        if piece.summary
    ]
    if reading.note:
        lines.append(f"  note: {reading.note}")
    for custom in added:
        day = f", {show_day(custom.day, shell.now.today)}" if custom.day else ""
        lines.append(f"  then: {custom.title.lower()} {custom.words}{day}")
    if reading.ask:
        lines.append(f"  kept for your next review, since it isn't certain: {len(reading.ask)}")
    return lines
