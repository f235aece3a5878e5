"""Today: what is due beside everybody there is, and the story of the person at hand."""

from __future__ import annotations

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from followup_tui.store.agenda import Due
from followup_tui.store.journal import Done
from followup_tui.store.people import PersonLine
from followup_tui.ui.panes.contacts import ContactsPane, FindLine
from followup_tui.ui.panes.lead import LeadPane
from followup_tui.ui.panes.overdue import OverduePane
from followup_tui.ui.screens.book_keys import BookKeys
from followup_tui.ui.screens.calls import CallKeys
from followup_tui.ui.screens.first_day import FirstDay
from followup_tui.ui.screens.hand import NOBODY, Hand
from followup_tui.ui.screens.opening import CardKeys, ReviewKeys
from followup_tui.ui.screens.people import PeopleKeys
from followup_tui.ui.screens.places import PlaceKeys
from followup_tui.ui.screens.plans import PlanKeys
from followup_tui.ui.screens.settings_keys import SettingsKeys
from followup_tui.ui.widgets.bar import Bar
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.lines import Lines

TWO_FROM, THREE_FROM = 72, 100
"""From so many columns on there is room for two panes side by side, and for the wide shape."""

KEYS_FIRST_SECONDS = 0.05
"""How much later it is looked again whether stories can be read ahead."""

FIRST_KEYS = (
    "call.log", "call.voicemail", "call.no-answer", "plan.done", "plan.snooze", "plan.decline",
    "call.card", "call.message", "go.review", "book.undo",
)  # fmt: skip
"""The order of the keys in the last row: as a day is worked."""


class Beside(Horizontal):
    """Panes side by side. Nothing of itself is to be seen: so it is drawn, which frames ask for,
    as blank rows at once, and not row by row with its styles.
    """

    BLANK = True


class Below(Vertical):
    """Panes one below the other, drawn as `Beside` is."""

    BLANK = True


