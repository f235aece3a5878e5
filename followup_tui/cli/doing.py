"""Commands that say what was done with somebody, or when it will be: touch, snooze, done."""

from __future__ import annotations

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import Word, day_to_come, past_instant, text_of
from followup_tui.rules.facts import Channel, Direction, Outcome, SnoozeReason


@click.command(short_help="Record a call, a message, a meeting.")
@click.argument("who")
@click.argument("outcome", type=Word(Outcome))
@click.option("--minutes", "-m", type=click.IntRange(0, 1440), help="How long it took.")
@click.option("--note", "-n", default="", help="What was said; - reads stdin.")
@click.option("--channel", type=Word(Channel))
@click.option("--direction", type=Word(Direction))
@click.option(
    "--at", metavar="WHEN", help="When it was, if not now: yesterday 3pm, 2026-11-20T15:00."
)
@with_book
def touch(
    shell: Shell, who: str, outcome: Outcome, minutes: int | None, note: str,
    channel: Channel | None, direction: Direction | None, at: str | None,
) -> None:  # fmt: skip
    """Record what happened with WHO: it settles what it settles and says what comes next."""
    from followup_tui.actions.calls import log_touch
    from followup_tui.actions.chasing import TouchForm
    from followup_tui.store.people import named

    form = TouchForm(
        contact_id=named(who, shell.settings.region).id,
        outcome=outcome,
        channel=channel,
        direction=direction,
        minutes=minutes,
        note=text_of(note),
        at=past_instant(at, shell) if at else None,
    )
    shell.done(log_touch(shell.now, form), id_of="touch")


@click.command(short_help="Put a follow-up off.")
@click.argument("follow_up", metavar="ID", type=int)
@click.argument("when", nargs=-1, required=True)
@click.option("--where", default="", help="Where you will be then.")
@click.option("--why", type=Word(SnoozeReason), help="What is in the way.")
@with_book
def snooze(
    shell: Shell, follow_up: int, when: tuple[str, ...], where: str, why: SnoozeReason | None
) -> None:
    """Put follow-up ID off until WHEN: thu, 3d, mon 9am, 26 Nov. Twice at most."""
    from followup_tui.actions import plans
    from followup_tui.rules.when import show_day

    found = day_to_come(" ".join(when), shell)
    result = plans.snooze(shell.now, follow_up, found.day, found.time, where, why)
    shell.done(
        result,
        id=follow_up,
        due=found.day,
        due_day=show_day(found.day, shell.now.today),
        time=found.time,
    )


@click.command(short_help="Close a follow-up.")
@click.argument("follow_up", metavar="ID", type=int)
@with_book
def done(shell: Shell, follow_up: int) -> None:
    """Close follow-up ID as done."""
    from followup_tui.actions import plans

    shell.done(plans.done(shell.now, follow_up), id=follow_up)
