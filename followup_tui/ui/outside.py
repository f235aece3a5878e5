"""Handing a message to the programs outside: the user's editor, and the mail program."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from shutil import which

from textual.app import App, SuspendNotSupported

from followup_tui.errors import Refused
from followup_tui.store import leftovers, opened

OPENERS = ("xdg-open", "open", "wslview")
"""The programs that open a link with what the user has chosen for it."""


def open_link(link: str) -> None:
    """Open a link with the user's program for it.

    Raises:
        Refused: There is no program to ask.
    """
    opener = next((found for name in OPENERS if (found := which(name))), None)
    if opener is None:
        raise Refused("No program here opens mail: y copies the message instead.")
    silent = subprocess.DEVNULL
    subprocess.Popen(
        [opener, link], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )


def edited_outside(app: App[None], text: str) -> str:
    """`text` as the user left it in their own editor.

    Raises:
        Refused: No editor is named, it failed, or what it left can't be read.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not command.strip():
        raise Refused("No editor is named: set EDITOR, or press e to edit here.")
    try:
        with leftovers.folder_in_the_making(opened.at_hand().path) as folder:
            return _edited_in(folder, app, command, text)
    except OSError as error:
        raise Refused(f"There is no room for the message: {error.strerror}.") from error


def _edited_in(folder: Path, app: App[None], command: str, text: str) -> str:
    path = folder / "message.txt"
    path.write_text(text, encoding="utf-8")
    try:
        with app.suspend():
            ended = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError, SuspendNotSupported) as error:
        raise Refused(f"{command} can't be run here: {error}") from error
    if ended.returncode:
        raise Refused(f"{command} ended with {ended.returncode}: the text stays as it was.")
    try:
        return path.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"What {command} left can't be read: {error}") from error
