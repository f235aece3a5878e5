"""Commands that have words to say: message, decline, profile, and the round of news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_book
from followup_tui.cli.typed import Word, text_of
from followup_tui.errors import NotFound, Usage
from followup_tui.reports.noes import No, Outgoing, no_to
from followup_tui.rules.facts import Channel, DeclineReason
from followup_tui.rules.letters import Kind

if TYPE_CHECKING:
    from followup_tui.actions.messages import Message
    from followup_tui.reports.drafts import Asked


@click.command(short_help="The right message for the moment.")
@click.argument("who")
@click.option("--kind", type=Word(Kind), help="Another message than the one that fits.")
@click.option("--for", "follow_up", metavar="ID", type=int, help="The follow-up it is for.")
@click.option("--set", "told", metavar="BLANK=TEXT", multiple=True, help="What only you know.")
@click.option("--body", help="Your own words instead; - reads stdin.")
@click.option("--channel", type=Word(Channel), default=Channel.EMAIL, show_default=False)
@click.option("--send", is_flag=True, help="It went out: log it, and close what it settles.")
@with_book
def message(
    shell: Shell, who: str, kind: Kind | None, follow_up: int | None, told: tuple[str, ...],
    body: str | None, channel: Channel, send: bool,
) -> None:  # fmt: skip
    """Show the message to WHO that fits the moment; with --send it counts as sent."""
    from followup_tui.actions.messages import Message, send_message
    from followup_tui.reports.drafts import Asked, step_at_hand, written
    from followup_tui.rules.mailto import mailto
    from followup_tui.store.people import named
    from followup_tui.store.person import person

    contact = named(who, shell.settings.region).id
    step = follow_up if follow_up is not None or kind else step_at_hand(contact, shell.now)
    asked = Asked(step, kind, told=_pairs(told), own_words=shell.settings.folder)
    found, draft = written(contact, shell.now, asked)
    _all_used(asked, found)
    text = text_of(body) if body is not None else draft.body
    if not text.strip():
        raise NotFound("There are no words for that yet. Begin with: followup profile --set name=…")
    reach = person(contact)
    address = reach.email.typed if reach.email else ""
    record = {
        "to": reach.name, "email": address, "kind": found, "follow_up": step,
        "subject": draft.subject, "body": text, "asks": draft.asks,
        "mailto": mailto(address, draft.subject, text), "sent": send,
    }  # fmt: skip
    if send:
        out = Message(contact, found, text, draft.subject, channel)
        shell.done(send_message(shell.now, out, step), id_of="touch", message=record)
        return
    head = [f"Subject: {draft.subject}", ""] if draft.subject else []
    asks = ["", *(f"[--set {ask}=…]" for ask in draft.asks)] if draft.asks else []
    shell.say([*head, text, *asks], record)


@click.command(short_help="Say no, or let it go: that counts as done.")
@click.argument("what", metavar="ID|LEAD|WHO")
@click.option("--why", type=Word(DeclineReason), required=True, help="One of eight reasons.")
@click.option("--message", "say", is_flag=True, help="Say it with words, and log them as sent.")
@with_book
def decline(shell: Shell, what: str, why: DeclineReason, say: bool) -> None:
    """Let go the follow-up ID, or a LEAD by its title, or what is open with WHO; with its lead
    and its name.

    With --message the no, with what you look for, is shown and logged as sent, and so is the
    word to who gave the name; without it they are owed.
    """
    from followup_tui.actions import declines

    step, lead = _meant(what, shell.settings.region)
    no = _no(shell, why, step, lead) if say else No("", None, None)
    texts = (_message(no.message), _message(no.report))
    if step is not None:
        result = declines.decline(shell.now, step, why, *texts)
    else:
        result = declines.decline_lead(shell.now, lead or 0, why, *texts)
    said = [one for one in (no.message, no.report) if one]
    told = "\n\n".join(f"To {one.name}: {one.subject}\n{one.body}" for one in said)
    shell.done(result, told, id=step if step is not None else lead, messages=said)


def _meant(what: str, region: str) -> tuple[int | None, int | None]:
    """The follow-up, or the lead, that is meant: a number, a title, else a person.

    Raises:
        NotFound: Neither a lead nor a person fits, or nothing is open with them.
        Ambiguous: More than one fits; the message lists them.
    """
    from followup_tui.errors import NotFound
    from followup_tui.store.declining import step_with
    from followup_tui.store.leads import named_lead
    from followup_tui.store.people import all_named, named

    if what.isdecimal():
        return int(what), None
    try:
        return None, named_lead(what)
    except NotFound:
        if not all_named(what, region):
            raise NotFound(f"Neither a lead nor a person here fits “{what}”.") from None
        return step_with(named(what, region).id), None


def _no(shell: Shell, why: DeclineReason, step: int | None, lead: int | None) -> No:
    return no_to(shell.now, why, follow_up_id=step, lead_id=lead, own_words=shell.settings.folder)


def _message(one: Outgoing | None) -> Message | None:
    from followup_tui.actions.messages import Message

    return Message(one.contact_id, one.kind, one.body, one.subject) if one else None


@click.command(short_help="The paragraph about you.")
@click.option("--set", "fields", metavar="FIELD=TEXT", multiple=True)
@click.option("--heard", metavar="WHO", help="They have heard what you are looking for.")
@with_book
def profile(shell: Shell, fields: tuple[str, ...], heard: str | None) -> None:
    """Show the paragraph about you that others can pass on, or change its fields."""
    from followup_tui.actions import profile as actions
    from followup_tui.reports.paragraph import changed, paragraph
    from followup_tui.store.people import named

    if heard:
        who = named(heard, shell.settings.region).id
        shell.done(actions.heard(shell.now, who))
        return
    told = paragraph(shell.settings.folder, defaults=shell.now.defaults)
    if fields:
        wanted = changed(told.fields, _pairs(fields))
        fresh = paragraph(shell.settings.folder, wanted, shell.now.defaults)
        shell.done(actions.save_profile(shell.now, wanted, fresh.text), fresh.hint, profile=fresh)
        return
    missing = f"Still empty: {', '.join(told.missing)}" if told.missing else ""
    shell.say([told.text or "Nothing yet. followup profile --set name=…", told.hint, missing], told)


def _all_used(asked: Asked, kind: Kind) -> None:
    """Refuse a fact that the message has no place for: it would be lost without a word."""
    from followup_tui.reports.drafts import blanks

    known = blanks(kind, asked.own_words)
    if lost := sorted(set(asked.told or ()) - known):
        raise Usage(
            f"The message “{kind.replace('_', '-')}” has no place for {', '.join(lost)}, only for:"
            f" {', '.join(sorted(known))}"
        )


def _pairs(words: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(word.partition("=")[::2] for word in words)
    if any("=" not in word for word in words):
        raise Usage("Write FIELD=TEXT, such as --set titles='communications director'.")
    return {name.strip().replace("-", "_"): text for name, text in pairs.items()}
