"""Commands for the phone and the daily review: card, review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from followup_tui.cli.shell import Shell, with_book, with_shell

if TYPE_CHECKING:
    from followup_tui.rules.card import Card
    from followup_tui.rules.deck import Card as Offered

NOTHING = 1


@click.command(short_help="Everything a call needs, with what to say.")
@click.argument("who", nargs=-1, required=True)
@click.option(
    "--preset", type=click.IntRange(1, 99), default=1, help="Which five questions; 1 = first call."
)
@with_book
def card(shell: Shell, who: tuple[str, ...], preset: int) -> None:
    """Show the call card of a person: who, number, opener, questions, voicemail."""
    from followup_tui.cli.render import plain
    from followup_tui.reports import cards
    from followup_tui.rules.ways import tel
    from followup_tui.store.people import named
    from followup_tui.store.person import person

    known = person(named(" ".join(who), shell.settings.region).id)
    found = cards.card(known.id, shell.now, preset - 1, own_words=shell.settings.folder)
    number = tel(known.phone.typed, known.phone.normal) if known.phone else ""
    told = plain(found)
    assert isinstance(told, dict)
    del told["ask_title"]  # a heading to read; programs have the preset
    shell.say(lines(found, number), {"id": known.id, **told, "tel": number})


def lines(card: Card, number: str) -> list[str]:
    """The card to read: the head, then each section with its lines."""
    from followup_tui.rules.card import sections

    told = [line for line in (card.name, card.who, card.their_time) if line]
    if card.number:
        told.append(f"{card.number}  {number}".strip())
    for section in sections(card):
        told += ["", section.title, *(f"  {line}" for line in section.lines)]
    return told


@click.command(short_help="The review of the day.")
@with_shell
def review(shell: Shell) -> int:
    """Open the app in today's review; without a terminal, list its cards in order.

    A review that was left goes on where it was. Exits 1 when no card is left.
    """
    from followup_tui.cli.opening import on_a_terminal

    if on_a_terminal() and not shell.as_json:
        from followup_tui.cli.passphrase import ask
        from followup_tui.ui.app import run_app

        return run_app(shell.path, shell.settings, ask, in_review=True)
    with shell.book():
        return list_cards(shell)


def list_cards(shell: Shell) -> int:
    """Print the cards that are still to come in today's review; 1 when there are none."""
    from followup_tui.reports.review import fresh_review
    from followup_tui.rules.review import to_come
    from followup_tui.store import sessions
    from followup_tui.store.agenda import agenda
    from followup_tui.store.book import connection

    left = sessions.unfinished(shell.now.today)
    coming = to_come(left.review if left else fresh_review(shell.now))
    dues = {due.id: due for due in agenda(connection(), shell.now).ranked}
    rows = [(one, dues[one.id]) for one in coming if one.id in dues]
    told = [_line(one, due.contact or due.lead, due.what) for one, due in rows]
    record = [
        {
            "step": one.step, "id": due.id, "action": due.action, "contact": due.contact,
            "what": due.what, "due": due.due, "first_due": due.first_due, "owed": due.owed,
        }
        for one, due in rows
    ]  # fmt: skip
    shell.say(told or "Nothing is due.", record)
    return 0 if rows else NOTHING


def _line(one: Offered, name: str, what: str) -> str:
    step = one.step.replace("_", "-")
    about = f": {what}" if what else ""
    return f"{step:8} {one.action.replace('_', ' ')} {name}{about}  #{one.id}"
