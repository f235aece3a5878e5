"""The settings file: made with its explanations on first use, and changed line by line."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

from followup_tui.config import read
from followup_tui.errors import BadInput, StoreUnreachable
from followup_tui.rules import defaults as rules
from followup_tui.rules.defaults import DEFAULTS, Defaults

TOLD: tuple[tuple[str, str, str], ...] = (
    ("zone", '""', "Your time zone, such as America/Denver; empty takes the system's."),
    ("region", '"US"', "The home country of phone numbers without a country code."),
    ("day_first", "false", "Whether 12/4 is the 12th of April."),
    ("rollover_hour", "4", "The hour at which your day begins: at 0:30 it is still yesterday."),
    ("country", '""', "Whose public holidays are no business days: US, DE, US-CO; empty for none."),
    ("days_off", "[]", "More days that are no business days: [2026-12-24]."),
    ("theme", '"dusk"', "dusk, paper, ink (high contrast), terminal, or any of Textual's."),
    ("addresses", "[]", "Your own addresses: mail from one of them was sent by you."),
    ("calendar", '""', "A file for calendars to subscribe to, rewritten on each change."),
    ("calendar_events", "false", "Whether it holds events, for calendars that read no tasks."),
)
"""Each setting with its default and what it is."""


def template() -> str:
    """The file as it is made on first use: every setting, explained, and out of force."""
    lines = [
        "# followup: settings. Take the # off a line to set it. What is wrong is said at the",
        "# start, with its line, and the default is used.",
        "",
    ]
    for name, value, told in TOLD:
        lines += [f"# {told}", f"# {name} = {value}", ""]
    lines += [
        '# Keys, by the name that the list of commands (:) shows: "call.log" = "L"',
        "# [keys]",
        "",
        "# When things are due. Days are business days where it says workdays.",
        "# [defaults]",
    ]
    of_each = meanings()
    for field in fields(Defaults):
        if of_each.get(field.name):
            lines.append(f"# {of_each[field.name]}")
        lines.append(f"# {field.name} = {spelled(getattr(DEFAULTS, field.name))}")
    return "\n".join(lines) + "\n"


def make_file(path: Path) -> bool:
    """Make the file if there is none; whether it was made.

    Raises:
        StoreUnreachable: It can't be written.
    """
    if path.exists():
        return False
    _write(path, template())
    return True


def change_file(path: Path, changes: Mapping[str, object]) -> None:
    """Set these settings in the file, each on the line where it stands or is explained.

    Raises:
        BadInput: A value can't be meant; the file is as it was.
        StoreUnreachable: It can't be written.
    """
    make_file(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, value in changes.items():
        line = f"{name} = {spelled(value)}"
        at = _line_of(lines, name)
        if at is None:
            lines.insert(_end_of_top(lines), line)
        else:
            lines[at] = line
    text = "\n".join(lines) + "\n"
    _, wrong = read(text)
    if wrong:
        raise BadInput(str(wrong[0]))
    _write(path, text)


def _line_of(lines: list[str], name: str) -> int | None:
    top = lines[: _end_of_top(lines)]
    for commented in (False, True):
        for at, line in enumerate(top):
            bare = line.removeprefix("#").strip() if commented else line
            if bare.partition("=")[0].strip() == name and "=" in bare:
                return at
    return None


def _end_of_top(lines: list[str]) -> int:
    """The first line of the first table that is in force: top settings stand before it."""
    return next((at for at, line in enumerate(lines) if line.startswith("[")), len(lines))


def spelled(value: object) -> str:
    """`value` as TOML spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple | list | frozenset):
        kept = sorted(value) if isinstance(value, frozenset) else value
        return "[" + ", ".join(spelled(one) for one in kept) + "]"
    return value.isoformat() if isinstance(value, date) else str(value)


def _write(path: Path, text: str) -> None:
    making = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        making.write_text(text, encoding="utf-8")
        making.replace(path)
    except OSError as error:
        raise StoreUnreachable(f"{path} can't be written: {error.strerror}.") from error


def meanings() -> dict[str, str]:
    """What the table of defaults says of each number, read from its own docstrings."""
    body = ast.parse(inspect.getsource(rules.Defaults)).body[0]
    assert isinstance(body, ast.ClassDef)
    told: dict[str, str] = {}
    name = ""
    for node in body.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = node.target.id
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and name:
            told[name] = " ".join(str(node.value.value).split())
            name = ""
    return told
