"""Commands about what is owed both ways: promise, kept, waiting, keep."""

from __future__ import annotations

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import Word, day_to_come
from followup_tui.errors import Usage
from followup_tui.rules.after_talk import my_promise
from followup_tui.rules.facts import TieClass
from followup_tui.text import show

NOTHING = 1


@click.command(short_help="Note a promise, yours or theirs.")
@click.argument("who")
@click.argument("what", nargs=-1, required=True)
@click.option("--by", metavar="WHEN", help="By when: thu, 3d, 26 Nov.")
@click.option("--theirs", is_flag=True, help="They promised it to me.")
@with_book
def promise(shell: Shell, who: str, what: tuple[str, ...], by: str | None, theirs: bool) -> None:
    """Keep that you promised WHO to do WHAT, or with --theirs that they promised it to you."""
    from followup_tui.actions import promises
    from followup_tui.store.people import named

    contact = named(who, shell.settings.region).id
    when = day_to_come(by, shell) if by else None
    day, time = (when.day, when.time) if when else (None, None)
    words = " ".join(what)
    if theirs:
        result = promises.they_promised(shell.now, contact, words, day, time)
        shell.done(result, id_of="their_promise")
        return
    action, about = my_promise(words)
    shell.done(promises.promise(shell.now, contact, about, day, action, time), id_of="follow_up")


@click.command(short_help="They kept their promise.")
@click.argument("promise", metavar="ID", type=int)
@click.option("--not", "broken", is_flag=True, help="They won't: stop waiting for it.")
@with_book
def kept(shell: Shell, promise: int, broken: bool) -> None:
    """Say that the promise ID of `followup waiting` was kept."""
    from followup_tui.actions import promises

    shell.done(promises.kept(shell.now, promise, dropped=broken), id=promise)


@click.command(short_help="What you are waiting for, and leads that have gone quiet.")
@with_book
def waiting(shell: Shell) -> int:
    """List what you wait for, what is due first in front, and the leads that have gone quiet.

    Exits 1 when there is nothing.
    """
    from followup_tui.store.leads import stale_leads
    from followup_tui.store.waiting import waiting as waited_for

    today = shell.now.today
    found, stale = waited_for(), stale_leads(shell.now)
    lines = []
    for one in found:
        late = one.late_on(today)
        since = f"{late} days late" if late else f"{one.due:%a %-d %b}"
        who = f"{show(one.contact)}: " if one.contact else ""
        lines.append(f"{one.kind} #{one.id:<4} {since:>12}  {who}{show(one.what)}")
    for lead in stale:
        still = (today - shell.now.day(lead.last_event)).days
        lines.append(f"lead #{lead.id:<4} {f'still {still}d':>14}  {show(lead.title)}")
    record = {"waiting": found, "stale": stale}
    shell.say(lines or "Nobody owes you anything.", record)
    return 0 if found or stale else NOTHING


@click.command(short_help="Keep in touch with somebody.")
@click.argument("who", required=False)
@click.option("--tag", help="Or with everybody who has this tag; a person's own days win.")
@click.option("--class", "tie_class", type=Word(TieClass), help="How often, by class.")
@click.option("--days", type=click.IntRange(1, 3650), help="Or every so many days.")
@with_book
def keep(
    shell: Shell, who: str | None, tag: str | None, tie_class: TieClass | None, days: int | None
) -> None:
    """Keep in touch with WHO, counted from the last contact; the first date is set at once.

    With --tag everybody with the tag gets these --days, or, without any, none by it.
    """
    from followup_tui.actions.keeping import keep_in_touch, tag_cadence
    from followup_tui.store.people import named

    if (who is None) == (tag is None) or (tag is not None and tie_class is not None):
        raise Usage("With whom: a person, or everybody with --tag TAG --days N.")
    if tag is not None:
        shell.done(tag_cadence(shell.now, tag, days))
        return
    assert who is not None
    contact = named(who, shell.settings.region).id
    shell.done(keep_in_touch(shell.now, contact, tie_class, days), id_of="follow_up")
