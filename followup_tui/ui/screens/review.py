"""The daily review: one card at a time, from something easy to a plan for tomorrow."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical

from followup_tui.reports import cards, drafts
from followup_tui.reports.review import week
from followup_tui.rules.deck import Card, Step
from followup_tui.rules.review import Place, progress, to_come
from followup_tui.store.agenda import Due
from followup_tui.store.calling import put_off_because
from followup_tui.store.gains import gains
from followup_tui.store.plans import planned_for
from followup_tui.store.questions import open_questions
from followup_tui.store.sessions import Sitting
from followup_tui.ui.dialogs.box import Said
from followup_tui.ui.panes import review_pages as pages
from followup_tui.ui.panes.fact_line import fact_lines
from followup_tui.ui.panes.review_card import SPOKEN, TITLES, Shown, review_card_lines
from followup_tui.ui.screens.answering import Answering
from followup_tui.ui.screens.hand import NOBODY, Hand
from followup_tui.ui.spans import Line
from followup_tui.ui.widgets.card_page import CardPage
from followup_tui.ui.widgets.choosing import Choosing
from followup_tui.ui.widgets.ends import Ends
from followup_tui.ui.widgets.keys import Keys
from followup_tui.ui.widgets.painted import title

FIRST_KEYS = (
    "review.next", "call.card", "call.log", "call.voicemail", "call.no-answer", "plan.done",
    "plan.snooze", "call.message", "plan.decline", "review.skip",
)  # fmt: skip
"""The order of the keys in the last row: as a card is worked."""
WRITTEN_FIRST = (
    "review.next", "call.message", "plan.done", "plan.snooze", "review.skip", "call.log",
    "plan.decline", "call.card",
)  # fmt: skip
"""The same where something is to be written or sent: a narrow row has the keys that do it."""
LISTS = (Step.CATCH_UP, Step.WAITING, Step.TOMORROW)


class ReviewScreen(Answering):
    """Every step by keys alone; it can be left at any moment, and goes on from there."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]

    bar = getters.query_one(Ends)
    frame = getters.query_one("#frame", Vertical)
    page = getters.query_one(CardPage)
    keys = getters.query_one(Keys)

    def __init__(self) -> None:
        super().__init__()
        self._seen: int | None = None
        """The card that was shown last."""
        self._keys: tuple[object, ...] = ()
        self._titles = ("", "")

    def compose(self) -> ComposeResult:
        yield Ends(id="bar")
        with Vertical(id="frame"):
            yield CardPage(id="card")
            yield Said(id="head")
            yield Choosing(self.draw, id="rows")
        yield Keys(FIRST_KEYS)

    def on_mount(self) -> None:
        self.set_interval(1, self.count)
        self.sit_down()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    @property
    def width(self) -> int:
        """Cells within the frame."""
        return max(20, self.frame.content_size.width)

    def show(self) -> None:
        sitting, here = self.sitting, self.here
        if sitting is None or here is None or not self.frame.size.width:
            return
        card = None if here.asks_go_on else here.card
        lists = here.step in LISTS and not here.asks_go_on
        self.page.display = not lists
        self.head.display = self.rows.display = lists
        self._title(sitting, here)
        if card:
            self._show_card(card, here)
        else:
            self.take(NOBODY)
            self.fact, self._seen, self.must_decide = None, None, False
        if lists:
            self.show_list(here.step, self.width)
        elif not card:
            self._put_page(self._page_lines(sitting, here))
        self._show_keys()
        self.count()

    def _show_keys(self) -> None:
        """The last row changes only where keys come or go."""
        here, due = self.here, self.hand.due
        written = due is not None and due.action not in SPOKEN
        keys = (here and here.step, bool(here and here.card), here and here.asks_go_on, written)
        if keys != self._keys:
            self._keys = keys
            self.keys.first = WRITTEN_FIRST if written else FIRST_KEYS
            self.refresh_bindings()

    def tell(self) -> None:
        self.show()

    def _put_page(self, lines: Sequence[Line]) -> None:
        # News of others' writes come often, and mostly change nothing here.
        if list(lines) != list(self.page.lines):
            self.page.put(lines, keep_place=True)
        if not self.page.has_focus:
            self.page.focus()

    def _show_card(self, card: Card, here: Place) -> None:
        due, moment = self.dues.get(card.id), self.app.now()
        if due is None:
            return
        self.take(Hand(due.contact_id, due.contact or due.lead, due))
        self.must_decide = here.step is Step.DECIDE
        if self._seen != card.id:
            self._seen = card.id
            self.look_for_a_fact(deciding=self.must_decide)
            self.note_seen(card.id)
        fact = fact_lines(self.fact, self.width)
        self._put_page(review_card_lines(self._shown(due), moment, self.width, fact))

    def _shown(self, due: Due) -> Shown:
        """Everything that the card of this follow-up shows."""
        now, own = self.app.now(), self.app.settings.folder
        words = draft = None
        if due.contact_id is not None:
            words = cards.card(due.contact_id, now, 0, due.id, own)
            if due.action not in SPOKEN:
                asked = drafts.Asked(due.id, own_words=own)
                _, draft = drafts.written(due.contact_id, now, asked)
        ways = self.ways if self.must_decide else ()
        return Shown(due, words, put_off_because(due.id), draft, ways)

    def _page_lines(self, sitting: Sitting, here: Place) -> Sequence[Line]:
        now, width = self.app.now(), self.width
        if here.asks_go_on:
            return pages.go_on_lines(sitting.review)
        if here.step is Step.BRIEF:
            planned = planned_for(now.today)
            return pages.brief_lines(sitting.review, planned, week(now), now.today, width)
        if here.step is Step.CATCH:
            return pages.catch_lines(open_questions(), now.today, width)
        done, planned = week(now, with_today=True), planned_for(self.day_planned)
        return pages.end_lines(sitting.review, gains(sitting.started_at), done, planned)

    def _title(self, sitting: Sitting, here: Place) -> None:
        words = pages.TITLES.get(here.step, "")
        if here.card:
            at, _ = progress(sitting.review)
            again = " · once more" if here.again else ""
            words = f"{at + (not here.again)} · {words or TITLES[here.card.owed]}{again}"
        coming = to_come(sitting.review)[1:] if here.card else ()
        due = self.dues.get(coming[0].id) if coming else None
        coming_words = pages.next_words(due, self.width - 4)
        if (words, coming_words) != self._titles:
            self._titles = (words, coming_words)
            self.frame.border_title = title(words)
            self.frame.border_subtitle = title(coming_words)

    def count(self) -> None:
        """Show how far it has come, and the time left."""
        if self.sitting:
            review = self.sitting.review
            left = pages.bar_left(review, self.size.width)
            self.bar.tell(left, pages.bar_right(review, self.seconds, self.size.width))
