"""People who are here twice: listed, made one, or said to be two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.listing import NOTHING
from followup_tui.cli.shell import Shell, with_book

if TYPE_CHECKING:
    from followup_tui.store.doubles import Pair
    from followup_tui.store.person import Person


@click.command(short_help="People who may be here twice.")
@click.option("--limit", "-n", type=click.IntRange(1, 10_000), default=200, show_default=True)
@with_book
def doubles(shell: Shell, limit: int) -> int:
    """List pairs who may be one, the likeliest first, with the reasons. Exits 1 without any."""
    from followup_tui.store import doubles as pairs

    found = pairs.doubles(limit)
    told = [
        {
            "one": _brief(pair.one),
            "other": _brief(pair.other),
            "score": pair.match.score,
            "reasons": pair.match.reasons,
        }
        for pair in found
    ]
    lines = [line for pair in found for line in _lines(pair)]
    shell.say(lines or "Nobody seems to be here twice.", told)
    return 0 if found else NOTHING


@click.command(short_help="Make one person of two.")
@click.argument("keep")
@click.argument("other")
@with_book
def merge(shell: Shell, keep: str, other: str) -> None:
    """KEEP stays and gets all that OTHER has: ways, touches, leads, names, tags, notes."""
    from followup_tui.actions.merge import merge as act

    one, two = _two(shell, keep, other)
    shell.done(act(shell.now, one, two), id=one)


@click.command("not-same", short_help="Say that two people are not the same.")
@click.argument("one")
@click.argument("other")
@with_book
def not_same(shell: Shell, one: str, other: str) -> None:
    """Remember that ONE and OTHER are two people, so that nobody asks again."""
    from followup_tui.actions.merge import not_the_same

    shell.done(not_the_same(shell.now, *_two(shell, one, other)))


def _two(shell: Shell, one: str, other: str) -> tuple[int, int]:
    from followup_tui.store.people import named

    region = shell.settings.region
    return named(one, region).id, named(other, region).id


def _brief(who: Person) -> dict[str, object]:
    return {"id": who.id, "name": who.name, "organization": who.organization, "source": who.source}


def _lines(pair: Pair) -> list[str]:
    return [
        f"{pair.match.score:>3}  {', '.join(pair.match.reasons)}",
        *(f"     #{who.id} {_said(who)}" for who in (pair.one, pair.other)),
    ]


def _said(who: Person) -> str:
    ways = [way.typed for way in who.ways if way.kind in ("email", "phone")][:2]
    return " · ".join(part for part in (who.name, who.role, who.organization, *ways) if part)
