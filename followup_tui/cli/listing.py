"""Commands that only look: due, find, show, who."""

from __future__ import annotations

import click

from followup_tui.cli import due as due_way
from followup_tui.cli.shell import Shell, with_book

NOTHING = 1


@click.command(short_help="What to do now, in order.")
@click.option("--days", type=click.IntRange(0, 9999), default=0, help="Look so many days ahead.")
@click.option("--count", is_flag=True, help="Only how many.")
@with_book
def due(shell: Shell, days: int, count: bool) -> int:
    """List what is due, highest rank first. Exits 1 when nothing is."""
    return list_due(shell, days, count=count)


def list_due(shell: Shell, days: int = 0, *, count: bool = False) -> int:
    """Print what is due from the open store; 1 when nothing is."""
    from followup_tui.store.book import connection

    wanted = due_way.Asked(days=days)
    wanted.json, wanted.count = shell.as_json, count
    return due_way.show(connection(), shell.now, wanted)


@click.command(short_help="Find people by a few words.")
@click.argument("words", nargs=-1, required=True)
@with_book
def find(shell: Shell, words: tuple[str, ...]) -> int:
    """Find people by name, organization, address, tag or note. Exits 1 when nobody fits."""
    from followup_tui.cli.people_lines import person_lines
    from followup_tui.store.people import find as found_by

    asked = " ".join(words)
    found = found_by(asked) if asked.strip() else []
    none = f"Nobody matches “{asked}”."
    shell.say(person_lines(found, shell.now) or none, found)
    return 0 if found else NOTHING


@click.command(short_help="Whose number is this?")
@click.argument("number", nargs=-1, required=True)
@with_book
def who(shell: Shell, number: tuple[str, ...]) -> int:
    """Say who has this phone number, in any form. Exits 1 when nobody has."""
    from followup_tui.cli.people_lines import person_lines
    from followup_tui.store.known import callers
    from followup_tui.store.people import line

    asked = " ".join(number)
    refs = callers(asked, shell.settings.region)
    found = [known for known in map(line, (ref.id for ref in refs)) if known]
    shell.say(person_lines(found, shell.now) or f"Nobody here has the number {asked}.", found)
    return 0 if found else NOTHING


@click.command(short_help="Everything about one person.")
@click.argument("who", nargs=-1, required=True)
@with_book
def show(shell: Shell, who: tuple[str, ...]) -> int:
    """Show a person: ways, next steps, leads, names given, and what happened."""
    from followup_tui.cli.person import as_json, lines
    from followup_tui.store.people import named
    from followup_tui.store.story import story

    told = story(named(" ".join(who), shell.settings.region).id)
    shell.say([] if shell.as_json else lines(told, shell.now), as_json(told, shell.now))
    return 0
