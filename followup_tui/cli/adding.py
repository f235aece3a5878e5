"""`followup add`: a contact, a lead, a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import Word, day_to_come, text_of
from followup_tui.errors import Refused
from followup_tui.rules.facts import Action

if TYPE_CHECKING:
    from followup_tui.actions.people import ContactForm


MORE = "May be given more than once."


@click.group(short_help="Add a contact, a lead or a follow-up.")
def add() -> None:
    """Add a contact, a lead or a follow-up."""


@add.command("contact")
@click.argument("name")
@click.option("--org", default="", help="Where they are.")
@click.option("--role", default="", help="What they do there.")
@click.option("--email", "emails", multiple=True, help=MORE)
@click.option("--phone", "phones", multiple=True, help=MORE)
@click.option("--url", "urls", multiple=True, help=MORE)
@click.option("--tag", "tags", multiple=True, help=MORE)
@click.option("--note", default="", help="- reads stdin.")
@click.option("--stars", type=click.IntRange(0, 3), help="How near they are.")
@click.option("--anyway", is_flag=True, help="Add them even if they seem to be here already.")
@with_book
def contact(
    shell: Shell, name: str, org: str, role: str, emails: tuple[str, ...],
    phones: tuple[str, ...], urls: tuple[str, ...], tags: tuple[str, ...], note: str,
    stars: int | None, anyway: bool,
) -> None:  # fmt: skip
    """Add the person NAME. Exits 1 when they are here already."""
    from followup_tui.actions.people import ContactForm, add_contact

    form = ContactForm(
        name=name,
        organization=org,
        role=role,
        emails=emails,
        phones=phones,
        urls=urls,
        tags=tags,
        notes=text_of(note),
        stars=stars,
        source="typed",
        region=shell.settings.region,
    )
    remark = "" if anyway else _refuse_known(form)
    shell.done(add_contact(shell.now, form), remark, id_of="contact")


def _refuse_known(form: ContactForm) -> str:
    """What to say of others of this name; empty when there are none.

    Raises:
        Refused: Somebody has one of the ways, or the name and the organization.
    """
    from followup_tui.store.known import namesakes, sharing

    for ref, way in sharing(form.emails, form.phones, form.region):
        raise Refused(f"{way} is {ref.name}'s already, #{ref.id}. To add anyway: --anyway")
    if form.organization.strip():
        for ref in namesakes(form.name, form.organization):
            raise Refused(
                f"{ref.name}, {ref.organization}, is here already, #{ref.id}."
                " To add anyway: --anyway"
            )
    same = [f"#{ref.id} {ref.organization}".rstrip() for ref in namesakes(form.name)[:5]]
    return f"Of the same name: {', '.join(same)}" if same else ""


@add.command("lead")
@click.argument("title")
@click.option("--org", default="", help="Where it is.")
@click.option("--with", "with_", metavar="NAME", help="The person you talk to about it.")
@click.option("--via", metavar="NAME", help="Who offered it.")
@with_book
def lead(shell: Shell, title: str, org: str, with_: str | None, via: str | None) -> None:
    """Add the lead TITLE; its next step is to decide on it within a week."""
    from followup_tui.actions.leads import LeadForm, add_lead
    from followup_tui.store.people import named

    region = shell.settings.region
    form = LeadForm(
        title=title,
        organization=org,
        with_id=named(with_, region).id if with_ else None,
        via_id=named(via, region).id if via else None,
    )
    shell.done(add_lead(shell.now, form), id_of="lead")


@add.command("follow-up")
@click.argument("action", type=Word(Action))
@click.argument("who")
@click.argument("when", nargs=-1, required=True)
@click.option("--what", default="", help="What it is about.")
@click.option("--promised", is_flag=True, help="I promised it.")
@with_book
def follow_up(
    shell: Shell, action: Action, who: str, when: tuple[str, ...], what: str, promised: bool
) -> None:
    """Add the next step ACTION with WHO for WHEN: thu, 3d, next week, mon 9am, 26 Nov."""
    from followup_tui.actions.plans import FollowUpForm, add_follow_up
    from followup_tui.actions.steps import NextStep
    from followup_tui.rules.when import show_day
    from followup_tui.store.people import named

    found = day_to_come(" ".join(when), shell)
    step = NextStep(
        action=action,
        day=found.day,
        what=what,
        time=found.time,
        part=found.part or "",
        promised=promised,
    )
    form = FollowUpForm(step, contact_id=named(who, shell.settings.region).id)
    shell.done(
        add_follow_up(shell.now, form),
        id_of="follow_up",
        due=found.day,
        due_day=show_day(found.day, shell.now.today),
        time=found.time,
    )
