"""Commands about leads: one with its story, all that are open, parking, and the news at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import Word, day_to_come
from followup_tui.errors import Usage
from followup_tui.rules.facts import Stage
from followup_tui.text import show

if TYPE_CHECKING:
    from followup_tui.store.journal import Done
    from followup_tui.store.leads import LeadRow, LeadStory

NOTHING = 1


@click.command(short_help="Your open leads, or one of them; moves it too.")
@click.argument("lead", metavar="[LEAD]", required=False)
@click.argument("stage", metavar="[STAGE]", type=Word(Stage), required=False)
@click.option("--reason", help="Why it ended: one of its list.")
@click.option("--wait", metavar="WHEN", help="They said they would act by then.")
@click.option("--with", "with_", metavar="NAME", help="Somebody who has to do with it.")
@click.option("--role", default="", help="As what.")
@with_book
def lead(
    shell: Shell, lead: str | None, stage: Stage | None, reason: str | None, wait: str | None,
    with_: str | None, role: str,
) -> int:  # fmt: skip
    """List the open leads, show LEAD with its stages, or bring it to STAGE."""
    from followup_tui.store.leads import named_lead

    if lead is None:
        return _list(shell)
    lead_id = named_lead(lead)
    done = _change(shell, lead_id, stage, reason, wait, with_, role)
    if done is not None:
        shell.done(done, id=lead_id)
        return 0
    from followup_tui.store.leads import lead_story

    story = lead_story(lead_id, shell.now)
    shell.say(_lines(story, shell), story)
    return 0


def _change(
    shell: Shell, lead_id: int, stage: Stage | None, reason: str | None, wait: str | None,
    with_: str | None, role: str,
) -> Done | None:  # fmt: skip
    from followup_tui.actions import leads
    from followup_tui.store.people import named

    if sum(asked is not None for asked in (stage, wait, with_)) > 1:
        raise Usage("One thing at a time: a stage, --wait, or --with.")
    if stage is not None:
        return leads.move_lead(shell.now, lead_id, stage, reason)
    if wait is not None:
        return leads.wait_for(shell.now, lead_id, day_to_come(wait, shell).day)
    if with_ is not None:
        who = named(with_, shell.settings.region).id
        return leads.involve(shell.now, lead_id, who, role)
    return None


def _list(shell: Shell) -> int:
    from followup_tui.store.leads import open_leads

    found = open_leads(shell.now)
    shell.say([_line(row) for row in found] or "No lead is open.", found)
    return 0 if found else NOTHING


def _line(row: LeadRow) -> str:
    held = _held(row)
    place = f", {show(row.organization)}" if row.organization else ""
    stale = "  gone quiet" if row.stale else ""
    return f"#{row.id:<5} {row.stage:<10} {held:<24} {show(row.title)}{place}{stale}"


def _held(row: LeadRow) -> str:
    """How a lead is held: the one state it is in."""
    if row.parked_until:
        return f"parked until {row.parked_until:%a %-d %b}"
    if row.next_step:
        return f"next {row.next_step:%a %-d %b}"
    if row.waiting_until:
        return f"waits until {row.waiting_until:%a %-d %b}"
    return row.reason or ""


def _lines(story: LeadStory, shell: Shell) -> list[str]:
    told = [_line(story.row)]
    for label, value in (
        ("offered by", story.offered_by), ("words", story.words), ("url", story.url),
        ("source", story.source), ("place", story.place), ("pay", story.pay),
        ("résumé", story.resume), ("notes", story.notes),
    ):  # fmt: skip
        if value:
            told.append(f"  {label:<11} {show(value)}")
    for one in story.people:
        role = f", {show(one.role)}" if one.role else ""
        told.append(f"  {'with':<11} {show(one.name)}{role}")
    for stage in story.history:
        why = f", {stage.reason}" if stage.reason else ""
        told.append(f"  {shell.now.day(stage.at):%a %-d %b %Y}  {stage.stage}{why}")
    return told


@click.command(short_help="Park a follow-up, a lead or an organization.")
@click.argument("what", metavar="ID|LEAD|ORG")
@click.option("--until", metavar="WHEN", help="Until when; else 90 days.")
@with_book
def park(shell: Shell, what: str, until: str | None) -> None:
    """Park the follow-up ID, a LEAD by its title, or an organization with all its leads."""
    from datetime import timedelta

    from followup_tui.actions import leads, plans

    far = shell.now.today + timedelta(days=shell.now.defaults.park_days)
    day = day_to_come(until, shell).day if until else far
    if what.isdecimal():
        shell.done(plans.park_step(shell.now, int(what), day), id=int(what), until=day)
        return
    kind, row = _lead_or_place(what)
    act = leads.park if kind == "lead" else leads.park_organization
    shell.done(act(shell.now, row, day), id=row, until=day)


def _lead_or_place(words: str) -> tuple[str, int]:
    from followup_tui.store.leads import named_lead, organization_named

    place = organization_named(words)
    return ("organization", place) if place is not None else ("lead", named_lead(words))


@click.command(short_help="Tell everybody who helped the good news.")
@click.argument("outcome", nargs=-1)
@click.option("--send", is_flag=True, help="They went out: log them, as one step.")
@with_book
def news(shell: Shell, outcome: tuple[str, ...], send: bool) -> int:
    """Write the news to everybody who helped: “I begin at Cobalt in January”."""
    from followup_tui.actions.messages import Message, tell_everybody
    from followup_tui.reports.news import news as written

    found = written(shell.now, " ".join(outcome), shell.settings.folder)
    if not found:
        shell.say("Nobody has helped yet, as far as followup knows.", [])
        return NOTHING
    if send:
        out = tuple(Message(one.contact_id, one.kind, one.body, one.subject) for one in found)
        shell.done(tell_everybody(shell.now, out), messages=found)
        return 0
    shell.say([f"To {show(one.name)}: {one.subject}\n{one.body}\n" for one in found], found)
    return 0
