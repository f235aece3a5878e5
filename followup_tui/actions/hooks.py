"""The user's hooks: executables that are asked before an action and told after it.

They lie in the folder `hooks` beside the settings: `before` and `after` for every action,
`before-snooze` and `after-snooze` for one; `undo` and `redo` are actions too, told the step they
replay. Each gets one JSON object on stdin and is never run by a shell. A `before` that doesn't exit
with 0 refuses, with what it wrote to stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from pathlib import Path

from followup_tui.errors import Refused
from followup_tui.store.watching import Acting, Watcher

FOLDER = "hooks"
INSIDE = "FOLLOWUP_HOOK"
"""Set for what a hook runs: hooks of hooks would never end."""
SECONDS = 10
"""A hook that takes longer is stopped: whoever pressed a key is waiting for it."""
NOT_RUN = 126


class Hooks(Watcher):
    """The executables of one folder."""

    def __init__(self, folder: Path, names: Iterable[str], store: Path) -> None:
        self.folder = folder
        self.names = frozenset(names)
        self.store = store

    def before(self, acting: Acting) -> None:
        """Ask them all.

        Raises:
            Refused: One of them said no.
        """
        for name in self._called("before", acting):
            code, said = self._run(name, record(acting))
            if code:
                raise Refused(said or f"{name} refused: it left with {code}.")

    def after(self, acting: Acting, label: str, rows: frozenset[tuple[str, int]]) -> list[str]:
        """Tell them all; those that failed, a line each: what was done stays done."""
        told = {**record(acting), "label": label, "rows": sorted(rows)}
        found = []
        for name in self._called("after", acting):
            code, said = self._run(name, told)
            if code:
                found.append(f"{name}: {said or f'it left with {code}'}")
        return found

    def _called(self, when: str, acting: Acting) -> list[str]:
        names = (when, f"{when}-{acting.name.replace('_', '-')}")
        return [name for name in names if name in self.names]

    def _run(self, name: str, told: Mapping[str, object]) -> tuple[int, str]:
        """The exit code, and the last line of what it said on stderr."""
        import json
        import subprocess

        surroundings = {**os.environ, INSIDE: name, "FOLLOWUP_DB": str(self.store)}
        try:
            ran = subprocess.run(
                [str(self.folder / name)], input=f"{json.dumps(told, default=_plain)}\n".encode(),
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings,
                timeout=SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return NOT_RUN, f"{name} took longer than {SECONDS} seconds."
        except OSError as error:
            return NOT_RUN, f"{name} can't be run: {error.strerror}."
        lines = ran.stderr.decode(errors="replace").strip().splitlines()
        return ran.returncode, lines[-1].strip() if lines else ""


def hooks_in(settings_folder: Path | None, store: Path) -> Hooks | None:
    """The hooks beside the settings; None where there are none, or inside of one."""
    if settings_folder is None or INSIDE in os.environ:
        return None
    folder = settings_folder / FOLDER
    try:
        names = [one.name for one in folder.iterdir() if one.is_file() and os.access(one, os.X_OK)]
    except OSError:
        return None
    return Hooks(folder, names, store) if names else None


def record(acting: Acting) -> dict[str, object]:
    """What a hook is told: `action`, `at`, `today`, and the `arguments` as plain JSON."""
    return {
        "action": acting.name.replace("_", "-"),
        "at": acting.now.at.isoformat(),
        "today": acting.now.today.isoformat(),
        "arguments": dict(acting.arguments),
    }


def _plain(value: object) -> object:
    """`value` as JSON can say it."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    return f"{len(value)} bytes" if isinstance(value, bytes) else str(value)
