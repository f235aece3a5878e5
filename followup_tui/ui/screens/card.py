"""The call card: all that is needed for a call on one screen; a timer runs, and leaving logs it."""

from __future__ import annotations

from time import monotonic

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding

from followup_tui.actions import review
from followup_tui.reports import cards
from followup_tui.rules.ways import tel
from followup_tui.store.asked import asked_since_the_last_log
from followup_tui.store.journal import Done
from followup_tui.store.person import person
from followup_tui.text import cells, shortened, show
from followup_tui.ui.panes.card_lines import TWO_COLUMNS_FROM, card_lines
from followup_tui.ui.panes.code_lines import code_lines
from followup_tui.ui.panes.fact_line import fact_lines
from followup_tui.ui.screens.facts import FactKeys
from followup_tui.ui.screens.hand import Hand
from followup_tui.ui.screens.in_session import SessionCalls
from followup_tui.ui.screens.people import PeopleKeys
from followup_tui.ui.spans import BLANK, COLUMN_GAP, Line, span, width_of
from followup_tui.ui.widgets.card_page import CardPage
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys

FIRST_KEYS = (
    "card.leave", "call.voicemail", "call.no-answer", "card.preset", "card.code", "card.sure",
)  # fmt: skip
"""The order of the keys in the last row."""
SURE = (
    ("1", "not at all", "heart in mouth"), ("2", "hardly", ""), ("3", "so-so", ""),
    ("4", "fairly", ""), ("5", "quite sure", "it is just a call"),
)  # fmt: skip
WENT = (
    ("1", "badly", ""), ("2", "not well", ""), ("3", "so-so", ""), ("4", "well", ""),
    ("5", "very well", ""),
)  # fmt: skip


def who_in(who: str, their_time: str, room: int) -> str:
    """Role, organization, place and their time: the place gives way first, their time never."""
    parts = who.split(" · ") if who else []
    time = [their_time] if their_time else []
    while len(parts) > 1 and cells(" · ".join([*parts, *time])) > room:
        parts.pop()
    left = room - (cells(their_time) + 3 if time else 0)
    short = [shortened(part, left) for part in parts[:1]]
    return " · ".join(part for part in (*short, *parts[1:], *time) if part)


class CardScreen(PeopleKeys, SessionCalls, FactKeys):
    """One call: the words are there, the minutes count themselves."""

    CSS_PATH = "card.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    BINDINGS = [
        Binding(
            "escape,enter,l", "log", "Hang up", id="card.leave",
            tooltip="Hang up and log it",
        ),
        Binding("tab", "preset(1)", "Other questions", id="card.preset", tooltip="Other questions"),
        Binding(
            "shift+tab", "preset(-1)", "Questions before", id="card.preset-back",
            tooltip="The questions before", show=False,
        ),
        Binding("o", "code", "Code", id="card.code", tooltip="The number as a QR code"),
        Binding("f", "sure", "How sure", id="card.sure", tooltip="How sure you feel, 1 to 5"),
        *(
            Binding(
                f"{digit}", f"tick({digit})", f"Asked {digit}", id=f"card.ask-{digit}",
                tooltip=f"Question {digit} was asked", show=False,
            )
            for digit in range(1, 6)
        ),
    ]  # fmt: skip

    bar = getters.query_one(Ends)
    page = getters.query_one(CardPage)

    def __init__(self, hand: Hand, session_id: int | None = None) -> None:
        super().__init__()
        self.hand = hand
        self.session_id = session_id
        self.card_seen = True
        self.preset = 0
        self.shows_code = False
        self.began = monotonic()

    def compose(self) -> ComposeResult:
        yield Ends(id="bar")
        yield CardPage(id="card")
        yield Keys(FIRST_KEYS)

    def on_mount(self) -> None:
        self.page.focus()
        self.app.book_changed.subscribe(self, self.read)
        self.set_interval(1, self.count)
        self.look_for_a_fact()
        self.read()

    def read(self, done: Done | None = None) -> None:
        """Read the card again."""
        assert self.hand.contact_id is not None
        due = self.hand.due
        self.who = person(self.hand.contact_id)
        self.card = cards.card(
            self.who.id, self.app.now(), self.preset, due.id if due else None,
            self.app.settings.folder,
        )  # fmt: skip
        self.asked = asked_since_the_last_log(self.who.id)
        self.tell()

    def tell(self) -> None:
        phone = self.who.phone
        number = tel(phone.typed, phone.normal) if phone else ""
        width, height = max(20, self.page.content_size.width), self.page.content_size.height
        if self.shows_code and number:
            lines: list[Line] = [(span(self.card.number, "phone"),), BLANK, *code_lines(number)]
        else:
            fact = fact_lines(self.fact, width if width < TWO_COLUMNS_FROM else width // 2)
            lines = card_lines(self.card, number, self.asked, (width, height), fact)
        self.page.put(lines, keep_place=True)
        self.count()

    def on_resize(self) -> None:
        self.call_after_refresh(self.tell)

    @property
    def seconds(self) -> int:
        """How long the card has been open."""
        return int(monotonic() - self.began)

    def count(self) -> None:
        """Show how long the call has lasted."""
        minutes, seconds = divmod(self.seconds, 60)
        timer = f"{minutes}:{seconds:02}"
        name: Line = (("Call  ", "accent-strong"), span(self.card.name, "strong"))
        room = self.bar.content_size.width - width_of(name) - len(timer) - 2 * COLUMN_GAP
        who = who_in(show(self.card.who), self.card.their_time, room)
        self.bar.tell((*name, (f"  {who}", "")), ((timer, "late"),))

    def action_preset(self, step: int) -> None:
        self.preset += step
        self.read()

    def action_code(self) -> None:
        self.shows_code = not self.shows_code
        self.tell()

    def action_tick(self, digit: int) -> None:
        if digit <= len(self.card.questions):
            self.app.act(review.tick, self.who.id, self.card.questions[digit - 1])

    @work
    async def action_sure(self) -> None:
        """Ask how sure the user feels before the call."""
        self.sure = await self._degree("How sure do you feel?", SURE) or self.sure

    async def _degree(self, title: str, words: tuple[tuple[str, str, str], ...]) -> int | None:
        from followup_tui.ui.dialogs.choice import ChoiceDialog

        told = await self.app.push_screen_wait(ChoiceDialog(title, words))
        return int(told) if told else None

    def tried(self) -> None:
        self.dismiss()

    @work
    async def action_log(self) -> None:
        """Leave the call: its line opens, with the minutes in it."""
        minutes = (self.seconds + 30) // 60
        went = await self._degree("And how did it go?", WENT) if self.sure else None
        begun = f"{minutes} min, " if minutes else ""
        done = await self.log_in_a_line("call", self.entry(minutes or None, went), begun)
        touches = done.added("touch") if done else []
        if touches:
            self.app.act(review.ticks_belong_to, self.who.id, touches[0])
        self.dismiss()
