"""Which file: a path that completes itself, above what lies in the folder."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from followup_tui.rules.folding import fold
from followup_tui.text import show
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import Line, apart
from followup_tui.ui.widgets.lines import AtHand, Lines
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import ListTypingLine

MOST_LISTED = 500
"""More files of a folder aren't listed: another letter says more."""
_QUOTED = re.compile(r"""(?:.*/)?(['"])([/~].*)\1\s*""")
HINTS: Line = (
    ("↓ ↑", "key"), (" choose   ", ""), ("tab", "key"), (" complete   ", ""),
    ("enter", "key"), (" open   ", ""), ("esc", "key"), (" cancel", ""),
)  # fmt: skip


class Entry(NamedTuple):
    """A file or a folder."""

    path: Path
    is_folder: bool
    size: int


class FileDialog(Dialog[Path]):
    """Type, or choose below; a folder opens, a file answers."""

    DEFAULT_CSS = """
    FileDialog {
        Box { width: 78; }
        Lines { height: 12; margin-top: 1; }
        &.-short Lines { height: 6; margin-top: 0; }
        #complaint { height: 1; }
    }
    """

    BINDINGS = [
        Binding("tab", "complete", "Complete", id="files.complete", show=False),
    ]

    words = getters.query_one(ListTypingLine)
    lines: getters.query_one[Lines[Entry]] = getters.query_one("#entries", Lines)

    def __init__(self, title: str, folder: Path) -> None:
        super().__init__()
        self._title = title
        self._folder = folder

    def compose(self) -> ComposeResult:
        with Box():
            yield ListTypingLine(placeholder="a file")
            yield Lines(entry_line, id="entries")
            yield Said(id="complaint")
            yield Said([HINTS])

    def on_mount(self) -> None:
        self.box.border_title = title(self._title)
        self._set(f"{self._folder}/")

    @on(Input.Changed)
    def find(self) -> None:
        self._complain("")
        here = self.words.value.endswith("/")
        nothing = "This folder is empty." if here else "No file or folder begins with that."
        self.lines.empty = [((nothing, "muted"),)]
        self.lines.put(AtHand(list(entries(self.words.value))), 0)

    @on(ListTypingLine.Moved)
    def move(self, event: ListTypingLine.Moved) -> None:
        self.lines.action_move(event.rows)

    def action_complete(self) -> None:
        if (entry := self.lines.row) is not None:
            self._type(entry)

    @on(Input.Submitted)
    @on(Lines.Opened)
    def choose(self) -> None:
        """Answer with the file typed in full, else with the one under the cursor."""
        typed = path_of(self.words.value)
        entry = self.lines.row
        if _is_file(typed):
            self.dismiss(typed)
        elif entry is None:
            self._complain("There is no such file.")
        elif entry.is_folder:
            self._type(entry)
        else:
            self.dismiss(entry.path)

    def _type(self, entry: Entry) -> None:
        self._set(f"{entry.path}/" if entry.is_folder else str(entry.path))
        self.words.focus()

    def _set(self, path: str) -> None:
        self.words.value = path
        self.words.cursor_position = len(path)

    def _complain(self, words: str) -> None:
        self.query_one("#complaint", Said).put([((words, "error"),)] if words else [])


def path_of(typed: str) -> Path:
    """The path that is meant: one that begins anew behind another counts, and quotes don't.

    `/home/dana//tmp/x.csv` is what is there once a whole path was pasted behind the folder, and
    terminals put quotes round a file that was dropped on them, or strokes before its spaces.
    """
    if quoted := _QUOTED.fullmatch(typed):
        typed = quoted[2]
    anew = max(typed.rfind("//"), typed.rfind("/~/"))
    path = Path(typed[anew + 1 :] if anew >= 0 else typed)
    if "\\ " in typed and not _is_file(path):
        path = Path(str(path).replace("\\ ", " "))
    try:
        return path.expanduser()
    except RuntimeError:  # a home that nobody has
        return path


def entries(typed: str) -> Iterator[Entry]:
    """What lies in the folder typed so far, folders first, as far as it begins as typed."""
    path = path_of(typed)
    folder, begins = (path, "") if typed.endswith("/") else (path.parent, fold(path.name))
    found = []
    try:
        for one in folder.iterdir():
            if fold(one.name).startswith(begins) and (begins or not one.name.startswith(".")):
                found.append(_entry(one))
    except OSError:
        return
    wanted = [one for one in found if one is not None]
    wanted.sort(key=lambda one: (not one.is_folder, fold(one.path.name)))
    yield from wanted[:MOST_LISTED]


def entry_line(entry: Entry, width: int) -> Line:
    """A file with its size, a folder with its slash."""
    if entry.is_folder:
        return ((f"{show(entry.path.name)}/", "accent"),)
    return apart(((show(entry.path.name), ""),), ((sized(entry.size), "muted"),), width)


def sized(count: int) -> str:
    """`12 kB`."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def _entry(path: Path) -> Entry | None:
    """The file or folder at `path`; None for what is neither, such as a FIFO."""
    try:
        found = path.stat()
    except OSError:
        return None
    if stat.S_ISDIR(found.st_mode):
        return Entry(path, True, 0)
    return Entry(path, False, found.st_size) if stat.S_ISREG(found.st_mode) else None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
