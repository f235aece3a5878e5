"""Commands about names that were given: refer, and who is still wondering."""

from __future__ import annotations

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.errors import Usage
from followup_tui.text import show

NOTHING = 1


@click.command(short_help="Note a name that somebody gave you.")
@click.argument("giver")
@click.argument("names", metavar="NAME...", nargs=-1)
@click.option("--org", default="", help="Where they are.")
@click.option("--role", default="", help="What they do there.")
@click.option("--phone", default="")
@click.option("--email", default="")
@click.option("--words", default="", help="What was said: “Tell him I sent you.”")
@click.option("--half", metavar="TEXT", help="Half a name: “her cousin at the bank”.")
@click.option("--lead", metavar="LEAD", help="The lead it belongs to: its id or title.")
@click.option(
    "--may-use-name/--not-my-name", default=None, help="Whether you may say who sent you."
)
@with_book
def refer(
    shell: Shell, giver: str, names: tuple[str, ...], org: str, role: str, phone: str,
    email: str, words: str, half: str | None, lead: str | None, may_use_name: bool | None,
) -> None:  # fmt: skip
    """Keep that GIVER gave you each NAME: the first call is due within two business days."""
    from followup_tui.actions import referrals
    from followup_tui.store.leads import named_lead
    from followup_tui.store.people import named

    if len(names) > 1 and (phone or email):
        raise Usage("A number or an address belongs to one name: refer them one by one.")
    given = [
        referrals.GivenName(name, organization=org, role=role, phone=phone, email=email)
        for name in names
    ]
    if half:
        given.append(referrals.GivenName(missing=half))
    region = shell.settings.region
    giving = referrals.Giving(
        words=words,
        may_use_name=may_use_name,
        lead_id=named_lead(lead) if lead else None,
        region=region,
    )
    result = referrals.refer(shell.now, named(giver, region).id, given, giving)
    shell.done(result, id_of="referral")


@click.command(short_help="Who gave you a name and can't see what became of it.")
@with_book
def wondering(shell: Shell) -> int:
    """List who is still wondering, the longest in the dark first. Exits 1 when nobody is."""
    from followup_tui.reports.wonders import TO_TELL, wonderers

    found = wonderers(shell.now, shell.settings.folder)
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.days:>4}d  {show(one.giver)}")
        for name in one.names:
            owed = (
                f" → {TO_TELL[name.report]}, {name.due:%a %-d %b}"
                if name.report and name.due
                else ""
            )
            lines.append(f"       {show(name.contact)}: {show(name.seen)}{owed}")
    shell.say(lines or "Nobody is left wondering.", found)
    return 0 if found else NOTHING


@click.command(short_help="Everybody who gave you names, and how far each came.")
@with_book
def givers(shell: Shell) -> int:
    """List who gave names, with what became of each. Exits 1 when nobody did."""
    from followup_tui.store.referrals import givers as who_gave

    found = who_gave(shell.now)
    lines: list[str] = []
    for one in found:
        lines.append(f"{show(one.name)}  {one.tally}")
        for name in one.names:
            tried = f", tried {name.tried_on:%a %-d %b}" if name.tried_on else ""
            place = f" ({show(name.organization)})" if name.organization else ""
            lines.append(f"  {show(name.contact)}{place}: {name.state.replace('_', ' ')}{tried}")
    shell.say(lines or "Nobody has given you a name yet.", found)
    return 0 if found else NOTHING


@click.command(short_help="Complete half a name.")
@click.argument("referral", metavar="ID", type=int)
@click.argument("name")
@click.option("--org", default="")
@click.option("--phone", default="")
@click.option("--email", default="")
@with_book
def complete(shell: Shell, referral: int, name: str, org: str, phone: str, email: str) -> None:
    """Say that the half name ID is NAME; the first call is then due."""
    from followup_tui.actions import referrals

    known = referrals.GivenName(name, organization=org, phone=phone, email=email)
    shell.done(referrals.complete(shell.now, referral, known), id=referral)
