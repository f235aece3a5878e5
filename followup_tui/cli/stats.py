"""`followup stats`: what came of it, in plain lines, as JSON, or as a picture for a coach."""

from __future__ import annotations

from pathlib import Path

import click

from followup_tui.cli.shell import Shell, with_book


@click.command(short_help="Who led to what, and your numbers.")
@click.option("--svg", type=click.Path(path_type=Path), help="Write the screen as a picture.")
@with_book
def stats(shell: Shell, svg: Path | None) -> None:
    """Print who led to what, and each number with the one of a week ago."""
    from followup_tui.reports.stats import page
    from followup_tui.reports.stats_lines import lines

    if svg is not None:
        _draw(shell, svg)
        shell.say(f"The picture is in {svg}", {"svg": str(svg)})
        return
    found = page(shell.now)
    shell.say(list(lines(found)), found)


def _draw(shell: Shell, svg: Path) -> None:
    import asyncio

    from followup_tui.errors import StoreUnreachable
    from followup_tui.ui.pictures import insights

    try:
        svg.write_text(asyncio.run(insights(shell.settings)), encoding="utf-8")
    except OSError as error:
        raise StoreUnreachable(f"{svg} can't be written: {error.strerror}.") from error
