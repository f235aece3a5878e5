"""One blank of a message, filled by who knows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from followup_tui.errors import BadInput
from followup_tui.ui.dialogs.form import Field, Form
from followup_tui.ui.spans import Line


class BlankDialog(Form[str]):
    """A question, and a line for the answer."""

    TITLE = "Only you know"

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def anew(self) -> Self:
        return type(self)(self.question)

    def above(self) -> Sequence[Line]:
        return [((self.question, "strong"),)]

    def fields(self) -> Sequence[Field]:
        return [Field("told", "", "", "a few words")]

    def answer(self) -> str:
        if not self.value("told"):
            raise BadInput("A few words, or esc.")
        return self.value("told")
