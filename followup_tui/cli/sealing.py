"""Commands that put the store behind a passphrase, under another one, and back."""

from __future__ import annotations

from pathlib import Path

import click

from followup_tui.cli.passphrase import ask, ask_for_new, refuse_if_weak
from followup_tui.cli.shell import Shell, with_shell
from followup_tui.errors import BadInput, Refused, StoreUnreachable

file_option = click.option(
    "--file", metavar="FILE", help="Take the new passphrase from this file's first line."
)
keyring_option = click.option(
    "--keyring", is_flag=True, help="Leave the passphrase to the system's keyring."
)


@click.command(short_help="Encrypt the store and its backups.")
@file_option
@keyring_option
@with_shell
def encrypt(shell: Shell, file: str | None, keyring: bool) -> None:
    """Put the store and its backups behind a passphrase, which is asked for.

    Whoever forgets it has lost the store. What the disk held before is overwritten in time only.
    """
    from followup_tui.store import encryption

    _make_if_missing(shell)
    if encryption.is_encrypted(shell.path):
        # Begun before, and not ended: the backups that are still plain are done now.
        old = new = encryption.key_of(shell.path, ask)
    else:
        old, new = "", _new(file)
    _seal(shell, old, new, "Encrypted")
    _remember(shell, new, wanted=keyring)


@click.command(short_help="Decrypt the store and its backups.")
@with_shell
def decrypt(shell: Shell) -> None:
    """Take the passphrase from the store and its backups."""
    _seal(shell, _old(shell), "", "Plain now")


@click.command(short_help="Change the passphrase.")
@file_option
@keyring_option
@with_shell
def passphrase(shell: Shell, file: str | None, keyring: bool) -> None:
    """Put the encrypted store and its backups under a new passphrase."""
    old, new = _old(shell), _new(file)
    _seal(shell, old, new, "Under a new passphrase")
    _remember(shell, new, wanted=keyring)


def _make_if_missing(shell: Shell) -> None:
    if not shell.path.exists():
        with shell.book():
            pass


def _old(shell: Shell) -> str:
    from followup_tui.store import encryption

    if not (shell.path.exists() and encryption.is_encrypted(shell.path)):
        raise Refused(f"{shell.path} is not encrypted. To encrypt it: followup encrypt")
    return encryption.key_of(shell.path, ask)


def _new(file: str | None) -> str:
    if file is None:
        return ask_for_new()
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} can't be read: {error}.") from error
    found = lines[0] if lines else ""
    refuse_if_weak(found)
    return found


def _seal(shell: Shell, old: str, new: str, done: str) -> None:
    from followup_tui.store.book import check_place
    from followup_tui.store.sealing import seal

    check_place(shell.path)
    found = seal(shell.path, old, new)
    lines = [f"{done}: {shell.path} and {found.backups} of its backups."]
    lines += [f"Left as it was, since it can't be read: {path}" for path in found.left]
    shell.say(lines, {"backups": found.backups, "left": list(map(str, found.left))})


def _remember(shell: Shell, key: str, *, wanted: bool) -> None:
    from followup_tui.store.encryption import remember

    if wanted and not remember(shell.path, key):
        raise StoreUnreachable("This system has no keyring: the passphrase will be asked for.")
