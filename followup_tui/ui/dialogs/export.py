"""Everything out: which form, with or without notes, to which file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, Self

from followup_tui.actions.exports import FORMATS, SUFFIXES, written
from followup_tui.errors import BadInput
from followup_tui.exchange.leaving import Wish
from followup_tui.store.leftovers import write_whole
from followup_tui.store.opened import at_hand
from followup_tui.text import show, wrap
from followup_tui.ui.base import Followup
from followup_tui.ui.dialogs.form import Field, Form, OneOf
from followup_tui.ui.spans import Line

SAID = {
    "json": "everything; can be imported again",
    "csv": "people, for a spreadsheet",
    "vcard": "people, for phones and mail programs",
    "ics": "follow-ups, for a calendar",
    "md": "people, to read",
}


class Wanted(NamedTuple):
    """What is to be written, and where."""

    path: Path
    form: str
    wish: Wish


class ExportDialog(Form[Wanted]):
    """`enter` writes it; what is there under the name is replaced whole."""

    TITLE = "Export"

    def __init__(self, folder: Path, today: date) -> None:
        super().__init__()
        self.folder, self.today = folder, today

    def anew(self) -> Self:
        return type(self)(self.folder, self.today)

    def fields(self) -> Sequence[Field]:
        return (
            OneOf("form", "Format", [(form, form) for form in FORMATS], "json"),
            OneOf("notes", "Notes", [("with", "with"), ("without", "without")], "with", first=6),
            Field("path", "File", "", hint=self._file_name("json")),
        )

    def reading(self) -> Sequence[Line]:
        form = self.value("form")
        width = max(20, self.box.content_size.width)
        path = wrap(show(self._path(form)), width)
        return [((SAID[form], "muted"),), *(((line, ""),) for line in path)]

    def answer(self) -> Wanted:
        form = self.value("form")
        path = Path(self._path(form)).expanduser()
        if path.is_dir() or path.resolve() == at_hand().path.resolve():
            raise BadInput(f"{path} can't be written over: name another file.")
        return Wanted(path, form, Wish(notes=self.value("notes") == "with"))

    def _path(self, form: str) -> str:
        return self.value("path") or str(self.folder / self._file_name(form))

    def _file_name(self, form: str) -> str:
        return f"followup-{self.today}.{SUFFIXES.get(form, form)}"


async def write(app: Followup, wanted: Wanted) -> bool:
    """Write it, and say what it holds; whether it could be."""
    content, holds = await app.aside(partial(written, wanted.form, wanted.wish))
    try:
        await app.aside(partial(write_whole, wanted.path, content))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        app.refusal = f"{wanted.path} can't be written: {why}."
        return False
    app.say(f"Exported {holds} to {wanted.path}")
    return True
