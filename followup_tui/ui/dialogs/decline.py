"""A no: what is said to them, what to who gave the name, both ready to edit; one step."""

from __future__ import annotations

from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.actions.messages import Message
from followup_tui.reports.noes import No, Outgoing
from followup_tui.text import show
from followup_tui.ui.dialogs.box import Box, Dialog, Said
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.body import Body
from followup_tui.ui.widgets.painted import title

HINTS: Line = (
    ("enter", "key"), (" mark as sent   ", ""), ("e", "key"), (" edit   ", ""),
    ("backspace", "key"), (" send nothing   ", ""), ("y", "key"), (" copy", ""),
)  # fmt: skip


class Words(NamedTuple):
    """What goes out with a no."""

    message: Message | None = None
    report: Message | None = None


class NoDialog(Dialog[Words]):
    """The words of a no; `enter` logs them with the decision, all as one step."""

    DEFAULT_CSS = """
    NoDialog {
        Box { width: 82; }
        Body { max-height: 10; margin-bottom: 1; }
        &.-short Body { margin-bottom: 0; max-height: 9; }
        &.-short.-both Body { max-height: 5; }
    }
    """

    AUTO_FOCUS = ""

    BINDINGS = [
        Binding("enter", "send", "Sent", id="no.send", tooltip="They went out: log them"),
        Binding("e", "edit", "Edit", id="no.edit", tooltip="Edit the message"),
        Binding("y", "copy", "Copy", id="no.copy", tooltip="Copy the message"),
        Binding(
            "backspace", "silent", "Send nothing", id="no.silent",
            tooltip="Let go without a message",
        ),
    ]  # fmt: skip

    def __init__(self, no: No) -> None:
        super().__init__()
        self.no = no

    def compose(self) -> ComposeResult:
        with Box():
            for name, out in self._parts():
                yield Said([self._head(out)])
                yield Body(out.body, id=name)
            yield Said([HINTS], id="hints")

    def _parts(self) -> list[tuple[str, Outgoing]]:
        pairs = (("message", self.no.message), ("report", self.no.report))
        return [(name, out) for name, out in pairs if out]

    def _head(self, out: Outgoing) -> Line:
        return (
            (f"To {show(out.name)}", "strong"),
            (f"  {show(out.subject)}" if out.subject else "", "muted"),
        )

    def on_mount(self) -> None:
        self.box.border_title = title(f"Let go: {self.no.about}")
        self.set_class(len(self._parts()) > 1, "-both")

    @property
    def editing(self) -> bool:
        """Whether letters are text now, and not keys."""
        return isinstance(self.focused, Body)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return True if action == "leave" else not self.editing

    def action_edit(self) -> None:
        self.query(Body).first().focus()

    def action_leave(self) -> None:
        if self.editing:
            self.set_focus(None)
        else:
            self.dismiss(None)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard("\n\n".join(body.text for body in self.query(Body)))

    def action_silent(self) -> None:
        self.dismiss(Words())

    def action_send(self) -> None:
        out = {
            name: Message(one.contact_id, one.kind, self.query_one(f"#{name}", Body).text,
                          one.subject)
            for name, one in self._parts()
        }  # fmt: skip
        self.dismiss(Words(out.get("message"), out.get("report")))
