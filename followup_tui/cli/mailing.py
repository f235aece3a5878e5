"""`followup log --eml -`: a mail program's pipe ends here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from followup_tui.cli.paths import content
from followup_tui.cli.shell import Shell

if TYPE_CHECKING:
    from followup_tui.exchange.eml import MailNote

WHOSE = "Say addresses = […] in the settings, so that mail you sent is known from mail that came."


def log_message(shell: Shell, name: str, *, dry_run: bool) -> None:
    """Log the message in the file `name`, or on stdin for `-`.

    Raises:
        BadInput: It is no message, or nobody in it can be a contact.
    """
    from followup_tui.actions.mail import log_mail
    from followup_tui.exchange.eml import read

    mine = _mine(shell)
    note = read(content(name), mine)
    told = {
        "people": [{"name": one.name, "email": one.address} for one in note.people],
        "direction": note.direction,
        "at": note.at.isoformat() if note.at else None,
        "subject": note.subject,
    }
    if dry_run:
        shell.say(_lines(note), told)
        return
    done = log_mail(shell.now, note, shell.settings.region)
    shell.done(done, "" if mine else WHOSE, id_of="touch", mail=told)


def _mine(shell: Shell) -> tuple[str, ...]:
    """My own addresses: of the settings, and the one of my profile."""
    from followup_tui.store.profiles import newest

    mail = newest().email
    return (*shell.settings.addresses, *([mail] if mail else []))


def _lines(note: MailNote) -> list[str]:
    who = ", ".join(f"{one.name} <{one.address}>".strip() for one in note.people)
    when = f"{note.at:%a %-d %b %Y %H:%M}" if note.at else "no date"
    return [f"{'to' if note.direction == 'out' else 'from'} {who}", when, note.subject]
