"""Reports for others to read: the day's digest, and the work-search record."""

from __future__ import annotations

import sys
from datetime import date

import click

from followup_tui.cli.listing import NOTHING
from followup_tui.cli.paths import print_bytes
from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import past_instant
from followup_tui.errors import Usage
from followup_tui.reports.report import Report


@click.command(short_help="The day in one message, for cron and mail.")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text")
@with_book
def digest(shell: Shell, form: str) -> int:
    """Say what is due, who is waited for and who wonders. Exits 1 when there is nothing."""
    from followup_tui.reports.digest import build
    from followup_tui.store.book import connection

    return _show(shell, build(connection(), shell.now), form)


@click.command(short_help="The work-search record, by weeks.")
@click.option("--from", "first", metavar="DAY", help="Else the last four weeks.")
@click.option("--to", "last", metavar="DAY", help="Else today.")
@click.option("--format", "form", type=click.Choice(["text", "csv", "html"]), default="text")
@with_book
def record(shell: Shell, first: str | None, last: str | None, form: str) -> int:
    """List who was called or written to, when, how and with what result; no private notes."""
    from followup_tui.reports.record import build

    begin, end = (_day(words, shell) if words else None for words in (first, last))
    if begin and begin > (end or shell.now.today):
        raise Usage("--from is after --to.")
    return _show(shell, build(shell.now, begin, end), form)


def _day(words: str, shell: Shell) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return shell.now.day(past_instant(words, shell))


def _show(shell: Shell, report: Report, form: str) -> int:
    from followup_tui.reports.written import as_csv, as_html, as_text

    if shell.as_json or form == "json":
        _json(shell, report)
    elif form == "csv":
        print_bytes(as_csv(report))
    else:
        sys.stdout.write(as_html(report) if form == "html" else as_text(report))
    return 0 if report.rows else NOTHING


def _json(shell: Shell, report: Report) -> None:
    from dataclasses import replace

    told = {
        "title": report.title,
        "day": shell.now.today,
        "rows": report.records(),
        "note": report.note,
    }
    replace(shell, as_json=True).say([], told)
