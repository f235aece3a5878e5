"""The Contacts pane: everybody by name, narrowed by what is typed in its find line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from followup_tui.rules.moment import Moment
from followup_tui.store.people import PersonLine
from followup_tui.text import show
from followup_tui.ui.base import Followup
from followup_tui.ui.days import day_here
from followup_tui.ui.panes.everybody import Everybody
from followup_tui.ui.panes.found import Found
from followup_tui.ui.spans import Line, in_columns
from followup_tui.ui.widgets.lines import Lines
from followup_tui.ui.widgets.painted import title
from followup_tui.ui.widgets.typing import ListTypingLine

INDENT, AGE = 2, 5
NAME_LEAST = 16
"""Cells before the organization begins, in the narrowest pane."""
EMPTY: Sequence[Line] = (
    (("Nobody is here yet.", "muted"),),
    (),
    (("a", "key"), (" adds the first person", "muted")),
    (("I", "key"), (" imports people from a file", "muted")),
)
NOBODY: Sequence[Line] = (
    (("Nobody matches. ", "muted"), ("esc", "key"), (" shows everybody", "muted")),
)


class FindLine(ListTypingLine):
    """Where the words to find are typed."""

    BINDINGS = [
        Binding("escape", "leave", "Everybody", id="find.leave", tooltip="Everybody again"),
    ]

    class Left(Message):
        """Done with finding: back to the list."""

    def action_leave(self) -> None:
        self.value = ""
        self.post_message(self.Left())


class ContactsPane(Vertical):
    """All people, or those whom the typed words find."""

    BORDER_TITLE = "2 Contacts"

    DEFAULT_CSS = """
    ContactsPane {
        FindLine { margin-bottom: 1; }
        &.short FindLine { margin-bottom: 0; }
    }
    """

    app = getters.app(Followup)
    words = getters.query_one(FindLine)
    lines: getters.query_one[Lines[PersonLine]] = getters.query_one("#people", Lines)

    def __init__(self) -> None:
        super().__init__(id="contacts", classes="pane")
        self.moment: Moment | None = None
        self._count = 0

    def compose(self) -> ComposeResult:
        yield FindLine(placeholder="/ find a person, a place, a word…")
        yield Lines(self.draw_person, id="people")

    def reload(self) -> None:
        """Read the people again; the cursor stays with its person, else on its line."""
        self.moment = self.app.now()
        if words := self.words.value.strip():
            was, found = self.lines.row, Found(words)
            self.lines.empty = NOBODY
            self.lines.put(found, found.place_of(was.id) if was else None)
            self._tell(found.count)
        else:
            self._show_everybody()

    def _show_everybody(self) -> None:
        was, cursor = self.lines.row, self.lines.cursor
        everybody = Everybody(self._count)
        self.lines.empty = EMPTY
        self._put(everybody, everybody.place_of(was.id, cursor) if was else None)
        self.call_after_refresh(self._recount, everybody)

    def _put(self, everybody: Everybody, place: int | None) -> None:
        """Show them with the cursor at `place`, in the row of the screen where it was."""
        if place is not None and self.lines.top:
            self.lines.top = max(0, self.lines.top + place - self.lines.cursor)
        self.lines.put(everybody, place)

    def _recount(self, everybody: Everybody) -> None:
        if self.lines.rows is not everybody:
            self._count = everybody.recount()
            return
        was, cursor, guess = self.lines.row, self.lines.cursor, everybody.count
        self._count = everybody.recount()
        if was and self._count != guess:
            self._put(everybody, everybody.place_of(was.id, cursor))
        self._tell(self._count)

    def _tell(self, count: int) -> None:
        said = f"{count:,}" if count else None
        # Another title repaints the whole pane, even if it reads the same.
        if said != self.border_subtitle:
            self.border_subtitle = title(said) if said else None
            # In the frame of the list: by itself the pane asks for it after that one has begun,
            # and the letter was answered in whole after 38 ms instead of 8.
            self._check_refresh()

    def on_mount(self) -> None:
        self.words.on_words = self.find

    def find(self, words: str) -> None:
        """Narrow the list to those whom the words find."""
        self.lines.cursor = self.lines.top = 0
        self.reload()

    @on(ListTypingLine.Moved)
    def move(self, event: ListTypingLine.Moved) -> None:
        event.stop()
        self.lines.action_move(event.rows)

    @on(Input.Submitted)
    @on(FindLine.Left)
    def to_list(self, event: Message) -> None:
        event.stop()
        self.lines.focus()

    def draw_person(self, person: PersonLine, width: int) -> Line:
        assert self.moment is not None
        return person_line(person, self.moment, width)


def person_line(person: PersonLine, moment: Moment, width: int) -> Line:
    """A person in one line: name, organization, days since something last came of it.

    The name is whole wherever there is room; the organization, which the Lead pane has whole too,
    ends at a word where there is none.
    """
    age, look = _age(person, moment)
    room = max(0, width - INDENT - AGE - 1)
    start = max(NAME_LEAST, room // 2 - 1)
    name, where = in_columns(show(person.name), show(person.organization), start, room)
    return (
        (" " * INDENT + name, ""),
        (where, "muted"),
        (f" {age:>{AGE - 1}} ", look),
    )


def _age(person: PersonLine, moment: Moment) -> tuple[str, str]:
    late = bool(person.first_due and date.fromisoformat(person.first_due) < moment.today)
    look = "late-strong" if late else "muted"
    if person.last_contact is None:
        return "—", look
    days = max(0, (moment.today - day_here(person.last_contact, moment.at.tzinfo)).days)
    return (f"{days}d" if days < 1000 else f"{days // 365}y"), look