class TodayScreen(
    FirstDay,
    SettingsKeys,
    BookKeys,
    PeopleKeys,
    ReviewKeys,
    CardKeys,
    PlanKeys,
    CallKeys,
    PlaceKeys,
):
    """Three panes; in a narrow terminal one at a time."""

    BLANK = True
    CSS_PATH = "today.tcss"
    AUTO_FOCUS = "#overdue"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_FROM, "-two"), (THREE_FROM, "-three")]

    BINDINGS = [
        Binding("slash", "find", "Find", id="go.find", tooltip="Find a person by any word"),
        Binding("1", "pane(1)", "Overdue", id="go.overdue", tooltip="What is due", show=False),
        Binding("2", "pane(2)", "Contacts", id="go.contacts", tooltip="Everybody", show=False),
        Binding("3", "pane(3)", "Lead", id="go.lead", tooltip="Their story", show=False),
        Binding("tab", "next_pane(1)", "Next pane", id="go.next", tooltip="Next pane", show=False),
        Binding(
            "shift+tab", "next_pane(-1)", "Pane before", id="go.previous", show=False,
        ),
        Binding("escape", "back", "Back", id="go.back", tooltip="Back to the list", show=False),
    ]  # fmt: skip

    bar = getters.query_one(Bar)
    overdue = getters.query_one(OverduePane)
    contacts = getters.query_one(ContactsPane)
    lead = getters.query_one(LeadPane)

    def __init__(self) -> None:
        super().__init__()
        self.here = 1
        """The pane that has the keys."""
        self.list_here = 1
        """The list that says who is at hand."""

    def compose(self) -> ComposeResult:
        yield Bar()
        with Beside(id="panes"):
            with Below(id="left"):
                yield OverduePane()
                yield ContactsPane()
            yield LeadPane()
        yield Keys(FIRST_KEYS)

    def on_mount(self) -> None:
        self.overdue.on_move = self.take_due
        self.contacts.lines.lead(False)
        self.contacts.lines.on_move = self.take_person
        self.app.book_changed.subscribe(self, self.on_book_changed)
        self.reload()
        self.begin()

    def _compositor_refresh(self) -> None:
        """Textual's, but not within a batch, where the whole frame would be drawn for nothing: it
        is dropped there, and was a tenth of the time until the first one stood.
        """
        if not self.app._batch_count:
            super()._compositor_refresh()

    def on_book_changed(self, done: Done) -> None:
        """Read again what may have changed: first the story, which the lists ask for, then what
        is due, which a person in the second list asks for.
        """
        self.lead.forget()
        self.overdue.reload(done)
        if done.touched("contact", "organization", "touch", "follow_up"):
            self.contacts.reload()
        self.bar.tell(self.overdue.ranks, self.app.now())

    def reload(self) -> None:
        """Read everything again."""
        self.overdue.reload()
        self.contacts.reload()
        self.bar.tell(self.overdue.ranks, self.app.now())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "find" and isinstance(self.focused, FindLine):
            return False
        return super().check_action(action, parameters)

    def take_due(self, due: Due | None) -> None:
        """The cursor of the first list is on this follow-up."""
        if self.list_here == 1:
            name = (due.contact or due.lead) if due else ""
            self._take(Hand(due.contact_id, name, due) if due else NOBODY)

    def take_person(self, person: PersonLine | None) -> None:
        """The cursor of the second list is on this person."""
        if self.list_here == 2:
            due = self.overdue.due_of(person.id) if person else None
            self._take(Hand(person.id, person.name, due) if person else NOBODY)

    def _take(self, hand: Hand) -> None:
        self.take(hand)
        self.lead.show_person(hand.contact_id, hand.due)
        self.call_after_refresh(self._read_ahead)

    def _read_ahead(self) -> None:
        """Read the stories that the next key may ask for, one at a time: keys go first."""
        if self.app.is_taking_keys:  # Above all what was typed while the program began.
            self.set_timer(KEYS_FIRST_SECONDS, self._read_ahead)
            return
        if self.list_here == 1:
            ids = [due.contact_id for due in self.overdue.near]
        else:
            ids = [person.id for person in self.contacts.lines.near]
        if self.lead.read_one(ids):
            self.call_later(self._read_ahead)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.here = self._number_of(event.widget)
        if self.here in (1, 2) and self.here != self.list_here:
            self.list_here = self.here
            self.overdue.lead(self.here == 1)
            self.contacts.lines.lead(self.here == 2)
            self.take_due(self.overdue.row)
            self.take_person(self.contacts.lines.row)

    def _number_of(self, widget: Widget) -> int:
        if self.contacts in widget.ancestors_with_self:
            return 2
        return 3 if widget is self.lead else 1

    def on_resize(self, event: events.Resize) -> None:
        self.contacts.set_class(event.size.height < 30, "short")
        self._show_panes(self.here)

    def _show_panes(self, here: int) -> None:
        """In a narrow terminal only the pane `here` is shown."""
        one = self.size.width < TWO_FROM
        self.overdue.display = not one or here == 1
        self.contacts.display = not one or here == 2
        self.query_one("#left").display = not one or here in (1, 2)
        self.lead.display = not one or here == 3

    def action_pane(self, number: int) -> None:
        self._show_panes(number)
        panes: dict[int, Widget] = {1: self.overdue, 2: self.contacts.lines, 3: self.lead}
        panes[number].focus()

    def action_next_pane(self, step: int) -> None:
        self.action_pane((self.here - 1 + step) % 3 + 1)

    def action_find(self) -> None:
        self._show_panes(2)
        self.contacts.words.focus()

    @on(Lines.Opened)
    def action_open(self) -> None:
        self.action_pane(3)

    def action_back(self) -> None:
        if self.here == 3:
            self.action_pane(self.list_here)
        elif self.contacts.words.value:
            self.query_one(FindLine).value = ""
