"""A form: lines to fill in, read aloud below as they are typed, answered with `enter`."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, Self, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input

from followup_tui.errors import FollowupError
from followup_tui.text import show, wrap
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import BLANK, Line
from followup_tui.ui.widgets.choices import Choices
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import TypingLine

R = TypeVar("R")

LABEL = 10
HINTS: Line = (
    ("enter", "key"), (" save   ", ""), ("tab", "key"), (" next line   ", ""),
    ("esc", "key"), (" cancel", ""),
)  # fmt: skip


class Field:
    """One line of a form."""

    def __init__(self, name: str, label: str, value: str = "", hint: str = "") -> None:
        self.name = name
        self.label = label
        self.value = value
        """As the book has it; what hides in it is shown, but saved as it was if left alone."""
        self.hint = hint

    def widget(self, typed: str | None) -> Widget:
        """Where it is filled in."""
        value = self.value if typed is None else typed
        return TypingLine(value, placeholder=self.hint, id=f"field-{self.name}")

    def read(self, form: Form[R]) -> str:
        """What it is now."""
        typed = form.query_one(f"#field-{self.name}", TypingLine).value
        return self.value if typed == show(self.value) else typed


class OneOf(Field):
    """A choice by digit; its value is the key of the one chosen."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        value: str,
        first: int = 1,
    ) -> None:
        super().__init__(name, label, value)
        self.first = first
        self.choices = choices

    def widget(self, typed: str | None) -> Widget:
        value = self.value if typed is None else typed
        return Choices(self.choices, value, first=self.first, id=f"field-{self.name}")

    def read(self, form: Form[R]) -> str:
        return form.query_one(f"#field-{self.name}", Choices).value


class Form(Dialog[R], Generic[R]):
    """A dialog of lines to fill in. Subclasses say the fields, the reading and the answer."""

    DEFAULT_CSS = """
    Form {
        .row { height: auto; }
        .row > Said { width: 10; height: 1; }
        .row > TypingLine, .row > Choices { width: 1fr; }
        #reading { margin-top: 1; }
        #hints { margin-top: 1; }
        &.-short #hints, &.-short #reading { margin-top: 0; }
    }
    """

    BINDINGS = [
        Binding("down", "app.focus_next", "Next line", id="form.next", show=False),
        Binding("up", "app.focus_previous", "Line before", id="form.previous", show=False),
        Binding("enter", "save", "Save", id="form.save", tooltip="Save", show=False),
    ]

    TITLE = ""

    def __init__(self) -> None:
        super().__init__()
        self.typed: dict[str, str] = {}
        self.error = ""

    @abstractmethod
    def fields(self) -> Sequence[Field]:
        """The lines, from the top."""

    @abstractmethod
    def answer(self) -> R:
        """What the form says now; raises a FollowupError with what is missing or unclear."""

    @abstractmethod
    def anew(self) -> Self:
        """The same question, unanswered."""

    def above(self) -> Sequence[Line]:
        """What is said above the lines."""
        return ()

    def reading(self) -> Sequence[Line]:
        """How what was typed so far is understood."""
        return ()

    def again(self, error: str) -> Self:
        """The same question once more, with what was typed and why it didn't do."""
        fresh = self.anew()
        fresh.typed, fresh.error = dict(self.typed), error
        return fresh

    def compose(self) -> ComposeResult:
        with Box():
            if above := self.above():
                yield Said([*above, BLANK], id="above")
            for field in self.fields():
                with Horizontal(classes="row"):
                    yield Said([((field.label, "muted"),)])
                    yield field.widget(self.typed.get(field.name))
            yield Said(id="reading")
            yield Said([HINTS], id="hints")

    def on_mount(self) -> None:
        self.box.border_title = title(self.TITLE)
        self.call_after_refresh(self.tell)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In a low window: with the first line what is above it, with the last what is below."""
        rows = self.query(".row")
        row = event.widget.parent
        if row is rows.first():
            self.call_after_refresh(self.box.scroll_home, animate=False)
        elif row is rows.last():
            self.call_after_refresh(self.box.scroll_end, animate=False)

    def value(self, name: str) -> str:
        """What is in a field now, without spaces around it."""
        field = next(one for one in self.fields() if one.name == name)
        return field.read(self).strip()

    def tell(self) -> None:
        """Say how it is understood so far."""
        self.query_one("#reading", Said).put([*self._complaint(), *self.reading()])

    def _complaint(self) -> Iterator[Line]:
        width = max(20, self.box.content_size.width)
        if self.error:
            yield from (((line, "error"),) for line in wrap(show(self.error), width))

    @on(Input.Changed)
    @on(Choices.Chosen)
    def changed(self) -> None:
        if not self.is_mounted:
            return
        # A line that is filled in when the form opens says that it changed, too.
        if self._filled() != self.typed:
            self.error = ""
        self.tell()

    def _filled(self) -> dict[str, str]:
        """What every line says now."""
        return {field.name: field.read(self) for field in self.fields()}

    @property
    def goes_on(self) -> bool:
        """Whether a choice by digit leads on to the next line."""
        return True

    @on(Choices.Chosen)
    def on_with_it(self, event: Choices.Chosen) -> None:
        if event.by_digit and self.goes_on:
            self.focus_next()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer, or say what is missing."""
        try:
            answered = self.answer()
        except FollowupError as error:
            self.error, self.typed = str(error), self._filled()
            self.tell()
            return
        self.typed = self._filled()
        self.dismiss(answered)
